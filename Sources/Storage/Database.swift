import Glibc
package import Kernel

/// The records: one SQL, on SQLite or on PostgreSQL.
package struct Database: Sendable {
    let engine: any Engine

    /// Opens the place, makes what is missing, and brings its schema up to the migrations given.
    ///
    /// The store's own migrations are always among them. Throws `StorageError.unusable` with a sentence when
    /// the folder cannot be used, a migration was changed after it ran, or a newer Plumbline made the schema.
    package static func open(_ place: DatabasePlace, migrations: [Migration]) async throws -> Database {
        let database = try await connect(place)
        do {
            try await database.migrate(migrations)
        } catch {
            await database.close()
            throw error
        }
        return database
    }

    /// Opens records that are there already, with the schema that they have: for backup, doctor and the journal.
    package static func existing(at place: DatabasePlace) async throws -> Database {
        if case .folder(let folder) = place, access(folder + "/" + SQLiteEngine.fileName, F_OK) != 0 {
            throw StorageError.unusable("There are no records in \(folder); name their folder with --data.")
        }
        let database = try await connect(place)
        let isOurs = try await database.read { connection in
            try connection.tables().contains { $0.name == "journal_head" }
        }
        guard isOurs else {
            await database.close()
            throw StorageError.unusable("That database holds no records of Plumbline.")
        }
        return database
    }

    /// Opens the place as it is, without touching its schema.
    static func connect(_ place: DatabasePlace) async throws -> Database {
        switch place {
        case .folder(let path): Database(engine: try await SQLiteEngine.open(folder: path))
        case .postgres(let url): Database(engine: try await PostgresEngine.open(url: url))
        }
    }

    /// Runs statements as they stand, in one transaction, on a place whose schema is not looked at: for tests.
    package static func script(_ sql: String, at place: DatabasePlace) async throws {
        let database = try await connect(place)
        do {
            try await database.write { try $0.session.script(sql) }
        } catch {
            await database.close()
            throw error
        }
        await database.close()
    }

    /// Reads from one snapshot: what others write meanwhile does not show.
    package func read<T: Sendable>(
        _ body: @escaping @Sendable (Connection) throws -> T
    ) async throws -> T {
        try await engine.read { try body(Connection(session: $0)) }
    }

    /// Changes records in one transaction, kept whole when this returns, and not at all when it throws.
    ///
    /// Writers stand in line, so that what `body` has read still holds when it writes. `body` may be run again
    /// after a busy or broken connection: it must do nothing but read and write records. After a statement has
    /// failed the transaction is lost, even where `body` catches the error.
    @discardableResult
    package func write<T: Sendable>(
        _ body: @escaping @Sendable (Connection) throws -> T
    ) async throws -> T {
        try await engine.write(for: nil) { try body(Connection(session: $0)) }
    }

    /// The same, for one authority's records alone: on PostgreSQL writers of other authorities need not wait.
    @discardableResult
    package func write<T: Sendable>(
        for authority: ID<Authority>, _ body: @escaping @Sendable (Connection) throws -> T
    ) async throws -> T {
        try await engine.write(for: authority.rawValue) { try body(Connection(session: $0)) }
    }

    /// Waits for what is under way and lets go of the database.
    package func close() async {
        await engine.close()
    }

    /// The engine and its version, for `doctor`: `SQLite 3.40.1`.
    package var engineName: String {
        get async throws { try await engine.name }
    }
}

/// SQLite or PostgreSQL, behind the one face.
protocol Engine: Sendable {
    var name: String { get async throws }
    func read<T: Sendable>(_ body: @escaping @Sendable (any Session) throws -> T) async throws -> T
    /// `authority` nil: the write may touch every authority.
    func write<T: Sendable>(
        for authority: Int64?, _ body: @escaping @Sendable (any Session) throws -> T
    ) async throws -> T
    /// Brings everything that was written into the main file, where the engine has one.
    func settle() async throws
    func close() async
}
