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
    func joined(after index: Int) -> (String, Words.Token)? {
        guard let sign = words.at(index + 1), let next = words.at(index + 2), !sign.isSpaced, !next.isSpaced,
            sign.isSign("-", "/", "."), next.kind == .number
        else { return nil }
        return (sign.lower, next)
    }

    func single(_ tokens: Range<Int>, year: Int?, month: Int, day: Int? = nil) -> DateMention? {
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

    func afterOrdinal(_ index: Int) -> Int {
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
}
