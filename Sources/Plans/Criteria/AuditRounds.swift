package import Kernel
package import Proof
package import Storage

/// What plans ask of the audits. App fills it, so that the two features need not know each other.
package struct AuditRounds: Sendable {
    /// A question of an audit tool that a criterion may be tied to.
    package struct Choice: Hashable, Sendable {
        /// Its own name in the records, the same over all versions of its tool: `audit.<tool>.<question>`.
        package let key: String
        /// "Casework quality: good or better as a whole".
        package let name: String

        package init(key: String, name: String) {
            self.key = key
            self.name = name
        }
    }

    /// What one closed round says of a question.
    package struct Reading: Hashable, Sendable {
        /// The round, for the authority or one unit.
        package let round: ProofFacts.Round
        /// The round's own name in the records, by which a later reading of it replaces an earlier.
        package let key: String

        package init(_ round: ProofFacts.Round, key: String) {
            self.round = round
            self.key = key
        }
    }

    package var choices: @Sendable (Connection, ID<Authority>) throws -> [Choice]
    /// What the closed rounds that asked these questions say now.
    package var readings: @Sendable (Connection, ID<Authority>, Set<String>) throws -> [String: [Reading]]
    /// Where the rounds that asked a question are shown.
    package var page: @Sendable (String) -> String

    package init(
        choices: @escaping @Sendable (Connection, ID<Authority>) throws -> [Choice],
        readings: @escaping @Sendable (Connection, ID<Authority>, Set<String>) throws -> [String: [Reading]],
        page: @escaping @Sendable (String) -> String
    ) {
        self.choices = choices
        self.readings = readings
        self.page = page
    }
}
