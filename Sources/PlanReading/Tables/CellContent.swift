/// What kind of thing a cell's text is, told from its words alone.
enum CellContent {
    private static let months: Set<String> = [
        "jan", "january", "feb", "february", "mar", "march", "apr", "april", "may", "jun", "june", "jul",
        "july", "aug",
        "august", "sep", "sept", "september", "oct", "october", "nov", "november", "dec", "december",
    ]
    private static let times: Set<String> = [
        "immediate", "immediately", "ongoing", "place", "onwards", "tbc", "spring", "summer", "autumn",
        "winter", "q1",
        "q2", "q3", "q4", "quarter", "weeks", "months", "end", "continuous", "term", "annually", "monthly",
        "quarterly",
    ]

    /// A date, a span of dates, or words like "ongoing", and little else.
    static func isDate(_ text: String) -> Bool {
        let words = PlainWords.of(text)
        guard !words.isEmpty, words.count <= 14 else { return false }
        let telling = words.filter { months.contains($0) || times.contains($0) || isYearOrDay($0) }.count
        guard telling * 2 >= words.count else { return false }
        return words.contains { months.contains($0) || times.contains($0) } || isNumericDate(text)
    }

    static func isMonth(_ word: String) -> Bool { months.contains(word) }

    private static func isYearOrDay(_ word: String) -> Bool {
        let digits = word.utf8.prefix { (0x30...0x39).contains($0) }.count
        return digits > 0
            && (digits == word.utf8.count || ["st", "nd", "rd", "th"].contains(String(word.suffix(2))))
    }

    /// `31/03/2026`, `31.3.26`, `2026-03-31`, `2016/17`.
    static func isNumericDate(_ text: String) -> Bool {
        let parts = text.trimmed.split { "/.-".contains($0) }
        guard parts.allSatisfy({ $0.allSatisfy(\.isNumber) }) else { return false }
        if parts.count == 3 { return parts.contains { $0.count == 2 || $0.count == 4 } }
        if parts.count == 2 { return parts[0].count == 4 && text.contains("/") }
        return parts.count == 1 && parts[0].count == 4
            && (parts[0].hasPrefix("20") || parts[0].hasPrefix("19"))
    }

    /// `1`, `2.1`, `(a) 3`, `A1`, `R2`, `LM3.2`, `iv)`.
    static func isReference(_ text: String) -> Bool {
        let parts = text.split(whereSeparator: \.isWhitespace)
        guard (1...4).contains(parts.count) else { return false }
        return parts.allSatisfy { part in
            let core = part.filter { !"().,:;[]".contains($0) }
            return !core.isEmpty && core.utf8.count <= 6 && core.allSatisfy { $0.isASCII }
                && (core.contains(where: \.isNumber) || core.count <= 2
                    || core.allSatisfy { "ivxIVX".contains($0) })
        } && !isDate(text)
    }

    static func isRank(_ text: String) -> Bool {
        let words = PlainWords.of(text)
        return words.count == 1
            && ["high", "medium", "low", "h", "m", "l", "critical", "urgent", "1", "2", "3", "4", "5"]
                .contains(words[0])
    }

    static func isColour(_ text: String) -> Bool {
        let words = PlainWords.of(text)
        return (1...2).contains(words.count)
            && [
                "red", "amber", "green", "blue", "grey", "gray", "white", "yellow", "purple", "r", "a", "g",
                "b",
            ]
            .contains(words[0])
    }

    private static let posts: Set<String> = [
        "head", "director", "manager", "officer", "lead", "chair", "team", "board", "service", "principal",
        "assistant",
        "deputy", "leader", "coordinator", "worker", "ad", "dcs", "hos", "sro", "adviser", "advisor",
        "consultant",
        "supervisor", "executive", "chief", "partners", "commissioner", "gm", "managers", "heads",
        "directors",
    ]

    /// Names or posts: most words begin with a capital, and none is a verb of a sentence.
    static func isPeople(_ text: String) -> Bool {
        let parts = text.split { $0.isWhitespace || "/,;&()–-".contains($0) }
        guard (1...16).contains(parts.count), !isDate(text), !isReference(text),
            !text.hasSuffix(".") || parts.count <= 3
        else { return false }
        let words = parts.map { $0.lowercased() }
        if words.contains(where: posts.contains) { return true }
        let capitals = parts.filter { $0.first?.isUppercase ?? false }.count
        let joins = words.filter { ["and", "of", "for", "the", "with", "in"].contains($0) }.count
        return parts.count <= 8 && capitals + joins == parts.count && capitals > 0
            && (parts.count >= 2 || parts[0].allSatisfy(\.isUppercase))
    }
}
