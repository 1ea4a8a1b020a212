/// The tokens of one run of pasted text; emphasis is matched in one pass with a stack a delimiter.
struct InlineTokens {
    enum Token {
        case text(ArraySlice<UInt8>)
        case bold(Int), italic(Int), struck(Int)
        case lineBreak
        /// Emphasis not yet settled; none is left in `resolved`.
        case delimiter
        case tag(name: String, isClosing: Bool)
    }

    private let source: [UInt8]
    private var tokens: [Token] = []
    private var delimiters: [Delimiter] = []
    private var textStart = 0
    /// Where a link's address stands, to be left out when it is reached.
    private var skips: [Int: Int] = [:]

    /// A run of `*`, `_` or `~~`: what of it is still unmatched, and the marks it turned out to be.
    private struct Delimiter {
        var position: Int
        var character: UInt8
        var count: Int
        var left: Int
        var marks: [Token] = []
    }

    init(_ source: [UInt8]) { self.source = source }

    static func blocks(_ name: String) -> Bool {
        guard let tag = MarkupTag(Array("<\(name)>".utf8), at: 0) else { return false }
        return tag.isBlock
    }

    mutating func read() {
        var open: [UInt8: [Int]] = [:]
        var index = 0
        while index < source.count {
            if let end = skips[index] {
                flush(upTo: index)
                (index, textStart) = (end, end)
                continue
            }
            switch source[index] {
            case 0x3C: index = readTag(at: index)
            case 0x26: index = readEntity(at: index)
            case 0x5C where index + 1 < source.count && Self.escapable.contains(source[index + 1]):
                flush(upTo: index)
                textStart = index + 1
                index += 2
            case 0x0B, 0x0C:
                flush(upTo: index)
                tokens.append(.lineBreak)
                index += 1
                textStart = index
            case 0x5B: index = readLink(at: index)
            case 0x2A, 0x5F, 0x7E: index = readDelimiter(at: index, &open)
            default: index += 1
            }
        }
        flush(upTo: source.count)
    }

    private static let escapable = Set("*_|#<>[]`.()-!~".utf8)

    private mutating func flush(upTo index: Int) {
        if textStart < index { tokens.append(.text(source[textStart..<index])) }
        textStart = index
    }

    private mutating func readTag(at index: Int) -> Int {
        if source[index...].starts(with: "<!--".utf8) {
            flush(upTo: index)
            var end = index + 4
            while end < source.count, !source[end...].starts(with: "-->".utf8) { end += 1 }
            textStart = min(source.count, end + 3)
            return textStart
        }
        guard let tag = MarkupTag(source, at: index) else { return index + 1 }
        flush(upTo: index)
        tokens.append(.tag(name: tag.name, isClosing: tag.isClosing))
        textStart = tag.end
        return tag.end
    }

    private mutating func readEntity(at index: Int) -> Int {
        guard let (utf8, end) = Entity.decode(source, at: index) else { return index + 1 }
        flush(upTo: index)
        tokens.append(.text(utf8[...]))
        textStart = end
        return end
    }

    /// `[words](address)`: the words stay.
    private mutating func readLink(at index: Int) -> Int {
        let limit = min(source.count, index + 1000)
        guard let close = source[index..<limit].firstIndex(of: 0x5D), close + 1 < limit,
            source[close + 1] == 0x28,
            let end = source[close..<min(source.count, close + 2000)].firstIndex(of: 0x29),
            source[close..<end].contains(where: { $0 == 0x2F || $0 == 0x23 || $0 == 0x40 }),
            !source[close..<end].contains(0x20) || source[close..<end].contains(0x22)
        else { return index + 1 }
        let isPicture = index > 0 && source[index - 1] == 0x21
        flush(upTo: isPicture && textStart < index ? index - 1 : index)
        textStart = index + 1
        skips[close] = end + 1
        return index + 1
    }

    private mutating func readDelimiter(at index: Int, _ open: inout [UInt8: [Int]]) -> Int {
        let character = source[index]
        var end = index
        while end < source.count, source[end] == character { end += 1 }
        let count = end - index
        guard count <= 3, character != 0x7E || count == 2 else { return end }
        let before = index > 0 ? source[index - 1] : 0x20
        let after = end < source.count ? source[end] : 0x20
        let isInWord =
            character == 0x5F && before.isWord && after.isWord
            || count == 1 && before.isDigit && after.isDigit
        var canOpen = !after.isSpace && after != 0x7C && !isInWord
        var canClose = !before.isSpace && !isInWord
        if character == 0x5F {
            canOpen = canOpen && !before.isWord
            canClose = canClose && !after.isWord
        } else if count == 1 {
            canOpen = canOpen && (after.isWord || !before.isWord)
            canClose = canClose && (before.isWord || !after.isWord)
        }
        guard canOpen || canClose || character == 0x2A && count > 1 else { return end }

        flush(upTo: index)
        textStart = end
        tokens.append(.delimiter)
        var delimiter = Delimiter(position: tokens.count - 1, character: character, count: count, left: count)
        if canClose {
            while delimiter.left > 0, let opener = open[character]?.last {
                let lefts = (delimiter.left, delimiters[opener].left)
                let used = min(lefts.0, lefts.1) >= 2 ? 2 : lefts.0 % 2 == 1 && lefts.1 % 2 == 1 ? 1 : 0
                guard used > 0 else { break }
                let kind = { (change: Int) -> Token in
                    character == 0x7E ? .struck(change) : used == 2 ? .bold(change) : .italic(change)
                }
                delimiters[opener].marks.append(kind(1))
                delimiter.marks.append(kind(-1))
                delimiters[opener].left -= used
                delimiter.left -= used
                if delimiters[opener].left == 0 { open[character]?.removeLast() }
            }
        }
        delimiters.append(delimiter)
        if canOpen, delimiter.left > 0 { open[character, default: []].append(delimiters.count - 1) }
        return end
    }

    /// The tokens with every delimiter settled: a mark, its own characters again, or nothing for a stray `**`.
    var resolved: [Token] {
        guard !delimiters.isEmpty else { return tokens }
        var out: [Token] = []
        var next = 0
        for (position, token) in tokens.enumerated() {
            guard next < delimiters.count, delimiters[next].position == position else {
                out.append(token)
                continue
            }
            let delimiter = delimiters[next]
            next += 1
            let isStray = delimiter.character == 0x2A && delimiter.left >= 2
            let literal = Token.text(
                ArraySlice(repeating: delimiter.character, count: isStray ? 0 : delimiter.left))
            out.append(contentsOf: delimiter.marks)
            out.append(literal)
        }
        return out
    }
}
