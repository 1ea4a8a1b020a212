import Kernel
import ReturnFormats

/// List 6 as its indicators and clocks see it.
struct NeedView {
    let rows: ListRows
    let reckoning: Reckoning
    let start: Days
    let lastSeen: Days
    let closure: Days
    private let status: CodeVerdicts
    private let codes: CodeColumn

    init?(_ view: AnnexAView) {
        guard let rows = view[.need], let codes = rows.table.codes(.caseStatus),
            let status = rows.verdicts(
                .caseStatus,
                yes: [
                    "Looked after child", "Child Protection plan", "Child in need plan", "Open assessment",
                ],
                out: ["Closed episode"])
        else { return nil }
        self.rows = rows
        self.status = status
        self.codes = codes
        reckoning = view.day
        start = rows.daysOrMissing(.needStart)
        lastSeen = rows.daysOrMissing(.lastSeen)
        closure = rows.daysOrMissing(.needClosure)
    }

    /// Yes where the status says that the case is open, out where it says closed, excluded where it says neither.
    func isOpen(_ row: Int) -> Verdict { status[row] }

    /// What the file says; nil for closed and for what nobody recognises.
    func status(_ row: Int) -> OpenCase.Status? {
        let place = codes[row]
        guard place >= 0, Int(place) < codes.set.codes.count else { return nil }
        return switch codes.set.codes[Int(place)].name {
        case "Looked after child": .lookedAfter
        case "Child Protection plan": .protection
        case "Child in need plan": .need
        case "Open assessment": .assessment
        default: nil
        }
    }

    /// So many days after the child was last seen, and of a case without such a day after its start.
    func visit(_ row: Int) -> ClockReading {
        guard isOpen(row) == .yes, status(row) == .need else { return .out }
        let days = Int32(clamping: reckoning.settings.needVisitDays)
        switch reckoning.latest(lastSeen[row], since: Days.unreadable + 1) {
        case .unreadable: return .unreadable
        case .on(let day): return .runs(RunningClock(trigger: day, due: day + days))
        case .none:
            guard Days.isDay(start[row]), start[row] <= reckoning.asAt.number else { return .unreadable }
            return .runs(RunningClock(trigger: start[row], due: start[row] + days))
        }
    }
}
