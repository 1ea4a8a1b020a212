package import Kernel

/// How long something may take: `15 working days`, `3 months`, `72 hours`.
package struct ClockLimit: Hashable, Sendable, CustomStringConvertible {
    package enum Unit: String, CaseIterable, Sendable {
        case hours
        case workingDays = "working days"
        case days, weeks, months
    }

    package enum Side: Sendable {
        /// Within so long after the event.
        case after
        /// At least so long before it: a report before its meeting.
        case before
    }

    package let count: Int
    package let unit: Unit
    package let side: Side

    package init(_ count: Int, _ unit: Unit, _ side: Side = .after) {
        self.count = max(0, count)
        self.unit = unit
        self.side = side
    }

    package var description: String {
        let noun = count == 1 ? String(unit.rawValue.dropLast()) : unit.rawValue
        return side == .after ? "\(count) \(noun)" : "\(count) \(noun) before"
    }
}

/// How days are counted where sources differ. What is shown says which.
package struct ClockConvention: Sendable {
    package enum CountFrom: String, CaseIterable, Sendable {
        /// The event's day is day 0; the next one that counts is day 1.
        case nextDay = "the day after"
        /// The event's day is day 1, where it is one that counts: a day stricter.
        case sameDay = "the day itself"
    }

    package var countFrom = CountFrom.nextDay
    package var calendar = WorkingCalendar.englandAndWales

    package init(countFrom: CountFrom = .nextDay, calendar: WorkingCalendar = .englandAndWales) {
        self.countFrom = countFrom
        self.calendar = calendar
    }

    /// SI 2007/462 and the DfE: the event's day is day 0, bank holidays of England and Wales do not count.
    package static let standard = ClockConvention()
}

extension ClockLimit {
    /// The last day on which it is in time: the whole of that day.
    ///
    /// Weeks and months are of the calendar, and a limit that falls on a weekend is not extended. Months end on
    /// the same day of the month, or on its last. Hours, where only days are known, are whole days rounded up.
    package func due(_ day: Day, _ convention: ClockConvention = .standard) -> Day {
        let sign = side == .after ? 1 : -1
        let start = convention.countFrom == .sameDay ? day.adding(days: -sign) : day
        return switch unit {
        case .workingDays: convention.calendar.adding(sign * count, to: start)
        case .hours: start.adding(days: sign * ((count + 23) / 24))
        case .days: start.adding(days: sign * count)
        case .weeks: start.adding(days: sign * count * 7)
        case .months:
            // The day of the month is the event's own, whichever day is the first.
            day.adding(months: sign * count).adding(days: start - day)
        }
    }

    /// The moment by which it is in time, for hours: they run through nights, weekends and changes of the clock.
    /// Nil for the other units.
    package func due(_ moment: Instant) -> Instant? {
        guard unit == .hours else { return nil }
        return moment.adding(seconds: Int64(side == .after ? count : -count) * 3600)
    }
}
