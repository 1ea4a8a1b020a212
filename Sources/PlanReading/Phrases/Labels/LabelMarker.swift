import Documents

/// A letter, numeral or number that stands as a label: `a)`, `(iv)`, `ii).`, `1.1`, `3.`
struct LabelMarker: Hashable, Sendable {
    /// As printed, lower case, without brackets or stops.
    var value: String
    var style: Style
    /// Its tokens, brackets and stops included.
    var tokens: Range<Int>

    enum Style: Hashable, Sendable {
        /// `(a)`; `a)`, `a).`; `a.`; nothing but the number: `1.1 Do`, `2 Ensure`.
        case bracketed, closed, stopped, bare
    }

    var isNumber: Bool { value.utf8.first.map { (0x30...0x39).contains($0) } ?? false }

    /// `1.1`, `3.0`.
    var isDotted: Bool { isNumber && value.contains(".") }

    /// Its place in a run: letters, numerals and whole numbers apart; `i` may be a letter or a numeral.
    var standings: [Standing] {
        if isNumber {
            let parts = value.split(separator: ".")
            guard let last = parts.last.flatMap({ Int($0.prefix { $0.isNumber }) }) else { return [] }
            return [Standing(.number(parts.dropLast().joined(separator: ".")), last)]
        }
        var found: [Standing] = []
        if let roman = LabelMarker.romans.firstIndex(of: value) { found.append(Standing(.roman, roman + 1)) }
        if value.utf8.count == 1, let letter = value.utf8.first, (0x61...0x7A).contains(letter) {
            found.append(Standing(.letter, Int(letter) - 0x60))
        }
        return found
    }

    struct Standing: Hashable, Sendable {
        var kind: Kind
        /// From 1.
        var ordinal: Int

        init(_ kind: Kind, _ ordinal: Int) {
            (self.kind, self.ordinal) = (kind, ordinal)
        }

        enum Kind: Hashable, Sendable {
            case letter, roman
            /// What stands before the last number: "1" of 1.2.
            case number(String)
        }
    }

    private static let romans = [
        "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi",
        "xvii", "xviii", "xix", "xx",
    ]
}

extension LabelMarker {
    /// The marker that begins at that token, if one can be read there at all.
    ///
    /// Signs alone do not make it a label: whether it is one depends on where it stands and on its neighbours.
    static func read(_ words: Words, at index: Int) -> LabelMarker? {
        let isOpen = words.at(index)?.isSign("(") == true
        let start = isOpen ? index + 1 : index
        guard let first = words.at(start), first.kind != .sign else { return nil }
        guard var (value, end) = first.kind == .number ? number(words, at: start) : letter(words, at: start)
        else {
            return nil
        }
        if isOpen {
            guard words.at(end)?.isSign(")") == true else { return nil }
            return closing(words, value, .bracketed, index, end + 1)
        }
        // `4.1(a)`, `4.1 (a)`.
        if value.contains("."), words.at(end)?.isSign("(") == true, let inner = letter(words, at: end + 1),
            words.at(inner.1)?.isSign(")") == true
        {
            value += "(\(inner.0))"
            end = inner.1 + 1
        }
        if words.at(end)?.isSign(")") == true { return closing(words, value, .closed, index, end + 1) }
        if words.at(end)?.isSign(".") == true, words.at(end)?.isSpaced == false,
            words.at(end + 1)?.isSpaced != false
        {
            return LabelMarker(value: value, style: .stopped, tokens: index..<end + 1)
        }
        guard first.kind == .number, words.at(end)?.isSpaced != false else { return nil }
        return LabelMarker(value: value, style: .bare, tokens: index..<end)
    }

    private static func closing(
        _ words: Words, _ value: String, _ style: Style, _ start: Int, _ end: Int
    ) -> LabelMarker {
        var end = end
        if let stop = words.at(end), stop.isSign(".", ":"), !stop.isSpaced { end += 1 }
        return LabelMarker(value: value, style: style, tokens: start..<end)
    }

    private static func letter(_ words: Words, at index: Int) -> (String, Int)? {
        guard let word = words.at(index), word.isWord, word.range.count == 1 || romans.contains(word.lower)
        else {
            return nil
        }
        return (word.lower, index + 1)
    }

    /// `1`, `1.1`, `2.3.1`; nil for dates, years and amounts.
    private static func number(_ words: Words, at index: Int) -> (String, Int)? {
        guard words[index].range.count <= 2 else { return nil }
        var end = index + 1
        var parts = [words.text(index..<end)]
        while let stop = words.at(end), let next = words.at(end + 1), stop.isSign("."), !stop.isSpaced,
            next.kind == .number, !next.isSpaced
        {
            guard next.range.count <= 2 else { return nil }
            parts.append(words.text(end + 1..<end + 2))
            end += 2
        }
        // "10.11.14" alone is a date.
        if parts.count == 3, parts.allSatisfy({ $0.utf8.count == 2 }) { return nil }
        if let next = words.at(end), next.isSign("%", "/", "-", "°"), !next.isSpaced { return nil }
        return (parts.joined(separator: "."), end)
    }
}
