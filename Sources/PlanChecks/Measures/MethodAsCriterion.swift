/// M05: the criterion names a way of looking ("monitored through audit"), not what is to be seen.
enum MethodAsCriterion: PlanCheck {
    static let id = "M05"
    static let severity = CheckFinding.Severity.error
    static let title = "The criterion names a method, not a result"
    static let advice = "Say which standard, what share, by when."

    static func run(on index: PlanIndex) -> [CheckFinding] {
        index.criteria.compactMap { criterion in
            let words = criterion.words
            guard isFault(words) else { return nil }
            let sentences = told(words)
            return finding(
                criterion, in: index,
                "\(capitalised(words, sentences[0])) can go either way: it says how you will look, "
                    + "not what you expect to see.", marked: sentences.map { words.string($0) })
        }
    }

    /// True when every sentence, "Ongoing." and the like aside, names a method only.
    static func isFault(_ words: Words) -> Bool {
        let sentences = told(words)
        return !sentences.isEmpty && sentences.allSatisfy { isMethod(words, $0) }
    }

    private static func told(_ words: Words) -> [Range<Int>] {
        words.sentences.filter { range in !words.tokens[range].allSatisfy { empty.contains($0.word) } }
    }

    private static func capitalised(_ words: Words, _ sentence: Range<Int>) -> String {
        let method = words.tokens[sentence].first { methods.contains($0.word) }?.word ?? "it"
        if method.hasPrefix("audit") { return "An audit" }
        if method.hasPrefix("monitor") { return "Monitoring" }
        if method.hasPrefix("report") { return "A report" }
        return "That"
    }

    /// True when nothing is left of the sentence once the method and words for evidence are taken away.
    static func isMethod(_ words: Words, _ sentence: Range<Int>) -> Bool {
        var namesMethod = false
        var left = 0
        var after = false
        for index in sentence {
            let token = words.tokens[index]
            if token.shape == .number || token.shape == .sign { return false }
            if methods.contains(token.word) {
                namesMethod = true
            } else if token.word == "that" || token.word == "where" || resultVerbs.contains(token.word) {
                after = true
            } else if !generic.contains(token.word), !StopWords.all.contains(token.word),
                token.shape != .upper
            {
                left += after ? 2 : 1
            }
        }
        guard namesMethod else { return false }
        let startsWithMethod = words.tokens[sentence].prefix(3).contains { methods.contains($0.word) }
        return left == 0 || (!after && startsWithMethod && left <= 2)
    }

    private static let methods: Set<String> = [
        "audit", "audits", "auditing", "audited", "monitored", "monitoring", "monitor", "sampling", "sampled",
        "dip", "survey", "surveys", "supervision", "report", "reports", "reporting", "information", "data",
        "checks", "checked", "qa", "dashboard", "scrutiny", "feedback", "moderation", "observation",
        "observations", "inspection", "overseen",
    ]
    private static let resultVerbs: Set<String> = ["shows", "show", "confirms", "confirm"]
    private static let generic: Set<String> = [
        "evidence", "evidenced", "provide", "provides", "demonstrate", "demonstrates", "demonstrated",
        "process",
        "processes", "compliance", "improvement", "improvements", "ongoing", "activity", "regular",
        "regularly",
        "quality", "performance", "management", "assurance", "programme", "key", "areas", "identified",
        "agreed",
        "practice", "case", "file", "files", "cases", "independent", "internal", "external", "weekly",
        "monthly",
        "quarterly", "annual", "continuous", "routine", "measured", "tracked", "reported", "reviewed",
        "review", "reviews", "progress", "impact", "outcome", "outcomes", "effective", "appropriate",
        "timely",
        "system", "systems", "framework", "arrangements", "team", "manager", "managers", "service",
        "thematic",
        "multi", "agency", "undertaken", "completed", "carried", "used", "place", "board", "group", "tool",
        "collection", "analysis", "results", "findings", "show", "task", "closures",
    ]
    private static let empty: Set<String> = ["ongoing", "complete", "completed", "continuing", "tbc"]
}
