package import Kernel

/// Which days are working days, looked up: counting and stepping take the same time however long the span.
///
/// A loop over a million rows takes the calendar into a local constant first.
package struct WorkingCalendar: Sendable {
    /// England and Wales by the table that Plumbline ships.
    package static let englandAndWales = WorkingCalendar()

    /// Every Monday to Friday, as some councils count: bank holidays are working days.
    package static let weekdays = WorkingCalendar(isHoliday: { _ in false })

    private static let first = Day(year: 1970, month: 1, day: 1)!.number
    private static let last = Day(year: 2069, month: 12, day: 31)!.number

    /// At n, the working days of the first n days.
    private let before: [Int32]
    private let workingDays: [Int32]

    /// The shipped table, with days that were proclaimed since, and without days that it holds wrongly.
    package init(addingHolidays added: Set<Day> = [], removingHolidays removed: Set<Day> = []) {
        self.init(isHoliday: { added.contains($0) || BankHolidays.contains($0) && !removed.contains($0) })
    }

    private init(isHoliday: (Day) -> Bool) {
        var before: [Int32] = [0]
        var workingDays: [Int32] = []
        before.reserveCapacity(Int(Self.last - Self.first) + 2)
        for number in Self.first...Self.last {
            let day = Day(number: number)
            if day.weekday <= 5, !isHoliday(day) { workingDays.append(number) }
            before.append(Int32(workingDays.count))
        }
        self.before = before
        self.workingDays = workingDays
    }

    package func isWorkingDay(_ day: Day) -> Bool {
        guard Self.first <= day.number, day.number <= Self.last else { return day.weekday <= 5 }
        let index = Int(day.number - Self.first)
        return before[index + 1] > before[index]
    }

    /// The day so many working days after `day`, or before it when the count is negative; `day` itself for 0.
    package func adding(_ count: Int, to day: Day) -> Day {
        guard count != 0 else { return day }
        if Self.first <= day.number, day.number <= Self.last, abs(count) < workingDays.count {
            let index = Int(day.number - Self.first)
            let target =
                count > 0 ? Int(before[index + 1]) + count - 1 : Int(before[index]) + count
            if workingDays.indices.contains(target) { return Day(number: workingDays[target]) }
        }
        return stepping(count, from: day)
    }

    /// Working days after `first` up to and including `last`; negative when `last` stands before `first`.
    package func between(_ first: Day, _ last: Day) -> Int {
        guard first <= last else { return -between(last, first) }
        guard Self.first <= first.number, last.number <= Self.last else { return counting(first, last) }
        return Int(before[Int(last.number - Self.first) + 1] - before[Int(first.number - Self.first) + 1])
    }

    // Beyond a century of days, one at a time.
    private func stepping(_ count: Int, from day: Day) -> Day {
        var result = day
        var left = abs(count)
        while left > 0 {
            result = result.adding(days: count < 0 ? -1 : 1)
            if isWorkingDay(result) { left -= 1 }
        }
        return result
    }

    private func counting(_ first: Day, _ last: Day) -> Int {
        var count = 0
        var day = first
        while day < last {
            day = day.adding(days: 1)
            if isWorkingDay(day) { count += 1 }
        }
        return count
    }
}
