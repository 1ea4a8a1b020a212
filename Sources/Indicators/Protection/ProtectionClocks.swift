import ReturnFormats

/// What a child on a protection plan is owed next, from List 7: its review and the social worker's visit.
struct ProtectionClocks {
    let rows: ListRows
    let reckoning: Reckoning
    let start: Days
    let end: Days
    let review: Days
    let visit: Days

    init?(_ view: AnnexAView) {
        guard let rows = view[.protection], let start = rows.days(.planStart) else { return nil }
        self.rows = rows
        self.start = start
        reckoning = view.day
        end = rows.daysOrMissing(.planEnd)
        review = rows.daysOrMissing(.latestReviewConference)
        visit = rows.daysOrMissing(.lastVisit)
    }

    /// Yes where the plan is open on the day.
    func isOpen(_ row: Int) -> Verdict { reckoning.isOpen(start[row], end[row]) }

    /// What `verdict` says of an open plan; out of one that is not, excluded where nobody can tell.
    func openVerdict(_ row: Int, _ verdict: () -> Verdict) -> Verdict {
        let isOpen = isOpen(row)
        return isOpen == .yes ? verdict() : isOpen == .no ? .out : isOpen
    }

    /// Of each child the row that counts.
    func isLatest(_ view: AnnexAView) -> [Bool] { rows.latestOfChild(.planStart, view.childCount) }

    /// The first review 3 months after the plan's start, the next 6 months after the latest.
    func review(_ row: Int) -> ClockReading {
        clock(row, review[row]) {
            RunningClock(trigger: $0, due: reckoning.due($0, months: 6))
        } first: {
            RunningClock(trigger: $0, due: reckoning.due($0, months: 3))
        }
    }

    /// The local interval after the last visit, and of a plan without one after its start.
    func visit(_ row: Int) -> ClockReading {
        let next: (Int32) -> RunningClock = {
            RunningClock(
                trigger: $0,
                due: reckoning.due($0, workingDays: reckoning.settings.protectionVisitDays))
        }
        return clock(row, visit[row], next, first: next)
    }

    private func clock(
        _ row: Int, _ event: Int32, _ next: (Int32) -> RunningClock, first: (Int32) -> RunningClock
    ) -> ClockReading {
        switch isOpen(row) {
        case .no, .out: return .out
        case .excluded: return .unreadable
        case .yes: break
        }
        return switch reckoning.latest(event, since: start[row]) {
        case .none: .runs(first(start[row]))
        case .unreadable: .unreadable
        case .on(let day): .runs(next(day))
        }
    }
}

/// From when to when each child of List 7 was on a plan, for the questions of other lists.
struct PlanSpans {
    private var start: [Int32]
    private var end: [Int32]

    init(_ view: AnnexAView) {
        start = Array(repeating: Days.missing, count: view.childCount)
        end = start
        guard let rows = view[.protection], let starts = rows.days(.planStart) else { return }
        let ends = rows.daysOrMissing(.planEnd)
        let latest = rows.latestOfChild(.planStart, view.childCount)
        for row in 0..<rows.count where latest[row] {
            let child = rows.child(row)
            guard child >= 0 else { continue }
            start[child] = starts[row]
            end[child] = ends[row]
        }
    }

    func isOpen(_ child: Int, on day: Int32) -> Bool {
        guard child >= 0, Days.isDay(start[child]), start[child] <= day else { return false }
        return !Days.isDay(end[child]) || end[child] > day
    }
}
