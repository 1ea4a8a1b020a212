/// The line with the median of the slopes between all pairs of points: a few outliers do not turn it. It has no
/// prediction interval.
package struct TheilSen: Hashable, Sendable {
    package enum Intercept: Sendable {
        /// The median of value − slope × period.
        case medianResidual
        /// median(value) − slope × median(period), as scipy's `theilslopes` has it.
        case medians
    }

    package let slope: Double
    package let intercept: Double

    /// Nil for fewer than two different periods, or unequal numbers. Takes all pairs of points: for the tens of
    /// periods of a chart, not for rows of a return.
    package init?(periods: [Double], values: [Double], intercept convention: Intercept = .medianResidual) {
        guard periods.count == values.count else { return nil }
        var slopes: [Double] = []
        slopes.reserveCapacity(periods.count * max(0, periods.count - 1) / 2)
        for later in periods.indices {
            for earlier in 0..<later where periods[earlier] != periods[later] {
                slopes.append((values[later] - values[earlier]) / (periods[later] - periods[earlier]))
            }
        }
        guard let slope = Quantile.median(slopes) else { return nil }
        let intercept: Double? =
            switch convention {
            case .medianResidual: Quantile.median(periods.indices.map { values[$0] - slope * periods[$0] })
            case .medians:
                Quantile.median(values).flatMap { value in
                    Quantile.median(periods).map { value - slope * $0 }
                }
            }
        guard let intercept else { return nil }
        self.slope = slope
        self.intercept = intercept
    }

    package func value(at period: Double) -> Double { intercept + slope * period }
}
