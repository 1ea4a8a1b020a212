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

    /// A decimal of up to eighteen figures without a power of ten, exactly as `double` gives it; else nil.
    @inline(__always)
    static func decimal(_ text: UnsafeRawBufferPointer) -> Double? {
        var index = 0
        let isNegative = text.first == 0x2D
        if isNegative { index = 1 }
        var value: UInt64 = 0
        var figures = 0
        var places = 0
        var isAfterPoint = false
        while index < text.count {
            let figure = text[index] &- 0x30
            if figure < 10 {
                value = value &* 10 &+ UInt64(figure)
                figures += 1
                if isAfterPoint { places += 1 }
            } else if text[index] == 0x2E, !isAfterPoint {
                isAfterPoint = true
            } else {
                return nil
            }
            index += 1
        }
        // Both are exact below 2^53 and 10^22, and so is what their division rounds to (Clinger 1990).
        guard figures > 0, figures <= 18, value < 1 << 53, places < powers.count else { return nil }
        let result = Double(value) / powers[places]
        return isNegative ? -result : result
    }

    private static let powers: [Double] = [
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18,
    ]

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
