/// Numbers as they are written in cells: figures with a sign, a point and a power of ten.
enum WrittenNumber {
    /// The whole part, rounded down, and whether there was anything behind the point; nil for what is no number or
    /// has more than nine figures before the point.
    static func floor(_ text: UnsafeRawBufferPointer) -> (value: Int, isWhole: Bool)? {
        var index = 0
        let isNegative = text.first == 0x2D
        if isNegative || text.first == 0x2B { index = 1 }
        let start = index
        var value = 0
        while index < text.count, text[index] &- 0x30 < 10 {
            guard index - start < 9 else { return wide(text) }
            value = value * 10 + Int(text[index] &- 0x30)
            index += 1
        }
        guard index > start else { return nil }
        var isWhole = true
        if index < text.count, text[index] == 0x2E {
            index += 1
            while index < text.count, text[index] &- 0x30 < 10 {
                if text[index] != 0x30 { isWhole = false }
                index += 1
            }
        }
        guard index == text.count else { return wide(text) }
        if isNegative { return (isWhole ? -value : -value - 1, isWhole) }
        return (value, isWhole)
    }

    private static func wide(_ text: UnsafeRawBufferPointer) -> (value: Int, isWhole: Bool)? {
        guard let value = double(text), abs(value) < 1e9 else { return nil }
        return (Int(value.rounded(.down)), value == value.rounded())
    }

    /// Nil for infinities and what is no number.
    static func double(_ text: UnsafeRawBufferPointer) -> Double? {
        guard !text.isEmpty, text.count <= 40, text.allSatisfy({ isPart($0) }),
            let value = Double(String(decoding: text, as: UTF8.self)), value.isFinite
        else { return nil }
        return value
    }

    private static func isPart(_ byte: UInt8) -> Bool {
        byte &- 0x30 < 10 || byte == 0x2E || byte == 0x2D || byte == 0x2B || byte | 0x20 == 0x65
    }

    /// A number as a reference is written: `1234` for `1234.0` and `1.234E3`. Nil where it stands so already.
    /// `isExact` is false where a workbook keeps fewer figures than the reference had.
    static func reference(_ text: UnsafeRawBufferPointer) -> (text: [UInt8], isExact: Bool)? {
        guard text.contains(where: { $0 &- 0x30 >= 10 }), let value = double(text), value == value.rounded()
        else { return nil }
        guard abs(value) < 1e15 else { return (Array(text), false) }
        return (Array(String(Int(value)).utf8), true)
    }
}
