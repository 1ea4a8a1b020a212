/// How many, or what share: "20%", "twenty per cent", "half of", "one in five", "4 supervision files".
enum RhythmAmount {
    /// "4 audits per month", with what is counted, and for each of whom.
    struct Quota: Hashable {
        var number: Int
        /// What stands between the number and "per": "audits", "supervision files".
        var what: String
        /// "month", "supervision session"; nil where the interval says more than one unit: "every four weeks".
        var per: String?
        /// The one who does so many each: "group manager"; nil where it does not say.
        var each: String?
        var isOfFiles: Bool {
            what.split(separator: " ").contains { RhythmAmount.files.contains(String($0)) }
        }
    }

    static func find(_ words: Words, quota: Quota?) -> RhythmWords.Amount? {
        if let share = share(words) { return .percent(share) }
        if let quota { return .number(quota.number) }
        return counted(words).map { .number($0) }
    }

    /// So many per something. "Per" a person is who does it, not how often.
    static func quota(_ words: Words) -> Quota? {
        for index in 0..<words.count {
            guard let number = words[index].number ?? FrequencyPhrase.number(words[index].lower),
                (1..<1000).contains(number), words.at(index - 1)?.isWord("every", "each", "to") != true,
                words.at(index - 1)?.isSign(".", "£", "-", "/") != true,
                words.at(index + 1)?.isWord == true, !words[index + 1].isWord(in: times),
                !words[index + 1].isWord("percent", "per", "cent", "in")
            else { continue }
            var joints: [(start: Int, text: String)] = []
            for place in index + 2..<min(index + 12, words.count)
            where words[place].isWord("per", "each", "every", "a") && words.at(place + 1)?.isWord == true {
                // "a" counts only within time: "a month", not "a file".
                if words[place].isWord("a"), !words[place + 1].isWord(in: times) { continue }
                if words[place + 1].isWord("cent") { continue }
                joints.append((place, span(words, from: place + 1)))
            }
            guard let first = joints.first, first.start <= index + 7 else { continue }
            let each = joints.first { isSomebody($0.text) }?.text
            guard let joint = joints.first(where: { !isSomebody($0.text) }) else { continue }
            let per = isInterval(words[joint.start + 1]) ? nil : joint.text
            let what = words.flat(index + 1..<first.start).split(separator: " ").joined(separator: " ")
            return Quota(number: number, what: what, per: per, each: each)
        }
        return nil
    }

    /// In per cent. A percentage that is a target ("100% of referrals in the standard format") is none: it says nothing
    /// of looking.
    private static func share(_ words: Words) -> Double? {
        // "95% of closures sampled each month show …", "75% of a sample of 40 files": what is to be reached.
        if words.tokens.contains(where: { $0.isWord("show", "shows", "agree", "agrees", "demonstrate") })
            || words.find("of a sample of") != nil
        {
            return nil
        }
        if let percent = SamplePhrase.percent(words) { return percent }
        for index in 0..<words.count {
            let token = words[index]
            if token.isWord("half", "third", "quarter"), words.at(index + 1)?.isWord("of") == true,
                !(words.at(index - 1)?.isWord("each", "every", "per", "next", "last") ?? false)
            {
                return token.isWord("half") ? 50 : token.isWord("quarter") ? 25 : nil
            }
            if token.isWord("one") || token.number == 1, words.at(index + 1)?.isWord("in") == true,
                let of = words.at(index + 2).flatMap({ $0.number ?? FrequencyPhrase.number($0.lower) }),
                of > 1,
                100 % of == 0
            {
                return Double(100 / of)
            }
            if let number = tens[token.lower] ?? FrequencyPhrase.number(token.lower), token.isWord,
                words.at(index + 1)?.isWord("percent") == true
                    || words.find("per cent", from: index)?.lowerBound == index + 1
            {
                return Double(number)
            }
        }
        return nil
    }

    /// "a sample of 10 cases", "audit 12 files".
    private static func counted(_ words: Words) -> Int? {
        for index in 1..<max(1, words.count) {
            guard let number = words[index].number ?? FrequencyPhrase.number(words[index].lower),
                (1..<1000).contains(number), words.at(index + 1)?.isSign("%") != true
            else { continue }
            let isAsked = words[index - 1].isWord(
                "of", "audit", "sample", "review", "check", "least", "minimum")
            let end = min(index + 5, words.count)
            if isAsked, (index + 1..<max(index + 1, end)).contains(where: { words[$0].isWord(in: files) }) {
                return number
            }
        }
        return nil
    }

