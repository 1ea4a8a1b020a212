import ReturnFormats

/// List 5 as its indicators and clocks see it: enquiries, and the conferences that some of them need.
struct EnquiryView {
    let rows: ListRows
    let start: Days
    let conference: Days
    private let unnecessary: CodeVerdicts
    private let plans: PlanSpans

    init?(_ view: AnnexAView) {
        guard let rows = view[.enquiries], let start = rows.days(.strategyDiscussion),
            let unnecessary = rows.verdicts(.conferenceUnnecessary, yes: ["Yes"], empty: .out)
        else { return nil }
        self.rows = rows
        self.start = start
        self.unnecessary = unnecessary
        conference = rows.daysOrMissing(.conference)
        plans = PlanSpans(view)
    }

    /// Whether a conference that was not held is awaited on a day: yes where the file says that it is not unnecessary,
    /// but for a child who is on a plan already and will have none; out where that is undecided or it is unnecessary.
    func isAwaited(_ row: Int, _ day: Int32) -> Verdict {
        switch unnecessary[row] {
        case .no: plans.isOpen(rows.child(row), on: day) ? .excluded : .yes
        case .yes, .out: .out
        case .excluded: .excluded
        }
    }

    /// True where nothing is decided yet, or the conference is awaited.
    func isOpen(_ row: Int, on day: Int32) -> Bool {
        guard Days.isDay(start[row]), start[row] <= day else { return false }
        guard !Days.isDay(conference[row]) || conference[row] > day else { return false }
        return unnecessary[row] == .out || isAwaited(row, day) == .yes
    }
}
