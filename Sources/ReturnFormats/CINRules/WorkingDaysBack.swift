package import Kernel
import Timescales

/// How "so many working days before a day" are stepped back. Sources differ, so it is a choice that is stated.
package enum WorkingDaysBack: String, CaseIterable, Sendable {
    /// The day itself is day 1, or the next working day where it is none: what the validator that councils run does
    /// (data-to-insight/csc-validator-be-cin, `england_working_days`). "45 working days before" steps back 44.
    case lastDayIsOne
    /// The day itself is day 0, as statutory clocks and published durations have it. "45 working days before" steps
    /// back 45.
    case lastDayIsNought

    package func day(_ count: Int, before day: Day) -> Day {
        switch self {
        case .lastDayIsOne:
            let one = WorkingDays.isWorkingDay(day) ? day : WorkingDays.adding(1, to: day)
            return WorkingDays.adding(1 - count, to: one)
        case .lastDayIsNought: return WorkingDays.adding(-count, to: day)
        }
    }
}
