import Glibc

/// Time that a part of a command took: of the clock, and of the processors.
struct SpentTime {
    struct Lap {
        let wall: Duration
        /// In millionths of a second.
        let processors: Int

        /// `0.1234 s, 0.1201 s CPU`.
        var words: String {
            let (whole, parts) = wall.components
            return "\(Self.seconds(Int(whole) * 1_000_000 + Int(parts / 1_000_000_000_000))) s, "
                + "\(Self.seconds(processors)) s CPU"
        }

        private static func seconds(_ millionths: Int) -> String {
            let digits = String(max(0, millionths + 50) / 100)
            let padded = String(repeating: "0", count: max(0, 5 - digits.count)) + digits
            return "\(padded.dropLast(4)).\(padded.suffix(4))"
        }
    }

    private var wall = ContinuousClock.now
    private var processors = clock()

    /// Since the start, or since the last lap.
    mutating func lap() -> Lap {
        let (wall, processors) = (ContinuousClock.now, clock())
        defer { (self.wall, self.processors) = (wall, processors) }
        return Lap(wall: wall - self.wall, processors: processors - self.processors)
    }
}
