/// Writes columns in few bytes: whole numbers as their distance from the least, in as many bytes as the greatest needs.
struct PackedWriter {
    private(set) var bytes: [UInt8] = []

    mutating func byte(_ value: UInt8) { bytes.append(value) }

    /// Seven bits a byte, lowest first.
    mutating func count(_ value: Int) {
        var rest = UInt64(bitPattern: Int64(value))
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    mutating func text(_ text: String) {
        let utf8 = Array(text.utf8)
        count(utf8.count)
        bytes += utf8
    }

    mutating func texts(_ texts: [String]) {
        count(texts.count)
        for text in texts { self.text(text) }
    }

    /// `special` ones stand for themselves and are as cheap as the others.
    mutating func numbers(_ values: [Int32], special: [Int32] = []) {
        count(values.count)
        let plain = values.lazy.filter { !special.contains($0) }
        let least = plain.min() ?? 0
        let most = Int64(plain.max() ?? 0) - Int64(least) + Int64(special.count)
        let width = most == 0 ? 0 : most < 1 << 8 ? 1 : most < 1 << 16 ? 2 : most < 1 << 24 ? 3 : 5
        byte(UInt8(width))
        signed(least)
        guard width > 0 else { return }
        bytes.reserveCapacity(bytes.count + values.count * width)
        for value in values {
            var rest = UInt64(
                special.firstIndex(of: value) ?? Int(Int64(value) - Int64(least)) + special.count)
            for _ in 0..<width {
                bytes.append(UInt8(truncatingIfNeeded: rest))
                rest >>= 8
            }
        }
    }

    private mutating func signed(_ value: Int32) {
        for shift in [0, 8, 16, 24] as [Int32] { bytes.append(UInt8(truncatingIfNeeded: value >> shift)) }
    }

    /// All that was written, with a checksum behind it.
    func finish() -> [UInt8] {
        var sealed = bytes
        let sum = PackedReader.checksum(bytes[...])
        for shift in [0, 8, 16, 24] as [UInt32] { sealed.append(UInt8(truncatingIfNeeded: sum >> shift)) }
        return sealed
    }
}

/// Reads what `PackedWriter` wrote, and nothing else: any other bytes are refused.
struct PackedReader {
    private let bytes: [UInt8]
    private let end: Int
    private var index = 0

    static let damaged = UnusableFile("What was kept of this return is damaged.")

    init(_ bytes: [UInt8]) throws(UnusableFile) {
        guard bytes.count >= 4 else { throw PackedReader.damaged }
        end = bytes.count - 4
        let sum = PackedReader.checksum(bytes[..<end])
        for index in 0..<4 where bytes[end + index] != UInt8(truncatingIfNeeded: sum >> UInt32(8 * index)) {
            throw PackedReader.damaged
        }
        self.bytes = bytes
    }

    var isAtEnd: Bool { index == end }

    mutating func byte() throws(UnusableFile) -> UInt8 {
        guard index < end else { throw PackedReader.damaged }
        index += 1
        return bytes[index - 1]
    }

    mutating func count() throws(UnusableFile) -> Int {
        var value: UInt64 = 0
        for shift in stride(from: 0, to: 35, by: 7) as StrideTo<UInt64> {
            let byte = try byte()
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return Int(value) }
        }
        throw PackedReader.damaged
    }

    mutating func text() throws(UnusableFile) -> String {
        let length = try count()
        guard length <= end - index else { throw PackedReader.damaged }
        index += length
        return String(decoding: bytes[index - length..<index], as: UTF8.self)
    }

    mutating func texts() throws(UnusableFile) -> [String] {
        let count = try count()
        guard count <= end - index else { throw PackedReader.damaged }
        var texts: [String] = []
        texts.reserveCapacity(count)
        for _ in 0..<count { texts.append(try text()) }
        return texts
    }

    mutating func numbers(special: [Int32] = [], of rows: Int? = nil) throws(UnusableFile) -> [Int32] {
        let count = try count()
        let width = Int(try byte())
        var least: UInt32 = 0
        for shift in [0, 8, 16, 24] as [UInt32] { least |= UInt32(try byte()) << shift }
        let base = Int64(Int32(bitPattern: least))
        guard width <= 5, rows == nil || rows == count, width > 0 ? count <= (end - index) / width : true,
            // A column of one value costs nothing: it must not ask for more room than any return has.
            count <= PackedReader.mostRows
        else { throw PackedReader.damaged }
        guard width > 0 else {
            guard let value = PackedReader.value(0, base, special) else { throw PackedReader.damaged }
            return Array(repeating: value, count: count)
        }
        var values: [Int32] = []
        values.reserveCapacity(count)
        for _ in 0..<count {
            var code: UInt64 = 0
            for shift in 0..<width { code |= UInt64(bytes[index + shift]) << UInt64(8 * shift) }
            index += width
            guard let value = PackedReader.value(code, base, special) else { throw PackedReader.damaged }
            values.append(value)
        }
        return values
    }

    private static let mostRows = 1 << 28

    private static func value(_ code: UInt64, _ base: Int64, _ special: [Int32]) -> Int32? {
        code < UInt64(special.count)
            ? special[Int(code)] : Int32(exactly: Int64(code) - Int64(special.count) + base)
    }

    /// CRC-32 as in ZIP.
    static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        var sum: UInt32 = 0xFFFF_FFFF
        for byte in bytes { sum = table[Int((sum ^ UInt32(byte)) & 0xFF)] ^ sum >> 8 }
        return ~sum
    }

    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1 }
    }
}
