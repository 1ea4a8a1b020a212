import Kernel

/// A date as somebody wrote it in running words, with what the words themselves settle.
struct WrittenDate: Sendable {
    /// Tokens of the words it was found in.
    let tokens: Range<Int>
    let month: Int?
    let day: Int?
    let year: Year

    enum Year: Sendable, Hashable {
        case written(Int)
        /// A month with a number after it: `Sept 13` is September 2013 or 13 September.
        case short(Int)
        case none
    }

    /// The date, with the year that the document settles; nil when nothing settles it.
    func date(_ sense: YearSense) -> PartialDate? {
        switch year {
        case .written(let year): PartialDate(year: year, month: month, day: day)
        case .short(let number):
            switch sense.meaning(of: number) {
            case .year(let year): PartialDate(year: year, month: month)
            case .day: sense.baseYear.flatMap { PartialDate(year: $0, month: month, day: number) }
            case .unsettled: nil
            }
        case .none: sense.baseYear.flatMap { PartialDate(year: $0, month: month, day: day) }
        }
    }
}

extension WrittenDate {
    static func find(in words: Words, within range: Range<Int>? = nil) -> [WrittenDate] {
        let range = range ?? words.tokens.indices
        var found: [WrittenDate] = []
        var index = range.lowerBound
        while index < range.upperBound {
            if let date = date(at: index, in: words, before: range.upperBound) {
                found.append(date)
                index = date.tokens.upperBound
            } else {
                index += 1
            }
        }
        return found
    }

    private static func date(at index: Int, in words: Words, before end: Int) -> WrittenDate? {
        let token = words.tokens[index]
        if (0x30...0x39).contains(words.bytes[token.range.lowerBound]) {
            return dayFirst(at: index, in: words, before: end) ?? inFigures(at: index, in: words, before: end)
        }
        guard let month = month(at: index, in: words, before: end) else { return nil }
        return monthFirst(month, at: index, in: words, before: end)
    }

    /// `31 May`, `31st of May 2011`, `31 May '11`.
    private static func dayFirst(at index: Int, in words: Words, before end: Int) -> WrittenDate? {
        guard let day = dayNumber(words.word(index)) else { return nil }
        var next = index + 1
        if ["st", "nd", "rd", "th"].contains(words.word(next)), next < end { next += 1 }
        if words.word(next) == "of" { next += 1 }
        guard next < end, !words.tokens[next].gap.contains(.comma),
            let month = monthNumbers[words.word(next)]
        else { return nil }
        if next + 1 < end, !words.tokens[next + 1].gap.contains(.stop),
            let year = fullYear(words.word(next + 1)) ?? shortYear(words.word(next + 1))
        {
            return WrittenDate(tokens: index..<next + 2, month: month, day: day, year: .written(year))
        }
        return WrittenDate(tokens: index..<next + 1, month: month, day: day, year: .none)
    }

    /// `20.05.2011`, `20/5/11`, `2026-11-20`.
    private static func inFigures(at index: Int, in words: Words, before end: Int) -> WrittenDate? {
        let word = words.word(index)
        let parts = word.split { $0 == "." || $0 == "/" }.compactMap { Int($0) }
        if parts.count == 3, (1...31).contains(parts[0]), (1...12).contains(parts[1]) {
            let year = parts[2] < 100 ? 2000 + parts[2] : parts[2]
            guard (1900...2100).contains(year) else { return nil }
            return WrittenDate(
                tokens: index..<index + 1, month: parts[1], day: parts[0], year: .written(year))
        }
        if let year = fullYear(word), index + 2 < end, words.tokens[index + 1].gap == .dash,
            words.tokens[index + 2].gap == .dash, let month = Int(words.word(index + 1)),
            let day = Int(words.word(index + 2)), Day(year: year, month: month, day: day) != nil
        {
            return WrittenDate(tokens: index..<index + 3, month: month, day: day, year: .written(year))
        }
        return nil
    }

