/// A moment: milliseconds since 1970-01-01 00:00 UTC. Read once a request and passed as a value.
package struct Instant: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let milliseconds: Int64

    package init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    /// The moment in UTC as `2026-11-20T09:14:05.123Z`, the form that events and the database keep.
    package var description: String {
        let day = Day(number: Int32(milliseconds.floorDivided(by: 86_400_000)))
        let rest = Int(milliseconds - Int64(day.number) * 86_400_000)
        func pad(_ value: Int, _ width: Int) -> String {
            let text = String(value)
            return String(repeating: "0", count: max(0, width - text.count)) + text
        }
        return "\(day)T\(pad(rest / 3_600_000, 2)):\(pad(rest / 60_000 % 60, 2)):"
            + "\(pad(rest / 1000 % 60, 2)).\(pad(rest % 1000, 3))Z"
    }

    /// Reads what `description` prints; nil otherwise.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 24, bytes[10] == 0x54, bytes[23] == 0x5A,
            bytes[13] == 0x3A, bytes[16] == 0x3A, bytes[19] == 0x2E,
            let day = Day(String(decoding: bytes[0..<10], as: UTF8.self)),
            let hour = Int(String(decoding: bytes[11..<13], as: UTF8.self)), hour < 24,
            let minute = Int(String(decoding: bytes[14..<16], as: UTF8.self)), minute < 60,
            let second = Int(String(decoding: bytes[17..<19], as: UTF8.self)), second < 60,
            let milli = Int(String(decoding: bytes[20..<23], as: UTF8.self))
        else { return nil }
        let rest = ((hour * 60 + minute) * 60 + second) * 1000 + milli
        milliseconds = Int64(day.number) * 86_400_000 + Int64(rest)
    }

    package func adding(seconds: Int64) -> Instant { Instant(milliseconds: milliseconds + seconds * 1000) }

    package static func < (left: Self, right: Self) -> Bool { left.milliseconds < right.milliseconds }
}

extension Instant {
    /// The civil day and minutes after midnight in London: GMT, or one hour more in British Summer Time.
    ///
    /// Summer time runs from 01:00 UTC on the last Sunday of March to 01:00 UTC on the last Sunday of October
    /// (Summer Time Act 1972 as amended by the Summer Time Order 2002; years before 1996 are not exact).
    package var inLondon: (day: Day, minutes: Int) {
        let utcDay = Day(number: Int32(milliseconds.floorDivided(by: 86_400_000)))
        let year = utcDay.civil.year
        func change(_ month: Int) -> Int64 {
            let last = Day(year: year, month: month, day: 31)!
            let sunday = last.adding(days: -(last.weekday % 7))
            return Int64(sunday.number) * 86_400_000 + 3_600_000
        }
        let summer = milliseconds >= change(3) && milliseconds < change(10)
        let local = milliseconds + (summer ? 3_600_000 : 0)
        let day = Day(number: Int32(local.floorDivided(by: 86_400_000)))
        return (day, Int((local - Int64(day.number) * 86_400_000) / 60_000))
    }
}

extension Day {
    /// The first moment of the day in London.
    package var startInLondon: Instant {
        let midnight = Instant(milliseconds: Int64(number) * 86_400_000)
        // In summer the day began an hour before midnight UTC.
        return midnight.adding(seconds: -Int64(midnight.inLondon.minutes) * 60)
    }
}

extension Int64 {
    func floorDivided(by divisor: Int64) -> Int64 {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }
}
