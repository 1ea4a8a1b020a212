import Kernel
import Storage
import StorageTesting

/// A small schema and some events that the tests of the store share.
enum Samples {
    /// 21 November 2026, 12:00 UTC.
    static let noon = Instant(milliseconds: 1_795_262_400_000)

    static let migrations = [
        Migration(
            number: 900, name: "shelf",
            sql: """
                CREATE TABLE shelf (
                    authority INTEGER NOT NULL REFERENCES authority (id),
                    id INTEGER NOT NULL,
                    above INTEGER, -- the shelf over this one
                    label TEXT NOT NULL,
                    width REAL,
                    since TEXT,
                    picture BLOB,
                    CONSTRAINT shelf_has_label CHECK (label <> ''),
                    PRIMARY KEY (authority, id),
                    UNIQUE (authority, label),
                    FOREIGN KEY (authority, above) REFERENCES shelf (authority, id)
                )
                """)
    ]

    static func with<T: Sendable>(
        _ engine: TestEngine, _ body: @Sendable (TestDatabase, ID<Authority>) async throws -> T
    ) async throws -> T {
        try await TestDatabase.with(engine, migrations: migrations) { test in
            let authority = try await test.database.write {
                try $0.found(authority: "Ashmere County Council", at: noon)
            }
            return try await body(test, authority)
        }
    }
}

extension Connection {
    func insertShelf(_ id: Int64, _ label: String, above: Int64? = nil, in authority: ID<Authority>) throws {
        try run(
            "INSERT INTO shelf (authority, id, above, label) VALUES ($1, $2, $3, $4)",
            [.id(authority), .integer(id), above.map { .integer($0) } ?? .null, .text(label)])
    }

    func recordShelf(_ id: Int64, _ label: String, in authority: ID<Authority>) throws {
        try record(
            Event(
                authority: authority, at: Samples.noon, actor: nil, kind: "shelf.put", subject: "shelf",
                subjectID: String(id), to: ["label": .string(label)]))
    }

    func labels(in authority: ID<Authority>) throws -> [String] {
        try rows("SELECT label FROM shelf WHERE authority = $1 ORDER BY label", [.id(authority)]) {
            try $0.text(0)
        }
    }
}
