/// M07: a proportion of people with nothing said of them, or a percentage of nothing.
enum IncompleteMeasure: PlanCheck {
    static let id = "M07"
    static let severity = CheckFinding.Severity.error
    static let title = "The measure is not complete"
    static let advice = "Say of whom, what is to be true of them, and where the figure comes from."

    static func run(on index: PlanIndex) -> [CheckFinding] {
        index.criteria.compactMap { criterion in
            for sentence in criterion.words.sentences {
                if let range = stateless(criterion.words, sentence) {
                    return finding(
                        criterion, in: index, "It counts people and does not say what is to be true of them.",
                        marked: [criterion.words.string(range)])
                }
                if let range = baseless(criterion.words, sentence) {
                    return finding(
                        criterion, in: index, "A share of what? It cannot be worked out without its base.",
                        marked: [criterion.words.string(range)])
                }
            }
            return nil
        }
    }

    /// "Proportion of care leavers at 19 is in line with the median": in what state?
    private static func stateless(_ words: Words, _ sentence: Range<Int>) -> Range<Int>? {
        for start in shares.matches(in: words, within: sentence) {
            var index = start.upperBound
            var seesPeople = false
            while index < sentence.upperBound {
                let token = words.tokens[index]
                if people.contains(token.word) {
                    seesPeople = true
                } else if verbs.contains(token.word) {
                    break
                } else if !fillers.contains(token.word), token.shape != .number,
                    !(token.word.hasSuffix("year") || token.word.hasSuffix("olds"))
                {
                    seesPeople = false
                    break
                }
                index += 1
            }
            guard seesPeople else { continue }
            let standsAlone = index == sentence.upperBound
            let compared =
                index < sentence.upperBound
                && comparison.matches(in: words, within: index..<sentence.upperBound).first
                    .map { $0.lowerBound <= index + 3 } ?? false
            if standsAlone || compared { return start.lowerBound..<index }
        }
        return nil
    }

    /// A percentage with no word that says of what.
    private static func baseless(_ words: Words, _ sentence: Range<Int>) -> Range<Int>? {
        guard let sign = sentence.first(where: { words.word($0) == "%" }) else { return nil }
        let left = words.tokens[sentence].filter { token in
            token.shape != .number && token.shape != .sign && !StopWords.all.contains(token.word)
                && !bare.contains(token.word) && WrittenDate.monthNumbers[token.word] == nil
        }
        guard left.isEmpty else { return nil }
        return max(sentence.lowerBound, sign - 1)..<sign + 1
    }

    private static let shares = Lexicon([
        "proportion of", "percentage of", "% of", "rate of", "share of", "proportion of all",
        "percentage of all",
        "% of all", "number of",
    ])
    private static let people: Set<String> = [
        "children", "leavers", "people", "families", "parents", "carers", "staff", "workers", "managers",
        "olds",
        "adults", "pupils", "babies", "lac", "cla", "siblings", "adolescents", "teenagers",
    ]
    private static let fillers: Set<String> = [
        "all", "the", "our", "care", "young", "looked", "after", "social", "at", "of", "aged", "age", "year",
        "years", "old", "and", "over", "under", "in", "foster", "disabled", "unaccompanied", "by", "those",
    ]
    private static let verbs: Set<String> = [
        "is", "are", "will", "to", "increases", "reduces", "rises", "falls",
    ]
    private static let comparison = Lexicon([
        "in line with", "at or above", "above the", "below the", "at the median", "at median", "median",
        "statistical neighbours", "upper quartile", "top quartile", "national average", "increasing",
        "improving",
        "better than", "higher than", "lower than", "higher", "lower", "increase", "reduce", "improve",
        "above average", "in the upper",
    ])
    private static let bare: Set<String> = [
        "achieve", "achieved", "target", "compliance", "rate", "month", "monthly", "year", "reach", "least",
        "minimum", "above", "below", "end", "quarter", "performance", "level", "score", "increase", "reduce",
    ]
}
