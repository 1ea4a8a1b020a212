import Kernel

/// Finds the dates in a text, left to right.
struct DateFinder {
    let words: Words
    /// How "April 10" is taken.
    var twoDigits: YearContext.TwoDigits = .unknown
    /// In running text a bare year, "spring" or "31/03" is no date.
    var isTimescale: Bool

    static func find(
        in words: Words, isTimescale: Bool, twoDigits: YearContext.TwoDigits = .unknown
    ) -> [DateMention] {
        let finder = DateFinder(words: words, twoDigits: twoDigits, isTimescale: isTimescale)
        var found: [DateMention] = []
        var index = 0
        while index < words.count {
            if let mention = finder.mention(at: index) {
                found.append(mention)
                index = mention.tokens.upperBound
            } else {
                index += 1
            }
        }
        return found
    }

    private func mention(at index: Int) -> DateMention? {
        switch words[index].kind {
        case .number:
            return numeric(at: index) ?? days(at: index) ?? dayAndMonth(at: index) ?? ordinalQuarter(
                at: index)
                ?? financialYear(at: index) ?? bareYear(at: index)
        case .word:
            return monthFirst(at: index) ?? quarter(at: index) ?? ordinalQuarter(at: index) ?? season(
                at: index)
                ?? yearEnd(at: index)
        case .sign: return nil
        }
    }

    // MARK: Numbers

    /// `20.05.2011`, `31/03/26`, `2026-03-31`, `2026-03`, `03/2015`, `31/03`.
    private func numeric(at index: Int) -> DateMention? {
        guard let (separator, second) = joined(after: index) else { return nil }
        let first = words[index]
        if first.range.count == 4, let year = DateMention.year(first), separator == "-",
            let month = second.number, (1...12).contains(month), second.range.count == 2
        {
            if let (sign, third) = joined(after: index + 2), sign == "-", let day = third.number {
                return single(index..<index + 5, year: year, month: month, day: day)
            }
            return month == (year + 1) % 100 ? nil : single(index..<index + 3, year: year, month: month)
        }
        guard first.range.count <= 2, let day = first.number, let month = second.number else { return nil }
        if second.range.count <= 2, let (sign, third) = joined(after: index + 2), sign == separator,
            let year = DateMention.year(third)
        {
            if let made = single(index..<index + 5, year: year, month: month, day: day) { return made }
            var american = single(index..<index + 5, year: year, month: day, day: month)
            american?.remark = "was read as month first"
            return american
        }
        if second.range.count == 4, separator != "-", (1...12).contains(day),
            let year = DateMention.year(second)
        {
            return single(index..<index + 3, year: year, month: day)
        }
        let isWhole = index == 0 || words[index - 1].isWord("by", "from", "to", "until", "before", "due")
        if isTimescale, separator == "/", isWhole, second.range.count == 2, month != day + 1,
            DateMention.month(words.at(index + 3)) == nil
        {
            return single(index..<index + 3, year: nil, month: month, day: day)
        }
        return nil
    }

    /// A sign and a number that follow without a space.
    private func joined(after index: Int) -> (String, Words.Token)? {
        guard let sign = words.at(index + 1), let next = words.at(index + 2), !sign.isSpaced, !next.isSpaced,
            sign.isSign("-", "/", "."), next.kind == .number
        else { return nil }
        return (sign.lower, next)
    }

    private func single(_ tokens: Range<Int>, year: Int?, month: Int, day: Int? = nil) -> DateMention? {
        // 2000 was a leap year: 29 February without a year may be one.
        guard PartialDate(year: year ?? 2000, month: month, day: day) != nil else { return nil }
        let parts = DateMention.Parts(year: year, month: month, day: day)
        return DateMention(tokens: tokens, first: parts, last: parts, form: day == nil ? .month : .day)
    }

    // MARK: Days of a month

    /// `5/6 April 2011`, `5th and 6th May`, `3–7 March`.
    private func days(at index: Int) -> DateMention? {
        guard let first = words[index].number, (1...31).contains(first) else { return nil }
        let between = afterOrdinal(index + 1)
        guard let sign = words.at(between), sign.isSign("/", "-", "&") || sign.isWord("and", "to"),
            var second = words.at(between + 1).flatMap({
                $0.number == nil ? nil : dayAndMonth(at: between + 1)
            }),
            second.form == .day, let last = second.last.day, last > first
        else { return nil }
        second.tokens = index..<second.tokens.upperBound
        second.first.day = first
        second.form = .days(isRange: sign.isSign("-") || sign.isWord("to"))
        return second
    }

    /// `31st May 2011`, `31 st May`, `20th of May`, `10-Nov-14`.
    private func dayAndMonth(at index: Int) -> DateMention? {
        guard let day = words[index].number, (1...31).contains(day), words[index].range.count <= 2 else {
            return nil
        }
        var next = afterOrdinal(index + 1)
        if words.at(next)?.isWord("day") == true { next += 1 }
        if words.at(next)?.isWord("of") == true { next += 1 }
        if let sign = words.at(next), sign.isSign("-", ".", "/"), !sign.isSpaced,
            words.at(next + 1)?.isSpaced == false
        {
            next += 1
        }
        guard let month = DateMention.month(words.at(next)) else { return nil }
        if words[next].lower == "may", !words[next].startsUpper, !isTimescale { return nil }
        let (year, end) = yearAfterDay(next + 1)
        return single(index..<end, year: year, month: month, day: day)
    }

    private func afterOrdinal(_ index: Int) -> Int {
        words.at(index)?.isWord("st", "nd", "rd", "th") == true ? index + 1 : index
    }

