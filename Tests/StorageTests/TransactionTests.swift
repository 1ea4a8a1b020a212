import Kernel
import StorageTesting
import Testing

@testable import Storage

@Suite struct TransactionTests {
    @Test(arguments: TestEngine.available)
    func `what a write returns from is there to read, and what it throws from is not`(
        _ engine: TestEngine
    ) async throws {
        struct Regret: Error {}
        try await Samples.with(engine) { test, authority in
            try await test.database.write { try $0.insertShelf(1, "kept", in: authority) }
            await #expect(throws: Regret.self) {
                try await test.database.write {
                    try $0.insertShelf(2, "regretted", in: authority)
                    try $0.recordShelf(2, "regretted", in: authority)
                    throw Regret()
                }
            }
            let labels = try await test.database.read { try $0.labels(in: authority) }
            #expect(labels == ["kept"])
            let verdict = try await test.database.read { try $0.verifyJournal(of: authority) }
            #expect(verdict.fault == nil)
            #expect(verdict.events == 1)
        }
    }

    @Test(arguments: TestEngine.available)
    func `a write that swallows a failed statement is undone all the same`(_ engine: TestEngine) async throws
    {
        try await Samples.with(engine) { test, authority in
            await #expect(throws: StorageError.conflict(.check("shelf_has_label"))) {
                try await test.database.write {
                    try $0.insertShelf(1, "first", in: authority)
                    try? $0.insertShelf(2, "", in: authority)
                }
            }
            let labels = try await test.database.read { try $0.labels(in: authority) }
            #expect(labels.isEmpty)
        }
    }

    @Test(arguments: TestEngine.available)
    func `each kind of conflict has the same words on both engines`(_ engine: TestEngine) async throws {
        try await Samples.with(engine) { test, authority in
            try await test.database.write { try $0.insertShelf(1, "first", in: authority) }
            func conflict(_ body: @escaping @Sendable (Connection) throws -> Void) async -> StorageError? {
                await #expect(throws: StorageError.self) { try await test.database.write(body) }
            }
            let key = await conflict { try $0.insertShelf(1, "other", in: authority) }
            #expect(key == .conflict(.unique(table: "shelf", columns: ["authority", "id"])))
            let label = await conflict { try $0.insertShelf(2, "first", in: authority) }
            #expect(label == .conflict(.unique(table: "shelf", columns: ["authority", "label"])))
            let above = await conflict { try $0.insertShelf(2, "second", above: 77, in: authority) }
            #expect(above == .conflict(.foreign))
            let missing = await conflict {
                try $0.run("INSERT INTO shelf (authority, id) VALUES ($1, 3)", [.id(authority)])
            }
            #expect(missing == .conflict(.missing(table: "shelf", column: "label")))
        }
    }

    @Test(arguments: TestEngine.available)
    func `writers stand in line: a hundred at once lose no count`(_ engine: TestEngine) async throws {
        try await Samples.with(engine) { test, authority in
            try await test.database.write {
                try $0.run(
                    "INSERT INTO shelf (authority, id, label, width) VALUES ($1, 1, 'counter', 0)",
                    [.id(authority)])
            }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<100 {
                    group.addTask {
                        let add: @Sendable (Connection) throws -> Void = { connection in
                            let width = try connection.first("SELECT width FROM shelf", []) { try $0.real(0) }
                            try connection.run("UPDATE shelf SET width = $1", [.real((width ?? 0) + 1)])
                            try connection.recordShelf(Int64(number), "counter", in: authority)
                        }
                        if number.isMultiple(of: 2) {
                            try await test.database.write(add)
                        } else {
                            try await test.database.write(for: authority, add)
                        }
                    }
                }
                try await group.waitForAll()
            }
            let width = try await test.database.read {
                try $0.first("SELECT width FROM shelf") { try $0.real(0) }
            }
            #expect(width == 100)
            let verdict = try await test.database.read { try $0.verifyJournal(of: authority) }
            #expect(verdict.fault == nil)
            #expect(verdict.events == 101)
        }
    }

    @Test(arguments: TestEngine.available)
    func `a read sees one moment, whatever is written meanwhile`(_ engine: TestEngine) async throws {
        try await Samples.with(engine) { test, authority in
            let (begun, hasBegun) = AsyncStream<Void>.makeStream()
            let gate = Gate()
            async let counts = test.database.read { connection in
                let before = try connection.labels(in: authority).count
                hasBegun.yield()
                gate.wait()
                return [before, try connection.labels(in: authority).count]
            }
            for await _ in begun { break }
            try await test.database.write { try $0.insertShelf(1, "late", in: authority) }
            gate.open()
            let seen = try await counts
            #expect(seen == [0, 0])
        }
    }

    @Test func `SQLite waits for the disk at every commit`() async throws {
        try await Samples.with(.sqlite) { test, _ in
            let setting = try await test.database.write {
                try $0.first("PRAGMA synchronous") { try $0.int(0) }
            }
            #expect(setting == 2)
            let foreign = try await test.database.write {
                try $0.first("PRAGMA foreign_keys") { try $0.int(0) }
            }
            #expect(foreign == 1)
        }
    }
}
