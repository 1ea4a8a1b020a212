import CPostgreSQL

/// The columns of one row of an answer in text form.
struct PostgresColumns {
    let answer: OpaquePointer
    let row: Int32

    func text(_ column: Int) throws -> String? {
        try bytes(column).map { String(decoding: $0, as: UTF8.self) }
    }

    func integer(_ column: Int) throws -> Int64? {
        guard let bytes = try bytes(column) else { return nil }
        // `EXISTS` and comparisons are booleans here and numbers on SQLite.
        if bytes.count == 1, bytes[0] == 0x74 { return 1 }
        if bytes.count == 1, bytes[0] == 0x66 { return 0 }
        guard let value = Int64(String(decoding: bytes, as: UTF8.self)) else { throw wrongType(column) }
        return value
    }

    func real(_ column: Int) throws -> Double? {
        guard let bytes = try bytes(column) else { return nil }
        guard let value = Double(String(decoding: bytes, as: UTF8.self)) else { throw wrongType(column) }
        return value
    }

    func blob(_ column: Int) throws -> [UInt8]? {
        guard let bytes = try bytes(column) else { return nil }
        guard bytes.count.isMultiple(of: 2), bytes.starts(with: [0x5C, 0x78]) else { throw wrongType(column) }
        return try [UInt8](unsafeUninitializedCapacity: bytes.count / 2 - 1) { blob, count in
            while count < bytes.count / 2 - 1 {
                let high = Self.digit(bytes[2 * count + 2])
                let low = Self.digit(bytes[2 * count + 3])
                guard let high, let low else { throw wrongType(column) }
                blob.initializeElement(at: count, to: high << 4 | low)
                count += 1
            }
        }
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x61...0x66: byte - 0x57
        default: nil
        }
    }

    private func bytes(_ column: Int) throws -> UnsafeBufferPointer<UInt8>? {
        guard column >= 0, column < Int(PQnfields(answer)) else {
            throw StorageError.fault("There is no column \(column).")
        }
        guard PQgetisnull(answer, row, Int32(column)) == 0, let start = PQgetvalue(answer, row, Int32(column))
        else { return nil }
        let length = Int(PQgetlength(answer, row, Int32(column)))
        return UnsafeBufferPointer(
            start: UnsafeRawPointer(start).assumingMemoryBound(to: UInt8.self), count: length)
    }

    private func wrongType(_ column: Int) -> StorageError { .fault("Column \(column) holds another type.") }
}
