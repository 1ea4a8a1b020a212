/// Cuts HTML into tags and text, as forgiving as browsers are; nothing is fetched, and no script is looked at.
struct HTMLTokens {
    enum Token {
        case text(ArraySlice<UInt8>)
        case start(Tag)
        case end(name: String)
    }

    struct Tag {
        var name: String
        var attributes: [(name: String, value: String)] = []

        func attribute(_ name: String) -> String? { attributes.first { $0.name == name }?.value }
        func number(_ name: String) -> Int? {
            attribute(name).flatMap { Int($0.filter { $0 != " " && $0 != "\"" }) }
        }
    }

    let source: [UInt8]
    private var index = 0

    init(_ source: [UInt8]) { self.source = source }

    mutating func next() -> Token? {
        while index < source.count {
            guard source[index] == 0x3C else { return text() }
            let second = index + 1 < source.count ? source[index + 1] : 0x20
            if source[index...].starts(with: "<!--".utf8) {
                skipComment()
            } else if second == 0x21 || second == 0x3F {
                skip(past: 0x3E)
            } else if second == 0x2F, index + 2 < source.count, source[index + 2].isASCIILetter {
                index += 2
                let name = readName()
                skip(past: 0x3E)
                return .end(name: name)
            } else if second.isASCIILetter {
                index += 1
                return .start(readTag())
            } else {
                return text()
            }
        }
        return nil
    }

    /// What a script or style sheet holds, up to its own end tag.
    mutating func rawText(of name: String) -> ArraySlice<UInt8> {
        let start = index
        let closing = Array("</\(name)".utf8)
        while index < source.count {
            if source[index] == 0x3C,
                source[index...].prefix(closing.count).elementsEqual(closing, by: { $0 | 0x20 == $1 | 0x20 })
            {
                let raw = source[start..<index]
                skip(past: 0x3E)
                return raw
            }
            index += 1
        }
        return source[start...]
    }

    private mutating func text() -> Token {
        let start = index
        index += 1
        while index < source.count, source[index] != 0x3C { index += 1 }
        return .text(source[start..<index])
    }

    /// Word hides what old browsers should see in `<![if …]>` and what it alone should see in `<!--[if …]-->`.
    private mutating func skipComment() {
        index += 4
        while index < source.count {
            if source[index] == 0x2D, source[index...].starts(with: "-->".utf8) {
                index += 3
                return
            }
            index += 1
        }
    }

    private mutating func skip(past byte: UInt8) {
        while index < source.count, source[index] != byte { index += 1 }
        index = min(source.count, index + 1)
    }

    private mutating func readName() -> String {
        let start = index
        while index < source.count, !source[index].isSpace, source[index] != 0x3E, source[index] != 0x2F,
            index - start < 64
        { index += 1 }
        return String(decoding: source[start..<index], as: UTF8.self).lowercased()
    }

    private mutating func readTag() -> Tag {
        var tag = Tag(name: readName())
        while index < source.count {
            let byte = source[index]
            if byte == 0x3E {
                index += 1
                break
            } else if byte == 0x3C {
                break
            } else if byte.isSpace || byte == 0x2F {
                index += 1
            } else {
                readAttribute(&tag)
            }
        }
        return tag
    }

    private mutating func readAttribute(_ tag: inout Tag) {
        let start = index
        while index < source.count, !source[index].isSpace, source[index] != 0x3D, source[index] != 0x3E,
            source[index] != 0x2F || index == start
        { index += 1 }
        let name = String(decoding: source[start..<index], as: UTF8.self).lowercased()
        while index < source.count, source[index].isSpace { index += 1 }
        var value = source[index..<index]
        if index < source.count, source[index] == 0x3D {
            index += 1
            while index < source.count, source[index].isSpace { index += 1 }
            if index < source.count, source[index] == 0x22 || source[index] == 0x27 {
                let quote = source[index]
                let valueStart = index + 1
                skip(past: quote, from: valueStart)
                let end = index > valueStart && source[index - 1] == quote ? index - 1 : index
                value = source[valueStart..<max(valueStart, end)]
            } else {
                let valueStart = index
                while index < source.count, !source[index].isSpace, source[index] != 0x3E { index += 1 }
                value = source[valueStart..<index]
            }
        }
        if index == start { index += 1 }
        if tag.attributes.count < 40 {
            tag.attributes.append((name, String(decoding: Entity.decodeAll(value), as: UTF8.self)))
        }
    }

    private mutating func skip(past byte: UInt8, from start: Int) {
        index = start
        skip(past: byte)
    }
}
