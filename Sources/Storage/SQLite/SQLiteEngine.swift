import FoundationEssentials
import GRDB
import GRDBSQLite
import Glibc

/// SQLite in a folder of its own: one writer, several readers, each answer from one snapshot.
struct SQLiteEngine: Engine {
    static let fileName = "plumbline.sqlite"
    let pool: DatabasePool

    static func open(folder: String) async throws -> SQLiteEngine {
        try prepare(folder: folder)
        var configuration = Configuration()
        configuration.busyMode = .timeout(10)
        configuration.maximumReaderCount = max(4, ProcessInfo.processInfo.activeProcessorCount * 2)
        configuration.label = "plumbline"
        let path = folder + "/" + fileName
        // SQLite's other files take their mode from this one; an empty file is an empty database.
        let file = Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        if file >= 0 { Glibc.close(file) }
        do {
            let pool = try DatabasePool(path: path, configuration: configuration)
            // GRDB sets NORMAL when it turns WAL on: a power cut could then lose an acknowledged write.
            try await pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
            return SQLiteEngine(pool: pool)
        } catch let error as DatabaseError where error.resultCode == .SQLITE_NOTADB {
            throw StorageError.unusable(
                "\(path) is not a Plumbline database; choose another folder or restore a backup.")
        } catch let error as DatabaseError {
            throw StorageError.unusable("\(path) cannot be opened: \(error.message ?? "reason unknown").")
        }
    }

    private static func prepare(folder: String) throws {
        var status = stat()
        if stat(folder, &status) == 0 {
            guard status.st_mode & S_IFMT == S_IFDIR else {
                throw StorageError.unusable("\(folder) is not a folder; choose another place for the data.")
            }
            return
        }
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            _ = chmod(folder, 0o700)
        } catch {
            throw StorageError.unusable(
                "The folder \(folder) cannot be made; choose another place for the data.")
        }
    }

    var name: String { get async throws { "SQLite \(String(cString: sqlite3_libversion()))" } }

    func read<T: Sendable>(_ body: @escaping @Sendable (any Session) throws -> T) async throws -> T {
        do {
            return try await pool.read { try SQLiteSession.whole($0, body) }
        } catch let error as DatabaseError {
            throw SQLiteSession.meaning(of: error.extendedResultCode.rawValue, error.message ?? "")
        }
    }

    func write<T: Sendable>(
        for authority: Int64?, _ body: @escaping @Sendable (any Session) throws -> T
    ) async throws -> T {
        var attempt = 0
        while true {
            do {
                return try await pool.write { try SQLiteSession.whole($0, body) }
            } catch let error as DatabaseError {
                let meaning = SQLiteSession.meaning(
                    of: error.extendedResultCode.rawValue, error.message ?? "")
                guard meaning == .busy, attempt < 3 else { throw meaning }
            } catch StorageError.busy where attempt < 3 {
            }
            attempt += 1
        }
    }

    func settle() async throws {
        let remains = try await pool.writeWithoutTransaction { try $0.checkpoint(.truncate).walFrameCount }
        guard remains == 0 else { throw StorageError.busy }
    }

    func close() async {
        // GRDB closes its read-only readers last, and they do not tidy the write-ahead log away.
        _ = try? await pool.writeWithoutTransaction { try $0.checkpoint(.passive) }
        // Closing fails only while statements run; the pool then closes when the last of them ends.
        try? pool.close()
    }
}
