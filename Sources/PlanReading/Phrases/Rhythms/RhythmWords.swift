/// Something that a plan asks for again and again, as its words say it: "Sample 20% of conference minutes each month".
///
/// What the words do not say is nil, and is then among what to ask a person.
package struct RhythmWords: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        /// Files or records that are looked at.
        case sample
        case report
        case survey
        /// Anything else that is done, and that somebody can say was done.
        case duty
    }

    package enum Amount: Hashable, Sendable {
        case number(Int)
        /// From above 0 to 100.
        case percent(Double)
    }

    package enum Span: String, CaseIterable, Sendable {
        case day, week, month, quarter, halfYear, year
    }

    package enum Every: Hashable, Sendable {
        case time(Int, Span)
        /// Each event of that name: "supervision session".
        case event(String)
    }

    /// What a person has to settle before it can be kept.
    package enum Ask: Hashable, Sendable {
        /// How many: "Random sample of cases per month".
        case amount
        /// How often: "Sample files for completeness".
        case interval
        /// Words that mean one thing to some and another to others: "bi-monthly".
        case meaning(String)
        /// Daily: a rhythm is kept by the week at most.
        case tooOften
        case doer
    }

    package var kind: Kind
    package var amount: Amount?
    /// "conference minutes"; empty where it does not say.
    package var ofWhat: String
    package var every: Every?
    /// Each of the doers does it: "4 supervision files a month per group manager".
    package var isEach: Bool
    /// Who does it, as written.
    package var doers: [String]
    /// The sentence that asks for it, as written.
    package var words: String

    package var asks: [Ask] = []
}

extension RhythmWords {
    /// Where the words stand: a column of monitoring means to watch whatever it says; elsewhere words have to say so.
    package enum Place: Sendable { case monitoring, elsewhere }

    /// Everything that the text asks for in a rhythm, in order. What units send in regularly ("weekly returns") is left out: that is a return.
    package static func read(_ text: String, in place: Place, by given: [String] = []) -> [RhythmWords] {
        Sentences.split(text).compactMap { RhythmReading($0, place, given).found() }
    }
}
