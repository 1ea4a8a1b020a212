import CPostgreSQL

/// The connection broke before anything could have been kept: the whole transaction may be run again.
struct BrokenBeforeCommit: Error {
    let sentence: String
}

extension PostgresConnection {
    /// One snapshot for all that the body reads.
    func read<T>(_ body: (any Session) throws -> T) throws -> T {
        try transaction("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", body)
    }

    /// Writers stand in line by advisory locks, which end with the transaction: those of one authority behind
    /// each other, those of all authorities behind everybody. `docs/decisions/storage.md` says why.
    func write<T>(for authority: Int64?, _ body: (any Session) throws -> T) throws -> T {
        let all = "pg_advisory_xact_lock"
        let line =
            authority.map { "SELECT \(all)_shared(\(lockKey)), \(all)(\(lockKey ^ $0))" }
            ?? "SELECT \(all)(\(lockKey))"
        return try transaction("BEGIN ISOLATION LEVEL READ COMMITTED; \(line)", body)
    }

    private func transaction<T>(_ begin: String, _ body: (any Session) throws -> T) throws -> T {
        failure = nil
        do {
            try command(begin)
            let result = try body(self)
            if let failure { throw failure }
            try commit()
            return result
        } catch StorageError.unavailable(let sentence) where !isAlive && failure != .uncertain {
            throw BrokenBeforeCommit(sentence: sentence)
        } catch {
            failure = nil
            if isAlive { _ = try? command("ROLLBACK") }
            throw error
        }
    }

    private func commit() throws {
        do {
            let tag = try command("COMMIT")
            guard tag == "COMMIT" else { throw StorageError.fault("PostgreSQL undid the change: \(tag).") }
        } catch StorageError.unavailable {
            failure = .uncertain
            throw StorageError.uncertain
        }
    }
}

extension StorageError {
    fileprivate static let uncertain = StorageError.unavailable(
        "The database broke off while the change was being kept; look whether it is there before repeating it."
    )
}
