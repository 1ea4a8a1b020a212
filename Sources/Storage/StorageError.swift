/// Why the store did not do what was asked.
package enum StorageError: Error, Sendable, Hashable {
    /// A constraint of the schema refused the change; a feature may turn it into a refusal.
    case conflict(Conflict)
    /// Others hold the records for longer than we wait; trying again later may do.
    case busy
    /// The database cannot be reached, or broke off; whether the last write was kept is then not known.
    case unavailable(String)
    /// The data folder or the schema cannot be used; the sentence says what to do.
    case unusable(String)
    /// An error of ours: wrong SQL, a wrong type, a broken file.
    case fault(String)

    /// What the schema refused, in the same words on both engines.
    package enum Conflict: Sendable, Hashable {
        /// Two rows would share a key of those columns.
        case unique(table: String, columns: [String])
        /// The named CHECK does not hold (name every CHECK: `CONSTRAINT name CHECK (…)`).
        case check(String)
        /// A row is pointed at that is not there, or still pointed at.
        case foreign
        /// A column that must hold something was left empty.
        case missing(table: String, column: String)
    }
}

extension StorageError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .conflict(.unique(let table, let columns)):
            "A row of \(table) with the same \(columns.joined(separator: ", ")) is there already."
        case .conflict(.check(let name)): "The rule \(name) of the schema does not hold."
        case .conflict(.foreign): "A row is pointed at that is not there, or is still pointed at."
        case .conflict(.missing(let table, let column)): "\(table).\(column) must not be empty."
        case .busy: "The database is busy; try again in a minute."
        case .unavailable(let sentence), .unusable(let sentence), .fault(let sentence): sentence
        }
    }
}
