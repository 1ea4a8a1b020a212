package import Kernel

/// What a backup holds.
package struct BackupSummary: Sendable, Hashable {
    package let made: Instant
    /// The rows of each table.
    package let rows: [String: Int]
}

extension Database {
    /// Copies every record and file, as they stand at one moment, into one file, while others read and write.
    ///
    /// The file has mode 0600, its name only once it is whole, and is the same for both engines.
    @discardableResult
    package func backup(to path: String, at instant: Instant) async throws -> BackupSummary {
        let engine = try await engineName
        return try await read { connection in
            let writer = try BackupWriter(path: path)
            let migrations = try connection.appliedMigrations().sorted { $0.key < $1.key }
            let manifest = BackupManifest(
                made: instant, engine: engine,
                migrations: migrations.map { ($0.key, $0.value.name, $0.value.digest) })
            try writer.add(.manifest(manifest.bytes))
            var counts: [String: Int] = [:]
            for table in try connection.tables() where table.name != "migration" {
                counts[table.name] = try connection.copy(table, to: writer)
            }
            let members = counts.sorted { $0.key < $1.key }.map {
                JSON.Member($0.key, .integer(Int64($0.value)))
            }
            try writer.add(.end(Array(JSON.object(members).text().utf8)))
            try writer.finish()
            return BackupSummary(made: instant, rows: counts)
        }
    }
}

extension Connection {
    fileprivate func copy(_ table: Table, to writer: BackupWriter) throws -> Int {
        let columns = table.columns.map(\.name)
        try writer.add(.table(BackupTable(name: table.name, columns: columns).bytes))
        let list = columns.map { "\"\($0)\"" }.joined(separator: ", ")
        // Rows that hold bytes may be a megabyte each.
        let few = table.columns.contains { $0.kind == .blob }
        var count = 0
        try session.stream("SELECT \(list) FROM \"\(table.name)\"", page: few ? 8 : 1000) { row in
            try writer.add(.row(try columns.indices.map { try row.value($0, as: table.columns[$0].kind) }))
            count += 1
        }
        return count
    }
}
