import Foundation
import Kernel
import Plans
import Site
import SiteTesting
import Storage
import StorageTesting

@testable import App

/// The whole program on the invented authority, on each engine that this run has.
struct Ashmere: Sendable {
    let app: App
    let plan: ID<PlanRecord>

    static let now = Instant("2026-11-20T09:14:00.000Z") ?? Instant(milliseconds: 0)

    /// With its story the plan is run up to today; without it the plan was only read.
    static func with(
        engines: [TestEngine] = TestEngine.available, story: Bool = false,
        _ body: @Sendable (Ashmere) async throws -> Void
    ) async throws {
        for engine in engines {
            try await TestDatabase.with(engine, migrations: App.migrations) { test in
                var configuration = Configuration(place: test.place)
                let key = FileManager.default.temporaryDirectory.path + "/plumbline-key-\(UUID().uuidString)"
                configuration.keyPath = key
                defer { try? FileManager.default.removeItem(atPath: key) }
                let app = try await App.make(
                    test.database, configuration, now: { now }, log: { _ in })
                try await Example.load(app, story: story)
                let plan = try await test.database.read { connection in
                    let authority = try connection.authorities()[0].id
                    return try PlanSQL.titles(connection, authority)[0].id
                }
                try await body(Ashmere(app: app, plan: plan))
            }
        }
    }

    func visitor(_ name: String? = nil) async -> Visitor {
        var visitor = Visitor(app.site)
        if let name { await visitor.comeIn(as: name) }
        return visitor
    }
}
