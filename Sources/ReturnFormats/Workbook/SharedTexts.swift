/// The texts that a workbook's cells share, each once, one behind another.
final class SharedTexts {
    private var bytes: [UInt8] = []
    private var starts: [Int] = [0]
    private var held: HeldBytes?

    var count: Int { starts.count - 1 }

    init() {}

    /// Reads the part of shared strings: text of runs put together, without reading aids.
    init(_ part: UnsafeRawBufferPointer) throws(UnusableFile) {
        bytes.reserveCapacity(part.count / 2)
        var tags = try PartTags(part)
        var isInside = false
        var isAid = false
        while try tags.next() {
            if tags.letter == 0x74 {  // t
                guard !tags.isEnd, try !tags.close(), isInside, !isAid else { continue }
                try SharedTexts.append(tags.text(), to: &bytes)
            } else if tags.isNamed("si") {
                if tags.isEnd {
                    starts.append(bytes.count)
                    isInside = false
                } else if try tags.close() {
                    starts.append(bytes.count)
                } else {
                    isInside = true
                }
            } else if tags.isNamed("rPh") {
                let isEmpty = try tags.close()
                isAid = !tags.isEnd && !isEmpty
            }
        }
        held = HeldBytes(bytes)
        bytes = []
    }

    /// Nil where there is none of that number.
    @inline(__always)
    subscript(number: Int) -> UnsafeRawBufferPointer? {
        guard number >= 0, number < count, let held else { return nil }
        return UnsafeRawBufferPointer(rebasing: held.bytes[starts[number]..<starts[number + 1]])
    }

    static func append(_ text: UnsafeRawBufferPointer, to bytes: inout [UInt8]) throws(UnusableFile) {
        if text.contains(0x26) {
            guard XMLTokens.decode(text, into: &bytes) else { throw PartTags.damaged }
        } else {
            bytes.append(contentsOf: text)
        }
    }
}
