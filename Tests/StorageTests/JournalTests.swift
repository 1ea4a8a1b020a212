import Crypto
import Kernel
import StorageTesting
import Testing

@testable import Storage

@Suite struct JournalTests {
    /// What somebody with the database's password might do, after the triggers are out of the way.
    enum Tampering: String, CaseIterable {
        case alterText = "UPDATE event SET to_json = '{\"label\":\"other\"}' WHERE sequence = 4"
        case alterActor = "UPDATE event SET actor = 12 WHERE sequence = 4"
        case moveText = "UPDATE event SET reason = to_json, to_json = NULL WHERE sequence = 4"
        case alterHash = "UPDATE event SET hash = '00' WHERE sequence = 4"
        case remove = "DELETE FROM event WHERE sequence = 4"
        case insert = """
            INSERT INTO event SELECT authority, 9, at, actor, kind, subject, subject_id, plan, from_json, to_json,
            reason, previous_hash, hash FROM event WHERE sequence = 8
            """
        case swap = """
            UPDATE event SET sequence = 100 WHERE sequence = 4; UPDATE event SET sequence = 4 WHERE sequence = 5;
            UPDATE event SET sequence = 5 WHERE sequence = 100
            """
        case removeAndCloseUp = """
            DELETE FROM event WHERE sequence = 4; UPDATE event SET sequence = sequence - 1 WHERE sequence = 5;
            UPDATE event SET sequence = sequence - 1 WHERE sequence = 6;
            UPDATE event SET sequence = sequence - 1 WHERE sequence = 7;
            UPDATE event SET sequence = sequence - 1 WHERE sequence = 8; UPDATE journal_head SET sequence = 7
            """
        case truncate = "DELETE FROM event WHERE sequence > 5"
        case truncateAndCount = "DELETE FROM event WHERE sequence > 5; UPDATE journal_head SET sequence = 5"
        case empty = "DELETE FROM event"
        case emptyAll = "DELETE FROM event; DELETE FROM journal_head"
        case emptyAndReset = "DELETE FROM event; UPDATE journal_head SET sequence = 0"

        /// The first event that is not as it was, counted by hand: there are 8.
        var found: JournalFault {
            switch self {
            case .alterText, .alterActor, .moveText, .alterHash: JournalFault(sequence: 4, kind: .altered)
            case .remove: JournalFault(sequence: 4, kind: .missing)
            case .insert: JournalFault(sequence: 9, kind: .misplaced)
            case .swap, .removeAndCloseUp: JournalFault(sequence: 4, kind: .misplaced)
            case .truncate: JournalFault(sequence: 6, kind: .cutOff)
            case .truncateAndCount: JournalFault(sequence: 5, kind: .otherEnd)
            case .empty: JournalFault(sequence: 1, kind: .cutOff)
            case .emptyAll: JournalFault(sequence: 1, kind: .headless)
            case .emptyAndReset: JournalFault(sequence: 1, kind: .missing)
            }
        }
    }

    @Test(arguments: TestEngine.available, Tampering.allCases)
    func `tampering is found and its first event named`(_ engine: TestEngine, _ tampering: Tampering)
        async throws
    {
        try await Self.withEightEvents(engine) { test, authority in
            try await Self.takeTriggersAway(test)
            try await Database.script(tampering.rawValue, at: test.place)
            let verdict = try await test.database.read { try $0.verifyJournal(of: authority) }
            #expect(verdict.fault == tampering.found)
        }
    }

    @Test(arguments: TestEngine.available)
    func `a journal that nobody touched is whole`(_ engine: TestEngine) async throws {
        try await Self.withEightEvents(engine) { test, authority in
            let verdict = try await test.database.read { try $0.verifyJournal(of: authority) }
            #expect(verdict.fault == nil)
            #expect(verdict.events == 8)
            #expect(verdict.end.sequence == 8)
        }
    }

