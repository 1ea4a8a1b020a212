import App
import FoundationEssentials
import Storage
import StorageTesting
import Testing

@Suite struct SchemaTests {
    /// `PLUMBLINE_WRITE_SCHEMA=1 swift test --filter SchemaTests` writes the file anew after a migration was added.
    @Test func `the migrated schema is the one written down in docs`() async throws {
        let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        let path = root + "/docs/schema.sql"
        let schema = try await TestDatabase.with(.sqlite, migrations: App.migrations) {
            try await $0.database.schemaText()
        }
        if ProcessInfo.processInfo.environment["PLUMBLINE_WRITE_SCHEMA"] != nil {
            try Data(schema.utf8).write(to: URL(fileURLWithPath: path))
        }
        let written = String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
        #expect(schema == written)
    }

    @Test(arguments: TestEngine.available)
    func `every feature's schema stands on both engines, and every key begins with the authority`(
        _ engine: TestEngine
    ) async throws {
        try await TestDatabase.with(engine, migrations: App.migrations) { test in
            let keys = try await test.database.primaryKeyStarts()
            // What belongs to no authority: the site, and the schema itself.
            let exceptions = ["authority": "id", "migration": "number", "site_secret": "id"]
            for (table, column) in keys where exceptions[table] != column {
                #expect(column == "authority", "\(table) begins with \(column)")
            }
            #expect(keys.count > 5)
        }
    }
}
