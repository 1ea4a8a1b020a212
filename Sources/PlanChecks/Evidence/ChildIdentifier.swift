/// Identifiers of a child: NHS numbers, case numbers, dates of birth, "Child J".
enum ChildIdentifier {
    static func find(in words: Words) -> [Range<Int>] {
        words.tokens.indices.compactMap { index in
            nhsNumber(words, index) ?? caseNumber(words, index) ?? lettered(words, index)
                ?? birth(words, index)
        }
    }

    /// Ten digits, together or 3-3-4, whose last is the check digit (modulus 11).
    private static func nhsNumber(_ words: Words, _ index: Int) -> Range<Int>? {
        let token = words.tokens[index]
        guard token.shape == .number else { return nil }
        if token.word.utf8.count == 10, isNHS(token.word) { return index..<index + 1 }
        guard token.word.utf8.count == 3, index + 2 < words.tokens.count,
            words.word(index + 1).utf8.count == 3,
            words.word(index + 2).utf8.count == 4,
            isNHS(words.word(index) + words.word(index + 1) + words.word(index + 2))
        else { return nil }
        return index..<index + 3
    }

    private static func isNHS(_ text: String) -> Bool {
        let digits = text.utf8.map { Int($0) - 0x30 }
        guard digits.count == 10, digits.allSatisfy({ (0...9).contains($0) }), Set(digits).count > 1 else {
            return false
        }
        let sum = digits.prefix(9).enumerated().reduce(0) { $0 + $1.element * (10 - $1.offset) }
        let check = (11 - sum % 11) % 11
        return check != 10 && check == digits[9]
    }

    /// "case number 104522", "UPN A123…", "LCS ID: 88213".
    private static func caseNumber(_ words: Words, _ index: Int) -> Range<Int>? {
        guard let count = identifiers.match(at: index, in: words, before: words.tokens.count) else {
            return nil
        }
        let next = index + count
        guard next < words.tokens.count, !words.tokens[next].gap.contains(.stop),
            words.tokens[next].word.utf8.filter({ (0x30...0x39).contains($0) }).count >= 4
        else { return nil }
        return index..<next + 1
    }

    /// "Child J", "Baby P": a letter that stands for one child.
    private static func lettered(_ words: Words, _ index: Int) -> Range<Int>? {
        guard ["child", "baby", "sibling"].contains(words.word(index)), index + 1 < words.tokens.count else {
            return nil
        }
        let next = words.tokens[index + 1]
        guard next.range.count <= 2, next.gap.isEmpty,
            next.shape == .upper || (next.shape == .capitalised && next.range.count == 1),
            !["i", "in", "is", "or", "a"].contains(next.word)
                || next.word == "a" && words.tokens[index].shape == .capitalised,
            words.tokens[index].shape == .capitalised
        else { return nil }
        return index..<index + 2
    }

    /// A date of birth written out.
    private static func birth(_ words: Words, _ index: Int) -> Range<Int>? {
        guard let count = births.match(at: index, in: words, before: words.tokens.count) else { return nil }
        let after = index + count..<min(words.tokens.count, index + count + 5)
        guard let date = WrittenDate.find(in: words, within: after).first, date.day != nil else { return nil }
        return index..<date.tokens.upperBound
    }

    private static let identifiers = Lexicon([
        "case number", "case no", "case id", "case reference", "case ref", "child id", "child number",
        "client id",
        "person id", "lcs id", "lcs number", "ics number", "ics id", "mosaic id", "upn", "uln", "nhs number",
        "nhs no", "swift number", "eclipse id", "liquidlogic id",
    ])
    private static let births = Lexicon(["dob", "d.o.b", "date of birth", "born on", "born"])
}
