import PlanFormat

/// How often, from words like "monthly", "every six months", "on a 4 weekly basis", "twice a year".
enum FrequencyPhrase {
    enum Found: Hashable, Sendable {
        case frequency(Plan.Frequency)
        /// "bi-monthly" means twice a month to some, every second month to others.
        case ambiguous(String)
        /// A rhythm that the format has no word for: "three times a year", "every 18 months".
        case other(String)
    }

    /// The first rhythm in a text of words and numbers, lower case (`Words.flat`).
    static func find(in flat: String) -> Found? {
        let words = flat.split(separator: " ").map(String.init)
        for index in words.indices {
            if let found = find(words, at: index) { return found }
        }
        return nil
    }

    private static func find(_ words: [String], at index: Int) -> Found? {
        let word = words[index]
        let next = index + 1 < words.count ? words[index + 1] : ""
        let before = index > 0 ? words[index - 1] : ""
        switch word {
        case "bi", "bimonthly", "biweekly", "biannual", "biannually", "biennial":
            return biPhrase(word, next)
        case "every": return every(words, index)
        case "each", "per":
            // "each month", "once per week": not "5 days per week", which counts within it.
            guard let unit = units[next] else { return nil }
            return counted(words, index, unit)
        case "a", "an":
            guard let unit = units[next], times[before] != nil || before == "times" else { return nil }
            return counted(words, index, unit)
        case "fortnightly": return .frequency(.fortnightly)
        case "daily": return .frequency(.daily)
        case "termly": return .other("termly")
        case "half":
            return next == "yearly" ? .frequency(.sixMonthly) : nil
        default: break
        }
        guard let unit = adverbs[word] else { return nil }
        // "6 months", "six monthly", "4 weekly", "two-monthly".
        if let count = number(before), count > 1 {
            return span(count, unit, printed: "\(before) \(word)")
        }
        if before == "half", unit == .year { return .frequency(.sixMonthly) }
        if before == "twice" || before == "semi" {
            return unit == .year ? .frequency(.sixMonthly) : .other("\(before) \(word)")
        }
        return span(1, unit, printed: word)
    }

    private static func biPhrase(_ word: String, _ next: String) -> Found? {
        switch (word, next) {
        case ("bi", "monthly"), ("bimonthly", _): .ambiguous("bi-monthly")
        case ("bi", "weekly"), ("biweekly", _): .ambiguous("bi-weekly")
        case ("bi", "annual"), ("bi", "annually"), ("biannual", _), ("biannually", _): .frequency(.sixMonthly)
        case ("bi", "yearly"), ("bi", "ennial"), ("biennial", _): .other("every two years")
        default: nil
        }
    }

    /// "every month", "every six months", "every other week".
    private static func every(_ words: [String], _ index: Int) -> Found? {
        var place = index + 1
        var count = 1
        guard place < words.count else { return nil }
        if words[place] == "other" || words[place] == "second" || words[place] == "alternate" {
            count = 2
            place += 1
        } else if let number = number(words[place]) {
            count = number
            place += 1
        }
        guard place < words.count, let unit = units[words[place]] else { return nil }
        return span(count, unit, printed: words[index...place].joined(separator: " "))
    }

    /// "each month", "twice a year", "three times per year".
    private static func counted(_ words: [String], _ index: Int, _ unit: Unit) -> Found? {
        let before = index > 0 ? words[index - 1] : ""
        let isTimes = before == "times"
        let count = isTimes ? (index > 1 ? number(words[index - 2]) : nil) : times[before]
        let printed = words[max(0, index - (isTimes ? 2 : 1))...(index + 1)].joined(separator: " ")
        guard let count, count > 1 else {
            return isTimes ? .other(printed) : span(1, unit, printed: printed)
        }
        switch (count, unit) {
        case (2, .year): return .frequency(.sixMonthly)
        case (4, .year): return .frequency(.quarterly)
        case (6, .year): return .frequency(.twoMonthly)
        case (12, .year): return .frequency(.monthly)
        case (2, .month): return .frequency(.fortnightly)
        default: return .other(printed)
        }
    }

    private enum Unit { case day, week, fortnight, month, quarter, halfYear, year }

    private static func span(_ count: Int, _ unit: Unit, printed: String) -> Found {
        switch (count, unit) {
        case (1, .day): .frequency(.daily)
        case (1, .week), (7, .day): .frequency(.weekly)
        case (2, .week), (1, .fortnight), (14, .day): .frequency(.fortnightly)
        case (4, .week), (28, .day): .frequency(.fourWeekly)
        case (1, .month): .frequency(.monthly)
        case (2, .month): .frequency(.twoMonthly)
        case (3, .month), (1, .quarter), (13, .week): .frequency(.quarterly)
        case (6, .month), (1, .halfYear), (2, .quarter), (26, .week): .frequency(.sixMonthly)
        case (12, .month), (1, .year), (4, .quarter), (52, .week): .frequency(.annual)
        default: .other(printed)
        }
    }

    private static let adverbs: [String: Unit] = [
        "weekly": .week, "monthly": .month, "quarterly": .quarter, "yearly": .year, "annually": .year,
        "annual": .year,
    ]

    private static let units: [String: Unit] = [
        "day": .day, "days": .day, "week": .week, "weeks": .week, "fortnight": .fortnight, "month": .month,
        "months": .month, "quarter": .quarter, "quarters": .quarter, "year": .year, "years": .year,
    ]

    private static let times = ["once": 1, "twice": 2, "thrice": 3]

    static func number(_ word: String) -> Int? { Int(word) ?? counted[word] }

    private static let counted = [
        "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
        "ten": 10, "eleven": 11, "twelve": 12, "twenty": 20,
    ]
}
