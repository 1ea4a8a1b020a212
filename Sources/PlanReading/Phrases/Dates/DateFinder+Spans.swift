import Kernel

/// Spans of time: financial years, quarters, seasons and school terms.
extension DateFinder {
    // MARK: Years

    /// `2016/17`, `2016-17`, `2016/2017`, `FY 16/17`.
    func financialYear(at index: Int) -> DateMention? {
        guard let (separator, second) = joined(after: index), separator != ".",
            let year = DateMention.year(words[index]), let next = DateMention.year(second), next == year + 1
        else { return nil }
        let before = words.at(index - 1)
        if words[index].range.count == 2 {
            let isNamed = before?.isWord("fy", "year", "in", "of", "for", "during") == true
            guard isNamed || isTimescale && separator == "/", DateMention.month(words.at(index + 3)) == nil
            else {
                return nil
            }
        }
        var end = index + 3
        // "2016/17 Q3".
        while let sign = words.at(end), sign.isSign(",", "-", "("), end < index + 5 { end += 1 }
        if var quarter = words.at(end)?.isWord == true ? quarter(at: end) : nil, !quarter.namesYear {
            quarter.tokens = index..<quarter.tokens.upperBound
            quarter.setFinancialYear(year)
            return quarter
        }
        let isSchool =
            before?.isWord("year") == true && words.at(index - 2)?.isWord("academic", "school") == true
        var made = DateMention(
            tokens: index..<index + 3, first: .init(year: year, month: isSchool ? 9 : 4),
            last: .init(year: next, month: isSchool ? 7 : 3), form: .financialYear)
        if isSchool { made.remark = "was taken to end with the summer term, in July \(next)" }
        return made
    }

    func bareYear(at index: Int) -> DateMention? {
        guard isTimescale, words[index].range.count == 4, let year = DateMention.year(words[index]),
            words.at(index + 1)?.isSign("%", ",") != true, words.at(index - 1)?.isSign("£") != true
        else { return nil }
        let parts = DateMention.Parts(year: year)
        return DateMention(tokens: index..<index + 1, first: parts, last: parts, form: .year)
    }

    /// "end of the financial year", "year end", "end of the academic year".
    func yearEnd(at index: Int) -> DateMention? {
        guard isTimescale else { return nil }
        if words[index].isWord("christmas", "easter") {
            let isEaster = words[index].isWord("easter")
            let year = words.at(index + 1).flatMap { $0.range.count == 4 ? DateMention.year($0) : nil }
            var made = single(
                index..<(year == nil ? index + 1 : index + 2), year: year, month: isEaster ? 4 : 12)
            if isEaster { made?.remark = "was taken as April" }
            return made
        }
        for (phrase, month) in [
            ("end of the financial year", 3), ("end of financial year", 3), ("financial year end", 3),
            ("end of the academic year", 7), ("end of academic year", 7), ("end of the school year", 7),
        ] {
            guard let found = words.find(phrase, from: index), found.lowerBound == index else { continue }
            // A year that follows ("end of financial year 2016/17") says it better.
            if let next = words.at(found.upperBound), next.kind == .number { return nil }
            return single(found, year: nil, month: month)
        }
        return nil
    }

    // MARK: Quarters and seasons

    /// `Q3 2016/17`, `Quarter 2`.
    func quarter(at index: Int) -> DateMention? {
        let word = words[index]
        guard word.isWord("q", "qtr", "quarter") else { return nil }
        var next = index + 1
        if words.at(next)?.isSign(".") == true { next += 1 }
        guard let number = words.at(next).flatMap({ $0.number ?? Self.counted[$0.lower] }),
            (1...4).contains(number),
            words.at(next)?.range.count == 1 || words.at(next)?.isWord == true
        else { return nil }
        return quarter(number, index..<next + 1)
    }

    /// `third quarter of 2016/17`, `2nd quarter`.
    func ordinalQuarter(at index: Int) -> DateMention? {
        let number = words[index].number ?? Self.counted[words[index].lower]
        let next = afterOrdinal(index + 1)
        guard let number, (1...4).contains(number), next > index + 1 || words[index].isWord,
            words.at(next)?.isWord("quarter", "qtr") == true
        else { return nil }
        return quarter(number, index..<next + 1)
    }

    private static let counted = [
        "one": 1, "two": 2, "three": 3, "four": 4, "first": 1, "second": 2, "third": 3, "fourth": 4,
    ]

    private func quarter(_ number: Int, _ tokens: Range<Int>) -> DateMention {
        let firstMonth = [4, 7, 10, 1][number - 1]
        var made = DateMention(
            tokens: tokens, first: .init(month: firstMonth), last: .init(month: firstMonth + 2),
            form: .quarter)
        var next = tokens.upperBound
        while let token = words.at(next), next < tokens.upperBound + 4,
            token.isSign(",", "-", "(") || token.isWord("of", "in", "the", "financial", "year", "fy")
        {
            next += 1
        }
        guard let token = words.at(next), let year = DateMention.year(token) else { return made }
        if let (separator, second) = joined(after: next), separator != ".",
            DateMention.year(second) == year + 1
        {
            made.tokens = tokens.lowerBound..<next + 3
            made.setFinancialYear(year)
        } else if token.range.count == 4 {
            made.tokens = tokens.lowerBound..<next + 1
            made.setFinancialYear(year)
            made.remark = "was taken as a quarter of the financial year that begins in April \(year)"
        }
        if words.at(made.tokens.upperBound)?.isSign(")") == true {
            made.tokens = made.tokens.lowerBound..<made.tokens.upperBound + 1
        }
        return made
    }

    /// `Spring term 2026`, `Autumn 2025`, `winter 2025/26`.
    func season(at index: Int) -> DateMention? {
        guard let season = Self.seasons[words[index].lower] else { return nil }
        var next = index + 1
        let isTerm = words.at(next)?.isWord("term") == true
        if isTerm { next += 1 }
        if words.at(next)?.isWord("of") == true { next += 1 }
        var year = words.at(next).flatMap { $0.range.count == 4 ? DateMention.year($0) : nil }
        var end = year == nil ? (isTerm ? index + 2 : index + 1) : next + 1
        let span = isTerm ? season.term : season.months
        if let begun = year, let (_, second) = joined(after: next), DateMention.year(second) == begun + 1 {
            year = span.lowerBound >= 9 ? begun : begun + 1
            end = next + 3
        }
        guard year != nil || isTerm || isTimescale && words[index].startsUpper else { return nil }
        guard isTimescale || year != nil else { return nil }
        let last = span.upperBound
        let name = Day.monthNames[(last - 1) % 12]
        return DateMention(
            tokens: index..<end, first: .init(year: year, month: span.lowerBound),
            last: .init(year: year.map { last > 12 ? $0 + 1 : $0 }, month: (last - 1) % 12 + 1),
            form: .season, remark: "was taken to end in \(name)")
    }

    /// The months of a season, and of an English school term.
    private static let seasons: [String: (months: ClosedRange<Int>, term: ClosedRange<Int>)] = [
        "spring": (3...5, 1...4), "summer": (6...8, 4...7), "autumn": (9...11, 9...12),
        "winter": (12...14, 12...14),
    ]
}

extension DateMention {
    /// Puts a quarter into the financial year that begins in April of that year.
    mutating func setFinancialYear(_ year: Int) {
        first.year = (first.month ?? 4) >= 4 ? year : year + 1
        last.year = (last.month ?? 4) >= 4 ? year : year + 1
    }
}
