package import Site
package import Storage

/// Measures: figures over time with their definitions, charts and targets; work lists and caseloads.
package struct MeasuresFeature: Sendable {
    let database: Database

    package init(database: Database) {
        self.database = database
    }

    package static let migrations = MeasuresSchema.migrations + CasesSchema.migrations

    package func register(on site: inout SiteBuilder) {
        registerMeasures(on: &site)
        registerCases(on: &site)
        registerCompare(on: &site)
    }
}
