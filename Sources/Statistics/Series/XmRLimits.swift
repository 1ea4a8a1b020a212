/// Limits of an individuals and moving range (XmR) chart.
///
/// With y the points of the baseline and mR = |yᵢ − yᵢ₋₁|: limits are mean(y) ± 2.66 × mean(mR), where 2.66 is
/// 3 ÷ 1.128; the limit of the moving range is 3.267 × mean(mR); the zone near a limit begins two thirds of the
/// way from the mean to it (NHS "Making Data Count"; Wheeler).
package struct XmRLimits: Hashable, Sendable {
    /// Whether moving ranges at or over 3.267 × mean(mR) are dropped once before the limits are set.
    ///
    /// The NHS Excel tool does not; the R package NHSRplotthedots does. A chart says which.
    package enum Screening: Sendable { case none, once }

    package static let limitFactor = 2.66
    package static let rangeFactor = 3.267

    package let mean: Double
    package let meanRange: Double
    /// Uncapped: below 0 % or over 100 % where the figures say so.
    package let limits: Interval
    package let near: Interval
    package let rangeLimit: Double
    /// How many moving ranges the screening dropped.
    package let screened: Int

    /// Nil for fewer than two points, and where a point or a limit is not finite. Linear in the points.
    package init?(baseline: ArraySlice<Double>, screening: Screening = .none) {
        guard baseline.count >= 2 else { return nil }
        var (sum, rangeSum) = (0.0, 0.0)
        var previous = baseline[baseline.startIndex]
        for value in baseline {
            sum += value
            rangeSum += abs(value - previous)
            previous = value
        }
        var ranges = baseline.count - 1
        if screening == .once {
            (rangeSum, ranges) = XmRLimits.kept(
                baseline, under: XmRLimits.rangeFactor * rangeSum / Double(ranges))
        }
        mean = sum / Double(baseline.count)
        meanRange = rangeSum / Double(ranges)
        screened = baseline.count - 1 - ranges
        rangeLimit = XmRLimits.rangeFactor * meanRange
        let reach = XmRLimits.limitFactor * meanRange
        limits = Interval(mean - reach, mean + reach)
        near = Interval(mean - reach * 2 / 3, mean + reach * 2 / 3)
        guard limits.lower.isFinite, limits.upper.isFinite else { return nil }
    }

    private static func kept(_ values: ArraySlice<Double>, under most: Double) -> (sum: Double, count: Int) {
        var (sum, count) = (0.0, 0)
        for index in values.indices.dropFirst() {
            let range = abs(values[index] - values[index - 1])
            guard range < most || range == 0 else { continue }
            sum += range
            count += 1
        }
        return (sum, count)
    }
}
