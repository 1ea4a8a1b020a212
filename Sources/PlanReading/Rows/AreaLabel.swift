/// What stands before the words of an area: codes of its sources, a grouping word, a number.
struct AreaLabel: Equatable {
    /// `["a", "b"]` of "(a) (b) 3".
    var sources: [String] = []
    /// "priority" of "Priority 1: …", lower case.
    var word: String?
    /// `3`, `2.1`, `R4`: as printed, without the stop or bracket after it.
    var reference: String?
    var rest: String

    init(_ text: String) {
        var text = text.trimmed[...]
        while let (code, after) = AreaLabel.bracketedCode(text) {
            sources.append(code)
            text = after
        }
        if let (word, number, after) = AreaLabel.wordAndNumber(text) {
            (self.word, reference, rest) = (word, number, after)
        } else if let (number, after) = AreaLabel.number(text) {
            (reference, rest) = (number, after)
        } else if !sources.isEmpty, let (number, after) = AreaLabel.number(text + " ") {
            (reference, rest) = (number, after)
        } else {
            rest = String(text).trimmed
        }
    }

    /// Words that councils number: "Priority 1", "Recommendation 3".
    private static let groupWords: Set<String> = [
        "priority", "recommendation", "objective", "outcome", "aim", "theme", "standard", "area", "goal",
        "improvement",
        "finding", "issue", "strand", "workstream", "section", "rec", "afi", "afd", "requirement", "ambition",
        "pillar",
        "domain", "judgement", "promise", "commitment", "concern", "part", "chapter", "action", "step", "key",
        "strategic", "challenge", "weakness",
    ]

    /// `(a)` or `(ab)`, lower case.
    private static func bracketedCode(_ text: Substring) -> (String, Substring)? {
        guard text.first == "(", let close = text.firstIndex(of: ")") else { return nil }
        let code = text[text.index(after: text.startIndex)..<close]
        guard (1...2).contains(code.count), code.allSatisfy({ $0.isASCII && $0.isLetter }) else { return nil }
        let after = text[text.index(after: close)...].drop(while: \.isWhitespace)
        // "(a) Children…" is a label; codes stand before another code, a number, or alone.
        guard after.isEmpty || after.first == "(" || (after.first?.isNumber ?? false) else { return nil }
        return (code.lowercased(), after)
    }

    /// `Priority 1: …`, `Recommendation 3 – …`, `Area for improvement 2. …`.
    private static func wordAndNumber(_ text: Substring) -> (String, String, String)? {
        let parts = text.prefix(80).split(maxSplits: 7, whereSeparator: \.isWhitespace)
        guard let first = parts.first, groupWords.contains(singular(first.lowercased())) else { return nil }
        for (index, part) in parts.dropFirst().prefix(5).enumerated() {
            if between.contains(part.lowercased()) { continue }
            if let letter = part.first, letter.isASCII, letter.isUppercase,
                part.dropFirst().allSatisfy({ ":.)–-".contains($0) }),
                part.count > 1 || index + 2 == parts.count
                    || parts[index + 2].allSatisfy({ "–-:".contains($0) })
            {
                let after = text[part.endIndex...].drop { $0.isWhitespace || ":–-".contains($0) }
                return (singular(first.lowercased()), String(letter), String(after).trimmed)
            }
            guard let (number, after) = number(text[part.startIndex...] + " ") else { return nil }
            // "Area 2 of the town" has no stop behind its number, and goes on with a small letter.
            let isBare = part.allSatisfy { $0.isNumber || $0 == "." } && !part.hasSuffix(".")
            if isBare, after.first?.isLowercase ?? false, index > 0 || !number.contains(".") { return nil }
            return (singular(first.lowercased()), number, after)
        }
        return nil
    }

    /// Words that may stand between the grouping word and its number.
    private static let between: Set<String> = [
        "for", "of", "no", "no.", "number", "development", "improvement", "area", "priority", "action",
        "significant",
        "serious", "weakness", "concern", "focus", "practice", "recommendation", "ref", "reference", "#",
    ]

    private static func singular(_ word: String) -> String {
        word.filter(\.isLetter)
    }

    /// A number at the front and what follows it: `1.0 `, `2.1. `, `3) `, `R4: `, `A1 `.
    static func number(_ text: Substring) -> (String, String)? {
        var index = text.startIndex
        var letters = 0
        while index < text.endIndex, letters < 3, text[index].isASCII, text[index].isUppercase {
            index = text.index(after: index)
            letters += 1
        }
        let digitsStart = index
        var digits = 0
        while index < text.endIndex, text[index].isNumber || (text[index] == "." && digits > 0) {
            if text[index] == "." {
                let next = text.index(after: index)
                guard next < text.endIndex, text[next].isNumber else { break }
            } else {
                digits += 1
            }
            index = text.index(after: index)
        }
        guard digits > 0, digits <= 6 else { return nil }
        let number = String(text[text.startIndex..<index])
        var suffix = ""
        if letters == 0, index < text.endIndex, text[index].isLetter, text[index].isLowercase {
            let next = text.index(after: index)
            if next == text.endIndex || text[next].isWhitespace || ").:".contains(text[next]) {
                suffix = text[index].lowercased()
                index = next
            }
        }
        let stop = text[index...].prefix { ".):;-–—]".contains($0) }
        let after = text[stop.endIndex...]
        // "20% of…", "2026 plan", "3 months" and "1st" are words, not labels.
        guard after.isEmpty || after.first!.isWhitespace || (!stop.isEmpty && letters + digits < 4) else {
            return nil
        }
        let rest = String(after).trimmed
        let cleaned = rest.drop { ":–—-".contains($0) }
        let words = String(cleaned).trimmed
        if letters == 0, stop.isEmpty, suffix.isEmpty, !number.contains(".") {
            guard digits <= 2, let first = words.first, first.isUppercase || words.isEmpty else {
                return words.isEmpty && digits <= 3 ? (number, "") : nil
            }
        }
        if digits == 4, !number.contains("."), letters == 0, stop.isEmpty { return nil }
        _ = digitsStart
        return (number + suffix, words)
    }
}
