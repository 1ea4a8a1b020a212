/// A date of the Gregorian calendar without a time or a zone: days since 1970-01-01.
package struct Day: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let number: Int32

    package init(number: Int32) {
        self.number = number
    }

    /// The day of that year (1 to 9999), month and day of month; nil when there is none.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Day.length(ofMonth: month, year: year)
        else { return nil }
        // Days from civil, after Howard Hinnant's public-domain algorithm.
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        number = Int32(era * 146_097 + dayOfEra - 719_468)
    }

    /// Reads `2026-11-20`; nil for anything else.
    package init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D else { return nil }
        var parts = [0, 0, 0]
        for (part, range) in [0..<4, 5..<7, 8..<10].enumerated() {
            for index in range {
                guard bytes[index] >= 0x30, bytes[index] <= 0x39 else { return nil }
                parts[part] = parts[part] * 10 + Int(bytes[index] - 0x30)
            }
        }
        self.init(year: parts[0], month: parts[1], day: parts[2])
    }

    package var civil: (year: Int, month: Int, day: Int) {
        let shifted = Int(number) + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthIndex = (5 * dayOfYear + 2) / 153
        let month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * monthIndex + 2) / 5 + 1)
    }

    /// `2026-11-20`.
    package var description: String {
        let (year, month, day) = civil
        let text = String(year)
        return String(repeating: "0", count: max(0, 4 - text.count)) + text
            + (month < 10 ? "-0\(month)" : "-\(month)") + (day < 10 ? "-0\(day)" : "-\(day)")
    }

    /// 1 for Monday to 7 for Sunday.
    package var weekday: Int {
        let shifted = (Int(number) + 3) % 7
        return (shifted < 0 ? shifted + 7 : shifted) + 1
    }

    package func adding(days: Int) -> Day { Day(number: number + Int32(days)) }

    /// The same day of the month so many months on; the month's last day where it has no such day.
    package func adding(months: Int) -> Day {
        let (year, month, day) = civil
        let index = year * 12 + month - 1 + months
        let targetYear = index / 12
        let targetMonth = index % 12 + 1
        let length = Day.length(ofMonth: targetMonth, year: targetYear)
        return Day(year: targetYear, month: targetMonth, day: min(day, length)) ?? self
    }

    package static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    package static func < (left: Self, right: Self) -> Bool { left.number < right.number }
    package static func - (left: Self, right: Self) -> Int { Int(left.number) - Int(right.number) }
}

extension Day {
    package static let monthNames = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
    ]
    package static let weekdayNames = [
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
    ]

    /// `9 December 2026`, as running text has it.
    package var long: String {
        let (year, month, day) = civil
        return "\(day) \(Day.monthNames[month - 1]) \(year)"
    }

    /// `9 Dec 2026`, as tables have it.
    package var short: String {
        let (year, month, day) = civil
        return "\(day) \(Day.monthNames[month - 1].prefix(3)) \(year)"
    }

    package var weekdayName: String { Day.weekdayNames[weekday - 1] }
}

/// A run of days, both ends included.
package struct Period: Hashable, Sendable {
    package let first: Day
    package let last: Day

    /// Nil when `last` stands before `first`.
    package init?(_ first: Day, through last: Day) {
        guard first <= last else { return nil }
        self.first = first
        self.last = last
    }

    package func contains(_ day: Day) -> Bool { first <= day && day <= last }
}
