import PlanFormat

/// How often, by time or by event.
enum RhythmPace {
    enum Found: Hashable {
        case every(RhythmWords.Every)
        case tooOften
        case unclear(String)
    }

    /// `quota` is what "4 audits per …" counts within: "month", "supervision session".
    static func find(_ words: Words, quota: String?) -> Found? {
        if let quota, unit(quota) == nil { return .every(.event(quota)) }
        if let found = FrequencyPhrase.find(in: withoutEffort(words)) {
            switch found {
            case .frequency(.daily): return .tooOften
            case .frequency(let frequency): return every(frequency).map { .every($0) }
            case .ambiguous(let printed): return .unclear(printed)
            case .other(let printed): return other(printed)
            }
        }
        if let quota, let span = unit(quota) {
            return span == .day ? .tooOften : .every(.time(1, span))
        }
        if words.find("half termly") != nil || words.find("half term") != nil {
            return .every(.event("half term"))
        }
        return weekday(words) ?? event(words)
    }

    /// How many rhythms the words name.
    static func count(_ words: Words) -> Int {
        words.tokens.count {
            $0.isWord(in: [
                "annual", "yearly", "weekly", "monthly", "quarterly", "fortnightly", "daily", "every", "each",
                "per", "basis",
            ])
        }
    }

    private static func every(_ frequency: Plan.Frequency) -> RhythmWords.Every? {
        switch frequency {
        case .daily: nil
        case .weekly: .time(1, .week)
        case .fortnightly: .time(2, .week)
        case .fourWeekly: .time(4, .week)
        case .monthly: .time(1, .month)
        case .twoMonthly: .time(2, .month)
        case .quarterly: .time(1, .quarter)
        case .sixMonthly: .time(1, .halfYear)
        case .annual: .time(1, .year)
        }
    }

    /// "termly", "three times a year", "every 18 months", "every two years".
    private static func other(_ printed: String) -> Found {
        let words = printed.split(separator: " ").map(String.init)
        if words.contains("termly") { return .every(.event("school term")) }
        guard let last = words.last, let span = unit(last),
            let number = words.lazy.compactMap({ FrequencyPhrase.number($0) }).first, number > 0
        else { return .unclear(printed) }
        guard words.contains("times") else { return span == .day ? .tooOften : .every(.time(number, span)) }
        if span == .year, 12 % number == 0 { return .every(.time(12 / number, .month)) }
        return .unclear(printed)
    }

    /// "every Friday", "on Mondays".
    private static func weekday(_ words: Words) -> Found? {
        let days: Set<String> = ["monday", "tuesday", "wednesday", "thursday", "friday"]
        for index in 0..<words.count {
            let isPlural =
                days.contains(String(words[index].lower.dropLast())) && words[index].lower.hasSuffix("s")
            let isEvery =
                words[index].isWord(in: days) && words.at(index - 1)?.isWord("every", "each") == true
            if isPlural || isEvery { return .every(.time(1, .week)) }
        }
        return nil
    }

    /// "at each supervision session", "after every conference", "every school term".
    private static func event(_ words: Words) -> Found? {
        for index in 1..<max(1, words.count) where words[index].isWord("each", "every", "per") {
            let before = words[index - 1]
            guard
                words[index].isWord("per")
                    || before.isWord("at", "after", "in", "within", "following", "for", "before")
            else { continue }
            for length in [3, 2, 1] {
                let name = words.flat(index + 1..<min(index + 1 + length, words.count)).split(separator: " ")
                    .joined(separator: " ")
                if events.contains(name) { return .every(.event(name)) }
            }
        }
        return nil
    }

    private static let events: Set<String> = [
        "supervision session", "supervision", "session", "conference", "case conference", "review conference",
        "child protection conference", "core group", "review", "meeting", "board meeting", "team meeting",
        "school term", "term", "half term", "closure", "strategy discussion", "unit meeting",
        "strategy meeting", "panel", "inspection", "induction",
    ]

    private static func unit(_ word: String) -> RhythmWords.Span? {
        switch word {
        case "day", "days", "daily": .day
        case "week", "weeks", "weekly": .week
        case "month", "months", "monthly": .month
        case "quarter", "quarters", "quarterly": .quarter
        case "year", "years", "annum", "annually": .year
        default: nil
        }
    }

    /// The words without what counts time itself: "1 day per week", "2 days a month".
    private static func withoutEffort(_ words: Words) -> String {
        var kept: [String] = []
        var index = 0
        let tokens = words.tokens.filter { $0.kind != .sign }
        while index < tokens.count {
            let isTime = tokens[index].isWord("day", "days", "hour", "hours")
            if isTime, index + 2 < tokens.count, tokens[index + 1].isWord("per", "a", "each"),
                unit(tokens[index + 2].lower) != nil
            {
                index += 3
                continue
            }
            // "per annum" and "per calendar month" are what they say.
            if tokens[index].isWord("calendar") {
                index += 1
                continue
            }
            kept.append(tokens[index].isWord("annum") ? "year" : tokens[index].lower)
            index += 1
        }
        return " " + kept.joined(separator: " ") + " "
    }
}
