import Kernel
import ReturnFormats
import Storage

/// A value of a coded column in files that count, and what was said of it.
struct WrittenValue: Hashable, Sendable {
    let field: AnnexAField
    let written: String
    /// Cells that hold it, over the files that were asked for.
    let count: Int
}

/// Values that nobody recognised when files were loaded. Every statement runs on both engines.
enum UnknownValuesSQL {
    /// The values of one file, or of all files that count, of which nobody has said anything; most frequent first.
    static func open(
        _ connection: Connection, _ authority: ID<Authority>, _ file: ID<ReturnFile>? = nil
    ) throws -> [WrittenValue] {
        let files =
            try file.map { [$0] } ?? ReturnFilesSQL.current(connection, authority).map(\.id)
        guard !files.isEmpty else { return [] }
        return try connection.rows(
            """
            SELECT u.field, u.written, SUM(u.found) FROM return_unknown u
            WHERE u.authority = $1 AND u.file IN (\(files.map { "\($0.rawValue)" }.joined(separator: ", ")))
                AND NOT EXISTS (
                    SELECT 1 FROM value_mapping m WHERE m.authority = u.authority AND m.field = u.field
                        AND m.written = u.written AND m.is_open = 0 AND NOT EXISTS (
                            SELECT 1 FROM value_mapping l WHERE l.authority = m.authority
                                AND l.field = m.field AND l.written = m.written AND l.id > m.id))
            GROUP BY u.field, u.written ORDER BY SUM(u.found) DESC, u.field, u.written
            """, [.id(authority)]
        ) { row -> WrittenValue? in
            guard let field = AnnexAField(rawValue: try row.text(0)) else { return nil }
            return WrittenValue(field: field, written: try row.text(1), count: try row.int(2))
        }.compactMap { $0 }
    }
}

/// What files call their teams. Every statement runs on both engines.
enum TeamsSQL {
    /// Of one file, or of all files that count; the most frequent first.
    static func teams(
        _ connection: Connection, _ authority: ID<Authority>, of file: ID<ReturnFile>? = nil
    ) throws -> [UnderstoodReturn.Team] {
        let files =
            try file.map { [$0] } ?? ReturnFilesSQL.current(connection, authority).map(\.id)
        guard !files.isEmpty else { return [] }
        return try connection.rows(
            """
            SELECT MIN(t.written), t.name_key, SUM(t.found) FROM return_team t
            WHERE t.authority = $1 AND t.file IN (\(files.map { "\($0.rawValue)" }.joined(separator: ", ")))
            GROUP BY t.name_key ORDER BY SUM(t.found) DESC, t.name_key
            """, [.id(authority)]
        ) {
            UnderstoodReturn.Team(written: try $0.text(0), key: try $0.text(1), count: try $0.int(2))
        }
    }
}
