import Glibc

/// Cuts the bytes of an XML file into tags and text, without copying.
///
/// What returns need of XML and no more: UTF-8, no document type, no entities but the five of XML itself and numbered
/// characters. Attributes are passed over. Whether tags close in order is for the reader that keeps the stack.
struct XMLTokens {
    enum Token {
        /// The range of the name, without a prefix; `isEmpty` for `<a/>`.
        case start(Range<Int>, isEmpty: Bool)
        case end(Range<Int>)
        case text(Range<Int>, hasReferences: Bool)
        /// As it stands: references in it are none.
        case verbatim(Range<Int>)
        case finished
    }

    private let bytes: UnsafeRawBufferPointer
    private(set) var index: Int

    init(_ bytes: UnsafeRawBufferPointer) {
        self.bytes = bytes
        index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    mutating func next() throws(UnusableFile) -> Token {
        while index < bytes.count {
            guard bytes[index] == 0x3C else { return text() }
            guard index + 1 < bytes.count else { throw cut }
            switch bytes[index + 1] {
            case 0x2F: return try endTag()
            case 0x3F: try skip(past: "?>")
            case 0x21:
                if isAt("<!--") {
                    try skip(past: "-->")
                } else if isAt("<![CDATA[") {
                    let start = index + 9
                    index = start
                    try skip(past: "]]>")
                    return .verbatim(start..<index - 3)
                } else {
                    throw UnusableFile(
                        "Line \(line(at: index)) declares a document type, which no return has: it was not read."
                    )
                }
            default: return try startTag()
            }
        }
        return .finished
    }

    private mutating func text() -> Token {
        let start = index
        if let found = memchr(bytes.baseAddress! + index, 0x3C, bytes.count - index) {
            index = UnsafeRawPointer(found) - bytes.baseAddress!
        } else {
            index = bytes.count
        }
        let hasReferences = memchr(bytes.baseAddress! + start, 0x26, index - start) != nil
        return .text(start..<index, hasReferences: hasReferences)
    }

    private mutating func startTag() throws(UnusableFile) -> Token {
        let name = try name(from: index + 1)
        var quote: UInt8 = 0
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if quote != 0 {
                if byte == quote { quote = 0 }
            } else if byte == 0x22 || byte == 0x27 {
                quote = byte
            } else if byte == 0x3E {
                return .start(name, isEmpty: bytes[index - 2] == 0x2F)
            } else if byte == 0x3C {
                throw broken(at: index - 1)
            }
        }
        throw cut
    }

    private mutating func endTag() throws(UnusableFile) -> Token {
        let name = try name(from: index + 2)
        while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
        guard index < bytes.count else { throw cut }
        guard bytes[index] == 0x3E else { throw broken(at: index) }
        index += 1
        return .end(name)
    }

    private mutating func name(from start: Int) throws(UnusableFile) -> Range<Int> {
        var local = start
        index = start
        while index < bytes.count {
            let byte = bytes[index]
            if byte <= 0x20 || byte == 0x3E || byte == 0x2F || byte == 0x3C { break }
            index += 1
            if byte == 0x3A { local = index }
        }
        guard index < bytes.count else { throw cut }
        guard local < index else { throw broken(at: start) }
        return local..<index
    }

    private func isAt(_ mark: StaticString) -> Bool {
        bytes.count - index >= mark.utf8CodeUnitCount
            && memcmp(bytes.baseAddress! + index, mark.utf8Start, mark.utf8CodeUnitCount) == 0
    }

    /// Goes on behind the next `mark`.
    private mutating func skip(past mark: StaticString) throws(UnusableFile) {
        let last = mark.utf8Start[mark.utf8CodeUnitCount - 1]
        while let found = memchr(bytes.baseAddress! + index, Int32(last), bytes.count - index) {
            let end = UnsafeRawPointer(found) - bytes.baseAddress! + 1
            index = end - mark.utf8CodeUnitCount
            if index >= 0, isAt(mark) {
                index = end
                return
            }
            index = end
        }
        throw cut
    }

    // MARK: What is wrong

    var cut: UnusableFile { UnusableFile("It is cut short: the XML does not end.") }

    func broken(at place: Int) -> UnusableFile {
        UnusableFile("Line \(line(at: place)) is not well-formed XML: export the file again.")
    }

    func line(at place: Int) -> Int {
        1 + bytes[..<min(place, bytes.count)].count { $0 == 0x0A }
    }
}

extension XMLTokens {
    /// Adds text to `decoded` with its references resolved; false where one is none of XML's own.
    static func decode(_ text: UnsafeRawBufferPointer, into decoded: inout [UInt8]) -> Bool {
        var index = 0
        while index < text.count {
            guard text[index] == 0x26 else {
                decoded.append(text[index])
                index += 1
                continue
            }
            guard let end = text[index...].prefix(12).firstIndex(of: 0x3B),
                let scalar = scalar(String(decoding: text[index + 1..<end], as: UTF8.self))
            else { return false }
            decoded.append(contentsOf: UTF8.encode(scalar)!)
            index = end + 1
        }
        return true
    }

    private static func scalar(_ name: String) -> Unicode.Scalar? {
        switch name {
        case "amp": return "&"
        case "lt": return "<"
        case "gt": return ">"
        case "quot": return "\""
        case "apos": return "'"
        default:
            let isHexadecimal = name.hasPrefix("#x")
            guard isHexadecimal || name.hasPrefix("#"),
                let number = UInt32(name.dropFirst(isHexadecimal ? 2 : 1), radix: isHexadecimal ? 16 : 10),
                number >= 0x20 || [9, 10, 13].contains(number)
            else { return nil }
            return Unicode.Scalar(number)
        }
    }
}
