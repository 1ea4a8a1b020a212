import Kernel
import Storage
import StorageTesting
import Testing

@testable import Audits

/// Kills a server with signal 9 at random moments while four audits are being saved.
@Suite(.serialized) struct SavingCrashTests {
    @Test(arguments: TestEngine.available)
    func `a server killed while audits are saved loses no answer that it acknowledged`(
        _ engine: TestEngine
    ) async throws {
        let place = try await engine.newPlace()
        let (house, round) = try await Self.found(in: place)
        let lucy = try house.officer("Lucy Penhaligon")
        let person = try #require(lucy.person)
        let command: [String] =
            switch place {
            case .folder(let path): ["folder", path]
            case .postgres(let url): ["postgres", url]
            }
        // The highest number that was acknowledged of each audit, and how many in all.
        var kept: [String: Int] = [:]
        var acknowledged = 0
        // A busy machine may kill before anything was said: then again, until each audit was heard of.
        var time = 0
        while time < 10 || kept.count < round.first.count && time < 60 {
            time += 1
            let server = try Child(
                [try Child.beside("AuditsSavingServer")] + command
                    + [house.authority.description, lucy.account.description, person.description]
                    + ["\(time * 500 + 1)"] + round.first.map(\.description))
            try await server.waitForWord()
            try await Task.sleep(for: .milliseconds(Int.random(in: 0...150)))
            let said = String(decoding: server.kill(), as: UTF8.self)
            // A last line without its end was not said.
            let whole = said.prefix(upTo: said.lastIndex(of: "\n") ?? said.startIndex)
            for line in whole.split(separator: "\n") {
                let words = line.split(separator: " ")
                guard words.count == 2, let number = Int(words[1]) else { continue }
                kept[String(words[0]), default: 0] = number
                acknowledged += 1
            }
            try await Self.check(place, house, round, kept, acknowledged)
        }
        #expect(kept.count == round.first.count)
        await engine.remove(place)
    }

    private static func found(in place: DatabasePlace) async throws -> (House, GivenRound) {
        let database = try await Database.open(place, migrations: House.migrations)
        let house = try await House(on: database)
        let round = try await house.givenRound(
            (0..<4).map { _ in
                GivenCase(holder: "Lucy Penhaligon", team: "Harbour team", first: "Lucy Penhaligon")
            }, isVerified: false)
        await database.close()
        return (house, round)
    }

    /// The last answer of each audit is at least the last that was acknowledged; each fact has its note and its event.
    private static func check(
        _ place: DatabasePlace, _ house: House, _ round: GivenRound, _ kept: [String: Int],
        _ acknowledged: Int
    ) async throws {
        let database = try await Database.open(place, migrations: House.migrations)
        var facts = 0
        for audit in round.first {
            let answers = try await database.read { try ReadingSQL.answers($0, house.authority, audit) }
            let all = answers.facts["done"] ?? []
            facts += all.count
            #expect(all.map(\.sequence) == Array(1...max(1, all.count)).prefix(all.count).map { $0 })
            for fact in all {
                #expect(fact.value == "\(fact.note.dropFirst(5))/9999")
            }
            let last = all.last.flatMap { Int($0.note.dropFirst(5)) } ?? 0
            #expect(last >= kept[audit.description] ?? 0, "\(last) of \(kept[audit.description] ?? 0)")
        }
        let (saved, verdict) = try await database.read { connection in
            (
                try connection.first("SELECT COUNT(*) FROM event WHERE kind = 'audit.saved'") {
                    try $0.int(0)
                },
                try connection.verifyJournal(of: house.authority)
            )
        }
        await database.close()
        #expect(saved == facts && facts >= acknowledged)
        #expect(verdict.fault == nil)
    }
}
