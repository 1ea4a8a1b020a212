package import Site
package import Storage

/// Case audits: tools, rounds and their samples, blind verification, what follows, and what they prove.
package struct AuditsFeature: Sendable {
    let database: Database
    /// What audits ask of the other features.
    let sources: AuditSources

    package init(database: Database, sources: AuditSources) {
        self.database = database
        self.sources = sources
    }

    package static let migrations =
        ToolsSchema.migrations + RoundsSchema.migrations + GradingSchema.migrations
        + SafetySchema.migrations + LoopSchema.migrations + CohortsSchema.migrations
        + SchedulesSchema.migrations + ResultsSchema.migrations

    package func register(on site: inout SiteBuilder) {
        registerTools(on: &site)
        registerRounds(on: &site)
        registerGrading(on: &site)
        registerSafety(on: &site)
        registerLoop(on: &site)
        registerCohorts(on: &site)
        registerResults(on: &site)
        registerSchedules(on: &site)
    }
}
