/// Values to heights: from a round number below all values to a round number above them.
struct ValueScale: Sendable {
    let low: Double
    let high: Double
    let step: Double

    /// At most `ticks` steps; shares stay between 0 and 100.
    init(_ values: [Double], isShare: Bool, ticks: Int = 6) {
        let least = values.min() ?? 0
        let most = values.max() ?? 1
        let span = max(most - least, isShare ? 10 : max(abs(most) * 0.1, 1))
        let step = ValueScale.roundStep(span / Double(ticks - 1))
        self.step = step
        var low = (least / step).rounded(.down) * step
        // A line along the upper edge has no room for its words.
        var high = ((most + step / 5) / step).rounded(.up) * step
        if high <= low { high = low + step }
        if isShare { (low, high) = (max(0, low), min(100, high)) }
        self.low = low
        self.high = high
    }

    /// The next of 1, 2, 5, 10, 20, 50 … (and tenths of them) that is no smaller.
    static func roundStep(_ size: Double) -> Double {
        var power = 0.001
        while power < 1e12 {
            for factor in [1.0, 2, 5] where power * factor >= size { return power * factor }
            power *= 10
        }
        return power
    }

    var ticks: [Double] {
        let count = Int(((high - low) / step).rounded())
        return (0...max(1, count)).map { low + Double($0) * step }.filter { $0 <= high + step / 1000 }
    }
}
