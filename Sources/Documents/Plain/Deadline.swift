/// The moment by which reading must be done.
struct Deadline {
    private let end: ContinuousClock.Instant
    private let limits: ReadingLimits

    init(_ limits: ReadingLimits) {
        self.limits = limits
        // A tenth is left for starting and for what follows the reading.
        end = .now + .seconds(limits.seconds * 0.9)
    }

    func check() throws(Unreadable) {
        if ContinuousClock.now > end { throw .tooSlow(limits) }
    }

    var millisecondsLeft: Int {
        let left = end - .now
        return max(
            0, Int(left.components.seconds * 1000 + left.components.attoseconds / 1_000_000_000_000_000))
    }
}
