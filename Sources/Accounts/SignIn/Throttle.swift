import Kernel

/// How often somebody may guess: ten times in five minutes, and then after waits that grow to a quarter of an hour.
///
/// It is never longer, so that nobody can lock an owner out for ever (NCSC; ASVS 5.0 6.3.1).
enum Throttle {
    static let guesses = 10
    static let window: Int64 = 5 * 60
    static let firstWait: Int64 = 30
    static let longestWait: Int64 = 15 * 60
    /// Guesses older than this no longer count.
    static let memory: Int64 = 24 * 60 * 60

    /// When the next guess may be made, from the moments of the failed ones; nil when it may be made now.
    static func nextGuess(after failures: [Instant], at now: Instant) -> Instant? {
        let recent = failures.filter { $0 > now.adding(seconds: -memory) }.sorted()
        guard let last = recent.last, recent.count >= guesses else { return nil }
        let leavesWindow = recent[recent.count - guesses].adding(seconds: window)
        let next = max(last.adding(seconds: wait(after: recent.count)), leavesWindow)
        return next > now ? next : nil
    }

    /// Seconds to wait after so many failures: none below ten, then 30, 60, 120 … to 900.
    static func wait(after failures: Int) -> Int64 {
        guard failures >= guesses else { return 0 }
        return min(longestWait, firstWait << Int64(min(failures - guesses, 10)))
    }
}
