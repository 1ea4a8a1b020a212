package import Kernel

/// Working days: Monday to Friday but for bank holidays in England and Wales, Christmas Day and Good Friday
/// (SI 2007/462, regulation 1). A council's own closure days are working days.
///
/// The day of the event is day 0; something due in N working days is due by the end of day N. Outside the years
/// of the table only weekends are known: compare `tableStarts` and `tableEnds`.
package enum WorkingDays {
    package static let tableStarts = Day(year: 2000, month: 1, day: 1) ?? Day(number: 10_957)
    /// The last day for which bank holidays are known.
    package static let tableEnds = Day(year: 2028, month: 12, day: 31) ?? Day(number: 21_549)

    package static func isWorkingDay(_ day: Day) -> Bool {
        WorkingCalendar.englandAndWales.isWorkingDay(day)
    }

    /// The day so many working days after `day`, or before it when the count is negative.
    package static func adding(_ count: Int, to day: Day) -> Day {
        WorkingCalendar.englandAndWales.adding(count, to: day)
    }

    /// Working days after `first` up to and including `last`; negative when `last` stands before `first`.
    package static func between(_ first: Day, _ last: Day) -> Int {
        WorkingCalendar.englandAndWales.between(first, last)
    }

    /// The last working day on or before `day`.
    package static func onOrBefore(_ day: Day) -> Day { isWorkingDay(day) ? day : adding(-1, to: day) }

    /// When a plan is due: 70 working days after the authority receives the report (SI 2007/462).
    package static func planDue(reportReceived: Day) -> Day { adding(70, to: reportReceived) }
}
