import Documents
import PlanFormat

/// One sentence, read for what it asks for again and again.
struct RhythmReading {
    private let sentence: String
    private let place: RhythmWords.Place
    private let given: [String]
    private let words: Words
    /// The words of the sentence without who does it at its end.
    private let rest: Words

    init(_ sentence: String, _ place: RhythmWords.Place, _ given: [String]) {
        self.sentence = sentence.folded
        self.place = place
        self.given = given
        words = Words(sentence)
        rest = Words(MonitoredBy.split(Text(sentence)).rest.string)
    }

    /// Nil where the sentence asks for nothing in a rhythm.
    func found() -> RhythmWords? {
        guard let kind, !isReturn, !isNoPromise else { return nil }
        let quota = RhythmAmount.quota(words)
        let pace = RhythmPace.find(words, quota: quota?.per)
        let isVague = pace == nil && isVaguelyRegular(kind)
        guard pace != nil || isVague else { return nil }
        var found = RhythmWords(
            kind: kind, amount: nil, ofWhat: "", every: nil, isEach: false, doers: doers(quota),
            words: sentence)
        if kind == .sample {
            found.amount = RhythmAmount.find(words, quota: quota)
            found.ofWhat = RhythmSubject.find(rest, quota: quota)
            if found.amount == nil { found.asks.append(.amount) }
        }
        switch pace {
        case .every(let every): found.every = every
        case .tooOften: found.asks.append(.tooOften)
        case .unclear(let printed): found.asks.append(.meaning(printed))
        case nil: found.asks.append(.interval)
        }
        found.isEach = isEach(quota, found.doers)
        if found.doers.isEmpty { found.asks.append(.doer) }
        return found
    }

    // MARK: What

    private var kind: RhythmWords.Kind? {
        var duty = false
        var report = false
        for index in 0..<words.count {
            let token = words[index]
            if token.isWord(in: Self.surveys) { return .survey }
            if token.isWord(in: Self.samples), !(token.isWord("audit", "audits") && namesAThing(index)) {
                // "Quarterly report on audits" is a report; "Audit report writing" begins with neither.
                return report ? .report : .sample
            }
            if token.isWord(in: Self.reports) { report = true }
            if token.isWord("information"), words.at(index - 1)?.isWord("management") == true {
                report = true
            }
            if token.isWord(in: Self.duties) { duty = true }
        }
        if report { return .report }
        if RhythmAmount.quota(words)?.isOfFiles == true { return .sample }
        return duty || place == .monitoring ? .duty : nil
    }

    /// "audit reports", "audit tool", "audit process": the word only names the thing behind it.
    private func namesAThing(_ index: Int) -> Bool {
        words.at(index + 1)?.isWord(
            "report", "reports", "tool", "tools", "toolkit", "team", "programme", "process", "activity",
            "cycle", "committee", "commission", "trail") == true
    }

    private static let surveys: Set<String> = ["survey", "surveys", "questionnaire", "questionnaires"]
    private static let samples: Set<String> = [
        "sample", "samples", "sampled", "sampling", "audit", "audits", "audited", "auditing", "dip",
        "observation", "observations",
    ]
    private static let reports: Set<String> = [
        "report", "reports", "reported", "reporting", "statistics", "updates", "bulletin", "newsletter",
        "scorecard", "dashboard", "briefing", "briefings",
    ]
    private static let duties: Set<String> = [
        "review", "reviews", "reviewed", "reviewing", "monitor", "monitors", "monitored", "monitoring",
        "check", "checks", "checked", "checking", "update", "updated", "refresh", "oversight", "scrutiny",
        "scrutinise", "scrutinised", "moderate", "moderated", "moderation", "analyse", "analysed",
        "consider", "considered", "examine", "examined", "test", "tested", "meet", "meets", "meeting",
        "meetings", "supervision", "supervise", "visit", "visits", "explore", "collate", "feedback",
        "inspect", "discuss", "discussed", "challenge", "sessions", "session", "forum", "workshop",
    ]

    // MARK: What is no rhythm of this kind

    /// Figures or forms that units send in: Returns asks for those.
    private var isReturn: Bool {
        words.tokens.indices.contains { index in
            words[index].isWord("return", "returns") && words.at(index + 1)?.isWord("to", "home") != true
        }
    }

    /// "the annual appraisal process", "the annual performance assessment": a name, which asks for nothing; "these
    /// weekly meetings" and "the regular weekly meeting" point at what was asked for elsewhere.
    private var isNoPromise: Bool {
        for index in 0..<words.count where words[index].isWord(in: Self.adjectives) {
            let before = words.at(index - 1)
            let isNamed = before?.isWord("the", "these", "those", "this", "our", "regular", "its") == true
            let only = RhythmPace.count(words) == 1
            if isNamed, only, place == .elsewhere || words[index].isWord("annual") { return true }
        }
        return false
    }

    private static let adjectives: Set<String> = [
        "annual", "yearly", "weekly", "monthly", "quarterly", "fortnightly", "daily",
    ]

    /// A column of monitoring that says to sample, or a regular report, without saying how often.
    private func isVaguelyRegular(_ kind: RhythmWords.Kind) -> Bool {
        switch kind {
        case .sample:
            place == .monitoring
                && words.tokens.contains { $0.isWord("sample", "samples", "sampling", "dip") }
        case .report:
            words.tokens.indices.contains { index in
                words[index].isWord("regular", "periodic")
                    && (1...3).contains { words.at(index + $0)?.isWord(in: Self.reports) == true }
            }
        case .survey: place == .monitoring
        case .duty: false
        }
    }

    // MARK: Who

    private func doers(_ quota: RhythmAmount.Quota?) -> [String] {
        let split = MonitoredBy.split(Text(sentence))
        var found = split.by.flatMap { LeadPhrase.split($0) }
        if found.isEmpty { found = MonitoredBy.named(in: rest) }
        if found.isEmpty, let from = sender { found = [from] }
        if let each = quota?.each, found.isEmpty { found = [each] }
        return found.isEmpty ? given : found
    }

    /// "Quarterly report from Child Protection Unit".
    private var sender: String? {
        for index in 0..<rest.count where rest[index].isWord("from") {
            var end = index + 1
            if rest.at(end)?.isWord("the", "each") == true { end += 1 }
            let start = end
            while let token = rest.at(end), token.isWord,
                token.startsUpper || end > start && token.isWord("of", "and")
            {
                end += 1
            }
            while end > start, rest[end - 1].isWord("of", "and") { end -= 1 }
            if end > start { return rest.text(start..<end) }
        }
        return nil
    }

    /// "per group manager"; "Group Managers will undertake 4 audits … within their own teams".
    private func isEach(_ quota: RhythmAmount.Quota?, _ doers: [String]) -> Bool {
        if quota?.each != nil { return true }
        guard quota != nil, words.find("their own") != nil || words.find("each") != nil else { return false }
        return doers.contains { $0.split(separator: " ").last?.hasSuffix("s") == true }
    }
}
