/// What a plan says of one named person's performance at work.
enum StaffPerformance {
    static func find(in words: Words) -> [Range<Int>] {
        matters.matches(in: words).compactMap { range in
            let sentence = words.sentence(around: range.lowerBound)
            guard let name = name(words, sentence, near: range) else { return nil }
            return min(name.lowerBound, range.lowerBound)..<max(name.upperBound, range.upperBound)
        }
    }

    /// A first name with a surname within four words: "Jo Marsh’s sickness absence".
    private static func name(_ words: Words, _ sentence: Range<Int>, near range: Range<Int>) -> Range<Int>? {
        let window =
            max(sentence.lowerBound, range.lowerBound - 5)..<min(sentence.upperBound, range.upperBound + 5)
        for index in window.dropLast() {
            let first = words.tokens[index]
            let second = words.tokens[index + 1]
            guard first.shape == .capitalised, second.shape == .capitalised, second.gap.isEmpty,
                Vocabulary.firstNames.contains(first.word) || Vocabulary.courtesies.contains(first.word)
            else { continue }
            return index..<index + 2
        }
        return nil
    }

    private static let matters = Lexicon([
        "capability", "disciplinary", "grievance", "underperforming", "underperformance", "under performing",
        "poor performance", "performance concerns", "sickness absence", "sick leave",
        "performance management",
        "competence concerns", "suspended", "dismissed", "long term sickness", "failing to",
    ])
}
