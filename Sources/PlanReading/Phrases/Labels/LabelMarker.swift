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
        /// A typed bullet: its value is empty.
        case bullet
    }

    var isNumber: Bool { value.utf8.contains { (0x30...0x39).contains($0) } }

    /// More than a whole number: `1.1`, `3.0`, `1a`, `R2`.
    var isReference: Bool { isNumber && Int(value) == nil }

    /// Its place in a run: letters, numerals and numbers apart; `i` may be a letter or a numeral.
    var standings: [Standing] {
        guard isNumber else { return lettered }
        let core = value.hasSuffix(")") ? value.dropLast() : value[...]
        let digits = core.reversed().prefix { $0.isNumber }.reversed()
        if !digits.isEmpty, let ordinal = Int(String(digits)) {
            return [Standing(.number(String(core.dropLast(digits.count))), ordinal)]
        }
        guard let letter = core.last?.asciiValue, (0x61...0x7A).contains(letter) else { return [] }
        return [Standing(.number(String(core.dropLast()) + "a"), Int(letter) - 0x60)]
    }

    private var lettered: [Standing] {
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
            /// What stands before the last number or letter: "1." of 1.2.
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
        if let bullet = bullet(words, at: index) { return bullet }
        let isOpen = words.at(index)?.isSign("(") == true
        let start = isOpen ? index + 1 : index
        guard let first = words.at(start), first.kind != .sign else { return nil }
        if let (value, end) = coded(words, at: start) ?? named(words, at: start) {
            return isOpen ? nil : stop(words, value, index, end, isNamed: true)
        }
        guard let (value, end) = first.kind == .number ? number(words, at: start) : letter(words, at: start)
        else {
            return nil
        }
        if isOpen {
            guard words.at(end)?.isSign(")") == true else { return nil }
            return closing(words, value, .bracketed, index, end + 1)
        }
        return stop(words, value, index, end, isNamed: false)
    }

    /// What stands behind the letter or number makes it a marker: a bracket, a stop, or space behind a number.
    private static func stop(
        _ words: Words, _ value: String, _ start: Int, _ end: Int, isNamed: Bool
    ) -> LabelMarker? {
        let hasDigit = value.utf8.contains { (0x30...0x39).contains($0) }
        // `4.1(a)`, `4.1 (a)`.
        if hasDigit, value.contains("."), words.at(end)?.isSign("(") == true,
            let inner = letter(words, at: end + 1),
            words.at(inner.1)?.isSign(")") == true
        {
            return LabelMarker(value: "\(value)(\(inner.0))", style: .closed, tokens: start..<inner.1 + 1)
        }
        let next = words.at(end)
        if next?.isSign(")") == true { return closing(words, value, .closed, start, end + 1) }
        let isSpacedBehind = words.at(end + 1)?.isSpaced != false
        if next?.isSign(".") == true, next?.isSpaced == false, isSpacedBehind {
            return LabelMarker(value: value, style: .stopped, tokens: start..<end + 1)
        }
        guard hasDigit else { return nil }
        // `1.1: Do`, `1.1 – Do`, `3: Do`.
        if let sign = next, sign.isSign(":", "-"), isSpacedBehind, sign.isSign(":") || sign.isSpaced,
            words.at(end + 1)?.startsUpper == true
        {
            return LabelMarker(value: value, style: isNamed ? .stopped : .bare, tokens: start..<end + 1)
        }
        guard next?.isSpaced != false, next?.isSign("-", ":") != true else { return nil }
        return LabelMarker(value: value, style: .bare, tokens: start..<end)
    }

    /// A bullet that was typed, or pasted as a sign.
    private static func bullet(_ words: Words, at index: Int) -> LabelMarker? {
        guard let sign = words.at(index), sign.kind == .sign else { return nil }
        let isDash = sign.isSign("-", "*") && words.at(index + 1)?.isSpaced == true
        guard isDash || sign.isSign("•", "▪", "●", "◦", "‣", "·", "", "", "") else { return nil }
        return LabelMarker(value: "", style: .bullet, tokens: index..<index + 1)
    }

    /// `R1`, `A1.2`, `CP3`: capitals joined to a number, but not `Q3`, `S47`, `Y9` or `KS4`.
    private static func coded(_ words: Words, at index: Int) -> (String, Int)? {
        guard words[index].isAllUpper, words[index].range.count <= 3, let number = words.at(index + 1),
            number.kind == .number, !number.isSpaced, number.range.count <= 2,
            !words[index].isWord("q", "s", "y", "ks", "v", "b", "m", "t", "h", "ss", "yr", "no", "p")
                || words[index].isWord("p") && words.at(index + 2)?.isSign(".") == true
        else { return nil }
        guard let (_, end) = self.number(words, at: index + 1) else { return nil }
        return (words.text(index..<end), end)
    }

    /// `Recommendation 3:`, `Action 1.2 –`: the number alone is the reference.
    private static func named(_ words: Words, at index: Int) -> (String, Int)? {
        guard words[index].isWord(in: nouns), let number = words.at(index + 1), number.kind == .number,
            let (value, end) = self.number(words, at: index + 1), let sign = words.at(end),
            sign.isSign(":", ".", ")") || sign.isSign("-") && sign.isSpaced
        else { return nil }
        return (value, end)
    }

    private static let nouns: Set<String> = [
        "recommendation", "rec", "action", "priority", "objective", "outcome", "step", "area", "theme", "aim",
        "goal", "finding", "improvement", "workstream", "strand", "task", "milestone",
    ]

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
        // `1a`, `1.1a`, `1.a)`.
        if let tail = tail(words, at: end) {
            return (parts.joined(separator: ".") + words.text(end..<tail), tail)
        }
        if let next = words.at(end), next.isSign("%", "/", "-", "°") || next.isWord, !next.isSpaced {
            return nil
        }
        return (parts.joined(separator: "."), end)
    }

    /// The letter that goes on a number, and where it ends.
    private static func tail(_ words: Words, at index: Int) -> Int? {
        var place = index
        if words.at(place)?.isSign(".") == true, words.at(place)?.isSpaced == false { place += 1 }
        guard let letter = words.at(place), letter.isWord, !letter.isSpaced, letter.range.count == 1,
            ("a"..."h").contains(letter.lower), place == index || words.at(place + 1)?.isSign(")") == true
        else { return nil }
        let next = words.at(place + 1)
        guard next?.isSpaced != false || next?.isSign(")", ".", ":") == true else { return nil }
        return place + 1
    }
}
