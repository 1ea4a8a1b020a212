/// A date no finer than somebody wrote it: a year, a month of a year, or a day.
package struct PartialDate: Hashable, Sendable, CustomStringConvertible {
    package let year: Int
    package let month: Int?
    package let day: Int?

    /// Nil when there is no such year (1 to 9999), month or day.
    package init?(year: Int, month: Int? = nil, day: Int? = nil) {
        guard Day(year: year, month: month ?? 1, day: day ?? 1) != nil, month != nil || day == nil else {
            return nil
        }
        self.year = year
        self.month = month
        self.day = day
    }

    package init(_ day: Day) {
        (year, month, self.day) = (day.civil.year, day.civil.month, day.civil.day)
    }

    /// Reads `2026`, `2026-11` or `2026-11-20`.
    package init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard (1...3).contains(parts.count), parts[0].utf8.count == 4,
            parts.dropFirst().allSatisfy({ $0.utf8.count == 2 })
        else { return nil }
        let numbers = parts.compactMap { part in
            part.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(part) : nil
        }
        guard numbers.count == parts.count else { return nil }
        self.init(
            year: numbers[0], month: numbers.count > 1 ? numbers[1] : nil,
            day: numbers.count > 2 ? numbers[2] : nil)
    }

    package var description: String {
        guard let month else { return Day(year: year, month: 1, day: 1)!.description.prefix(4).description }
        let full = Day(year: year, month: month, day: day ?? 1)!.description
        return day == nil ? String(full.prefix(7)) : full
    }

    /// The first day that it may mean.
    package var first: Day { Day(year: year, month: month ?? 1, day: day ?? 1)! }

    /// The last day that it may mean: a thing due "in March" is late on 1 April.
    package var last: Day {
        let month = month ?? 12
        return Day(year: year, month: month, day: day ?? Day.length(ofMonth: month, year: year))!
    }

    /// `9 December 2026`, `December 2026` or `2026`.
    package var long: String {
        guard let month else { return String(year) }
        return day == nil ? "\(Day.monthNames[month - 1]) \(year)" : first.long
    }

    /// `9 Dec 2026`, `Dec 2026` or `2026`.
    package var short: String {
        guard let month else { return String(year) }
        return day == nil ? "\(Day.monthNames[month - 1].prefix(3)) \(year)" : first.short
    }
}
