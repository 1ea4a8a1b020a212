import GRDBSQLite

/// The columns of the row that a statement stands on.
struct SQLiteColumns {
    let handle: OpaquePointer
    let count: Int

    func text(_ column: Int) throws -> String? {
        guard try holds(SQLITE_TEXT, column) else { return nil }
        let length = Int(sqlite3_column_bytes(handle, Int32(column)))
        guard length > 0, let bytes = sqlite3_column_text(handle, Int32(column)) else { return "" }
        return String(decoding: UnsafeBufferPointer(start: bytes, count: length), as: UTF8.self)
    }

    func integer(_ column: Int) throws -> Int64? {
        try holds(SQLITE_INTEGER, column) ? sqlite3_column_int64(handle, Int32(column)) : nil
    }

    func real(_ column: Int) throws -> Double? {
        guard try type(column) != SQLITE_INTEGER else { return try integer(column).map(Double.init) }
        return try holds(SQLITE_FLOAT, column) ? sqlite3_column_double(handle, Int32(column)) : nil
    }

    func blob(_ column: Int) throws -> [UInt8]? {
        guard try holds(SQLITE_BLOB, column) else { return nil }
        let length = Int(sqlite3_column_bytes(handle, Int32(column)))
        guard length > 0, let bytes = sqlite3_column_blob(handle, Int32(column)) else { return [] }
        return Array(UnsafeRawBufferPointer(start: bytes, count: length))
    }

    private func holds(_ wanted: Int32, _ column: Int) throws -> Bool {
        let found = try type(column)
        if found == wanted { return true }
        guard found == SQLITE_NULL else { throw StorageError.fault("Column \(column) holds another type.") }
        return false
    }

    private func type(_ column: Int) throws -> Int32 {
        guard column >= 0, column < count else { throw StorageError.fault("There is no column \(column).") }
        return sqlite3_column_type(handle, Int32(column))
    }
}
