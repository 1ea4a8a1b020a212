import FoundationEssentials
package import Storage

/// A database for one test, on one engine, gone when the test ends.
package struct TestDatabase: Sendable {
    package let database: Database
    package let place: DatabasePlace
    package let engine: TestEngine

    /// Opens a new database with those migrations, gives it to `body`, and removes it again.
    package static func with<T: Sendable>(
        _ engine: TestEngine, migrations: [Migration] = [],
        _ body: @Sendable (TestDatabase) async throws -> T
    ) async throws -> T {
        try await Places.with { try await open(engine, migrations, body) }
    }

    private static func open<T: Sendable>(
        _ engine: TestEngine, _ migrations: [Migration], _ body: @Sendable (TestDatabase) async throws -> T
    ) async throws -> T {
        let place = try await engine.newPlace()
        do {
            let database = try await Database.open(place, migrations: migrations)
            let result: T
            do {
                result = try await body(TestDatabase(database: database, place: place, engine: engine))
            } catch {
                await database.close()
                throw error
            }
            await database.close()
            await engine.remove(place)
            return result
        } catch {
            await engine.remove(place)
            throw error
        }
    }
}

/// The engines that this run of the tests has: SQLite always, PostgreSQL where `PLUMBLINE_TEST_POSTGRES` says.
package enum TestEngine: String, Sendable, CaseIterable, CustomStringConvertible {
    case sqlite = "SQLite"
    case postgres = "PostgreSQL"

    package static var available: [TestEngine] { postgresURL == nil ? [.sqlite] : allCases }

    static var postgresURL: String? { ProcessInfo.processInfo.environment["PLUMBLINE_TEST_POSTGRES"] }

    package var description: String { rawValue }

    /// A place that holds nothing yet: a folder that is not there, or a new schema.
    package func newPlace() async throws -> DatabasePlace {
        let name = "test_" + String(UInt64.random(in: 0 ..< .max), radix: 36)
        guard self == .postgres, let url = Self.postgresURL else {
            return .folder(FileManager.default.temporaryDirectory.path + "/plumbline-" + name)
        }
        try await Database.script("CREATE SCHEMA \(name)", at: .postgres(url))
        return .postgres(url + (url.contains("?") ? "&" : "?") + "options=-csearch_path%3D" + name)
    }

    package func remove(_ place: DatabasePlace) async {
        switch place {
        case .folder(let path): try? FileManager.default.removeItem(atPath: path)
        case .postgres(let url):
            guard let whole = Self.postgresURL, let name = url.split(separator: "%3D").last else { return }
            // What is left over goes with the server, which the tests own.
            try? await Database.script("DROP SCHEMA \(name) CASCADE", at: .postgres(whole))
        }
    }
}