    @Test(arguments: TestEngine.available)
    func `a forged chain does not get past an end noted elsewhere`(_ engine: TestEngine) async throws {
        try await Self.withEightEvents(engine) { test, authority in
            let noted = try await test.database.read { try $0.verifyJournal(of: authority) }.end
            try await Self.takeTriggersAway(test)
            try await Database.script("DELETE FROM event; DELETE FROM journal_head", at: test.place)
            try await test.database.write { connection in
                try connection.run(
                    "INSERT INTO journal_head (authority, sequence, hash) VALUES ($1, 0, $2)",
                    [.id(authority), .text(JournalEntry.noHash)])
                for number in 1...9 { try connection.recordShelf(Int64(number), "forged", in: authority) }
            }
            let blind = try await test.database.read { try $0.verifyJournal(of: authority) }
            #expect(blind.fault == nil)
            let seeing = try await test.database.read { try $0.verifyJournal(of: authority, noted: noted) }
            #expect(seeing.fault == JournalFault(sequence: 8, kind: .otherThanNoted))
        }
    }

    @Test(
        arguments: TestEngine.available,
        ["UPDATE event SET reason = 'other'", "DELETE FROM event WHERE sequence = 1", "DELETE FROM event"])
    func `the schema itself refuses to change or remove an event`(_ engine: TestEngine, _ sql: String)
        async throws
    {
        try await Self.withEightEvents(engine) { test, authority in
            await #expect(throws: StorageError.self) { try await test.database.write { try $0.run(sql) } }
            let verdict = try await test.database.read { try $0.verifyJournal(of: authority) }
            #expect(verdict.events == 8)
        }
    }

    @Test func `the hash is SHA-256 over marked, counted fields`() {
        // Worked out with Python's hashlib from the words of docs/decisions/storage.md.
        let entry = JournalEntry(
            authority: ID(7), sequence: 1, at: "2026-11-21T12:00:00.000Z", actor: ID(9),
            kind: "action.closed",
            subject: "action", subjectID: "0000000000abc", plan: nil, from: nil, to: "{\"closed\":true}",
            reason: "", previousHash: JournalEntry.noHash, hash: "")
        #expect(entry.computedHash == "4e21c1451bcc4d2eda28878d0e864754c7f305d16506ebc395d9ddb5d444a6c9")
    }

    @Test(arguments: TestEngine.available)
    func `a reference stands for a value without holding it, until the salt is erased`(
        _ engine: TestEngine
    ) async throws {
        try await Samples.with(engine) { test, authority in
            let other = try await test.database.write {
                try $0.found(authority: "Brinmouth City Council", at: Samples.noon)
            }
            let references = try await test.database.read { connection in
                [
                    try connection.reference(to: Sensitive("CASE-1"), in: authority),
                    try connection.reference(to: Sensitive("CASE-1"), in: authority),
                    try connection.reference(to: Sensitive("CASE-2"), in: authority),
                    try connection.reference(to: Sensitive("CASE-1"), in: other),
                ]
            }
            #expect(references[0] == references[1])
            #expect(Set(references).count == 3)
            try await test.database.write {
                try $0.run("UPDATE authority SET salt = NULL WHERE id = $1", [.id(authority)])
            }
            await #expect(throws: StorageError.self) {
                try await test.database.read { try $0.reference(to: Sensitive("CASE-1"), in: authority) }
            }
        }
    }

    static func withEightEvents(
        _ engine: TestEngine, _ body: @Sendable (TestDatabase, ID<Authority>) async throws -> Void
    ) async throws {
        try await Samples.with(engine) { test, authority in
            for number in 2...8 {
                try await test.database.write {
                    try $0.recordShelf(Int64(number), "s\(number)", in: authority)
                }
            }
            try await body(test, authority)
        }
    }

    static func takeTriggersAway(_ test: TestDatabase) async throws {
        try await Database.script(
            test.engine == .sqlite
                ? "DROP TRIGGER event_not_updated; DROP TRIGGER event_not_deleted"
                : "DROP TRIGGER event_kept ON event", at: test.place)
    }
}
