import FoundationEssentials
import Glibc
package import Kernel

/// What a restore brought back, and the state of each journal afterwards.
package struct RestoreSummary: Sendable {
    package let made: Instant
    package let rows: [String: Int]
    package let journals: [JournalVerdict]
}

extension Database {
    /// Brings a backup back into a place that holds nothing yet, on either engine, and reads its journals through.
    ///
    /// Throws `BackupError` when the file is damaged or a newer Plumbline made it, or the place is in use; the place
    /// is then as it was. A journal that was broken before the backup is brought back as it is, and said so.
    package static func restore(
        _ path: String, to place: DatabasePlace, migrations: [Migration]
    ) async throws -> RestoreSummary {
        // Looked through before anything is touched.
        _ = try BackupReader(path: path)
        switch place {
        case .postgres:
            return try await restore(path, into: place, migrations)
        case .folder(let folder):
            let target = folder + "/" + SQLiteEngine.fileName
            guard access(target, F_OK) != 0 else {
                throw BackupError.targetInUse("\(folder) holds a database already; choose an empty folder.")
            }
            // Made in a folder of its own, so that a restore cut short leaves nothing that looks whole.
            let beside = folder + "/restoring-" + String(UInt32.random(in: 0 ..< .max), radix: 36)
            defer { try? FileManager.default.removeItem(atPath: beside) }
            let summary = try await restore(path, into: .folder(beside), migrations)
            guard rename(beside + "/" + SQLiteEngine.fileName, target) == 0 else {
                throw BackupError.cannotWrite(
                    "\(target) cannot be made: \(String(cString: strerror(errno))).")
            }
            Folder.keepNames(in: folder)
            return summary
        }
    }

    private static func restore(
        _ path: String, into place: DatabasePlace, _ migrations: [Migration]
    ) async throws -> RestoreSummary {
        let database = try await connect(place)
        do {
            let summary = try await database.fill(from: path, migrations)
            try await database.engine.settle()
            await database.close()
            return summary
        } catch {
            await database.close()
            throw error
        }
    }

    private func fill(from path: String, _ migrations: [Migration]) async throws -> RestoreSummary {
        try await read { try $0.refuseUnlessEmpty() }
        let manifest = try BackupReader(path: path).manifest()
        let known = StorageSchema.migrations + migrations
        for one in manifest.migrations {
            guard known.contains(where: { $0.number == one.number && $0.digest == one.digest }) else {
                throw BackupError.newer(
                    "\(path) was made by another, probably newer, Plumbline (migration \(one.number), \(one.name)); "
                        + "install that one to restore it.")
            }
        }
        // First the schema that the rows were in, then the rows, then what came later.
        let then = Set(manifest.migrations.map(\.number))
        try await migrate(migrations.filter { then.contains($0.number) })
        let rows = try await write { try $0.fill(from: BackupReader(path: path)) }
        try await migrate(migrations)
        let journals = try await read { connection in
            try connection.authorities().map { try connection.verifyJournal(of: $0.id) }
        }
        return RestoreSummary(made: manifest.made, rows: rows, journals: journals)
    }
}

extension BackupReader {
    fileprivate func manifest() throws -> BackupManifest {
        guard case .manifest(let bytes) = try next(), let manifest = BackupManifest(bytes) else {
            throw damaged
        }
        return manifest
    }
}

extension Connection {
    /// A schema without an authority counts as empty: nobody has set it up.
    fileprivate func refuseUnlessEmpty() throws {
        let tables = try tables()
        if tables.isEmpty { return }
        let isOurs =
            tables.contains { $0.name == "authority" } && tables.contains { $0.name == "journal_head" }
        if isOurs, try first("SELECT 1 FROM authority", [], { _ in true }) == nil { return }
        throw BackupError.targetInUse("The database holds records already; choose an empty one.")
    }

    fileprivate func fill(from reader: BackupReader) throws -> [String: Int] {
        // A row may stand before the one that it points at.
        try session.script(
            session.dialect == .sqlite ? "PRAGMA defer_foreign_keys = ON" : "SET CONSTRAINTS ALL DEFERRED")
        let tables = Dictionary(uniqueKeysWithValues: try tables().map { ($0.name, $0) })
        for name in tables.keys where name != "migration" { try run("DELETE FROM \"\(name)\"") }
        _ = try reader.manifest()
        var counts: [String: Int] = [:]
        var insert = (sql: "", kinds: [SQLValue.Kind](), table: "")
        while let record = try reader.next() {
            switch record {
            case .manifest: throw reader.damaged
            case .table(let bytes):
                guard let table = BackupTable(bytes), let target = tables[table.name],
                    table.name != "migration",
                    let statement = target.insert(table.columns)
                else { throw reader.damaged }
                insert = (statement.sql, statement.kinds, table.name)
                counts[table.name] = 0
            case .row(let values):
                guard values.count == insert.kinds.count else { throw reader.damaged }
                try run(insert.sql, zip(values, insert.kinds).map { $0 == .null ? .nothing($1) : $0 })
                counts[insert.table, default: 0] += 1
            case .end(let bytes):
                guard let said = JSON(parsing: bytes),
                    counts.allSatisfy({ said[$0.key]?.integer == $0.value })
                else { throw reader.damaged }
                return counts
            }
        }
        throw reader.damaged
    }
}

extension Table {
    /// The statement that puts in rows of those columns; nil when the table has no such column.
    fileprivate func insert(_ names: [String]) -> (sql: String, kinds: [SQLValue.Kind])? {
        let kinds = names.compactMap { name in columns.first { $0.name == name }?.kind }
        guard kinds.count == names.count else { return nil }
        let list = names.map { "\"\($0)\"" }.joined(separator: ", ")
        let values = names.indices.map { "$\($0 + 1)" }.joined(separator: ", ")
        return ("INSERT INTO \"\(name)\" (\(list)) VALUES (\(values))", kinds)
    }
}
