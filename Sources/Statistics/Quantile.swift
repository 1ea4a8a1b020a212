/// Medians and quartiles of a set of neighbours, which must not hold the authority itself.
package enum Quantile {
    /// How a value between two of the set is chosen.
    package enum Method: Sendable {
        /// Type 7, Excel's QUARTILE.INC: position (n − 1)p. The product's own.
        case inclusive
        /// Type 6, Excel's QUARTILE.EXC: position (n + 1)p − 1, at most the ends of the set.
        case exclusive
    }

    /// The value below which the share `p` (0 to 1) of the set lies; nil for an empty set, or one with a value
    /// that is not finite.
    package static func value(_ p: Double, of set: [Double], method: Method = .inclusive) -> Double? {
        guard !set.isEmpty, (0...1).contains(p), set.allSatisfy(\.isFinite) else { return nil }
        let sorted = set.sorted()
        let position =
            switch method {
            case .inclusive: Double(sorted.count - 1) * p
            case .exclusive: Double(sorted.count + 1) * p - 1
            }
        let held = min(max(position, 0), Double(sorted.count - 1))
        let below = Int(held)
        guard below + 1 < sorted.count else { return sorted[below] }
        return sorted[below] + (held - Double(below)) * (sorted[below + 1] - sorted[below])
    }

    package static func median(_ set: [Double]) -> Double? { value(0.5, of: set) }

    /// The quartile that the better quarter of the set reaches: the lower one where lower is better. Nil where no
    /// direction is good.
    package static func betterQuartile(
        of set: [Double], _ direction: Direction, method: Method = .inclusive
    ) -> Double? {
        switch direction {
        case .up: value(0.75, of: set, method: method)
        case .down: value(0.25, of: set, method: method)
        case .neutral: nil
        }
    }
}
