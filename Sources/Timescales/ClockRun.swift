package import Kernel

/// One clock that was started: when it started, when it is due, and when the thing was done. Whether it was in time is
/// worked out, never kept.
package struct ClockRun: Hashable, Sendable {
    package enum Standing: Hashable, Sendable {
        /// It need not happen, and why.
        case notApplicable(String)
        /// Done, so many of the limit's units after the start (or before it, for a limit that counts back).
        case inTime(taken: Int)
        /// Done late.
        case late(taken: Int, over: Int)
        /// Done before the clock had started: left out of what is counted by length, kept in the total.
        case beforeStart
        /// Not done yet, and so many units left; 0 on the last day.
        case open(left: Int)
        /// Not done, and so many units over.
        case overdue(by: Int)

        /// Counts as completed.
        package var isDone: Bool {
            switch self {
            case .inTime, .late, .beforeStart: true
            case .notApplicable, .open, .overdue: false
            }
        }
    }

    package let started: Day
    package let due: Day
    package let done: Day?
    package let notApplicable: String?
    private let limit: ClockLimit

    package init(
        _ limit: ClockLimit, started: Day, done: Day? = nil, notApplicable: String? = nil,
        _ convention: ClockConvention = .standard
    ) {
        self.limit = limit
        self.started = started
        self.done = done
        self.notApplicable = notApplicable
        due = limit.due(started, convention)
    }

    /// How it stands on `today`, counted in working days of `calendar` where the limit is, else in days.
    ///
    /// What it took is always counted from the day after the start, as the DfE does: the same day is 0. A thing done
    /// after `today` is not done yet.
    package func standing(on today: Day, _ calendar: WorkingCalendar = .englandAndWales) -> Standing {
        if let notApplicable { return .notApplicable(notApplicable) }
        func length(_ first: Day, _ last: Day) -> Int {
            limit.unit == .workingDays ? calendar.between(first, last) : last - first
        }
        // Due on a Friday and not done on the Saturday: no working day has passed, and it is over by one.
        func over(_ day: Day) -> Int { max(1, length(due, day)) }
        guard let done, done <= today else {
            return today <= due ? .open(left: length(today, due)) : .overdue(by: over(today))
        }
        let isBack = limit.side == .before
        guard isBack || done >= started else { return .beforeStart }
        let taken = isBack ? length(done, started) : length(started, done)
        return done <= due ? .inTime(taken: taken) : .late(taken: taken, over: over(done))
    }
}
