package import Kernel
package import ReturnFormats
import Timescales

extension Indicators {
    /// Every clock that runs for an open case, the earliest due first.
    ///
    /// Each stands on the last date that the file gives: that of the last visit, of the latest review. Where a date
    /// cannot be read or stands after the day of the file nothing is said of the clock: that is a finding about the
    /// data. A row that names no child is in none of it.
    package static func clocks(_ file: AnnexA, asAt: Day, _ settings: IndicatorSettings) -> [CaseClock] {
        let view = AnnexAView(file, asAt: asAt, settings)
        var found = CaseClockList(view)
        found.addAssessments()
        found.addConferences()
        if let plans = ProtectionClocks(view) {
            found.add(.protectionReview, plans.rows, latest: .planStart) { plans.review($0) }
            found.add(.protectionVisit, plans.rows, latest: .planStart) { plans.visit($0) }
        }
        if let need = NeedView(view) {
            found.add(.needVisit, need.rows, latest: .needStart) { need.visit($0) }
        }
        if let care = CareClocks(view) {
            found.add(.careReview, care.rows, latest: .careStart) { care.review($0) }
            found.add(.careVisit, care.rows, latest: .careStart) { care.visit($0) }
            found.add(.healthAssessment, care.rows, latest: .careStart) { care.health($0) }
        }
        if let leavers = LeaverView(view) {
            found.add(.pathwayReview, leavers.rows, latest: nil) { leavers.pathway($0) }
        }
        return found.sorted
    }
}

private struct CaseClockList {
    private let view: AnnexAView
    private var found: [CaseClock] = []

    init(_ view: AnnexAView) { self.view = view }

    var sorted: [CaseClock] {
        found.sorted { ($0.due, $0.trigger, $0.list, $0.row) < ($1.due, $1.trigger, $1.list, $1.row) }
    }

    /// Of a list with a row a child: the latest row of each.
    mutating func add(
        _ kind: CaseClock.Kind, _ rows: ListRows, latest: AnnexAField?, _ reading: (Int) -> ClockReading
    ) {
        let counts = rows.latestOfChild(latest, view.childCount)
        for row in 0..<rows.count where counts[row] {
            if case .runs(let clock) = reading(row) { add(kind, rows, row, clock) }
        }
    }

    mutating func addAssessments() {
        guard let rows = view[.assessments], let start = rows.days(.assessmentStart),
            let end = rows.days(.assessmentEnd)
        else { return }
        for row in 0..<rows.count where view.day.isOpen(start[row], end[row]) == .yes {
            add(
                .assessment, rows, row,
                RunningClock(trigger: start[row], due: view.day.due(start[row], workingDays: 45)))
        }
    }

    mutating func addConferences() {
        guard let enquiries = EnquiryView(view) else { return }
        let (start, conference) = (enquiries.start, enquiries.conference)
        for row in 0..<enquiries.rows.count
        where view.day.isOpen(start[row], conference[row]) == .yes
            && enquiries.isAwaited(row, view.asAt.number) == .yes
        {
            add(
                .conference, enquiries.rows, row,
                RunningClock(trigger: start[row], due: view.day.due(start[row], workingDays: 15)))
        }
    }

    private mutating func add(_ kind: CaseClock.Kind, _ rows: ListRows, _ row: Int, _ clock: RunningClock) {
        let child = rows.child(row)
        guard child >= 0 else { return }
        let (team, worker) = rows.units[rows.unit[row]]
        found.append(
            CaseClock(
                child: Int32(child), kind: kind, list: rows.table.list, row: rows.table.place[row],
                team: team, worker: worker, isAllocated: !view.placeholders.isNobody(worker, inTeam: team),
                trigger: Day(number: clock.trigger), due: Day(number: clock.due)))
    }
}
