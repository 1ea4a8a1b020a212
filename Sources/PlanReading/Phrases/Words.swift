import Documents

/// A text cut into words, numbers and signs, each with where it stood, so that phrases can be read by
/// meaning and quoted as printed.
struct Words: Sendable {
    let bytes: [UInt8]
    private(set) var tokens: [Token] = []

    struct Token: Hashable, Sendable {
        var kind: Kind
        /// Lower case; dashes of any length are `-`, apostrophes `'`.
        var lower: String
        /// Offsets of UTF-8 bytes.
        var range: Range<Int>
        /// White space, or the text's start, stands before it.
        var isSpaced: Bool
        /// A line break stands before it.
        var isOnNewLine: Bool
        /// The value of a number; numbers over nine digits have none.
        var number: Int?
        var startsUpper: Bool
        var isAllUpper: Bool

        enum Kind: Hashable, Sendable { case word, number, sign }

        var isWord: Bool { kind == .word }
        func isSign(_ signs: String...) -> Bool { kind == .sign && signs.contains(lower) }
        func isWord(_ words: String...) -> Bool { kind == .word && words.contains(lower) }
        func isWord(in words: Set<String>) -> Bool { kind == .word && words.contains(lower) }
    }

    init(_ text: String) {
        bytes = Array(text.utf8)
        cut()
    }

    var count: Int { tokens.count }
    subscript(index: Int) -> Token { tokens[index] }

    /// The token there, nil outside.
    func at(_ index: Int) -> Token? { tokens.indices.contains(index) ? tokens[index] : nil }

    /// The source's own words from one token up to another.
    func text(_ range: Range<Int>) -> String {
        guard !range.isEmpty, range.upperBound <= count else { return "" }
        return String(
            decoding: bytes[
                tokens[range.lowerBound].range.lowerBound..<tokens[range.upperBound - 1].range.upperBound],
            as: UTF8.self)
    }

    /// Words and numbers alone, lower case, one space between and at both ends: for `contains(" in place ")`.
    var flat: String { flat(0..<count) }

    func flat(_ range: Range<Int>) -> String {
        " " + tokens[range].filter { $0.kind != .sign }.map(\.lower).joined(separator: " ") + " "
    }

    /// Where these lower-case words and numbers stand in a row, signs between them passed over.
    func find(_ phrase: String, from start: Int = 0) -> Range<Int>? {
        let wanted = phrase.split(separator: " ")
        guard let first = wanted.first else { return nil }
        for index in start..<max(start, count) where tokens[index].lower == first {
            var place = index + 1
            var found = true
            for word in wanted.dropFirst() {
                while let token = at(place), token.isSign("-", "'", ".") { place += 1 }
                guard let token = at(place), token.lower == word else {
                    found = false
                    break
                }
                place += 1
            }
            if found { return index..<place }
        }
        return nil
    }

    private mutating func cut() {
        var index = 0
        var isSpaced = true
        var isOnNewLine = true
        while index < bytes.count {
            let (sign, length) = Words.character(bytes, at: index)
            if sign == .space {
                isSpaced = true
                if bytes[index] == 0x0A { isOnNewLine = true }
                index += length
                continue
            }
            let start = index
            var kind = Token.Kind.sign
            index += length
            switch sign {
            case .digit:
                kind = .number
                while index < bytes.count, (0x30...0x39).contains(bytes[index]) { index += 1 }
            case .letter:
                kind = .word
                index = endOfWord(from: index)
            default: break
            }
            tokens.append(token(kind, start..<index, sign, isSpaced, isOnNewLine))
            isSpaced = false
            isOnNewLine = false
        }
    }

    /// Letters, and apostrophes between letters: `don't`, `PC's`.
    private func endOfWord(from start: Int) -> Int {
        var index = start
        while index < bytes.count {
            let (sign, length) = Words.character(bytes, at: index)
            if sign == .letter {
                index += length
            } else if sign == .apostrophe, index + length < bytes.count,
                Words.character(bytes, at: index + length).0 == .letter
            {
                index += length
            } else {
                break
            }
        }
        return index
    }

