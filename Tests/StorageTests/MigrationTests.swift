import Kernel
import StorageTesting
import Testing

@testable import Storage

@Suite struct MigrationTests {
    private static let shelf = Samples.migrations[0]
    private static let later = Migration(
        number: 905, name: "drawer",
        sql:
            "CREATE TABLE drawer (authority INTEGER NOT NULL, id INTEGER NOT NULL, PRIMARY KEY (authority, id));"
    )

    @Test(arguments: TestEngine.available)
    func `each migration runs once, and a later one joins`(_ engine: TestEngine) async throws {
        try await Samples.with(engine) { test, authority in
            try await test.database.write { try $0.insertShelf(1, "kept", in: authority) }
            let again = try await Database.open(test.place, migrations: [Self.later, Self.shelf])
            let labels = try await again.read { try $0.labels(in: authority) }
            #expect(labels == ["kept"])
            try await again.write { try $0.run("INSERT INTO drawer (authority, id) VALUES (1, 1)") }
            // The store's own two, and these two.
            let all = try await again.read { try $0.schemaStanding(against: [Self.shelf, Self.later]) }
            #expect(all == SchemaStanding(applied: 4, missing: 0, unknown: 0))
            let older = try await again.read { try $0.schemaStanding(against: [Self.shelf]) }
            #expect(older == SchemaStanding(applied: 4, missing: 0, unknown: 1))
            await again.close()
        }
    }

    @Test(arguments: TestEngine.available)
    func `a changed or an unknown migration is refused with a sentence`(_ engine: TestEngine) async throws {
        try await Samples.with(engine) { test, _ in
            let changed = Migration(number: 900, name: "shelf", sql: Self.shelf.sql + " ")
            let first = await #expect(throws: StorageError.self) {
                try await Database.open(test.place, migrations: [changed])
            }
            #expect(first?.description.contains("not the one that made this database") == true)
            let second = await #expect(throws: StorageError.self) {
                try await Database.open(test.place, migrations: [])
            }
            #expect(second?.description.contains("A newer Plumbline made this database") == true)
        }
    }

    @Test(arguments: TestEngine.available)
    func `a migration that fails leaves nothing behind`(_ engine: TestEngine) async throws {
        try await Samples.with(engine) { test, _ in
            let broken = Migration(number: 905, name: "drawer", sql: Self.later.sql + "; CREATE TABLE oops (")
            await #expect(throws: StorageError.self) {
                try await Database.open(test.place, migrations: [Self.shelf, broken])
            }
            let mended = try await Database.open(test.place, migrations: [Self.shelf, Self.later])
            await mended.close()
        }
    }

    @Test(arguments: TestEngine.available)
    func `two processes that open a new database at once both can`(_ engine: TestEngine) async throws {
        let place = try await engine.newPlace()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<4 {
                group.addTask { await (try Database.open(place, migrations: Samples.migrations)).close() }
            }
            try await group.waitForAll()
        }
        await engine.remove(place)
    }

    @Test func `the shared dialect becomes each engine's own`() {
        let sql = """
            CREATE TABLE a ( -- a comment; with a semicolon
                authority INTEGER NOT NULL, note TEXT DEFAULT 'INTEGER; TEXT', share REAL, face BLOB,
                CHECK (CAST(note AS TEXT) <> ''), PRIMARY KEY (authority)
            );
            CREATE INDEX a_note ON a (authority, note)
            """
        let sqlite = SchemaText.translated(sql, for: .sqlite)
        #expect(sqlite.contains(") STRICT;"))
        #expect(!sqlite.contains("comment"))
        #expect(!sqlite.hasSuffix("STRICT"))
        let postgres = SchemaText.translated(sql, for: .postgres)
        #expect(postgres.contains("authority BIGINT NOT NULL"))
        #expect(postgres.contains("note TEXT COLLATE \"C\" DEFAULT 'INTEGER; TEXT'"))
        #expect(postgres.contains("share DOUBLE PRECISION, face BYTEA"))
        #expect(postgres.contains("CAST(note AS TEXT)"))
        let ready = "CREATE TABLE b (id INTEGER) STRICT"
        #expect(SchemaText.translated(ready, for: .sqlite) == ready)
        #expect(SchemaText.translated(ready, for: .postgres) == "CREATE TABLE b (id BIGINT)")
    }
}
