/// The moment by which reading must be done.
struct Deadline {
    private let end: ContinuousClock.Instant
    private let limits: ReadingLimits

    init(_ limits: ReadingLimits) {
        self.limits = limits
        end = .now + .seconds(limits.seconds)
    }

    func check() throws(Unreadable) {
        if ContinuousClock.now > end { throw .tooSlow(limits) }
    }
}
