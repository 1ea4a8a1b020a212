package import Accounts
import Audits
package import Kernel
import Measures
import Organisation
import Plans
package import Returns
package import Site
package import Storage

/// The whole of Plumbline, put together: records, features, site.
package struct App: Sendable {
    package let database: Database
    package let site: Site
    package let accounts: AccountsFeature
    package let returns: ReturnsFeature
    /// What a stranger must know to found the first authority; printed by `serve` where there is none yet.
    package let setUpCode: String

    /// Every feature's part of the schema.
    package static let migrations =
        OrganisationSchema.migrations + AccountsFeature.migrations + PlansFeature.migrations
        + ReturnsFeature.migrations + MeasuresFeature.migrations + AuditsFeature.migrations
        + [SiteSecret.migration]

    /// Opens the records, brings their schema up to date and joins the features into a site.
    package static func make(
        _ configuration: Configuration, now: @escaping @Sendable () -> Instant,
        log: @escaping @Sendable (RequestRecord) -> Void
    ) async throws -> App {
        let database = try await Database.open(configuration.place, migrations: migrations)
        return try await make(
            database, configuration, now: now, log: log)
    }

    /// The same on records that are open already.
    package static func make(
        _ database: Database, _ configuration: Configuration, now: @escaping @Sendable () -> Instant,
        log: @escaping @Sendable (RequestRecord) -> Void
    ) async throws -> App {
        let authorities = Authorities(database)
        let secret = try await SiteSecret.secret(of: database)
        let setUpCode = AccountsFeature.setUpCode(from: secret)
        let site = configuration.publicAddress ?? "http://\(configuration.host):\(configuration.port)"
        let accounts = AccountsFeature(
            database: database, setUpCode: setUpCode, neighbours: .joined(database),
            afterSetUp: PlansRoute.imports.link(), publicAddress: site)
        let plans = PlansFeature(
            database: database, organisation: .joined(database), publicAddress: site,
            feeds: .joined(accounts), places: .joined, otherWork: .joined, measures: .joined,
            audits: .joined)
        let returns = ReturnsFeature.joined(database, keyFile: configuration.key, log: log)
        try await returns.sweep(at: now())
        let measures = MeasuresFeature(database: database, sources: .joined, cases: .joined)
        let organisation = OrganisationFeature.joined(database)
        var builder = SiteBuilder(
            SiteSettings(
                secret: secret, publicAddress: configuration.publicAddress,
                trustsProxy: configuration.trustsProxy, securityContact: configuration.securityContact,
                sessions: accounts.sessionSource,
                reach: .joined(database, today: { authorities.today($0, now()) }),
                frame: { visit in await PageFrame.frame(for: visit, authorities) }, now: now,
                today: { officer, now in authorities.today(officer, now) },
                listTaken: { try await $0.record(in: database) }, log: log))
        accounts.register(on: &builder)
        plans.register(on: &builder)
        organisation.register(on: &builder)
        returns.register(on: &builder)
        measures.register(on: &builder)
        AuditsFeature(database: database, sources: .joined).register(on: &builder)
        AboutRoute.register(on: &builder)
        GuideRoute.register(on: &builder)
        return App(
            database: database, site: try builder.build(), accounts: accounts, returns: returns,
            setUpCode: setUpCode)
    }
}
