/// A run of values from `lower` to `upper`, both ends included, in the unit of what it is about.
package struct Interval: Hashable, Sendable {
    package let lower: Double
    package let upper: Double

    package init(_ lower: Double, _ upper: Double) {
        self.lower = lower
        self.upper = upper
    }

    package func contains(_ value: Double) -> Bool { lower <= value && value <= upper }

    /// What of it lies in `range`: for drawing only. Rules are always tested on the whole interval.
    package func capped(to range: ClosedRange<Double>) -> Interval {
        Interval(
            min(max(lower, range.lowerBound), range.upperBound),
            min(max(upper, range.lowerBound), range.upperBound))
    }
}
