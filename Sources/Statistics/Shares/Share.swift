/// So many of so many: always kept as two whole numbers, and divided only to be shown.
package struct Share: Hashable, Sendable {
    package let count: Int
    package let total: Int

    /// Nil unless 0 ≤ count ≤ total ≤ 2⁴⁰.
    package init?(_ count: Int, of total: Int) {
        guard 0 <= count, count <= total, total <= 1 << 40 else { return nil }
        self.count = count
        self.total = total
    }

    /// For a part that is counted from the very cases that make the whole: it cannot be outside it.
    init(part count: Int, of total: Int) {
        precondition(0 <= count && count <= total)
        self.count = count
        self.total = total
    }

    /// From 0 to 1; nil for none of none.
    package var value: Double? { total == 0 ? nil : Double(count) / Double(total) }

    /// Decimals that the size of the group can carry: one from 100 up.
    package var decimals: Int { total >= 100 ? 1 : 0 }

    /// The percentage rounded once, half away from zero, from the whole numbers: 109 of 459 is `23.7`. Nil for
    /// none of none; 0 to 4 decimals.
    package func percentage(decimals: Int? = nil) -> String? {
        guard total > 0 else { return nil }
        let places = min(max(decimals ?? self.decimals, 0), 4)
        var scale = 1
        for _ in 0..<places { scale *= 10 }
        let scaled = Rounding.divided(count * 100 * scale, by: total)
        guard places > 0 else { return String(scaled) }
        let fraction = String(scaled % scale)
        return String(scaled / scale) + "." + String(repeating: "0", count: places - fraction.count)
            + fraction
    }

    /// Whether a percentage as printed, with so many decimals, is what these numbers come to: off by no more than
    /// half of its last digit. `22.2` is not what 109 of 459 comes to.
    package func agrees(withPrinted percentage: Double, decimals: Int) -> Bool {
        guard let value else { return false }
        var half = 0.5
        for _ in 0..<max(0, decimals) { half /= 10 }
        return abs(percentage - 100 * value) <= half + 1e-9
    }
}

/// Rounding of whole numbers, half away from zero.
package enum Rounding {
    /// `number` ÷ `divisor` (at least 1).
    package static func divided(_ number: Int, by divisor: Int) -> Int {
        let divisor = max(1, divisor)
        let (quotient, rest) = number.quotientAndRemainder(dividingBy: divisor)
        guard rest.magnitude >= divisor.magnitude - rest.magnitude else { return quotient }
        return quotient + number.signum()
    }

    /// To the nearest ten, as the DfE prints totals of England and regions.
    package static func toTen(_ number: Int) -> Int { divided(number, by: 10) * 10 }
}
