extension Connection {
    /// Adds many rows with few statements. Every row has a value for each of the columns.
    package func insert(into table: String, _ columns: [String], rows: some Collection<[SQLValue]>) throws {
        // SQLite's values are bound by name, of three figures at most; beyond this it is not faster either.
        let most = max(1, 999 / columns.count)
        var rest = rows[...]
        while !rest.isEmpty {
            let batch = rest.prefix(most)
            rest = rest.dropFirst(batch.count)
            var place = 0
            let values = batch.map { _ in
                "("
                    + columns.map { _ in
                        place += 1
                        return "$\(place)"
                    }.joined(separator: ", ") + ")"
            }
            try run(
                "INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES \(values.joined(separator: ", "))",
                batch.flatMap { $0 })
        }
    }
}
