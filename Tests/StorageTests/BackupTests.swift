import FoundationEssentials
import Glibc
import Kernel
import StorageTesting
import Testing

@testable import Storage

@Suite struct BackupTests {
    @Test(arguments: TestEngine.available, TestEngine.available)
    func `a backup made while serving comes back whole, on either engine`(
        _ from: TestEngine, _ to: TestEngine
    ) async throws {
        try await Self.withFile { path in
            try await Samples.with(from) { test, authority in
                let bytes = (0..<(3 << 20)).map { UInt8(truncatingIfNeeded: $0 &* 7) }
                let file = try await test.database.write { connection in
                    // Row 1 hangs under row 2, which comes after it.
                    try connection.insertShelf(2, "Zoë’s £5", in: authority)
                    try connection.insertShelf(1, "under", above: 2, in: authority)
                    return try connection.keep(
                        bytes, name: "plan.docx", mediaType: "application/zip", for: authority,
                        at: Samples.noon)
                }
                let writing = Task {
                    var number: Int64 = 10
                    while !Task.isCancelled {
                        let next = number
                        try await test.database.write {
                            try $0.insertShelf(next, "w\(next)", in: authority)
                            try $0.recordShelf(next, "w\(next)", in: authority)
                        }
                        number += 1
                    }
                }
                while try await test.database.read({ try $0.labels(in: authority).count }) < 4 {}
                let made = try await test.database.backup(to: path, at: Samples.noon)
                writing.cancel()
                _ = await writing.result
                var status = stat()
                #expect(stat(path, &status) == 0)
                #expect(status.st_mode & 0o777 == 0o600)

                let place = try await to.newPlace()
                let restored = try await Database.restore(path, to: place, migrations: Samples.migrations)
                #expect(restored.rows == made.rows)
                #expect(restored.made == Samples.noon)
                #expect(restored.journals.map(\.fault) == [nil])
                // One event for each row that was written under way, and the founding.
                let shelves = try #require(made.rows["shelf"])
                #expect(shelves > 2)
                #expect(made.rows["event"] == shelves - 1)

                let back = try await Database.open(place, migrations: Samples.migrations)
                let same = try await back.read { connection in
                    try connection.file(file.id, of: authority).map {
                        try connection.bytes(of: $0, of: authority) == bytes
                    }
                }
                #expect(same == true)
                let count = try await back.read { try $0.labels(in: authority).count }
                #expect(count == shelves)
                // Serving goes on where it stopped.
                try await back.write { try $0.recordShelf(1, "after", in: authority) }
                let verdict = try await back.read { try $0.verifyJournal(of: authority) }
                #expect(verdict.fault == nil)
                await back.close()
                await to.remove(place)
            }
        }
    }

    @Test(arguments: TestEngine.available)
    func `a place that holds records is refused, and left as it was`(_ engine: TestEngine) async throws {
        try await Self.withFile { path in
            try await Samples.with(engine) { test, authority in
                try await test.database.backup(to: path, at: Samples.noon)
                try await test.database.write { try $0.insertShelf(1, "later", in: authority) }
                let error = await #expect(throws: BackupError.self) {
                    try await Database.restore(path, to: test.place, migrations: Samples.migrations)
                }
                guard case .targetInUse = error else {
                    Issue.record("\(String(describing: error))")
                    return
                }
                let labels = try await test.database.read { try $0.labels(in: authority) }
                #expect(labels == ["later"])
            }
        }
    }

    @Test func `a damaged file is refused, wherever the damage is, and nothing is made`() async throws {
        try await Self.withFile { path in
            try await Samples.with(.sqlite) { test, _ in
                try await test.database.backup(to: path, at: Samples.noon)
                let whole = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
                var damaged: [[UInt8]] = [[], Array("PK".utf8), Array(whole.dropLast()), whole + [0]]
                for place in stride(from: 0, to: whole.count, by: 97) {
                    var bytes = whole
                    bytes[place] ^= 1
                    damaged.append(bytes)
                }
                for bytes in damaged {
                    try Data(bytes).write(to: URL(fileURLWithPath: path))
                    let place = try await TestEngine.sqlite.newPlace()
                    let error = await #expect(throws: BackupError.self) {
                        try await Database.restore(path, to: place, migrations: Samples.migrations)
                    }
                    guard case .damaged = error, case .folder(let folder) = place else {
                        Issue.record("\(String(describing: error))")
                        return
                    }
                    #expect(!FileManager.default.fileExists(atPath: folder))
                }
            }
        }
    }

    @Test(arguments: TestEngine.available)
    func `a backup of a newer schema is refused, an older one is brought up to date`(
        _ engine: TestEngine
    ) async throws {
        try await Self.withFile { path in
            try await Samples.with(engine) { test, authority in
                try await test.database.write { try $0.insertShelf(1, "old", in: authority) }
                try await test.database.backup(to: path, at: Samples.noon)
                let first = try await engine.newPlace()
                let error = await #expect(throws: BackupError.self) {
                    try await Database.restore(path, to: first, migrations: [])
                }
                guard case .newer = error else {
                    Issue.record("\(String(describing: error))")
                    return
                }
                await engine.remove(first)

                let later = Migration(
                    number: 905, name: "depth",
                    sql: "ALTER TABLE shelf ADD COLUMN depth INTEGER NOT NULL DEFAULT 3")
                let place = try await engine.newPlace()
                _ = try await Database.restore(path, to: place, migrations: Samples.migrations + [later])
                let back = try await Database.open(place, migrations: Samples.migrations + [later])
                let depth = try await back.read { try $0.first("SELECT depth FROM shelf") { try $0.int(0) } }
                #expect(depth == 3)
                await back.close()
                await engine.remove(place)
            }
        }
    }

    @Test func `a backup that cannot be written leaves nothing behind`() async throws {
        try await Samples.with(.sqlite) { test, _ in
            let error = await #expect(throws: BackupError.self) {
                try await test.database.backup(to: "/nowhere/at/all.backup", at: Samples.noon)
            }
            #expect(error?.description.contains("/nowhere/at/all.backup cannot be written") == true)
        }
    }

    static func withFile(_ body: (String) async throws -> Void) async throws {
        let name = "plumbline-" + String(UInt64.random(in: 0 ..< .max), radix: 36) + ".backup"
        let path = FileManager.default.temporaryDirectory.appendingPathComponent(name).path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try await body(path)
    }
}
