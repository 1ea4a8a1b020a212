/// A piece of a page as UTF-8 bytes, every part of it escaped when it was written.
///
/// There is no way to put raw bytes in: element and attribute names are literals, everything else is text.
package struct Markup: Sendable, Equatable {
    package private(set) var bytes: [UInt8] = []

    package init() {}

    /// Builds a piece from the inside: `Markup { m in m.p("…") }`.
    package init(_ build: (inout Markup) throws -> Void) rethrows {
        try build(&self)
    }

    package init(_ content: some Content) {
        content.write(to: &self)
    }

    package static let empty = Markup()

    package var isEmpty: Bool { bytes.isEmpty }

    package var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Makes room for a page that will be about so many bytes long.
    package mutating func reserve(_ count: Int) {
        bytes.reserveCapacity(bytes.count + count)
    }

    /// Adds content in place; text is escaped, markup stays what it is.
    @_disfavoredOverload
    package mutating func add(_ content: some Content) {
        content.write(to: &self)
    }

    package mutating func add(_ content: Markup) {
        bytes.append(contentsOf: content.bytes)
    }
}

// MARK: Elements

extension Markup {
    /// An element with what the closure writes inside it.
    package mutating func element(
        _ name: StaticString, _ attributes: [Attribute] = [], content: (inout Markup) throws -> Void
    ) rethrows {
        open(name, attributes)
        try content(&self)
        close(name)
    }

    /// An element with one piece of content.
    @_disfavoredOverload
    package mutating func element(_ name: StaticString, _ attributes: [Attribute], _ content: some Content) {
        open(name, attributes)
        content.write(to: &self)
        close(name)
    }

    package mutating func element(_ name: StaticString, _ attributes: [Attribute], _ content: Markup) {
        open(name, attributes)
        add(content)
        close(name)
    }

    /// An element that has no end tag, such as `br`.
    package mutating func void(_ name: StaticString, _ attributes: [Attribute]) {
        open(name, attributes)
    }

    mutating func open(_ name: StaticString, _ attributes: [Attribute]) {
        bytes.append(0x3C)
        literal(name)
        for attribute in attributes { attribute.write(to: &self) }
        bytes.append(0x3E)
    }

    mutating func close(_ name: StaticString) {
        bytes.append(0x3C)
        bytes.append(0x2F)
        literal(name)
        bytes.append(0x3E)
    }

    mutating func literal(_ text: StaticString) {
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    mutating func byte(_ byte: UInt8) {
        bytes.append(byte)
    }
}

// MARK: Text

extension Markup {
    /// Writes text, with the five characters that mean something in HTML replaced by references.
    mutating func escape(_ text: some StringProtocol) {
        if text.utf8.withContiguousStorageIfAvailable({ escape($0) }) == nil {
            Array(text.utf8).withUnsafeBufferPointer { escape($0) }
        }
    }

    private mutating func escape(_ source: UnsafeBufferPointer<UInt8>) {
        var start = 0
        var index = 0
        while true {
            index = Markup.firstSpecial(source, from: index)
            if index == source.count { break }
            if start < index {
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[start..<index]))
            }
            literal(Markup.reference(source[index]))
            index += 1
            start = index
        }
        if start < source.count {
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[start...]))
        }
    }

    /// The place of the next byte that may not stand as it is, or the end; eight at a time.
    private static func firstSpecial(_ source: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        let raw = UnsafeRawBufferPointer(source)
        var index = start
        while index + 8 <= source.count {
            if mayHoldSpecial(raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)) {
                for place in index..<(index + 8) where isSpecial(source[place]) { return place }
            }
            index += 8
        }
        while index < source.count, !isSpecial(source[index]) { index += 1 }
        return index
    }

    /// False only where none of the eight bytes is special (after "Determine if a word has a zero byte" and its
    /// kin in Bit Twiddling Hacks, Sean Eron Anderson, public domain).
    private static func mayHoldSpecial(_ word: UInt64) -> Bool {
        let ones: UInt64 = 0x0101_0101_0101_0101
        func equals(_ byte: UInt64) -> UInt64 {
            let rest = word ^ (ones &* byte)
            return (rest &- ones) & ~rest
        }
        let control = (word &- (ones &* 0x20)) & ~word
        let found =
            control | equals(0x26) | equals(0x3C) | equals(0x3E) | equals(0x22) | equals(0x27) | equals(0x7F)
        return found & (ones &* 0x80) != 0
    }

    private static func isSpecial(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x09, 0x0A, 0x0D: false
        case 0x26, 0x3C, 0x3E, 0x22, 0x27, 0x7F, 0..<0x20: true
        default: false
        }
    }

    private static func reference(_ byte: UInt8) -> StaticString {
        switch byte {
        case 0x26: "&amp;"
        case 0x3C: "&lt;"
        case 0x3E: "&gt;"
        case 0x22: "&quot;"
        case 0x27: "&#39;"
        // Control characters have no place in HTML; the replacement character says that one stood here.
        default: "\u{FFFD}"
        }
    }

    mutating func decimal(_ value: Int) {
        if value < 0 {
            escape("−")
            decimal(digits: value.magnitude)
        } else {
            decimal(digits: UInt(value))
        }
    }

    private mutating func decimal(digits value: UInt) {
        if value >= 10 { decimal(digits: value / 10) }
        bytes.append(0x30 + UInt8(truncatingIfNeeded: value % 10))
    }
}
