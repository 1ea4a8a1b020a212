import GRDB
import GRDBSQLite

/// One SQLite connection inside one transaction.
///
/// Statements are GRDB's cached ones; values and columns go straight to SQLite, in half of the time.
final class SQLiteSession: Session {
    private let database: GRDB.Database
    /// The first statement that failed: as on PostgreSQL, nothing after it counts.
    private var failure: StorageError?

    var dialect: Dialect { .sqlite }

    init(_ database: GRDB.Database) {
        self.database = database
    }

    /// Runs the body; an error that it swallowed still undoes the transaction.
    static func whole<T>(_ database: GRDB.Database, _ body: (any Session) throws -> T) throws -> T {
        let session = SQLiteSession(database)
        let result = try body(session)
        if let failure = session.failure { throw failure }
        return result
    }

    func query(_ sql: String, _ values: [SQLValue], _ each: (Row) throws -> Bool) throws {
        let statement = try ready(sql, values)
        let handle = statement.sqliteStatement
        defer { sqlite3_reset(handle) }
        let row = Row(
            source: .sqlite(SQLiteColumns(handle: handle, count: Int(sqlite3_column_count(handle)))))
        while try step(handle, sql) {
            guard try each(row) else { return }
        }
    }

    func execute(_ sql: String, _ values: [SQLValue]) throws -> Int {
        let statement = try ready(sql, values)
        let handle = statement.sqliteStatement
        defer { sqlite3_reset(handle) }
        while try step(handle, sql) {}
        return database.changesCount
    }

    func stream(_ sql: String, page: Int, _ each: (Row) throws -> Void) throws {
        try query(sql, []) {
            try each($0)
            return true
        }
    }

    func script(_ sql: String) throws {
        do {
            try database.execute(sql: sql)
        } catch let error as DatabaseError {
            throw fail(error.extendedResultCode.rawValue, error.message ?? "", sql)
        }
    }

    private func ready(_ sql: String, _ values: [SQLValue]) throws -> Statement {
        if let failure { throw failure }
        let statement: Statement
        do {
            let cached = try database.cachedStatement(sql: sql)
            // A statement met again inside its own rows needs a second one.
            let busy = sqlite3_stmt_busy(cached.sqliteStatement) != 0
            statement = busy ? try database.makeStatement(sql: sql) : cached
        } catch let error as DatabaseError {
            throw fail(error.extendedResultCode.rawValue, error.message ?? "", sql)
        }
        try bind(values, to: statement.sqliteStatement, sql)
        return statement
    }

    private func bind(_ values: [SQLValue], to handle: OpaquePointer, _ sql: String) throws {
        sqlite3_reset(handle)
        guard Int(sqlite3_bind_parameter_count(handle)) == values.count else {
            throw fail(SQLITE_MISUSE, "\(values.count) values given", sql)
        }
        for (offset, value) in values.enumerated() {
            let index = Self.index(of: offset + 1, in: handle)
            guard index > 0 else { throw fail(SQLITE_MISUSE, "$\(offset + 1) is missing", sql) }
            let code = Self.bind(value, at: index, in: handle)
            guard code == SQLITE_OK else { throw fail(code, "a value cannot be bound", sql) }
        }
    }

    /// SQLite numbers `$1` by first appearance, PostgreSQL by what it says: the name decides.
    private static func index(of number: Int, in handle: OpaquePointer) -> Int32 {
        // `$`, up to five figures, and the zero at the end.
        var name: (CChar, CChar, CChar, CChar, CChar, CChar, CChar) = (0x24, 0, 0, 0, 0, 0, 0)
        return withUnsafeMutableBytes(of: &name) { bytes in
            var figures = number > 9999 ? 5 : number > 999 ? 4 : number > 99 ? 3 : number > 9 ? 2 : 1
            var rest = number
            while figures > 0 {
                bytes[figures] = UInt8(0x30 + rest % 10)
                rest /= 10
                figures -= 1
            }
            guard let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self) else { return 0 }
            return sqlite3_bind_parameter_index(handle, start)
        }
    }

    private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

    private static func bind(_ value: SQLValue, at index: Int32, in handle: OpaquePointer) -> Int32 {
        switch value {
        case .integer(let value): return sqlite3_bind_int64(handle, index, value)
        case .real(let value): return sqlite3_bind_double(handle, index, value)
        case .null, .nothing: return sqlite3_bind_null(handle, index)
        case .text(let text):
            var text = SQLValue.storable(text)
            return text.withUTF8 { bytes in
                // An empty buffer may have no address, and SQLite reads that as null.
                guard let base = bytes.baseAddress else {
                    return sqlite3_bind_text(handle, index, "", 0, copied)
                }
                return base.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
                    sqlite3_bind_text(handle, index, $0, Int32(bytes.count), copied)
                }
            }
        case .blob(let bytes):
            if bytes.isEmpty { return sqlite3_bind_zeroblob(handle, index, 0) }
            return bytes.withUnsafeBytes {
                sqlite3_bind_blob(handle, index, $0.baseAddress, Int32($0.count), copied)
            }
        }
    }

    private func step(_ handle: OpaquePointer, _ sql: String) throws -> Bool {
        switch sqlite3_step(handle) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        default:
            let connection = database.sqliteConnection
            throw fail(sqlite3_extended_errcode(connection), String(cString: sqlite3_errmsg(connection)), sql)
        }
    }

    private func fail(_ code: Int32, _ message: String, _ sql: String) -> StorageError {
        var meaning = Self.meaning(of: code, message)
        if case .fault(let sentence) = meaning { meaning = .fault("\(sentence) In: \(sql.prefix(200))") }
        failure = failure ?? meaning
        return meaning
    }

    static func meaning(of code: Int32, _ message: String) -> StorageError {
        switch code & 0xFF {
        case SQLITE_BUSY, SQLITE_LOCKED: .busy
        case SQLITE_CONSTRAINT: conflict(code, message)
        case SQLITE_FULL: .unavailable("The disk that holds the data is full.")
        case SQLITE_IOERR, SQLITE_CANTOPEN:
            .unavailable("The data folder cannot be read or written: \(message).")
        case SQLITE_READONLY: .unavailable("The data folder is read-only.")
        default: .fault("SQLite \(code): \(message).")
        }
    }

    /// Reads the constraint out of messages such as `UNIQUE constraint failed: area.plan, area.label`.
    private static func conflict(_ code: Int32, _ message: String) -> StorageError {
        let named = message.split(separator: ": ", maxSplits: 1).last.map(String.init) ?? ""
        // An index on an expression has no columns to name: its own name stands for it.
        if named.hasPrefix("index '") {
            return .conflict(.unique(table: String(named.dropFirst(7).dropLast()), columns: []))
        }
        let parts = named.split(separator: ",").map { part in
            part.drop { $0 == " " }.split(separator: ".").map(String.init)
        }
        let columns = parts.compactMap(\.last)
        let table = parts.first?.first ?? ""
        switch code {
        case SQLITE_CONSTRAINT | 8 << 8, SQLITE_CONSTRAINT | 6 << 8, SQLITE_CONSTRAINT | 10 << 8:
            return .conflict(.unique(table: table, columns: columns))
        case SQLITE_CONSTRAINT | 1 << 8: return .conflict(.check(named))
        case SQLITE_CONSTRAINT | 3 << 8: return .conflict(.foreign)
        case SQLITE_CONSTRAINT | 5 << 8:
            return .conflict(.missing(table: table, column: columns.first ?? ""))
        default: return .fault("SQLite refused: \(message).")
        }
    }
}
