import CPostgreSQL

/// The values of one statement as libpq takes them: text ended by NUL, or bytes as they are.
struct PostgresValues {
    private var buffer: [UInt8] = []
    private var starts: [Int] = []
    private var lengths: [Int32] = []
    private var formats: [Int32] = []

    init(_ values: [SQLValue]) {
        for value in values {
            switch value {
            case .integer(let value): add(text: String(value))
            case .real(let value): add(text: String(value))
            case .text(let text): add(text: SQLValue.storable(text))
            case .blob(let bytes): add(bytes, format: 1)
            case .null, .nothing: add(start: -1, length: 0, format: 0)
            }
        }
    }

    private mutating func add(text: String) {
        add(Array(text.utf8), format: 0)
    }

    private mutating func add(_ bytes: [UInt8], format: Int32) {
        add(start: buffer.count, length: Int32(bytes.count), format: format)
        buffer.append(contentsOf: bytes)
        buffer.append(0)
    }

    private mutating func add(start: Int, length: Int32, format: Int32) {
        starts.append(start)
        lengths.append(length)
        formats.append(format)
    }

    /// Runs a prepared statement; answers come as text.
    func execute(_ name: String, on handle: OpaquePointer) -> OpaquePointer? {
        buffer.withUnsafeBytes { bytes in
            let pointers = starts.map { start in
                start < 0 ? nil : bytes.baseAddress?.advanced(by: start).assumingMemoryBound(to: CChar.self)
            }
            return PQexecPrepared(handle, name, Int32(starts.count), pointers, lengths, formats, 0)
        }
    }
}

extension SQLValue {
    /// The type's number in `pg_type`, which is part of the protocol; 0 lets the server work it out.
    var postgresType: UInt32 {
        switch self {
        case .integer, .nothing(.integer): 20
        case .real, .nothing(.real): 701
        case .text, .nothing(.text): 25
        case .blob, .nothing(.blob): 17
        case .null: 0
        }
    }
}

enum CStrings {
    /// Gives `body` an array of C strings ended by nil.
    static func with<T>(
        _ texts: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>) -> T
    ) -> T {
        var bytes: [CChar] = []
        var starts: [Int] = []
        for text in texts {
            starts.append(bytes.count)
            bytes.append(contentsOf: text.utf8CString)
        }
        return bytes.withUnsafeBufferPointer { bytes in
            let pointers = starts.map { bytes.baseAddress?.advanced(by: $0) } + [nil]
            return pointers.withUnsafeBufferPointer { body($0.baseAddress!) }
        }
    }
}
