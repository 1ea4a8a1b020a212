import Glibc

/// Whether a target will be met by its date, if the current trend simply continues: which must always be said
/// beside it.
package struct Forecast: Sendable {
    /// What a straight line is fitted to.
    package enum Scale: Sendable {
        case values
        /// ln(p ÷ (100 − p)) of percentages near 0 or 100, so that no forecast passes them. Values nearer an end
        /// than half a point are taken as half a point from it.
        case logit
    }

    /// Why there is no forecast.
    package enum Refusal: String, Error, CaseIterable {
        case unusable = "The periods must ascend, and each must have one value"
        case tooFewPoints = "A forecast takes at least 8 points since the limits were last set anew"
        case dateNotAhead = "The target's date is not after the last point"
        case noTrend = "The figures are stable and show no trend: see whether the limits hold the target"
    }

    package enum Verdict: String, Sendable {
        /// The whole 80 % interval meets the target.
        case onCourse = "on course"
        case uncertain
        /// None of it does.
        case unlikely = "unlikely on current trend"
    }

    package static let fewestPoints = 8

    /// What is expected at the target's period.
    package let expected: Double
    package let interval80: Interval
    package let interval95: Interval
    /// What the fitted line gains from one period to the next, at the last point.
    package let currentRate: Double
    /// (target − latest value) ÷ periods left.
    package let requiredRate: Double
    /// The period in which the line reaches the target; nil where it leads away from it, or passed it.
    package let reachesTarget: Double?
    /// Nil where no direction is good.
    package let verdict: Verdict?

    /// `periods` ascend and may have gaps (a period without a value is left out); give only those since the chart
    /// was last rebased.
    package init(
        periods: [Double], values: [Double], target: Double, by period: Double, direction: Direction,
        scale: Scale = .values
    ) throws(Refusal) {
        guard periods.count == values.count, (periods + values + [target, period]).allSatisfy(\.isFinite),
            zip(periods, periods.dropFirst()).allSatisfy({ $0 < $1 })
        else { throw .unusable }
        guard periods.count >= Forecast.fewestPoints, let last = periods.last, let latest = values.last
        else { throw .tooFewPoints }
        guard period > last else { throw .dateNotAhead }
        guard let line = LeastSquares(periods: periods, values: values.map(scale.apply)) else {
            throw .unusable
        }
        guard !Forecast.isFlat(line, values) else { throw .noTrend }

        func interval(_ level: Double) -> Interval {
            let fitted = line.interval(at: period, level: level)
            return Interval(scale.undo(fitted.lower), scale.undo(fitted.upper))
        }
        expected = scale.undo(line.value(at: period))
        interval80 = interval(0.8)
        interval95 = interval(0.95)
        currentRate = scale.undo(line.value(at: last)) - scale.undo(line.value(at: last - 1))
        requiredRate = (target - latest) / (period - last)
        let reached = (scale.apply(target) - line.intercept) / line.slope
        reachesTarget = reached.isFinite && reached > last ? reached : nil
        verdict = Forecast.verdict(interval80, target, direction)
    }

    /// No rule marks a point, and a slope of 0 lies in the slope's 95 % interval.
    private static func isFlat(_ line: LeastSquares, _ values: [Double]) -> Bool {
        guard let chart = XmRChart(values, baseline: .all) else { return false }
        return chart.signals.allSatisfy { $0 == nil } && line.slopeInterval(level: 0.95).contains(0)
    }

    private static func verdict(_ interval: Interval, _ target: Double, _ direction: Direction) -> Verdict? {
        switch direction {
        case .up:
            interval.lower >= target ? .onCourse : interval.upper < target ? .unlikely : .uncertain
        case .down:
            interval.upper <= target ? .onCourse : interval.lower > target ? .unlikely : .uncertain
        case .neutral: nil
        }
    }
}

extension Forecast.Scale {
    func apply(_ value: Double) -> Double {
        switch self {
        case .values: return value
        case .logit:
            let share = min(max(value, 0.5), 99.5)
            return log(share / (100 - share))
        }
    }

    func undo(_ value: Double) -> Double {
        switch self {
        case .values: value
        case .logit: 100 / (1 + exp(-value))
        }
    }
}
