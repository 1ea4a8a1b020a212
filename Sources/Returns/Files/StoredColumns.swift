import Kernel
import Storage

/// The bytes of a file's lists in the database, in parts of 1 MB: neither engine holds one whole.
enum StoredColumns {
    private static let partSize = 1 << 20

    static func insert(
        _ bytes: [UInt8], of list: Int, _ file: ID<ReturnFile>, _ connection: Connection,
        _ authority: ID<Authority>
    ) throws {
        for (part, start) in stride(from: 0, to: max(1, bytes.count), by: partSize).enumerated() {
            let end = min(start + partSize, bytes.count)
            try connection.run(
                """
                INSERT INTO return_columns (authority, file, list, part, bytes) VALUES ($1, $2, $3, $4, $5)
                """,
                [
                    .id(authority), .id(file), .int(list), .int(part), .blob(Array(bytes[start..<end])),
                ])
        }
    }

    /// By list; none where there is no such file.
    static func lists(
        _ connection: Connection, _ authority: ID<Authority>, _ file: ID<ReturnFile>
    ) throws -> [Int: [UInt8]] {
        var lists: [Int: [UInt8]] = [:]
        let parts = try connection.rows(
            """
            SELECT list, bytes FROM return_columns WHERE authority = $1 AND file = $2 ORDER BY list, part
            """, [.id(authority), .id(file)]
        ) { (list: try $0.int(0), bytes: try $0.blob(1)) }
        for part in parts { lists[part.list, default: []] += part.bytes }
        return lists
    }

    static func replace(
        _ bytes: [UInt8], of list: Int, _ file: ID<ReturnFile>, _ connection: Connection,
        _ authority: ID<Authority>
    ) throws {
        try connection.run(
            "DELETE FROM return_columns WHERE authority = $1 AND file = $2 AND list = $3",
            [.id(authority), .id(file), .int(list)])
        try insert(bytes, of: list, file, connection, authority)
    }
}
