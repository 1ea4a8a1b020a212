package import Kernel
package import Proof
package import Storage

/// What plans ask of the measures. App fills it, so that the two features need not know each other.
package struct MeasureFigures: Sendable {
    /// A measure that a criterion may be tied to.
    package struct Choice: Hashable, Sendable {
        /// Its own name in the records, kept with the criterion.
        package let key: String
        package let name: String
        package let unit: MeasureUnit
        /// Nil where no direction is good.
        package let better: Better?
        package let rhythm: FigureRhythm?
        /// What the measure itself has to reach by a day.
        package let steps: [ProofFacts.Step]

        package init(
            key: String, name: String, unit: MeasureUnit, better: Better?, rhythm: FigureRhythm?,
            steps: [ProofFacts.Step] = []
        ) {
            self.key = key
            self.name = name
            self.unit = unit
            self.better = better
            self.rhythm = rhythm
            self.steps = steps
        }
    }

    package var choices: @Sendable (Connection, ID<Authority>) throws -> [Choice]
    /// The values of the measures of these keys that count, one for each period that is over, for the authority and each
    /// unit; as they were on record at the moment, where one is given.
    package var values:
        @Sendable (Connection, ID<Authority>, Set<String>, Instant?) throws -> [String: [ProofFacts.Value]]

    /// Where the measure of that key is shown.
    package var page: @Sendable (String) -> String

    package init(
        choices: @escaping @Sendable (Connection, ID<Authority>) throws -> [Choice],
        values:
            @escaping @Sendable (Connection, ID<Authority>, Set<String>, Instant?) throws -> [String:
            [ProofFacts.Value]],
        page: @escaping @Sendable (String) -> String
    ) {
        self.choices = choices
        self.values = values
        self.page = page
    }
}
