package import Kernel
import Timescales

/// How often a return is asked for.
package enum ReturnRhythm: String, CaseIterable, Sendable {
    case week, fourWeeks, month, quarter, halfYear, year

    package var words: String {
        switch self {
        case .week: "Weekly"
        case .fourWeeks: "Four-weekly"
        case .month: "Monthly"
        case .quarter: "Quarterly"
        case .halfYear: "Half-yearly"
        case .year: "Yearly"
        }
    }

    /// One of its periods, as in "the last week".
    package var noun: String {
        switch self {
        case .week: "week"
        case .fourWeeks: "four weeks"
        case .month: "month"
        case .quarter: "quarter"
        case .halfYear: "half-year"
        case .year: "year"
        }
    }

    private var months: Int? {
        switch self {
        case .week, .fourWeeks: nil
        case .month: 1
        case .quarter: 3
        case .halfYear: 6
        case .year: 12
        }
    }

    /// The period that holds the day. Weeks run from Monday to Sunday; four weeks are counted from the Monday of the
    /// week of `anchor`; quarters, half-years and years are of the year that begins on 1 April.
    package func period(holding day: Day, anchor: Day) -> Period {
        let monday = day.adding(days: 1 - day.weekday)
        if self == .week { return Self.span(monday, days: 7) }
        guard let months else {
            let first = anchor.adding(days: 1 - anchor.weekday)
            let blocks = (monday - first).dividedDown(by: 28)
            return Self.span(first.adding(days: blocks * 28), days: 28)
        }
        let (year, month, _) = day.civil
        // Months since April of year 0: a quarter never spans two financial years.
        let since = (year * 12 + month - 4).dividedDown(by: months) * months + 3
        let first = Day(year: since.dividedDown(by: 12), month: since % 12 + 1, day: 1) ?? day
        return Period(first, through: first.adding(months: months).adding(days: -1))
            ?? Self.span(day, days: 1)
    }

    /// The period after that one.
    package func next(_ period: Period, anchor: Day) -> Period {
        self.period(holding: period.last.adding(days: 1), anchor: anchor)
    }

    package func previous(_ period: Period, anchor: Day) -> Period {
        self.period(holding: period.first.adding(days: -1), anchor: anchor)
    }

    /// A period as people say it: "the week to 22 November 2026", "October 2026".
    package func words(_ period: Period) -> String {
        let (year, month, _) = period.last.civil
        switch self {
        case .week: return "week to \(period.last.long)"
        case .fourWeeks: return "four weeks to \(period.last.long)"
        case .month: return "\(Day.monthNames[month - 1]) \(year)"
        case .quarter, .halfYear, .year:
            let (startYear, startMonth, _) = period.first.civil
            let start = Day.monthNames[startMonth - 1] + (startYear == year ? "" : " \(startYear)")
            return "\(start) to \(Day.monthNames[month - 1]) \(year)"
        }
    }

    private static func span(_ first: Day, days: Int) -> Period {
        Period(first, through: first.adding(days: days - 1)) ?? Period(first, through: first)!
    }
}

extension Int {
    /// Whole times, rounded down also below zero.
    fileprivate func dividedDown(by divisor: Int) -> Int {
        self >= 0 ? self / divisor : (self - divisor + 1) / divisor
    }
}

/// When a return is due after the end of its period.
package enum DueRule: Hashable, Sendable {
    /// On that weekday (1 for Monday to 5 for Friday) after the period's end; the next working day where it is a
    /// bank holiday.
    case weekday(Int)
    /// By the end of that working day after the period's last day; 0 is the last day itself, or the next working day.
    case workingDay(Int)

    package func due(after last: Day) -> Day {
        switch self {
        case .weekday(let weekday):
            let day = last.adding(days: (weekday - last.weekday + 6) % 7 + 1)
            return WorkingDays.isWorkingDay(day) ? day : WorkingDays.adding(1, to: day)
        case .workingDay(let count):
            guard count > 0 || !WorkingDays.isWorkingDay(last) else { return last }
            return WorkingDays.adding(max(1, count), to: last)
        }
    }

    package func words(_ rhythm: ReturnRhythm) -> String {
        switch self {
        case .weekday(let weekday):
            "by the \(Day.weekdayNames[(weekday + 6) % 7]) after the \(rhythm.noun) ends"
        case .workingDay(0): "on the last day of the \(rhythm.noun), or the working day after it"
        case .workingDay(let count): "by working day \(count) after the \(rhythm.noun) ends"
        }
    }

    var kept: (kind: String, number: Int) {
        switch self {
        case .weekday(let number): ("weekday", number)
        case .workingDay(let number): ("working_day", number)
        }
    }

    init?(kind: String, number: Int) {
        switch kind {
        case "weekday" where (1...5).contains(number): self = .weekday(number)
        case "working_day" where (0...60).contains(number): self = .workingDay(number)
        default: return nil
        }
    }
}
