/// M02: "increase", "fewer" or "more timely" without the figure that it starts from and the one that it aims at.
enum Comparative: PlanCheck {
    static let id = "M02"
    static let severity = CheckFinding.Severity.error
    static let title = "A comparison without a baseline and a target"
    static let advice = "Give the figure now with its date and source, and the figure to reach."

    static func run(on index: PlanIndex) -> [CheckFinding] {
        index.criteria.compactMap { criterion in
            let words = criterion.words
            var marked: [String] = []
            var lacks: Set<String> = []
            for sentence in words.sentences {
                let found = comparatives(words, sentence)
                guard !found.isEmpty else { continue }
                let amounts = Amounts.count(in: words, within: sentence)
                let hasBaseline = !baseline.matches(in: words, within: sentence).isEmpty
                if amounts >= 2 || (amounts == 1 && hasBaseline) { continue }
                if amounts == 0 { lacks.insert("target") }
                if !hasBaseline { lacks.insert("baseline") }
                marked += found.map { words.string($0) }
            }
            guard !marked.isEmpty else { return nil }
            return finding(criterion, in: index, message(lacks), marked: Wording.unique(marked))
        }
    }

    private static func message(_ lacks: Set<String>) -> String {
        if lacks == ["baseline"] { return "It names a target but not the figure that it starts from." }
        if lacks == ["target"] { return "It does not say what figure would be enough." }
        return "It cannot be tested: it says neither where things stand nor what would be enough."
    }

    private static func comparatives(_ words: Words, _ sentence: Range<Int>) -> [Range<Int>] {
        let excluded = fixed.matches(in: words, within: sentence)
        return lexicon.matches(in: words, within: sentence).filter { range in
            !excluded.contains { $0.overlaps(range) }
        }
    }

    private static let lexicon = Lexicon([
        "increase", "increases", "increased", "increasing", "reduce", "reduces", "reduced", "reducing",
        "reduction", "reductions", "decrease", "decreased", "decreasing", "improve", "improves", "improved",
        "improving", "improvement", "improvements", "more", "fewer", "less", "better", "higher", "lower",
        "greater", "faster", "quicker", "sooner", "earlier", "high degree", "high degree of", "high use",
        "high conversion", "high proportion", "low number", "low numbers", "high performance", "rise",
        "rises",
        "fall", "falls", "decline", "declines", "shorter", "longer", "stronger", "strengthened",
        "lessened", "more timely", "more timely and effective", "more robust", "more effective",
        "more consistent", "upward", "downward", "majority", "high level", "high levels", "low level",
    ])

    /// The same words where they compare nothing.
    private static let fixed = Lexicon([
        "higher education", "further and higher", "improvement plan", "improvement board",
        "improvement notice",
        "improvement programme", "improvement partner", "improvement adviser", "improvement officer",
        "improvement manager", "improvement team", "improvement lead", "improvement activity", "no more than",
        "not more than", "more than #", "less than #", "fewer than #", "no less than", "no fewer than",
        "or more", "or less", "or fewer", "or better", "or higher", "or above", "# more", "no longer",
        "longer term", "longer than", "lower age", "more than", "less than", "fewer than", "once more",
        "more information", "continuous improvement", "areas for improvement", "area for improvement",
        "requires improvement", "improvement work", "fall within", "falls within", "more likely than not",
        "no earlier than", "not later than", "no later than", "later than", "earlier than", "higher courts",
    ])

    static let baseline = Lexicon([
        "was #", "were #", "from #", "baseline", "compared with", "compared to", "against a baseline of",
        "up from",
        "down from", "currently #", "than in #", "now #", "in # it was",
    ])
}
