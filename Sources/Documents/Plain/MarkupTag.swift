/// An HTML tag as it turns up in pasted text: `<p>`, `</b>`, `<br/>`, `<li value="3">`.
struct MarkupTag {
    var name: String
    var isClosing: Bool
    /// The index after the `>`.
    var end: Int

    /// The tag that begins at that `<`; nil where the `<` is only a sign ("<18 years") or the name is not HTML's.
    init?(_ source: [UInt8], at start: Int) {
        var index = start + 1
        guard index < source.count else { return nil }
        isClosing = source[index] == 0x2F
        if isClosing { index += 1 }
        let nameStart = index
        while index < source.count, index - nameStart < 11,
            source[index].isASCIILetter || source[index].isDigit
        {
            index += 1
        }
        guard index > nameStart else { return nil }
        name = String(decoding: source[nameStart..<index], as: UTF8.self).lowercased()
        guard Self.known.contains(name) else { return nil }
        var quote: UInt8 = 0
        let limit = min(source.count, start + 2000)
        while index < limit {
            let byte = source[index]
            if quote != 0 {
                if byte == quote { quote = 0 }
            } else if byte == 0x22 || byte == 0x27 {
                quote = byte
            } else if byte == 0x3E {
                end = index + 1
                return
            } else if byte == 0x3C {
                return nil
            }
            index += 1
        }
        return nil
    }

    /// Begins or ends a paragraph.
    var isBlock: Bool { Self.blocks.contains(name) }

    private static let blocks: Set<String> = [
        "p", "div", "ul", "ol", "li", "table", "thead", "tbody", "tfoot", "tr", "td", "th", "h1", "h2", "h3",
        "h4",
        "h5", "h6", "blockquote", "section", "article", "center", "dl", "dt", "dd", "hr", "pre", "caption",
        "header", "footer", "main", "figure",
    ]
    private static let known = blocks.union([
        "b", "strong", "i", "em", "u", "ins", "s", "del", "strike", "br", "sup", "sub", "span", "font", "a",
        "small", "big", "mark", "code", "cite", "img", "input", "label", "abbr", "q", "tt", "col", "colgroup",
        "nobr", "wbr",
    ])
}

extension UInt8 {
    var isASCIILetter: Bool { (0x61...0x7A).contains(self | 0x20) }
    var isLowercase: Bool { (0x61...0x7A).contains(self) }
    var isUppercase: Bool { (0x41...0x5A).contains(self) }
    var isDigit: Bool { (0x30...0x39).contains(self) }
    var isSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
    /// A letter or digit, or any byte of a character beyond ASCII.
    var isWord: Bool { isASCIILetter || isDigit || self >= 0x80 }
}
