package import Site
package import Storage

/// Measures: figures over time with their definitions, charts and targets; work lists and caseloads.
package struct MeasuresFeature: Sendable {
    let database: Database
    /// What measures ask of returns.
    let sources: MeasureSources
    /// What the case lists ask of returns.
    let cases: CaseSources

    package init(database: Database, sources: MeasureSources, cases: CaseSources) {
        self.database = database
        self.sources = sources
        self.cases = cases
    }

    package static let migrations = MeasuresSchema.migrations + CasesSchema.migrations

    package func register(on site: inout SiteBuilder) {
        registerMeasures(on: &site)
        registerCases(on: &site)
        registerCompare(on: &site)
    }
}
