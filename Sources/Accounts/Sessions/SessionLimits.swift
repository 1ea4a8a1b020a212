import Kernel

/// How long a session lasts: 30 minutes without a click, 10 hours in all (ASVS 5.0 7.3.1, 7.3.2).
enum SessionLimits {
    static let idle: Int64 = 30 * 60
    static let absolute: Int64 = 10 * 60 * 60
    /// The time of the last click is written no more often than this, so that reading a page is not a write.
    static let seenEvery: Int64 = 60

    /// The first moment at which the session no longer holds.
    static func end(made: Instant, lastSeen: Instant) -> Instant {
        min(made.adding(seconds: absolute), lastSeen.adding(seconds: idle))
    }

    static func holds(made: Instant, lastSeen: Instant, at now: Instant) -> Bool {
        now < end(made: made, lastSeen: lastSeen)
    }
}
