/// A p-chart: shares in order of time, each against limits for the size of its group.
///
/// To be taken rather than an XmR chart where denominators differ much or are under about 10.
package struct ShareChart: Sendable {
    package let shares: [Share]
    /// Σcount ÷ Σtotal of the points that set the limits.
    package let mean: Double
    /// At three standard deviations, uncapped; exact below 25.
    package let limits: [Interval]
    package let signals: [Signal?]

    /// Nil where there is no point, or one is of none: leave such a period out. Linear in the points.
    package init?(_ shares: [Share], baseline: XmRChart.Baseline = .locked) {
        guard !shares.isEmpty, shares.allSatisfy({ $0.total > 0 }) else { return nil }
        let setting =
            switch baseline {
            case .all: shares[...]
            case .first(let count): shares.prefix(max(1, count))
            }
        let mean =
            Double(setting.reduce(0) { $0 + $1.count }) / Double(setting.reduce(0) { $0 + $1.total })
        let limits = shares.map { ShareLimits.chosen(around: mean, of: $0.total, k: 3) }
        let values = shares.map { Double($0.count) / Double($0.total) }
        let places = values.indices.map { index in
            let limit = limits[index]
            let near = Interval(
                mean - (mean - limit.lower) * 2 / 3, mean + (limit.upper - mean) * 2 / 3)
            return Placement(values[index], mean: mean, limits: limit, near: near)
        }
        self.shares = shares
        self.mean = mean
        self.limits = limits
        signals = RuleBook.signals(values[...], places)
    }
}
