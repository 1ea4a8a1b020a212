import PlanFormat

/// D02: words such as "ongoing" stand where a finish should.
enum NoFinish: PlanCheck {
    static let id = "D02"
    static let severity = CheckFinding.Severity.error
    static let title = "The finish is not a date"
    static let advice = "Give a finish, or the date of a review."

    static func run(on index: PlanIndex) -> [CheckFinding] {
        index.rows.compactMap { row in
            if row.action.timescale == nil, !row.isClosed,
                let (criterion, range) = endlessCriterion(of: row, index)
            {
                let words = criterion.words
                return finding(
                    row, "It can never be late, so it can never be chased.", text: criterion.criterion.text,
                    marked: [words.string(range)], place: criterion.criterion.place)
            }
            guard let timescale = row.action.timescale, timescale.finish == nil, !row.isClosed,
                let words = row.timescale, !words.tokens.isEmpty
            else { return nil }
            let range = endless.matches(in: words).first
            guard range != nil || timescale.kind != .unclear else { return nil }
            guard range != nil || timescale.kind != .by else { return nil }
            let marked = range.map { [words.string($0)] } ?? [timescale.text]
            return finding(
                row, message(timescale.kind), text: timescale.text, marked: marked, place: timescale.place,
                suggestion: suggestion(timescale.kind))
        }
    }

    /// "Ongoing." as a sentence of the action's own criterion, in a plan that has no column for dates.
    static func endlessCriterion(
        of row: PlanIndex.Row, _ index: PlanIndex
    ) -> (PlanIndex.CriterionRow, Range<Int>)? {
        for number in row.ownCriteria {
            let criterion = index.criteria[number]
            guard criterion.dates.isEmpty else { continue }
            for sentence in criterion.words.sentences
            where sentence.count == 1 && criterion.words.word(sentence.lowerBound) == "ongoing" {
                return (criterion, sentence)
            }
        }
        return nil
    }

    private static func message(_ kind: Plan.Timescale.Kind) -> String {
        switch kind {
        case .onwards: "It says when work starts and never when it ends."
        case .inPlace: "It says how things stand, not when the work is done."
        case .immediate: "Nobody can say later whether it was done at once."
        default: "It can never be late, so it can never be chased."
        }
    }

    private static func suggestion(_ kind: Plan.Timescale.Kind) -> String {
        switch kind {
        case .inPlace: "Move it to the status, and give the date of the next review."
        case .immediate: "Give the day by which it will be done."
        default: advice
        }
    }

    private static let endless = Lexicon([
        "ongoing", "on going", "onwards", "onward", "in place", "immediate", "immediately",
        "immediate effect",
        "with immediate effect", "continuous", "continuously", "continuing", "rolling", "tbc", "tba",
        "to be confirmed", "to be agreed", "asap", "as soon as possible", "as required", "as needed",
        "as and when", "in due course", "shortly", "permanent", "regular", "regularly", "at all times",
        "throughout", "forthwith", "now", "daily", "weekly", "fortnightly", "monthly", "quarterly",
        "annually",
    ])
}