    /// `May 2011`, `Sept 13`, `Sept.13`, `May 31st`, `May 31, 2011`, `May`.
    private static func monthFirst(
        _ month: Int, at index: Int, in words: Words, before end: Int
    ) -> WrittenDate {
        let alone = WrittenDate(tokens: index..<index + 1, month: month, day: nil, year: .none)
        guard index + 1 < end, words.tokens[index + 1].gap.isDisjoint(with: [.newline, .comma, .closing])
        else { return alone }
        let next = words.word(index + 1)
        if words.tokens[index + 1].gap.contains(.dash) { return alone }
        if let year = fullYear(next) {
            return WrittenDate(tokens: index..<index + 2, month: month, day: nil, year: .written(year))
        }
        guard let number = dayOrYear(next) else { return alone }
        if index + 2 < end, let year = fullYear(words.word(index + 2)), number <= 31 {
            return WrittenDate(tokens: index..<index + 3, month: month, day: number, year: .written(year))
        }
        if next.last?.isLetter == true {
            return WrittenDate(tokens: index..<index + 2, month: month, day: number, year: .none)
        }
        // A number that begins a range of days ("May 9 – 13") or counts something ("March 12 staff") is no year.
        if number > 31 {
            return WrittenDate(
                tokens: index..<index + 2, month: month, day: nil, year: .written(2000 + number))
        }
        return WrittenDate(tokens: index..<index + 2, month: month, day: nil, year: .short(number))
    }

    /// The month that a token names. `may` and `march` are words too: those need a capital and a date about them.
    private static func month(at index: Int, in words: Words, before end: Int) -> Int? {
        let token = words.tokens[index]
        guard let month = monthNumbers[token.word] else { return nil }
        guard ["may", "march", "mar"].contains(token.word) else { return month }
        guard token.shape != .lower else { return nil }
        let nextIsNumber = index + 1 < end && dayOrYear(words.word(index + 1)) != nil
        let nextIsYear = index + 1 < end && fullYear(words.word(index + 1)) != nil
        let before = words.word(index - 1)
        let leads = [
            "by", "in", "from", "to", "end", "mid", "early", "late", "until", "during", "and", "of", "since",
            "before", "after", "for", "until",
        ]
        let standsAlone = words.tokens.count <= 3 || token.gap.contains(.dash)
        if token.word == "may", words.word(index + 1) == "be" || words.word(index + 1) == "not" { return nil }
        return nextIsNumber || nextIsYear || leads.contains(before) || standsAlone
            || (index + 1 < end && words.tokens[index + 1].gap.contains(.dash)) ? month : nil
    }

    private static func dayNumber(_ word: String) -> Int? {
        var digits = word
        for ending in ["st", "nd", "rd", "th"] where digits.hasSuffix(ending) { digits.removeLast(2) }
        guard let number = Int(digits), (1...31).contains(number), digits.count <= 2 else { return nil }
        return number
    }

    private static func dayOrYear(_ word: String) -> Int? {
        if let day = dayNumber(word) { return day }
        guard word.count == 2, let number = Int(word) else { return nil }
        return number
    }

    private static func fullYear(_ word: String) -> Int? {
        guard word.utf8.count == 4, let year = Int(word), (1980...2100).contains(year) else { return nil }
        return year
    }

    private static func shortYear(_ word: String) -> Int? {
        guard word.utf8.count == 2, let year = Int(word) else { return nil }
        return 2000 + year
    }

    static let monthNumbers: [String: Int] = [
        "january": 1, "jan": 1, "february": 2, "feb": 2, "march": 3, "mar": 3, "april": 4, "apr": 4, "may": 5,
        "june": 6, "jun": 6, "july": 7, "jul": 7, "august": 8, "aug": 8, "september": 9, "sept": 9, "sep": 9,
        "october": 10, "oct": 10, "november": 11, "nov": 11, "december": 12, "dec": 12,
    ]
}
