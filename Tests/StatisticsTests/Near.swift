import Statistics
import Testing

extension Double {
    /// Equal as far as five printed decimals go.
    func isNear(_ other: Double, within slack: Double = 0.000_005_1) -> Bool { abs(self - other) <= slack }
}

extension Interval {
    func isNear(_ lower: Double, _ upper: Double, within slack: Double = 0.000_005_1) -> Bool {
        self.lower.isNear(lower, within: slack) && self.upper.isNear(upper, within: slack)
    }
}

func share(_ count: Int, of total: Int) throws -> Share { try #require(Share(count, of: total)) }