    private func token(
        _ kind: Token.Kind, _ range: Range<Int>, _ sign: Character, _ isSpaced: Bool, _ isOnNewLine: Bool
    ) -> Token {
        var letters = 0
        var capitals = 0
        var isASCII = true
        for byte in bytes[range] {
            if byte >= 0x80 { isASCII = false }
            if (byte | 0x20) >= 0x61, (byte | 0x20) <= 0x7A {
                letters += 1
                if byte < 0x61 { capitals += 1 }
            }
        }
        let first = bytes[range.lowerBound]
        return Token(
            kind: kind, lower: lower(range, sign, isASCII: isASCII, hasCapitals: capitals > 0), range: range,
            isSpaced: isSpaced, isOnNewLine: isOnNewLine,
            number: kind == .number && range.count <= 9
                ? bytes[range].reduce(0) { $0 * 10 + Int($1 - 0x30) } : nil,
            startsUpper: first < 0x80
                ? (0x41...0x5A).contains(first)
                : String(decoding: bytes[range], as: UTF8.self).first?.isUppercase ?? false,
            isAllUpper: letters > 0 && capitals == letters)
    }

    private func lower(_ range: Range<Int>, _ sign: Character, isASCII: Bool, hasCapitals: Bool) -> String {
        switch sign {
        case .dash: return "-"
        case .apostrophe: return "'"
        default: break
        }
        guard !isASCII else {
            guard hasCapitals else { return String(decoding: bytes[range], as: UTF8.self) }
            return String(
                decoding: bytes[range].map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
        }
        let printed = String(decoding: bytes[range], as: UTF8.self).lowercased()
        return printed.contains("\u{2019}") ? String(printed.map { $0 == "\u{2019}" ? "'" : $0 }) : printed
    }
}

extension Words {
    enum Character { case space, digit, letter, apostrophe, dash, other }

    /// What stands at that byte, and how many bytes it takes.
    static func character(_ bytes: [UInt8], at index: Int) -> (Character, Int) {
        let byte = bytes[index]
        switch byte {
        case 0x09...0x0D, 0x20: return (.space, 1)
        case 0x30...0x39: return (.digit, 1)
        case 0x41...0x5A, 0x61...0x7A: return (.letter, 1)
        case 0x27, 0x60: return (.apostrophe, 1)
        case 0x2D: return (.dash, 1)
        case 0..<0x80: return (.other, 1)
        case 0xC2:
            let next = index + 1 < bytes.count ? bytes[index + 1] : 0
            return (next == 0xA0 ? .space : next == 0xB4 ? .apostrophe : .other, min(2, bytes.count - index))
        case 0xC3..<0xE0: return (.letter, min(2, bytes.count - index))
        case 0xE2:
            return (general(bytes, at: index), min(3, bytes.count - index))
        case 0xE0..<0xF0: return (.other, min(3, bytes.count - index))
        default: return (.other, byte >= 0xF0 ? min(4, bytes.count - index) : 1)
        }
    }

    /// General punctuation, U+2000 to U+2FFF.
    private static func general(_ bytes: [UInt8], at index: Int) -> Character {
        guard index + 2 < bytes.count else { return .other }
        switch (bytes[index + 1], bytes[index + 2]) {
        case (0x80, 0x80...0x8B), (0x80, 0xAF): return .space
        case (0x80, 0x90...0x95), (0x88, 0x92): return .dash
        case (0x80, 0x98...0x99): return .apostrophe
        default: return .other
        }
    }
}

extension Text {
    /// The bytes there with their marks, white space at both ends left off.
    func slice(_ range: Range<Int>) -> Text {
        let bytes = Array(string.utf8)
        var low = max(0, range.lowerBound)
        var high = min(bytes.count, range.upperBound)
        while low < high, Words.character(bytes, at: low).0 == .space {
            low += Words.character(bytes, at: low).1
        }
        while low < high, bytes[high - 1] <= 0x20 { high -= 1 }
        guard low < high else { return Text("") }
        return Text(
            String(decoding: bytes[low..<high], as: UTF8.self),
            marks: marks.compactMap { mark in
                let kept = mark.range.clamped(to: low..<high)
                return kept.isEmpty
                    ? nil : Text.Mark(mark.kind, (kept.lowerBound - low)..<(kept.upperBound - low))
            })
    }
}

extension String {
    /// Runs of white space, line breaks too, folded to one space; none at the ends.
    var folded: String {
        split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
