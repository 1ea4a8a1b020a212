import Kernel
import ReturnFormats

/// What a child in care is owed next, from List 8: review, visit, health assessment and dental check.
struct CareClocks {
    let rows: ListRows
    let reckoning: Reckoning
    let start: Days
    private let end: Days
    private let status: CodeVerdicts?
    private let review: Days
    private let visit: Days
    private let placement: Days
    private let health: Days
    private let dental: Days
    private let ages: Ages
    /// Placed with parents.
    private let atHome: CodeVerdicts?
    private let interimOrder: CodeVerdicts?
    private let fullOrder: CodeVerdicts?
    /// Meant to last until the child is 18.
    private let lasting: CodeVerdicts?

    init?(_ view: AnnexAView) {
        guard let rows = view[.care], let start = rows.days(.careStart) else { return nil }
        self.rows = rows
        self.start = start
        reckoning = view.day
        end = rows.daysOrMissing(.careEnd)
        status = rows.verdicts(.legalStatus, yes: ["V3", "V4"], empty: .no)
        review = rows.daysOrMissing(.latestCareReview)
        visit = rows.daysOrMissing(.lastCareVisit)
        placement = rows.daysOrMissing(.placementStart)
        health = rows.daysOrMissing(.lastHealthAssessment)
        dental = rows.daysOrMissing(.lastDentalCheck)
        ages = Ages(rows, view.day)
        atHome = rows.verdicts(.placementType, yes: ["P1"])
        interimOrder = rows.verdicts(.legalStatus, yes: ["C1"])
        fullOrder = rows.verdicts(.legalStatus, yes: ["C2"])
        lasting = rows.verdicts(
            .permanencePlan, yes: ["Long-term fostering", "Long-term residential placement"])
    }

    /// Yes where the child is in care on the day. Short breaks (V3, V4) are not care, and excluded.
    func isOpen(_ row: Int) -> Verdict {
        let isOpen = reckoning.isOpen(start[row], end[row])
        return isOpen == .yes && status?[row] == .yes ? .excluded : isOpen
    }

    /// The first review within 20 working days of coming into care; the next 3 months after the latest while that may
    /// have been the first; then 6 months.
    func review(_ row: Int) -> ClockReading {
        let first = reckoning.due(start[row], workingDays: 20)
        return clock(row, review[row], since: start[row], none: RunningClock(trigger: start[row], due: first))
        {
            let mayBeFirst = reckoning.asAt.number < reckoning.due(first, months: 3)
            return RunningClock(trigger: $0, due: reckoning.due($0, months: mayBeFirst ? 3 : 6))
        }
    }

    /// Within a week of the placement's start, then every 6 weeks; after its first year every 3 months where it is
    /// meant to last. With parents under an interim order weekly until the first review, then every 4 weeks; under
    /// a full order every 6 weeks. Care Planning Regulations 2010, regulation 28.
    func visit(_ row: Int) -> ClockReading {
        guard Days.isDay(placement[row]), placement[row] <= reckoning.asAt.number else {
            return isOpen(row) == .no ? .out : .unreadable
        }
        let start = placement[row]
        return clock(row, visit[row], since: start, none: RunningClock(trigger: start, due: start + 7)) {
            RunningClock(trigger: $0, due: nextVisit(row, $0))
        }
    }

    private func nextVisit(_ row: Int, _ last: Int32) -> Int32 {
        if atHome?[row] == .yes {
            if interimOrder?[row] == .yes {
                guard case .on = reckoning.latest(review[row], since: start[row]) else { return last + 7 }
                return last + 28
            }
            if fullOrder?[row] == .yes { return last + 42 }
        }
        let isFirstYear = last < reckoning.due(placement[row], months: 12)
        return !isFirstYear && lasting?[row] == .yes ? reckoning.due(last, months: 3) : last + 42
    }

    /// The first within 20 working days of coming into care, then every 12 months, or 6 where the child is under five
    /// on the day. A child whose age nobody can tell has no reading.
    func health(_ row: Int) -> ClockReading {
        guard let isUnderFive = ages.isUnder(5, row) else { return isOpen(row) == .no ? .out : .unreadable }
        return clock(row, health[row], since: start[row], none: first(row)) {
            RunningClock(trigger: $0, due: reckoning.due($0, months: isUnderFive ? 6 : 12))
        }
    }

    /// 20 working days after coming into care.
    private func first(_ row: Int) -> RunningClock {
        RunningClock(trigger: start[row], due: reckoning.due(start[row], workingDays: 20))
    }

    /// In care for a year or more on the day: of whom health and teeth are asked.
    func isInCareForAYear(_ row: Int) -> Verdict {
        let isOpen = isOpen(row)
        guard isOpen == .yes else { return isOpen == .no ? .out : isOpen }
        return reckoning.due(start[row], months: 12) <= reckoning.asAt.number ? .yes : .out
    }

    /// Yes where the last health assessment is no older than 12 months, or 6 under five.
    func healthInDate(_ row: Int) -> Verdict {
        guard let isUnderFive = ages.isUnder(5, row) else { return .excluded }
        return isWithin(months: isUnderFive ? 6 : 12, health[row])
    }

    func dentalInDate(_ row: Int) -> Verdict { isWithin(months: 12, dental[row]) }

    private func isWithin(months: Int, _ day: Int32) -> Verdict {
        if day == Days.missing { return .no }
        guard Days.isDay(day), day <= reckoning.asAt.number else { return .excluded }
        return reckoning.due(day, months: months) >= reckoning.asAt.number ? .yes : .no
    }

    private func clock(
        _ row: Int, _ event: Int32, since start: Int32, none: @autoclosure () -> RunningClock,
        _ next: (Int32) -> RunningClock
    ) -> ClockReading {
        switch isOpen(row) {
        case .no, .out: return .out
        case .excluded: return .unreadable
        case .yes: break
        }
        return switch reckoning.latest(event, since: start) {
        case .none: .runs(none())
        case .unreadable: .unreadable
        case .on(let day): .runs(next(day))
        }
    }
}
