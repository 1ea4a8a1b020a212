/// A value taken apart: the codes that it names, and its words in one manner of writing.
///
/// What counts as the same: letters of any size, spaces of any kind and number, punctuation, straight and curly quotes,
/// a leading letter as the template has it (`a) `), usual abbreviations, and the plural.
struct Wording: Sendable {
    /// All words as written, in small letters, without a leading `a) `.
    let key: String
    /// Codes of the set that it names, in small letters; the first is the one at its beginning.
    let codes: [String]
    /// The words besides, abbreviations written out.
    let words: [String]

    init(_ text: String, known: Set<String>, in set: CodeSet) {
        var tokens = Token.all(of: text)
        if let count = Wording.templateLetter(tokens) { tokens.removeFirst(count) }
        key = tokens.map(\.word).joined(separator: " ")
        guard !known.isEmpty else {
            codes = []
            words = Wording.content(tokens.map(\.word))
            return
        }
        if set == .ethnicity || set == .source, let count = Wording.localNumber(tokens, in: set) {
            tokens.removeFirst(count)
        }
        var codes: [String] = []
        if !tokens.isEmpty, let code = Wording.leading(tokens, known: known) {
            codes.append(code)
            tokens.removeFirst()
        }
        if let last = tokens.last, last.isBracketed, let code = Wording.known(last.word, known) {
            codes.append(code)
            tokens.removeLast()
        }
        if codes.isEmpty, set == .ethnicity, tokens.contains(where: { !$0.isUpper }) {
            // `APK - APKN - Pakistani`: the code stands second.
            codes = tokens.filter { $0.isUpper && $0.word.count == 4 && known.contains($0.word) }.map(\.word)
            tokens.removeAll { codes.contains($0.word) }
        }
        let said = codes.filter { $0.count > 1 }
        tokens.removeAll { said.contains($0.word) }
        self.codes = codes.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
        words = Wording.content(tokens.map(\.word))
    }

    /// Its words without those that are numbers: a system's own `02 - No` is `No`.
    var unnumbered: [String] { words.filter { !$0.allSatisfy(\.isNumber) } }

    /// It begins with a figure, or with one or two letters and figures.
    var hasStrangeCode: Bool {
        guard let first = words.first, words.count > 1 else { return false }
        let digits = first.drop { $0.isLetter }.prefix { $0.isNumber }
        return !digits.isEmpty && first.count <= 5 && first.prefix { $0.isLetter }.count <= 2
    }

    /// Words that deny: `not seen` is not `seen`.
    static let denying: Set<String> = ["no", "not", "non", "never", "without", "nor", "none"]
}

extension Wording {
    /// The tokens of `a) `, `p1) `, `zz) ` or `b. ` before something else.
    private static func templateLetter(_ tokens: [Token]) -> Int? {
        guard tokens.count > 1, let first = tokens.first, !first.isOpened else { return nil }
        let letters = first.word.unicodeScalars.map { $0.properties.isAlphabetic }
        let isLabel = letters == [true] || letters == [true, true] || letters == [true, false]
        if isLabel, first.next == ")" { return 1 }
        return letters == [true] && first.next == "." && first.isFollowedBySpace ? 1 : nil
    }

    /// The tokens of an authority's own number before something else: `A.A7)`, `(B.B10) `, `A4.16 `, `29) `.
    private static func localNumber(_ tokens: [Token], in set: CodeSet) -> Int? {
        guard tokens.count > 1 else { return nil }
        let first = tokens[0].word
        if first.count <= 2, first.allSatisfy(\.isNumber), tokens[0].next == ")", !tokens[0].isOpened {
            return 1
        }
        guard set == .ethnicity, tokens.count > 2, tokens[0].next == ".", !tokens[0].isFollowedBySpace else {
            return nil
        }
        if first == "a4", tokens[1].word.allSatisfy(\.isNumber) { return 2 }
        let second = tokens[1].word.drop { $0.isLetter }
        let letters = tokens[1].word.count - second.count
        let isOwn = first.count == 1 && first.first?.isLetter == true && (1...3).contains(letters)
        return isOwn && second.allSatisfy(\.isNumber) ? 2 : nil
    }

