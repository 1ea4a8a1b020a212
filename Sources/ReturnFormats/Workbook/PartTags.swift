import Glibc

/// Goes from tag to tag through a part of a workbook, and reads what attributes are asked for.
///
/// Office writes no document type and no sections of verbatim text; both are refused. Whether tags close in order is not
/// asked: the archive's checksum says that the part is whole.
struct PartTags {
    let bytes: UnsafeRawBufferPointer
    private let base: UnsafePointer<UInt8>
    private let count: Int
    private(set) var index = 0

    /// Of the tag that stands at `index`, without a prefix.
    private(set) var nameStart = 0
    private(set) var nameEnd = 0
    private(set) var isEnd = false
    /// Where the tag's `<` stands: text ends there.
    private(set) var start = 0

    static let damaged = UnusableFile(
        "A sheet of the workbook is damaged: open it in Excel and save it again.")

    /// `bytes` must not be empty.
    init(_ bytes: UnsafeRawBufferPointer) throws(UnusableFile) {
        guard let base = bytes.baseAddress, !bytes.isEmpty else { throw PartTags.damaged }
        self.bytes = bytes
        self.base = base.assumingMemoryBound(to: UInt8.self)
        count = bytes.count
    }

    /// The next tag, start or end; false where there is none. Attributes of the last one need not have been read.
    @inline(__always)
    mutating func next() throws(UnusableFile) -> Bool {
        while true {
            while index < count, base[index] != 0x3C { index += 1 }
            guard index + 1 < count else { return false }
            start = index
            index += 1
            isEnd = base[index] == 0x2F
            if isEnd { index += 1 }
            if index < count, base[index] == 0x21 || base[index] == 0x3F {
                try skipMarkup()
                continue
            }
            nameStart = index
            while index < count {
                let byte = base[index]
                if byte <= 0x20 || byte == 0x3E || byte == 0x2F { break }
                index += 1
                if byte == 0x3A { nameStart = index }
            }
            nameEnd = index
            guard index < count else { throw PartTags.damaged }
            return true
        }
    }

    @inline(__always)
    func isNamed(_ name: StaticString) -> Bool {
        nameEnd - nameStart == name.utf8CodeUnitCount
            && memcmp(base + nameStart, name.utf8Start, name.utf8CodeUnitCount) == 0
    }

    /// The first byte of the name, where it has one byte only; else 0.
    @inline(__always)
    var letter: UInt8 { nameEnd - nameStart == 1 ? base[nameStart] : 0 }

    /// The next attribute of the tag: the last byte of its name, how long that is without a prefix, and its value as it
    /// stands; nil at the end of the tag, which is then behind `index`.
    @inline(__always)
    mutating func attribute() throws(UnusableFile) -> (name: Range<Int>, value: UnsafeRawBufferPointer)? {
        while index < count, base[index] <= 0x20 { index += 1 }
        guard index < count else { throw PartTags.damaged }
        guard base[index] != 0x3E, base[index] != 0x2F else {
            while index < count, base[index] != 0x3E { index += 1 }
            isEmpty = base[index - 1] == 0x2F
            index += 1
            return nil
        }
        var name = index
        while index < count, base[index] != 0x3D, base[index] != 0x3E {
            index += 1
            if base[index - 1] == 0x3A { name = index }
        }
        let end = index
        index += 1
        while index < count, base[index] <= 0x20 { index += 1 }
        guard index < count, base[index] == 0x22 || base[index] == 0x27 else { throw PartTags.damaged }
        let quote = base[index]
        index += 1
        let value = index
        while index < count, base[index] != quote { index += 1 }
        guard index < count else { throw PartTags.damaged }
        index += 1
        return (name..<end, UnsafeRawBufferPointer(start: base + value, count: index - 1 - value))
    }

    /// After the last attribute: whether the tag holds nothing.
    private(set) var isEmpty = false

    /// Goes behind the tag; true where it holds nothing.
    @inline(__always)
    mutating func close() throws(UnusableFile) -> Bool {
        while try attribute() != nil {}
        return isEmpty
    }

    /// The attributes by name, for parts that have few tags.
    mutating func attributes() throws(UnusableFile) -> [String: String] {
        var found: [String: String] = [:]
        while let (name, value) = try attribute() {
            var text: [UInt8] = []
            guard XMLTokens.decode(value, into: &text) else { throw PartTags.damaged }
            found[String(decoding: bytes[name], as: UTF8.self)] = String(decoding: text, as: UTF8.self)
        }
        return found
    }

    /// What stands from here to the next tag, as it stands.
    @inline(__always)
    mutating func text() -> UnsafeRawBufferPointer {
        let first = index
        while index < count, base[index] != 0x3C { index += 1 }
        return UnsafeRawBufferPointer(start: base + first, count: index - first)
    }

    private mutating func skipMarkup() throws(UnusableFile) {
        if base[index] == 0x3F {
            while index < count, base[index] != 0x3E { index += 1 }
            return
        }
        guard index + 2 < count, base[index + 1] == 0x2D, base[index + 2] == 0x2D else {
            throw UnusableFile(
                "The workbook holds markup that Excel never writes, so it was not read: open it in Excel and save it again."
            )
        }
        index += 3
        while index < count, !(base[index] == 0x3E && base[index - 1] == 0x2D && base[index - 2] == 0x2D) {
            index += 1
        }
    }
}
