package import Kernel

/// When the updates of a plan fall due: days on a grid, so many apart from a first one, that nothing shifts.
///
/// An update given within a cycle, after the due day before and up to the due day itself, answers that due day. A
/// late one answers every due day that has passed; the next is the first day of the grid after it.
package struct Rhythm: Hashable, Sendable {
    package let first: Day
    /// Days from one due day to the next, 1 or more.
    package let days: Int

    package init(first: Day, days: Int) {
        self.first = first
        self.days = max(1, days)
    }

    /// The first day of the grid that is that day or later; the grid reaches back before its first day.
    package func onOrAfter(_ day: Day) -> Day {
        let rest = (day - first) % days
        return rest == 0 ? day : day.adding(days: (rest > 0 ? days : 0) - rest)
    }

    package func after(_ day: Day) -> Day { onOrAfter(day.adding(days: 1)) }

    package func before(_ day: Day) -> Day { onOrAfter(day).adding(days: -days) }

    /// The next due day, when an update is given while `due` stands.
    package func next(due: Day, given: Day) -> Day {
        if given > due { return after(given) }
        // A second update of a cycle that is answered already does not answer the next one.
        return given > before(due) ? after(due) : due
    }

    /// How many due days have passed by `today` without an update, `due` being the first of them.
    package func missed(due: Day, by today: Day) -> Int {
        guard due < today else { return 0 }
        let (second, last) = (after(due), before(today))
        return last < second ? 1 : 2 + (last - second) / days
    }

    /// The due day under this grid of an action that was updated last on that day, or never.
    package func due(updated: Day?, on today: Day) -> Day {
        let next = updated.map { after(onOrAfter($0)) } ?? first
        return max(next, onOrAfter(max(today, first)))
    }
}
