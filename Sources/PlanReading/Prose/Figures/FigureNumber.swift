import Kernel

/// A number of a sentence that may be a figure: not a date, a reference, a sum of money or a length of time.
struct FigureNumber: Hashable {
    var value: Double
    var isPercent: Bool
    /// Written as a word: "three".
    var isWord: Bool
    /// What follows or surrounds it says that it counts something.
    var counts: Bool
    var tokens: Range<Int>

    static func all(_ words: Words) -> [FigureNumber] {
        let dates = DateFinder.find(in: words, isTimescale: false).map(\.tokens)
        var found: [FigureNumber] = []
        var index = 0
        while index < words.count {
            if let date = dates.first(where: { $0.contains(index) }) {
                index = date.upperBound
            } else if let number = read(words, at: index) {
                found.append(number)
                index = number.tokens.upperBound
            } else {
                // The parts of "1.10" or "2-3" that is no figure are none either.
                index = words[index].kind == .number ? past(words, index) : index + 1
            }
        }
        return found
    }

    private static func read(_ words: Words, at index: Int) -> FigureNumber? {
        let token = words[index]
        if token.isWord {
            guard let value = FrequencyPhrase.number(token.lower), token.range.count > 2 else { return nil }
            return FigureNumber(
                value: Double(value), isPercent: false, isWord: true, counts: false, tokens: index..<index + 1
            )
        }
        guard let (value, end) = SamplePhrase.decimal(words, at: index), isFree(words, index, end) else {
            return nil
        }
        if words.at(end)?.isSign("%") == true {
            return FigureNumber(
                value: value, isPercent: true, isWord: false, counts: true, tokens: index..<end + 1)
        }
        if words.at(end)?.isWord("per") == true, words.at(end + 1)?.isWord("cent") == true {
            return FigureNumber(
                value: value, isPercent: true, isWord: false, counts: true, tokens: index..<end + 2)
        }
        guard value == value.rounded() else { return nil }
        return FigureNumber(
            value: value, isPercent: false, isWord: false, counts: counts(words, index, end),
            tokens: index..<end)
    }

    /// Not behind "paragraph" or "£", not before a unit of time, not part of "1-5" or "16+".
    private static func isFree(_ words: Words, _ index: Int, _ end: Int) -> Bool {
        if let before = words.at(index - 1) {
            if before.isSign("£", "$", "#") || before.isWord(in: references) { return false }
            if before.isSign("-", ".", "/", "&"), !words[index].isSpaced,
                !before.isSpaced || before.isSign("&")
            {
                // "23/40": the base of a count.
                return before.isSign("/") && words.at(index - 2)?.kind == .number
            }
            if before.isWord, !words[index].isSpaced { return false }
        }
        if let after = words.at(end) {
            if after.isSign("+", "°", ":") && !after.isSpaced { return false }
            if after.isSign("-"), !after.isSpaced { return false }
            if after.isWord, !after.isSpaced { return false }
            if after.isSign("."), !after.isSpaced, words.at(end + 1)?.isSpaced == false { return false }
            if after.isWord(in: units) || after.isWord("working", "calendar") { return false }
            if after.isWord("or", "to"), words.at(end + 1)?.kind == .number,
                words.at(end + 2)?.isWord(in: units) == true
            {
                return false
            }
        }
        // "(2000)" is a year.
        if words[index].range.count == 4, end == index + 1,
            words[index].number.map((1950...2099).contains) == true
        {
            return false
        }
        return true
    }

    private static let references: Set<String> = [
        "section", "s", "appendix", "paragraph", "paragraphs", "para", "paras", "phase", "standard", "table",
        "figure",
        "page", "pages", "part", "regulation", "regulations", "act", "number", "no", "version", "v", "year",
        "stage",
        "band", "tier", "level", "quarter", "q", "objective", "priority", "action", "recommendation",
        "chapter",
        "step", "annex", "code", "item", "point", "note", "schedule", "article", "outcome", "grade", "aged",
        "age",
        "under", "scale", "ks", "form", "clause", "key", "ref", "reference", "theme", "strand", "volume",
        "week", "day",
        "post", "round", "cohort", "draft",
    ]

    private static let units: Set<String> = [
        "day", "days", "week", "weeks", "month", "months", "year", "years", "yrs", "hour", "hours", "minutes",
        "am",
        "pm", "star", "stars", "weekly", "monthly", "fte", "wte", "terms", "term", "hrs", "quarters",
    ]

    /// A noun follows, or it is given as a total.
    private static func counts(_ words: Words, _ index: Int, _ end: Int) -> Bool {
        if words[index].range.count >= 1, end - index > 1 { return true }
        if let after = words.at(end), after.isWord, !after.isWord(in: empty) { return true }
        let isBracketed = words.at(index - 1)?.isSign("(") == true && words.at(end)?.isSign(")") == true
        if isBracketed { return words.text(index..<end).utf8.count >= 2 }
        return words[index].range.count >= 2
    }

    private static let empty: Set<String> = ["to", "on", "in", "at", "by", "above", "below", "is", "was"]

    private static func past(_ words: Words, _ index: Int) -> Int {
        var end = index + 1
        while let sign = words.at(end), let next = words.at(end + 1), sign.isSign(".", "-", "/", ","),
            !sign.isSpaced,
            !next.isSpaced, next.kind == .number
        {
            end += 2
        }
        return end
    }
}
