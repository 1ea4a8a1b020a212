import PlanFormat

/// What a timescale's words say.
struct TimescaleReading: Hashable, Sendable {
    var timescale: Plan.Timescale
    /// The words name no year, and one was taken from the document.
    var assumedYear: Bool
    /// What could not be settled, or was settled between two meanings, in a sentence for a person.
    var unsettled: String?
}

/// When something is to be done, in all the forms that people write.
enum TimescalePhrase {
    static func read(_ text: String, years: YearContext) -> TimescaleReading {
        TimescaleReading(
            timescale: Plan.Timescale(text: text, kind: .unclear), assumedYear: false, unsettled: nil)
    }
}
