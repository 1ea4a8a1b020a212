import CPostgreSQL

/// What PostgreSQL says about a statement that failed. The letters are libpq's `PG_DIAG_…`, which are macros.
struct PostgresDiagnosis {
    private let answer: OpaquePointer

    init(_ answer: OpaquePointer) { self.answer = answer }

    var state: String { field("C") }

    func meaning(in sql: String) -> StorageError {
        switch state {
        case "23505": .conflict(unique)
        case "23514": .conflict(.check(field("n")))
        case "23503": .conflict(.foreign)
        case "23502": .conflict(.missing(table: field("t"), column: field("c")))
        // Serialization, deadlock, lock timeout, and a prepared statement that a migration overtook.
        case "40001", "40P01", "55P03", "0A000": .busy
        case "57014": .fault("A statement took too long: \(sql.prefix(200))")
        case "53100": .unavailable("The disk that holds the data is full.")
        case let state where state.hasPrefix("57P") || state.hasPrefix("08"): .unavailable(field("M"))
        // The message of a data exception quotes the value, which may be about a child.
        case let state where state.hasPrefix("22"):
            .fault("PostgreSQL \(state): a value does not fit its place. In: \(sql.prefix(200))")
        default: .fault("PostgreSQL \(state): \(field("M")). In: \(sql.prefix(200))")
        }
    }

    /// Reads the columns out of `Key (authority, label)=(1, a) already exists.`, in whatever language.
    private var unique: StorageError.Conflict {
        let detail = field("D")
        guard let open = detail.firstIndex(of: "("), let close = detail.firstRange(of: ")=(")?.lowerBound,
            open < close
        else { return .unique(table: field("n"), columns: []) }
        let columns = detail[detail.index(after: open)..<close]
        // An index on an expression has no columns to name, on either engine: its own name stands for it.
        if columns.contains("(") { return .unique(table: field("n"), columns: []) }
        return .unique(
            table: field("t"), columns: columns.split(separator: ",").map { String($0.drop { $0 == " " }) })
    }

    private func field(_ letter: Unicode.Scalar) -> String {
        PostgresConnection.words(PQresultErrorField(answer, Int32(letter.value)))
    }
}
