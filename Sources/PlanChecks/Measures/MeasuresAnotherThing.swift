import PlanFormat

/// M06: the criterion shares no word with the action or area that it is to judge. What it measures is a guess from
/// the words, so this is for information.
enum MeasuresAnotherThing: PlanCheck {
    static let id = "M06"
    static let severity = CheckFinding.Severity.information
    static let title = "The measure may be of something else"
    static let advice = "Read the two together, and say how the one shows the other."

    static func run(on index: PlanIndex) -> [CheckFinding] {
        index.rows.compactMap { row in
            guard !row.ownCriteria.isEmpty, row.meaning.count >= 3 else { return nil }
            let criteria = row.ownCriteria.map { index.criteria[$0] }
            guard criteria.allSatisfy({ $0.meaning.count >= 4 }),
                !criteria.allSatisfy({ MethodAsCriterion.isFault($0.words) })
            else { return nil }
            let text = criteria.map(\.criterion.text).joined(separator: " ")
            let area = index.areas[row.area].meaning
            let shared = criteria.map { $0.meaning.shared(with: row.meaning) + $0.meaning.shared(with: area) }
            if shared.allSatisfy({ $0 == 0 }) {
                return finding(
                    row, "This is a guess from the words: the criterion and the action have none in common.",
                    text: "“\(row.action.text)” – “\(text)”", place: criteria[0].criterion.place)
            }
            guard let word = training.matches(in: row.words).first(where: { $0.lowerBound < 8 }),
                criteria.allSatisfy({ !learning.matches($0.words) })
            else { return nil }
            return finding(
                row,
                "This is a guess from the words: training is judged by something other than what was learnt.",
                text: "“\(row.action.text)” – “\(text)”", marked: [row.words.string(word)],
                place: criteria[0].criterion.place)
        }
    }

    private static let training = Lexicon(["training", "trained", "train", "refresher training"])
    private static let learning = Lexicon([
        "training", "trained", "train", "staff", "skills", "skill", "knowledge", "confident", "confidence",
        "competent", "competence", "learning", "learnt", "learned", "workers", "managers", "practitioners",
        "practice", "attended", "attendance", "understand", "understanding",
    ])
}
