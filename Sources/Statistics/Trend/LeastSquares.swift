/// The straight line through points that leaves the least squares: value = intercept + slope × period.
package struct LeastSquares: Hashable, Sendable {
    package let slope: Double
    package let intercept: Double
    /// s = √(Σ(value − line)² ÷ (n − 2)).
    package let residualDeviation: Double
    private let count: Int
    private let meanPeriod: Double
    /// Sxx = Σ(period − mean)².
    private let spread: Double

    /// Nil for fewer than three points, unequal numbers of periods and values, or periods all the same. Linear.
    package init?(periods: [Double], values: [Double]) {
        guard periods.count == values.count, periods.count >= 3 else { return nil }
        count = periods.count
        meanPeriod = periods.reduce(0, +) / Double(count)
        let meanValue = values.reduce(0, +) / Double(count)
        var (spread, product) = (0.0, 0.0)
        for index in periods.indices {
            let off = periods[index] - meanPeriod
            spread += off * off
            product += off * (values[index] - meanValue)
        }
        self.spread = spread
        slope = product / spread
        intercept = meanValue - slope * meanPeriod
        var squares = 0.0
        for index in periods.indices {
            let rest = values[index] - intercept - slope * periods[index]
            squares += rest * rest
        }
        residualDeviation = (squares / Double(count - 2)).squareRoot()
        guard slope.isFinite, residualDeviation.isFinite else { return nil }
    }

    package func value(at period: Double) -> Double { intercept + slope * period }

    /// Where one new value will lie with probability `level`: f ± t·s·√(1 + 1/n + (x₀ − x̄)² ÷ Sxx), t with n − 2
    /// degrees of freedom.
    package func interval(at period: Double, level: Double) -> Interval {
        let off = period - meanPeriod
        let reach =
            StudentT.within(level, freedom: count - 2) * residualDeviation
            * (1 + 1 / Double(count) + off * off / spread).squareRoot()
        return Interval(value(at: period) - reach, value(at: period) + reach)
    }

    /// Where the slope lies with probability `level`: slope ± t·s ÷ √Sxx.
    package func slopeInterval(level: Double) -> Interval {
        let reach =
            StudentT.within(level, freedom: count - 2) * residualDeviation / spread.squareRoot()
        return Interval(slope - reach, slope + reach)
    }
}
