/// A number as somebody wrote it, exact to three places: a target, or a figure given without its counts.
package struct Amount: Hashable, Sendable {
    package let thousandths: Int
    /// How many places it was written with, 0 to 3: what it was rounded to.
    package let places: Int

    /// The largest that is read: beyond it no measure of a council reaches.
    package static let largest = 100_000_000

    package init(_ whole: Int) {
        thousandths = whole * 1000
        places = 0
    }

    /// Reads `58.7`, `1,204` or `95`; nil for a sign, more than three places or anything else.
    package init?(_ text: String) {
        let parts = text.replacing(",", with: "").split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), !parts[0].isEmpty, parts[0].utf8.count <= 9,
            parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
            let whole = Int(parts[0]), whole <= Amount.largest
        else { return nil }
        let fraction = parts.count == 2 ? parts[1] : ""
        guard parts.count == 1 || (1...3).contains(fraction.utf8.count) else { return nil }
        let padded = fraction + String(repeating: "0", count: 3 - fraction.utf8.count)
        guard let rest = Int(padded) else { return nil }
        thousandths = whole * 1000 + rest
        places = fraction.utf8.count
    }

    /// As written, without commas: `58.7`.
    package var text: String { Amount.text(thousandths, places: places) }

    /// A count of thousandths in so many places, rounded half away from zero.
    static func text(_ thousandths: Int, places: Int) -> String {
        let step = [1000, 100, 10, 1][places]
        let rounded = (thousandths + step / 2) / step
        let scale = 1000 / step
        guard places > 0 else { return grouped(rounded) }
        let fraction = String(rounded % scale)
        return grouped(rounded / scale) + "." + String(repeating: "0", count: places - fraction.count)
            + fraction
    }

    private static func grouped(_ value: Int) -> String {
        var digits = String(value)
        var groups: [String] = []
        while digits.count > 3 {
            groups.insert(String(digits.suffix(3)), at: 0)
            digits = String(digits.dropLast(3))
        }
        return ([digits] + groups).joined(separator: ",")
    }
}

/// What a measure counts in.
package enum MeasureUnit: String, CaseIterable, Sendable {
    case percent, number, days

    /// `95%`, `1,204` or `15 days`.
    package func words(_ amount: Amount) -> String { words(amount.text) }

    func words(_ text: String) -> String {
        switch self {
        case .percent: "\(text)%"
        case .number: text
        case .days: text == "1" ? "1 day" : "\(text) days"
        }
    }
}

/// Which way is better.
package enum Better: String, CaseIterable, Sendable {
    case higher, lower
}
