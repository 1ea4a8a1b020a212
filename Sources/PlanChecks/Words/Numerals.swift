/// Numbers and letters that stand before paragraphs, items and areas.
enum Numerals {
    /// `2.3`, `iv`, `a` out of `2.3.`, `(iv)`, `a)`; lower case.
    static func bare(_ printed: String) -> String {
        String(printed.lowercased().filter { !"() []".contains($0) }.reversed().drop { $0 == "." }.reversed())
    }

    /// The dotted number that a text begins with: `2.3` of `2.3 The self-evaluation…`, `- 2.3 The…`.
    static func leading(_ text: String) -> String? {
        let start = text.drop { $0 == "-" || $0 == " " || $0 == "*" || $0 == "•" }
        let number = start.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
        let rest = start.dropFirst(number.count)
        guard number.contains("."), number.count <= 9, rest.first == " " || rest.first == "\t" else {
            return nil
        }
        let trimmed = bare(String(number))
        let parts = trimmed.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count >= 2, parts.allSatisfy({ !$0.isEmpty && $0.count <= 3 }) else { return nil }
        // "1.5 million" and "22.2 per cent" are amounts, not paragraphs.
        guard let next = rest.first(where: { $0 != " " && $0 != "\t" }),
            next.isUppercase || "“\"‘'([".contains(next)
        else { return nil }
        return trimmed
    }

    /// The parts of a dotted number as numbers: `2.13` is [2, 13]; nil for anything else.
    static func parts(_ numeral: String) -> [Int]? {
        let parts = numeral.split(separator: ".", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { Int($0) }
        return numbers.count == parts.count && !numbers.isEmpty ? numbers : nil
    }

    /// The place in its order of a letter (`a` is 1) or roman numeral (`iv` is 4), or of a number.
    static func ordinal(_ label: String, roman: Bool) -> Int? {
        if let number = Int(label) { return number }
        if roman { return romans.firstIndex(of: label).map { $0 + 1 } }
        guard label.utf8.count == 1, let byte = label.utf8.first, (0x61...0x7A).contains(byte) else {
            return nil
        }
        return Int(byte) - 0x60
    }

    static let romans = [
        "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi",
        "xvii", "xviii", "xix", "xx",
    ]
}
