/// A number as decimal digits, rounded as a spreadsheet rounds: half away from nought, after 15 digits.
struct DecimalDigits {
    private(set) var isNegative: Bool
    /// Most significant first, without leading noughts; empty for nought.
    private var digits: [UInt8] = []
    /// How many of the digits stand before the point; negative where noughts follow the point.
    private var point = 0

    /// Nil for infinities and what is no number.
    init?(_ value: Double) {
        guard value.isFinite else { return nil }
        isNegative = value < 0
        var exponent = 0
        var isAfterPoint = false
        let text = abs(value).description.utf8
        let mark = text.firstIndex(of: 0x65) ?? text.endIndex
        if mark != text.endIndex,
            let given = Int(String(decoding: text[text.index(after: mark)...], as: UTF8.self))
        {
            exponent = given
        }
        for byte in text[..<mark] {
            if byte == 0x2E {
                isAfterPoint = true
            } else {
                if !isAfterPoint { point += 1 }
                digits.append(byte - 0x30)
            }
        }
        point += exponent
        normalise()
        keep(15)
    }

    var isZero: Bool { digits.isEmpty }
    /// The power of ten of the first digit.
    var magnitude: Int { isZero ? 0 : point - 1 }

    mutating func scale(byPowerOfTen power: Int) {
        if !isZero { point += power }
    }

    mutating func round(toPlaces places: Int) {
        keep(point + places)
    }

    mutating func round(toSignificant count: Int) {
        keep(count)
    }

    private mutating func keep(_ count: Int) {
        guard count < digits.count else { return }
        guard count >= 0 else {
            digits = []
            point = 0
            return
        }
        let roundsUp = digits[count] >= 5
        digits.removeLast(digits.count - count)
        if roundsUp {
            var index = count - 1
            while index >= 0, digits[index] == 9 {
                digits[index] = 0
                index -= 1
            }
            if index >= 0 {
                digits[index] += 1
            } else {
                digits.insert(1, at: 0)
                point += 1
            }
        }
        normalise()
    }

    private mutating func normalise() {
        let leading = digits.prefix { $0 == 0 }.count
        digits.removeFirst(leading)
        point -= leading
        while digits.last == 0 { digits.removeLast() }
        if digits.isEmpty { point = 0 }
    }

    /// Digits before the point, at least one.
    var whole: String {
        guard point > 0 else { return "0" }
        return String(
            decoding: (0..<min(point, 400)).map { 0x30 + (digits.indices.contains($0) ? digits[$0] : 0) },
            as: UTF8.self)
    }

    /// Digits after the point, without trailing noughts.
    var fraction: String {
        guard point < digits.count, point > -400 else { return "" }
        let noughts = [UInt8](repeating: 0x30, count: max(0, -point))
        return String(decoding: noughts + digits[max(0, point)...].map { 0x30 + $0 }, as: UTF8.self)
    }
}
