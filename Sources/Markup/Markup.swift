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
        for index in source.indices {
            let reference: StaticString
            switch source[index] {
            case 0x26: reference = "&amp;"
            case 0x3C: reference = "&lt;"
            case 0x3E: reference = "&gt;"
            case 0x22: reference = "&quot;"
            case 0x27: reference = "&#39;"
            // Control characters have no place in HTML; the replacement character says that one stood here.
            case 0..<0x09, 0x0B, 0x0C, 0x0E..<0x20, 0x7F: reference = "\u{FFFD}"
            default: continue
            }
            if start < index { bytes.append(contentsOf: source[start..<index]) }
            literal(reference)
            start = index + 1
        }
        if start == 0 {
            bytes.append(contentsOf: source)
        } else if start < source.count {
            bytes.append(contentsOf: source[start...])
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
