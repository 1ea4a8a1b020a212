import PlanFormat

/// How much is looked at: "sample 20%", "4 audits per month".
enum SamplePhrase {
    /// The share that is sampled; nil where a percentage is a target.
    static func percent(_ words: Words) -> Double? {
        guard words.tokens.contains(where: { $0.isWord(in: looking) }) else { return nil }
        for index in 0..<words.count where words[index].kind == .number {
            guard let (value, end) = decimal(words, at: index), isPercent(words, at: end) else { continue }
            let after = words.at(words.at(end)?.isSign("%") == true ? end + 1 : end + 2)
            let before = words.at(index - 1)
            if after?.isWord("of", "sample", "random", "dip", "audit") == true
                || before?.isWord("sample", "audit", "of") == true
            {
                return value
            }
        }
        return nil
    }

    private static let looking: Set<String> = [
        "sample", "samples", "sampled", "sampling", "audit", "audits", "audited", "dip", "check", "checks",
        "checked", "review", "reviews", "scrutinise", "moderate", "moderated", "moderation", "examine",
    ]

    private static func isPercent(_ words: Words, at index: Int) -> Bool {
        guard let token = words.at(index) else { return false }
        return token.isSign("%") || token.isWord("percent")
            || token.isWord("per") && words.at(index + 1)?.isWord("cent") == true
    }

    /// `20`, `2.5`, `1,200`, and where it ends.
    static func decimal(_ words: Words, at index: Int) -> (Double, Int)? {
        guard let first = words.at(index), first.kind == .number else { return nil }
        var digits = words.text(index..<index + 1)
        var end = index + 1
        while let comma = words.at(end), let next = words.at(end + 1), comma.isSign(","), !comma.isSpaced,
            next.kind == .number, !next.isSpaced, next.range.count == 3
        {
            digits += words.text(end + 1..<end + 2)
            end += 2
        }
        if let stop = words.at(end), let next = words.at(end + 1), stop.isSign("."), !stop.isSpaced,
            next.kind == .number, !next.isSpaced
        {
            digits += "." + words.text(end + 1..<end + 2)
            end += 2
        }
        return Double(digits).map { ($0, end) }
    }

    /// "a minimum of 4 audits per month", "2 audits per supervision session", "two files each week".
    static func quota(_ words: Words) -> Plan.Monitoring.Quota? {
        for index in 0..<words.count {
            guard let number = words[index].number ?? FrequencyPhrase.number(words[index].lower),
                number < 1000,
                words.at(index - 1)?.isWord("every", "each") != true,
                words.at(index - 1)?.isSign(".", "£") != true,
                words.at(index + 1)?.isSign("%", ".", "/") != true
            else { continue }
            var place = index + 1
            while let token = words.at(place), place <= index + 6, token.isWord,
                !token.isWord("per", "each", "every", "a")
            {
                place += 1
            }
            guard let joint = words.at(place), joint.isWord("per", "each", "every", "a"),
                let unit = words.at(place + 1), unit.isWord, !unit.isWord("cent")
            else { continue }
            // "1 day per week" counts time; "a month" needs a unit of time.
            if words[index + 1].isWord(in: times) { continue }
            if joint.isWord("a"), !unit.isWord(in: times) { continue }
            return Plan.Monitoring.Quota(number: number, per: span(words, from: place + 1))
        }
        return nil
    }

    private static let times: Set<String> = [
        "day", "days", "week", "weeks", "month", "months", "quarter", "quarters", "year", "years",
        "fortnight",
        "term", "hour", "hours", "times", "weekly", "monthly", "working",
    ]

    /// "month"; "supervision session": up to the word that goes on with the sentence.
    private static func span(_ words: Words, from start: Int) -> String {
        if words[start].isWord(in: times) { return words[start].lower }
        var end = start + 1
        while let token = words.at(end), token.isWord, end < start + 3, !token.isWord(in: stops) { end += 1 }
        return words.flat(start..<end).split(separator: " ").joined(separator: " ")
    }

    private static let stops: Set<String> = [
        "of", "by", "from", "in", "to", "for", "using", "with", "and", "will", "is", "are", "on", "at", "as",
        "within", "across", "the", "or",
    ]
}
