package import Kernel
import Timescales

/// The days on which a rhythm falls due.
package enum RhythmDays {
    /// A page looks so many days ahead.
    static let horizon = 400

    /// Where the rhythm itself puts them, from its start through that day; none for an event, whose days people record.
    ///
    /// Each is counted from the start and not from the one before, so that 31 January gives 28 February and then
    /// 31 March again.
    package static func natural(_ terms: Rhythm.Terms, endedOn: Day?, through last: Day) -> [Day] {
        let last = min(last, endedOn ?? last)
        var days: [Day] = []
        for step in 0... {
            guard let day = natural(terms, step), day <= last else { break }
            days.append(day)
        }
        return days
    }

    /// The day so many steps after the start; nil for an event.
    static func natural(_ terms: Rhythm.Terms, _ step: Int) -> Day? {
        guard case .time(let count, let span) = terms.every, count > 0 else { return nil }
        guard let months = span.months else { return terms.startsOn.adding(days: 7 * count * step) }
        let day = terms.startsOn.adding(months: months * count * step)
        guard terms.isMonthEnd else { return day }
        let (year, month, _) = day.civil
        return Day(year: year, month: month, day: Day.length(ofMonth: month, year: year)) ?? day
    }

    /// The natural day after that one; nil for an event and for one that has ended by then.
    package static func next(after day: Day, _ rhythm: Rhythm) -> Day? {
        guard case .time(let count, let span) = rhythm.terms.every, count > 0 else { return nil }
        // One step too early costs a step; one too late would miss a day.
        let length = (span.months ?? 0) * 31 * count + (span == .week ? 7 * count : 0)
        var step = max(0, (day - rhythm.terms.startsOn) / length)
        while let found = natural(rhythm.terms, step) {
            if found > day { return rhythm.endedOn.map { found <= $0 } ?? true ? found : nil }
            step += 1
        }
        return nil
    }

    /// The day itself, or the next working day where it falls on a weekend or a bank holiday.
    package static func due(_ natural: Day) -> Day {
        let calendar = WorkingCalendar.englandAndWales
        return calendar.isWorkingDay(natural) ? natural : calendar.adding(1, to: natural)
    }
}
