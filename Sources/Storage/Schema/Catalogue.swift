/// A table as the engine's catalogue has it.
struct Table {
    let name: String
    let columns: [(name: String, kind: SQLValue.Kind)]
}

extension Connection {
    /// True where the schema has a table of that name: records of an earlier version may lack it.
    package func hasTable(_ name: String) throws -> Bool { try tables().contains { $0.name == name } }

    /// Every table in order of name, but for the engine's own.
    func tables() throws -> [Table] {
        let sql =
            switch session.dialect {
            case .sqlite:
                """
                SELECT t.name, c.name, upper(c.type) FROM sqlite_schema t, pragma_table_info(t.name) c
                WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite~_%' ESCAPE '~' ORDER BY t.name, c.cid
                """
            case .postgres:
                """
                SELECT t.table_name, c.column_name, upper(c.data_type) FROM information_schema.tables t
                JOIN information_schema.columns c USING (table_schema, table_name)
                WHERE t.table_schema = current_schema() AND t.table_type = 'BASE TABLE'
                ORDER BY t.table_name COLLATE "C", c.ordinal_position
                """
            }
        var tables: [Table] = []
        for (table, column, type) in try rows(sql, [], { (try $0.text(0), try $0.text(1), try $0.text(2)) }) {
            let kind: SQLValue.Kind =
                switch type {
                case "INTEGER", "BIGINT": .integer
                case "REAL", "DOUBLE PRECISION": .real
                case "BLOB", "BYTEA": .blob
                default: .text
                }
            let before = tables.last?.name == table ? tables.removeLast().columns : []
            tables.append(Table(name: table, columns: before + [(column, kind)]))
        }
        return tables
    }
}

extension Database {
    /// The first column of each table's primary key, for the test that it is the authority.
    package func primaryKeyStarts() async throws -> [String: String] {
        try await read { connection in
            let sql =
                switch connection.session.dialect {
                case .sqlite:
                    """
                    SELECT t.name, c.name FROM sqlite_schema t, pragma_table_info(t.name) c
                    WHERE t.type = 'table' AND c.pk = 1
                    """
                case .postgres:
                    """
                    SELECT c.table_name, k.column_name FROM information_schema.table_constraints c
                    JOIN information_schema.key_column_usage k USING (constraint_schema, constraint_name)
                    WHERE c.constraint_schema = current_schema() AND c.constraint_type = 'PRIMARY KEY'
                    AND k.ordinal_position = 1
                    """
                }
            let pairs = try connection.rows(sql) { (try $0.text(0), try $0.text(1)) }
            return Dictionary(uniqueKeysWithValues: pairs)
        }
    }
}
