import Kernel
import StorageTesting
import Testing

@testable import Storage

@Suite struct ValueTests {
    @Test(arguments: TestEngine.available)
    func `many rows go in with few statements, each value in its place`(_ engine: TestEngine) async throws {
        try await Samples.with(engine) { test, authority in
            try await test.database.write { connection in
                try connection.insert(
                    into: "shelf", ["authority", "id", "label"],
                    rows: (1...1700).map { [.id(authority), .int($0), .text("shelf \($0)")] })
            }
            let labels = try await test.database.read { connection in
                try connection.rows("SELECT id, label FROM shelf ORDER BY id") {
                    (try $0.int(0), try $0.text(1))
                }
            }
            #expect(labels.count == 1700)
            #expect(labels.allSatisfy { $0.1 == "shelf \($0.0)" })
        }
    }

    @Test(arguments: TestEngine.available)
    func `every kind of value comes back as it went in`(_ engine: TestEngine) async throws {
        try await Samples.with(engine) { test, authority in
            let day = try #require(Day("2026-03-31"))
            let bytes = (0..<3000).map { UInt8(truncatingIfNeeded: $0) }
            try await test.database.write { connection in
                try connection.run(
                    """
                    INSERT INTO shelf (authority, id, label, width, since, picture)
                    VALUES ($1, $2, $3, $4, $5, $6)
                    """,
                    [
                        .id(authority), .integer(.max), .text("Zoë’s £ shelf\0 'quoted' $1"), .real(0.1),
                        .day(day),
                        .blob(bytes),
                    ])
                // $2 before $1, and an empty text and blob.
                try connection.run(
                    "INSERT INTO shelf (authority, id, label, since, picture) VALUES ($2, $1, $3, $4, $5)",
                    [.integer(-5), .id(authority), "x", "", .blob([])])
            }
            let query = "SELECT id, label, width, since, picture, above FROM shelf ORDER BY id DESC"
            let full = try await test.database.read { connection in
                try connection.first(query) { (row: Row) throws -> Bool in
                    #expect(try row.integer(0) == .max)
                    // NUL cannot be kept by PostgreSQL: both keep U+FFFD.
                    #expect(try row.text(1) == "Zoë’s £ shelf\u{FFFD} 'quoted' $1")
                    #expect(try row.real(2) == 0.1)
                    #expect(try row.day(3) == day)
                    #expect(try row.blob(4) == bytes)
                    #expect(try row.intOrNil(5) == nil)
                    return true
                }
            }
            #expect(full == true)
            let sparse = try await test.database.read { connection in
                try connection.rows(query) { row in
                    [try row.textOrNil(3) ?? "null", "\(try row.blobOrNil(4)?.count ?? -1)"]
                }.last
            }
            #expect(sparse == ["", "0"])
        }
    }

    @Test(arguments: TestEngine.available)
    func `a null filter, a boolean, a sum and a cast mean the same`(_ engine: TestEngine) async throws {
        try await Samples.with(engine) { test, authority in
            try await test.database.write {
                try $0.insertShelf(1, "b", in: authority)
                try $0.insertShelf(2, "B", above: 1, in: authority)
                try $0.insertShelf(1 << 40, "a", above: 1, in: authority)
            }
            let none: ID<Person>? = nil
            let found = try await test.database.read { connection in
                try connection.rows(
                    "SELECT label FROM shelf WHERE ($1 IS NULL OR above = $1) ORDER BY label", [.id(none)]
                ) { try $0.text(0) }
            }
            // Byte order on both: capitals first.
            #expect(found == ["B", "a", "b"])
            let facts = try await test.database.read { connection in
                try connection.first(
                    """
                    SELECT EXISTS (SELECT 1 FROM shelf WHERE id = $1), SUM(above), COUNT(*),
                        CAST('1099511627776' AS INTEGER) = MAX(id) FROM shelf
                    """, [1]
                ) { [try $0.int(0), try $0.int(1), try $0.int(2), try $0.int(3)] }
            }
            #expect(facts == [1, 2, 3, 1])
        }
    }

    @Test(arguments: TestEngine.available)
    func `a wrong type or column is a fault of ours`(_ engine: TestEngine) async throws {
        try await Samples.with(engine) { test, _ in
            await #expect(throws: StorageError.self) {
                try await test.database.read { try $0.first("SELECT name FROM authority") { try $0.int(0) } }
            }
            await #expect(throws: StorageError.self) {
                try await test.database.read { try $0.first("SELECT name FROM authority") { try $0.text(1) } }
            }
            await #expect(throws: StorageError.self) {
                try await test.database.read {
                    try $0.first("SELECT name FROM authority", [1]) { try $0.text(0) }
                }
            }
            await #expect(throws: StorageError.self) {
                try await test.database.read { try $0.run("DELETE FROM shelf") }
            }
        }
    }

    @Test(arguments: TestEngine.available)
    func `a file is kept in parts and comes back whole`(_ engine: TestEngine) async throws {
        try await Samples.with(engine) { test, authority in
            for size in [0, 1, 1 << 20, (5 << 19) + 7] {
                let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31) }
                let file = try await test.database.write {
                    try $0.keep(
                        bytes, name: "plan.docx", mediaType: "application/zip", for: authority,
                        at: Samples.noon)
                }
                let back = try await test.database.read { connection in
                    try connection.file(file.id, of: authority).map {
                        ($0 == file, try connection.bytes(of: $0, of: authority) == bytes)
                    }
                }
                #expect(back?.0 == true)
                #expect(back?.1 == true)
            }
        }
    }

    @Test(arguments: TestEngine.available)
    func `the same statement may run inside its own rows`(_ engine: TestEngine) async throws {
        try await Samples.with(engine) { test, authority in
            try await test.database.write {
                try $0.insertShelf(1, "a", in: authority)
                try $0.insertShelf(2, "b", in: authority)
            }
            let pairs = try await test.database.read { connection in
                try connection.rows("SELECT label FROM shelf ORDER BY label") { outer in
                    try connection.rows("SELECT label FROM shelf ORDER BY label") { inner in
                        try outer.text(0) + inner.text(0)
                    }
                }.flatMap { $0 }
            }
            #expect(pairs == ["aa", "ab", "ba", "bb"])
        }
    }

    @Test(arguments: TestEngine.available)
    func `rows of more values than one statement takes go in all the same`(_ engine: TestEngine) async throws
    {
        try await Samples.with(engine) { test, authority in
            try await test.database.write { connection in
                try connection.insert(
                    into: "shelf", ["authority", "id", "label"],
                    rows: (1...2000).map { [.id(authority), .int($0), .text("Shelf \($0)")] })
            }
            let found = try await test.database.read {
                try $0.first("SELECT COUNT(*), CAST(SUM(id) AS INTEGER) FROM shelf") {
                    [try $0.int(0), try $0.int(1)]
                }
            }
            #expect(found == [2000, 2_001_000])
        }
    }
}
