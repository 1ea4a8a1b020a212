/// Printing a count as Word's number formats do (ECMA-376 part 1, 17.18.59).
enum Numerals {
    static func print(_ value: Int, _ format: String) -> String {
        switch format {
        case "none", "bullet": ""
        case "decimalZero": value >= 0 && value < 10 ? "0\(value)" : "\(value)"
        case "lowerLetter": letters(value)
        case "upperLetter": letters(value).uppercased()
        case "lowerRoman": roman(value)
        case "upperRoman": roman(value).uppercased()
        case "ordinal": "\(value)\(ordinalEnding(value))"
        case "cardinalText": words(value, isOrdinal: false)
        case "ordinalText": words(value, isOrdinal: true)
        case "numberInDash": "- \(value) -"
        case "hex": String(max(0, value), radix: 16, uppercase: true)
        case "decimalEnclosedCircle": circled(value)
        case "chicago": chicago(value)
        case let custom where custom.hasPrefix("custom:"): padded(value, custom.dropFirst(7))
        default: "\(value)"
        }
    }

    /// a … z, aa … zz, aaa: Word repeats the letter.
    private static func letters(_ value: Int) -> String {
        guard value > 0, value <= 780, let letter = UnicodeScalar(UInt8(0x61 + (value - 1) % 26)).utf8Letter
        else {
            return "\(value)"
        }
        return String(repeating: letter, count: (value - 1) / 26 + 1)
    }

    static func roman(_ value: Int) -> String {
        guard value > 0, value < 4000 else { return "\(value)" }
        let signs = [
            (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
            (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
        ]
        var rest = value
        var result = ""
        for (worth, sign) in signs {
            while rest >= worth {
                result += sign
                rest -= worth
            }
        }
        return result
    }

    private static func ordinalEnding(_ value: Int) -> String {
        switch (value % 100, value % 10) {
        case (11...13, _): "th"
        case (_, 1): "st"
        case (_, 2): "nd"
        case (_, 3): "rd"
        default: "th"
        }
    }

    private static func circled(_ value: Int) -> String {
        guard (1...20).contains(value), let scalar = UnicodeScalar(0x245F + value) else { return "\(value)" }
        return String(scalar)
    }

    private static func chicago(_ value: Int) -> String {
        guard value > 0, value <= 400 else { return "\(value)" }
        return String(repeating: ["*", "†", "‡", "§"][(value - 1) % 4], count: (value - 1) / 4 + 1)
    }

    /// `001, 002, …`: the last example but one says how many digits.
    private static func padded(_ value: Int, _ examples: Substring) -> String {
        let width = examples.split(separator: ",").first.map { $0.filter(\.isNumber).count } ?? 1
        let digits = "\(value)"
        return String(repeating: "0", count: max(0, min(width, 10) - digits.count)) + digits
    }

    private static let small = [
        "Zero", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven",
        "Twelve", "Thirteen", "Fourteen", "Fifteen", "Sixteen", "Seventeen", "Eighteen", "Nineteen",
    ]
    private static let tens = ["Twenty", "Thirty", "Forty", "Fifty", "Sixty", "Seventy", "Eighty", "Ninety"]
    private static let irregular = [
        "One": "First", "Two": "Second", "Three": "Third", "Five": "Fifth", "Eight": "Eighth",
        "Nine": "Ninth", "Twelve": "Twelfth",
    ]

    private static func words(_ value: Int, isOrdinal: Bool) -> String {
        guard (0..<100).contains(value) else {
            return isOrdinal ? "\(value)\(ordinalEnding(value))" : "\(value)"
        }
        if value < 20 { return isOrdinal ? ordinal(small[value]) : small[value] }
        let ten = tens[value / 10 - 2]
        guard value % 10 > 0 else { return isOrdinal ? ordinal(ten) : ten }
        let unit = small[value % 10]
        return "\(ten)-\((isOrdinal ? ordinal(unit) : unit).lowercased())"
    }

    private static func ordinal(_ word: String) -> String {
        if let known = irregular[word] { return known }
        return word.hasSuffix("y") ? word.dropLast() + "ieth" : word + "th"
    }
}

extension UnicodeScalar {
    fileprivate var utf8Letter: String? { isASCII ? String(self) : nil }
}
