extension Connection {
    /// Adds many rows with few statements. Every row has a value for each of the columns.
    package func insert(into table: String, _ columns: [String], rows: some Collection<[SQLValue]>) throws {
        // Both engines take more values in one statement; beyond this it is not faster.
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