    /// "every four weeks", "every other month", "each Friday".
    private static func isInterval(_ token: Words.Token) -> Bool {
        token.kind == .number || FrequencyPhrase.number(token.lower) != nil
            || token.isWord(
                "other", "second", "alternate", "monday", "tuesday", "wednesday", "thursday", "friday")
    }

    private static func isSomebody(_ name: String) -> Bool {
        guard let last = name.split(separator: " ").last else { return false }
        return people.contains(String(last))
    }

    /// "month"; "supervision session": up to the word that goes on with the sentence.
    private static func span(_ words: Words, from start: Int) -> String {
        if words[start].isWord(in: times) { return words[start].lower }
        var end = start + 1
        while let token = words.at(end), token.isWord, end < start + 3, !token.isWord(in: stops) { end += 1 }
        return words.flat(start..<end).split(separator: " ").joined(separator: " ")
    }

    private static let people: Set<String> = [
        "manager", "managers", "supervisor", "worker", "auditor", "chair", "officer", "head", "lead", "team",
        "unit", "practitioner", "consultant", "person", "member", "service", "area", "locality",
    ]
    static let files: Set<String> = [
        "file", "files", "case", "cases", "record", "records", "audit", "audits", "plan", "plans", "minutes",
        "assessment", "assessments", "conference", "conferences", "observations", "observation", "children",
        "sample", "samples", "referrals", "contacts", "closures", "entries",
    ]
    private static let times: Set<String> = [
        "day", "days", "week", "weeks", "month", "months", "quarter", "quarters", "year", "years", "annum",
        "fortnight", "term", "hour", "hours", "times", "weekly", "monthly", "working",
    ]
    private static let stops: Set<String> = [
        "of", "by", "from", "in", "to", "for", "using", "with", "and", "will", "is", "are", "on", "at", "as",
        "within", "across", "the", "or", "per", "each", "every", "a",
    ]
    private static let tens: [String: Int] = [
        "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "hundred": 100,
    ]
}

/// What is looked at: "conference minutes", "CP and CIN plans".
enum RhythmSubject {
    static func find(_ words: Words, quota: RhythmAmount.Quota?) -> String {
        if let quota {
            // "4 audits per month of staff supervision files": what is audited stands behind; elsewhere between.
            let onlyAudits = ["audit", "audits", "sample", "samples"].contains(quota.what)
            if !onlyAudits { return quota.what }
            if let per = quota.per.flatMap({ words.find($0) }),
                let of = (per.upperBound..<words.count).first(where: {
                    words[$0].isWord("of")
                }), of == per.upperBound
            {
                return phrase(words, from: of + 1)
            }
            return ""
        }
        guard var verb = (0..<words.count).first(where: { words[$0].isWord(in: verbs) }) else { return "" }
        while words.at(verb + 1)?.isWord(in: verbs) == true { verb += 1 }
        // "Sample 20% of review minutes", "a sample of 10 per cent of records": behind the last "of" of the amount.
        var start = verb + 1
        var place = start
        while let token = words.at(place),
            token.isWord(in: amounts) || token.kind == .number || token.isSign("%")
        {
            if token.isWord("of") { start = place + 1 }
            place += 1
        }
        return phrase(words, from: start)
    }

    private static let amounts: Set<String> = [
        "of", "per", "cent", "percent", "half", "one", "in", "two", "three", "four", "five", "ten", "fifteen",
        "twenty", "thirty", "forty", "fifty", "a", "third", "quarter", "at", "least",
    ]

    private static func phrase(_ words: Words, from start: Int) -> String {
        var start = start
        while let token = words.at(start), token.isWord("of", "the", "all", "a") || token.kind == .number {
            start += 1
        }
        var end = start
        while let token = words.at(end), !token.isSign(".", ",", ";", ":", "(", ")"),
            !token.isWord(in: stops),
            !(token.isSign("-") && token.isSpaced)
        {
            end += 1
        }
        return end > start
            ? words.text(start..<end).split(whereSeparator: \.isWhitespace).joined(separator: " ") : ""
    }

    private static let verbs: Set<String> = [
        "sample", "samples", "sampling", "audit", "audits", "auditing", "dip", "observation", "observations",
    ]
    private static let stops: Set<String> = [
        "each", "every", "per", "monthly", "weekly", "quarterly", "annually", "fortnightly", "on", "using",
        "within", "by", "to", "for", "will", "termly", "with", "at", "once", "twice", "half",
    ]
}
