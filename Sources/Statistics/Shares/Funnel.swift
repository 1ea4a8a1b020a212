/// A funnel: the shares of teams or authorities at one time against what chance alone would spread them to.
///
/// Limits at 1.96 (95 %) and 3.0902 (99.8 %) standard deviations (Spiegelhalter 2005). For one time only: change
/// over time is for XmR and p-charts. It makes no league table.
package struct Funnel: Sendable {
    /// What to do where units differ more than chance alone makes them.
    package enum Overdispersion: Sendable {
        /// Widen all limits by √φ where φ is over 1, and say so.
        case inflate
        case ignore
    }

    package enum Place: String, Sendable { case within, beyond95, beyond998 }

    package struct Unit: Hashable, Sendable {
        package let share: Share
        package let limits95: Interval
        package let limits998: Interval
        package let place: Place
        /// Nil where the share is within its limits.
        package let side: Signal.Side?
    }

    package static let k95 = 1.96
    package static let k998 = 3.0902

    package let units: [Unit]
    /// Σcount ÷ Σtotal of all units.
    package let mean: Double
    /// φ: the mean squared z of the units, z = (p − p̄) ÷ √(p̄(1 − p̄) ÷ n).
    package let overdispersion: Double
    package let isInflated: Bool

    /// Nil where there is no unit, or one is of none. Linear in the units.
    package init?(_ shares: [Share], overdispersion choice: Overdispersion = .inflate) {
        guard !shares.isEmpty, shares.allSatisfy({ $0.total > 0 }) else { return nil }
        let mean = Double(shares.reduce(0) { $0 + $1.count }) / Double(shares.reduce(0) { $0 + $1.total })
        var squares = 0.0
        if mean > 0, mean < 1 {
            for share in shares {
                let off = Double(share.count) / Double(share.total) - mean
                squares += off * off * Double(share.total) / (mean * (1 - mean))
            }
        }
        let overdispersion = squares / Double(shares.count)
        let isInflated = choice == .inflate && overdispersion > 1
        let widening = isInflated ? overdispersion.squareRoot() : 1
        self.mean = mean
        self.overdispersion = overdispersion
        self.isInflated = isInflated
        units = shares.map { Funnel.unit($0, mean: mean, widening: widening) }
    }

    private static func unit(_ share: Share, mean: Double, widening: Double) -> Unit {
        func limits(_ k: Double) -> Interval {
            let limits = ShareLimits.chosen(around: mean, of: share.total, k: k)
            return Interval(
                mean - (mean - limits.lower) * widening, mean + (limits.upper - mean) * widening
            ).capped(to: 0...1)
        }
        let (inner, outer) = (limits(k95), limits(k998))
        let value = Double(share.count) / Double(share.total)
        func isBeyond(_ limits: Interval) -> Bool {
            value < limits.lower - 1e-9 || value > limits.upper + 1e-9
        }
        let place: Place = isBeyond(outer) ? .beyond998 : isBeyond(inner) ? .beyond95 : .within
        return Unit(
            share: share, limits95: inner, limits998: outer, place: place,
            side: place == .within ? nil : value > mean ? .high : .low)
    }
}
