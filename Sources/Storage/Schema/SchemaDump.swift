extension Database {
    /// The schema as SQLite holds it, every table and index in order of name: what `schema.sql` must equal.
    package func schemaText() async throws -> String {
        try await read { connection in
            guard connection.session.dialect == .sqlite else {
                throw StorageError.fault("The schema is printed from SQLite only.")
            }
            return try connection.rows(
                """
                SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite~_%' ESCAPE '~'
                ORDER BY tbl_name, type <> 'table', type, name
                """
            ) { try $0.text(0) + ";\n" }.joined(separator: "\n")
        }
    }
}