    /// The code that the first token is, or begins with (`n1sb`, `k2out`, `u6a`).
    private static func leading(_ tokens: [Token], known: Set<String>) -> String? {
        let first = tokens[0]
        if known.contains(first.word) {
            // A single letter before words may be a word: it must be set apart.
            guard first.word.count == 1, first.word.first?.isLetter == true, tokens.count > 1 else {
                return first.word
            }
            let isSetApart = first.next.map { ")]:-".contains($0) } ?? false
            return isSetApart || (first.isUpper && first.isFollowedBySpace) ? first.word : nil
        }
        for length in [3, 2] {
            let code = String(first.word.prefix(length))
            let rest = first.word.dropFirst(length)
            guard known.contains(code), code.contains(where: \.isNumber), (1...4).contains(rest.count) else {
                continue
            }
            let letters = rest.prefix { $0.isLetter }
            let digits = rest.dropFirst(letters.count)
            let isPart = (1...3).contains(letters.count) && digits.allSatisfy(\.isNumber) && digits.count <= 1
            // A digit at the end says which of several parts; it needs other words to be one.
            if isPart, tokens.count > 1 || digits.isEmpty { return code }
        }
        return nil
    }

    /// The code in brackets at the end, perhaps with the letter of a part: `[U4a]`.
    private static func known(_ word: String, _ known: Set<String>) -> String? {
        if known.contains(word) { return word }
        guard let last = word.last, last == "a" || last == "b", known.contains(String(word.dropLast())) else {
            return nil
        }
        return String(word.dropLast())
    }
}

/// A run of letters and figures of a value, with what stands around it.
private struct Token {
    /// In small letters; without the apostrophe of `child's`.
    var word: String
    var isUpper: Bool
    /// The next character that is no space, if it belongs to no word; brackets and quotes are plain.
    var next: Character?
    var isFollowedBySpace: Bool
    /// A bracket opens before it.
    var isOpened: Bool
    /// It alone stands in brackets at the end of the value.
    var isBracketed: Bool

    static func all(of text: String) -> [Token] {
        let scalars = text.unicodeScalars.map(plain)
        var tokens: [Token] = []
        var index = 0
        while index < scalars.count {
            if scalars[index] == "&" || scalars[index] == "+" {
                tokens.append(
                    Token(
                        word: "and", isUpper: false, next: nil, isFollowedBySpace: true, isOpened: false,
                        isBracketed: false))
                index += 1
                continue
            }
            guard isWord(scalars[index]) else {
                index += 1
                continue
            }
            let start = index
            var word = String.UnicodeScalarView()
            while index < scalars.count, isWord(scalars[index]) || scalars[index] == "'" {
                if scalars[index] != "'" { word.append(scalars[index]) }
                index += 1
            }
            let after = index < scalars.count ? scalars[index] : nil
            let next = scalars[index...].first { $0 != " " && $0 != "'" && $0 != "\"" }
            let before = scalars[..<start].last { $0 != " " && $0 != "'" && $0 != "\"" }
            let isOpened = before == "(" || before == "["
            let rest = scalars[index...].filter { $0 != " " && $0 != "'" && $0 != "\"" }
            tokens.append(
                Token(
                    word: String(word).lowercased(),
                    isUpper: word.allSatisfy { $0.properties.isUppercase || isDigit($0) },
                    next: next.flatMap { isWord($0) ? nil : Character($0) },
                    isFollowedBySpace: after == " ", isOpened: isOpened,
                    isBracketed: isOpened && (rest.isEmpty || rest == [")"] || rest == ["]"])))
        }
        return tokens
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { "0" <= scalar && scalar <= "9" }

    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        isDigit(scalar) || ("a" <= scalar && scalar <= "z") || ("A" <= scalar && scalar <= "Z")
            || (scalar.value > 0xBF && scalar.properties.isAlphabetic)
    }

    /// One manner of quotes, dashes and spaces.
    private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D, 0xA0, 0x2000...0x200B, 0x202F, 0x3000: " "
        case 0x2018, 0x2019, 0x60, 0xB4: "'"
        case 0x201C, 0x201D: "\""
        case 0x96, 0x97, 0x2010...0x2015, 0x2212: "-"
        default: scalar
        }
    }
}
