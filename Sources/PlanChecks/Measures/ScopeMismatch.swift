import PlanFormat

/// M11: the action speaks of all and its criterion of some, or of other ages. Whether that is meant is a guess, so
/// this is for information.
enum ScopeMismatch: PlanCheck {
    static let id = "M11"
    static let severity = CheckFinding.Severity.information
    static let title = "The measure may cover only some of them"
    static let advice = "Use the same words for whom the action is for and whom the measure counts."

    static func run(on index: PlanIndex) -> [CheckFinding] {
        index.rows.compactMap { row in
            let criteria = row.ownCriteria.map { index.criteria[$0] }
            return ages(row, criteria) ?? subset(row, criteria)
        }
    }

    private static func ages(_ row: PlanIndex.Row, _ criteria: [PlanIndex.CriterionRow]) -> CheckFinding? {
        var found: [(age: Int, text: String)] = []
        for words in [row.words] + criteria.map(\.words) {
            for index in words.tokens.indices {
                let word = words.word(index)
                guard word.hasSuffix("+"), let age = Int(word.dropLast()), (5...25).contains(age) else {
                    continue
                }
                if !found.contains(where: { $0.age == age }) {
                    found.append((age, words.string(index..<index + 1)))
                }
            }
        }
        guard found.count > 1 else { return nil }
        let texts = [row.action.text] + criteria.map(\.criterion.text)
        return finding(
            row, "This is a guess from the words: the row speaks of \(Wording.list(found.map(\.text))).",
            text: texts.joined(separator: " – "), marked: found.map(\.text))
    }

    private static func subset(_ row: PlanIndex.Row, _ criteria: [PlanIndex.CriterionRow]) -> CheckFinding? {
        for index in row.words.tokens.indices where ["all", "every", "each"].contains(row.words.word(index)) {
            guard let population = population(row.words, after: index) else { continue }
            for criterion in criteria {
                guard let narrow = narrowed(criterion.words, Stem.of(row.words.word(population))) else {
                    continue
                }
                let all = row.words.string(index..<population + 1)
                let some = criterion.words.string(narrow)
                return finding(
                    row,
                    "This is a guess from the words: the action is for “\(all)”, the measure for “\(some)”.",
                    text: "\(row.action.text) – \(criterion.criterion.text)", marked: [all, some],
                    place: criterion.criterion.place)
            }
        }
        return nil
    }

    /// The noun of people or papers within three words of "all".
    private static func population(_ words: Words, after index: Int) -> Int? {
        for candidate in index + 1..<min(index + 4, words.tokens.count) {
            if subsetWords.contains(words.word(candidate)) { return nil }
            if nouns.contains(Stem.of(words.word(candidate))) { return candidate }
        }
        return nil
    }

    private static func narrowed(_ words: Words, _ noun: String) -> Range<Int>? {
        for index in words.tokens.indices where Stem.of(words.word(index)) == noun {
            let before = words.word(index - 1)
            if subsetWords.contains(before) { return index - 1..<index + 1 }
            if before == "term", ["long", "short"].contains(words.word(index - 2)) {
                return index - 2..<index + 1
            }
        }
        return nil
    }

    private static let nouns: Set<String> = Set(
        [
            "children", "lac", "cla", "leavers", "people", "families", "parents", "carers", "staff",
            "workers",
            "managers", "cases", "plans", "assessments", "referrals", "conferences", "visits",
            "practitioners",
        ].map(Stem.of))
    private static let subsetWords: Set<String> = [
        "permanent", "temporary", "relevant", "some", "most", "new", "newly", "eligible", "priority",
        "complex",
        "older", "younger", "selected", "identified", "frontline", "qualified",
    ]
}
