package import Kernel

/// One value of a return in a column.
protocol ReturnCell: Equatable {
    static var missing: Self { get }
    static var unreadable: Self { get }
    /// `bytes` without space around them; none are `missing`.
    init(_ bytes: UnsafeRawBufferPointer)
}

/// A date of a return: a day, nothing, or something that is no date and was reported. Four bytes.
package struct DateCell: Hashable, Sendable, ReturnCell {
    private(set) var number: Int32

    package static let missing = DateCell(number: .min)
    package static let unreadable = DateCell(number: .min + 1)

    init(number: Int32) { self.number = number }
    package init(_ day: Day) { number = day.number }

    package var day: Day? { number > .min + 1 ? Day(number: number) : nil }

    /// Exactly `2026-11-20`.
    init(_ bytes: UnsafeRawBufferPointer) {
        guard !bytes.isEmpty else {
            self = .missing
            return
        }
        self = .unreadable
        guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D else { return }
        func number(_ range: Range<Int>) -> Int? {
            var value = 0
            for index in range {
                let digit = Int(bytes[index]) - 0x30
                guard 0 <= digit, digit <= 9 else { return nil }
                value = value * 10 + digit
            }
            return value
        }
        guard let year = number(0..<4), let month = number(5..<7), let dayOfMonth = number(8..<10),
            let day = Day(year: year, month: month, day: dayOfMonth)
        else { return }
        self = DateCell(day)
    }
}

/// A code of a return as written, up to eight characters of ASCII in eight bytes; nothing; or something longer
/// that was reported.
package struct CodeCell: Hashable, Sendable, ReturnCell, ExpressibleByStringLiteral {
    private let packed: UInt64

    package static let missing = CodeCell(packed: 0)
    package static let unreadable = CodeCell(packed: .max)

    private init(packed: UInt64) { self.packed = packed }

    package init(stringLiteral value: String) {
        var value = value
        self = value.withUTF8 { CodeCell(UnsafeRawBufferPointer($0)) }
    }

    init(_ bytes: UnsafeRawBufferPointer) {
        guard bytes.count <= 8, bytes.allSatisfy({ 0x20 < $0 && $0 < 0x7F }) else {
            self = .unreadable
            return
        }
        packed = bytes.reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// Nil where there is none.
    package var text: String? {
        guard self != .missing, self != .unreadable else { return nil }
        let bytes = (0..<8).map { UInt8(truncatingIfNeeded: packed >> UInt64(56 - 8 * $0)) }
        return String(decoding: bytes.drop { $0 == 0 }, as: UTF8.self)
    }
}

/// Yes or no as `true`, `false`, `1` or `0`, in letters of any size; nothing; or something else that was reported.
package enum FlagCell: UInt8, Sendable, ReturnCell {
    case missing, no, yes, unreadable

    init(_ bytes: UnsafeRawBufferPointer) {
        func matches(_ word: StaticString) -> Bool {
            bytes.count == word.utf8CodeUnitCount
                && bytes.indices.allSatisfy { bytes[$0] | 0x20 == word.utf8Start[$0] | 0x20 }
        }
        if bytes.isEmpty {
            self = .missing
        } else if matches("true") || bytes.elementsEqual("1".utf8) {
            self = .yes
        } else if matches("false") || bytes.elementsEqual("0".utf8) {
            self = .no
        } else {
            self = .unreadable
        }
    }
}

/// A whole number of up to nine figures, with its sign; nothing; or something else that was reported.
package struct CountCell: Hashable, Sendable, ReturnCell {
    private(set) var number: Int32

    package static let missing = CountCell(number: .min)
    package static let unreadable = CountCell(number: .min + 1)

    init(number: Int32) { self.number = number }
    /// Of more than nine figures, the nearest number of nine.
    package init(_ count: Int) { number = Int32(min(max(count, -999_999_999), 999_999_999)) }

    package var value: Int? { number > .min + 1 ? Int(number) : nil }

    init(_ bytes: UnsafeRawBufferPointer) {
        guard !bytes.isEmpty else {
            self = .missing
            return
        }
        self = .unreadable
        let isNegative = bytes[0] == 0x2D
        let digits = bytes[(isNegative ? 1 : 0)...]
        guard (1...9).contains(digits.count), digits.allSatisfy({ 0x30 <= $0 && $0 <= 0x39 }) else { return }
        let value = digits.reduce(Int32(0)) { $0 * 10 + Int32($1 - 0x30) }
        self = CountCell(number: isNegative ? -value : value)
    }
}

/// A text of a return: its place in the return's own store of texts. Nothing has no length.
package struct TextCell: Hashable, Sendable {
    let start: UInt32
    let length: UInt32

    package static let missing = TextCell(start: 0, length: 0)

    package var isMissing: Bool { length == 0 }
}