    /// The year that may follow a day and month.
    private func yearAfterDay(_ start: Int) -> (Int?, Int) {
        var index = start
        var isJoined = false
        while let sign = words.at(index), index < start + 2, sign.isSign(",", ".", "-", "/", "'") {
            // "10 May – 2014 targets": a spaced dash joins nothing.
            if sign.isSign("-"), sign.isSpaced { return (nil, start) }
            isJoined = isJoined || sign.isSign("-", "/", "'")
            index += 1
        }
        guard let token = words.at(index), let year = DateMention.year(token) else { return (nil, start) }
        let isShort = token.range.count == 2
        // "10 May, 11 June" and "by 10 May 20 cases" hold no year.
        if isShort, !isJoined, index != start { return (nil, start) }
        if isShort, !isJoined, !isTimescale { return (nil, start) }
        if isShort, DateMention.month(words.at(afterOrdinal(index + 1))) != nil { return (nil, start) }
        return (year, index + 1)
    }

    // MARK: Months

    /// `Sept 13`, `Sept.13`, `Oct 2013`, `May 31st, 2011`, `April`.
    private func monthFirst(at index: Int) -> DateMention? {
        guard let month = DateMention.month(words[index]) else { return nil }
        var next = index + 1
        var hasApostrophe = false
        var hasDash = false
        while let sign = words.at(next), next < index + 3, sign.isSign(".", ",", "'", "-", "/") {
            if sign.isSign("-", "/"), sign.isSpaced || words.at(next + 1)?.isSpaced != false { break }
            hasApostrophe = hasApostrophe || sign.isSign("'")
            hasDash = hasDash || sign.isSign("-", "/")
            next += 1
        }
        if words.at(next)?.isWord("of") == true, words.at(next + 1)?.range.count == 4 { next += 1 }
        if let number = words.at(next), number.kind == .number, !number.isOnNewLine {
            if number.range.count == 4, let year = DateMention.year(number) {
                return single(index..<next + 1, year: year, month: month)
            }
            if number.range.count <= 2,
                let made = monthAndNumber(
                    index, next, month, isYear: hasApostrophe || hasDash && number.range.count == 2)
            {
                return made
            }
        }
        guard isTimescale || looksLikeMonth(index) else { return nil }
        return single(index..<index + 1, year: nil, month: month)
    }

    /// "may" and "march" are also verbs, and "mar", "dec" may be anything.
    private func looksLikeMonth(_ index: Int) -> Bool {
        words[index].startsUpper
            && (index > 0 && words[index - 1].isWord(in: Self.beforeMonths)
                || words[index].lower.utf8.count > 3 && words[index].lower != "march")
    }

    private static let beforeMonths: Set<String> = [
        "in", "by", "from", "until", "till", "to", "during", "since", "of", "early", "late", "mid", "end",
        "next", "last", "before", "after", "and", "between", "throughout",
    ]

    private func monthAndNumber(_ index: Int, _ next: Int, _ month: Int, isYear: Bool) -> DateMention? {
        guard let number = words[next].number else { return nil }
        let afterNumber = afterOrdinal(next + 1)
        if isYear, let year = DateMention.year(words[next]) {
            return single(index..<next + 1, year: year, month: month)
        }
        // "May 31st", "May 31, 2011".
        let isOrdinal = afterNumber > next + 1
        let (year, end) = yearAfterDay(afterNumber)
        if (1...31).contains(number), isOrdinal || year != nil && words[end - 1].range.count == 4 {
            return single(index..<end, year: year, month: month, day: number)
        }
        // "December 10 April": the number belongs to the next month.
        if DateMention.month(words.at(afterNumber)) != nil, !isTimescale { return nil }
        // "March 2 staff", "July 90%", "Sept 13:30" hold no date but the month.
        if let following = words.at(next + 1), following.isSign("%", ":") { return nil }
        guard words[next].range.count == 2 else {
            return isTimescale ? single(index..<next + 1, year: nil, month: month, day: number) : nil
        }
        return twoDigitNumber(index..<next + 1, month, number)
    }

    private func twoDigitNumber(_ tokens: Range<Int>, _ month: Int, _ number: Int) -> DateMention? {
        let asDay = single(tokens, year: nil, month: month, day: number)
        guard let year = DateMention.year(words[tokens.upperBound - 1]) else { return asDay }
        switch (asDay, twoDigits.take(number)) {
        case (nil, _), (_, .year): return single(tokens, year: year, month: month)
        case (_, .day): return asDay
        case (_, .unsure):
            var taken = single(tokens, year: year, month: month)
            taken?.otherwiseDay = number
            return taken
        }
    }

    // MARK: Years

    /// `2016/17`, `2016-17`, `2016/2017`, `FY 16/17`.
    private func financialYear(at index: Int) -> DateMention? {
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

    private func bareYear(at index: Int) -> DateMention? {
        guard isTimescale, words[index].range.count == 4, let year = DateMention.year(words[index]),
            words.at(index + 1)?.isSign("%", ",") != true, words.at(index - 1)?.isSign("£") != true
        else { return nil }
        let parts = DateMention.Parts(year: year)
        return DateMention(tokens: index..<index + 1, first: parts, last: parts, form: .year)
    }

    /// "end of the financial year", "year end", "end of the academic year".
    private func yearEnd(at index: Int) -> DateMention? {
        guard isTimescale else { return nil }
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
    private func quarter(at index: Int) -> DateMention? {
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
    private func ordinalQuarter(at index: Int) -> DateMention? {
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
    private func season(at index: Int) -> DateMention? {
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
