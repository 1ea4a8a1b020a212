/// The moment by which reading must be done.
struct Deadline {
    let end: ContinuousClock.Instant
    private let limits: ReadingLimits

    init(_ limits: ReadingLimits) {
        self.limits = limits
        // A tenth is left for starting and for what follows the reading.
        end = .now + .seconds(limits.seconds * 0.9)
    }

    func check() throws(Unreadable) {
        if ContinuousClock.now > end { throw .tooSlow(limits) }
    }
}
