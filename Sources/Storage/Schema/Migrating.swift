extension Database {
    /// Runs what has not run yet, in order of number, each in a transaction of its own.
    func migrate(_ migrations: [Migration]) async throws {
        let known = (StorageSchema.migrations + migrations).sorted { $0.number < $1.number }
        if let twice = zip(known, known.dropFirst()).first(where: { $0.number == $1.number }) {
            throw StorageError.fault("Two migrations have the number \(twice.0.number).")
        }
        try await write {
            try $0.session.script(SchemaText.translated(migrationTable, for: $0.session.dialect))
        }
        let done = try await read { try $0.appliedMigrations() }
        try Self.check(done, against: known)
        for migration in known where done[migration.number] == nil {
            try await write { try $0.apply(migration) }
        }
    }

    private static func check(_ done: [Int: Connection.Applied], against known: [Migration]) throws {
        let numbers = Dictionary(uniqueKeysWithValues: known.map { ($0.number, $0) })
        for (number, applied) in done.sorted(by: { $0.key < $1.key }) {
            guard let migration = numbers[number] else {
                throw StorageError.unusable(
                    "A newer Plumbline made this database (migration \(number), \(applied.name)); install that one."
                )
            }
            guard migration.digest == applied.digest else {
                throw StorageError.unusable(
                    "Migration \(number) (\(applied.name)) is not the one that made this database; "
                        + "install the Plumbline that made it.")
            }
        }
    }
}

/// How many migrations have run, have yet to run, and have run but are not known here.
package struct SchemaStanding: Sendable, Hashable {
    package let applied: Int
    package let missing: Int
    package let unknown: Int
}

extension Connection {
    struct Applied {
        let name: String
        let digest: String
    }

    func appliedMigrations() throws -> [Int: Applied] {
        let rows = try rows("SELECT number, name, digest FROM migration") {
            (try $0.int(0), Applied(name: try $0.text(1), digest: try $0.text(2)))
        }
        return Dictionary(uniqueKeysWithValues: rows)
    }

    /// How the schema stands against this program's migrations.
    package func schemaStanding(against migrations: [Migration]) throws -> SchemaStanding {
        let known = Set((StorageSchema.migrations + migrations).map(\.number))
        let applied = Set(try appliedMigrations().keys)
        return SchemaStanding(
            applied: applied.count, missing: known.subtracting(applied).count,
            unknown: applied.subtracting(known).count)
    }

    /// Another process may have run it since we looked: the transaction looks again.
    fileprivate func apply(_ migration: Migration) throws {
        guard try appliedMigrations()[migration.number] == nil else { return }
        try session.script(migration.script(for: session.dialect))
        if session.dialect == .postgres { try session.script(deferrable) }
        try run(
            "INSERT INTO migration (number, name, digest) VALUES ($1, $2, $3)",
            [.int(migration.number), .text(migration.name), .text(migration.digest)])
    }
}

private let migrationTable = """
    CREATE TABLE IF NOT EXISTS migration (
        number INTEGER NOT NULL PRIMARY KEY,
        name TEXT NOT NULL,
        digest TEXT NOT NULL
    )
    """

/// A restore puts rows in before what they point at: PostgreSQL has to be told that it may ask later.
private let deferrable = """
    DO $$ DECLARE one record; BEGIN
        FOR one IN SELECT conrelid::regclass AS owner, conname FROM pg_constraint
            WHERE contype = 'f' AND NOT condeferrable AND connamespace = current_schema()::regnamespace
        LOOP
            EXECUTE format('ALTER TABLE %s ALTER CONSTRAINT %I DEFERRABLE', one.owner, one.conname);
        END LOOP;
    END $$
    """
