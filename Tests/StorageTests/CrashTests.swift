import Kernel
import StorageTesting
import Testing

@testable import Storage

/// Kills the writer, and on PostgreSQL the server too, with signal 9 at random moments under load.
@Suite(.serialized) struct CrashTests {
    @Test(arguments: TestEngine.available)
    func `twenty writers killed at random moments lose nothing that they acknowledged`(
        _ engine: TestEngine
    ) async throws {
        let place = try await engine.newPlace()
        let authority = try await Self.found(in: place)
        var kept: Set<Int64> = []
        for round in 0..<20 {
            let writer = try Writer(place, authority, from: Int64(round) * 1_000_000)
            try await writer.waitForFirst()
            try await Task.sleep(for: .milliseconds(Int.random(in: 0...120)))
            kept.formUnion(writer.kill())
            try await Self.check(place, authority, keeps: kept)
        }
        #expect(kept.count >= 20)
        await engine.remove(place)
    }

    @Test(.enabled(if: TestEngine.available.contains(.postgres)))
    func `a killed server loses nothing that was acknowledged`() async throws {
        let server = try await KillableServer.start()
        defer { server.stop() }
        let place = DatabasePlace.postgres(server.url)
        let authority = try await Self.found(in: place)
        var kept: Set<Int64> = []
        for (round, victim) in KillableServer.Victim.allCases.enumerated() {
            let writer = try Writer(place, authority, from: Int64(round) * 1_000_000)
            try await writer.waitForFirst()
            try await Task.sleep(for: .milliseconds(Int.random(in: 0...120)))
            server.kill(victim)
            // The writer meets the broken connection: what it says from then on counts too.
            try await Task.sleep(for: .milliseconds(1500))
            kept.formUnion(writer.kill())
            try await Self.untilServed(place)
            try await Self.check(place, authority, keeps: kept)
        }
    }

    private static func found(in place: DatabasePlace) async throws -> ID<Authority> {
        let database = try await Database.open(place, migrations: CrashSchema.migrations)
        let authority = try await database.write {
            try $0.found(authority: "Ashmere County Council", at: Samples.noon)
        }
        await database.close()
        return authority
    }

    /// Every number that was said is there, both halves and its event; and nothing is there by half.
    private static func check(
        _ place: DatabasePlace, _ authority: ID<Authority>, keeps kept: Set<Int64>
    ) async throws {
        let database = try await Database.open(place, migrations: CrashSchema.migrations)
        let found = try await database.read { connection in
            let halves = try connection.rows("SELECT number FROM crash ORDER BY number") { try $0.integer(0) }
            let events = try connection.rows("SELECT subject_id FROM event WHERE kind = 'crash.kept'") {
                try $0.text(0)
            }
            let verdict = try connection.verifyJournal(of: authority)
            return (halves, Set(events.compactMap { Int64($0) }), verdict)
        }
        await database.close()
        let (halves, events, verdict) = found
        let numbers = Set(halves)
        #expect(kept.isSubset(of: numbers), "\(kept.subtracting(numbers)) lost")
        #expect(halves.count == 2 * numbers.count)
        #expect(events == numbers)
        #expect(verdict.fault == nil)
        #expect(verdict.events == Int64(numbers.count) + 1)
    }

    private static func untilServed(_ place: DatabasePlace) async throws {
        for _ in 0..<100 {
            if let database = try? await Database.connect(place) {
                await database.close()
                return
            }
            try await Task.sleep(for: .milliseconds(100))
        }
        Issue.record("The server did not come back.")
    }
}
