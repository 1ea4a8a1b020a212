import Glibc

/// Time that a part of a command took: of the clock, and of the processors.
struct SpentTime {
    struct Lap {
        let wall: Double
        let processors: Double

        /// `0.1234 s, 0.1201 s CPU`.
        var words: String { "\(seconds(wall)) s, \(seconds(processors)) s CPU" }

        private func seconds(_ value: Double) -> String {
            let digits = String(max(0, Int((value * 10_000).rounded())))
            let padded = String(repeating: "0", count: max(0, 5 - digits.count)) + digits
            return "\(padded.dropLast(4)).\(padded.suffix(4))"
        }
    }

    private var wall = SpentTime.now(CLOCK_MONOTONIC)
    private var processors = SpentTime.now(CLOCK_PROCESS_CPUTIME_ID)

    /// Since the start, or since the last lap.
    mutating func lap() -> Lap {
        let (wall, processors) = (Self.now(CLOCK_MONOTONIC), Self.now(CLOCK_PROCESS_CPUTIME_ID))
        defer { (self.wall, self.processors) = (wall, processors) }
        return Lap(wall: wall - self.wall, processors: processors - self.processors)
    }

    private static func now(_ clock: clockid_t) -> Double {
        var time = timespec()
        clock_gettime(clock, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
