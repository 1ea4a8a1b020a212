import Kernel
import PlanFormat

/// D04: a finish before its start, before the plan, or before the finding that it answers.
enum ImpossibleDate: PlanCheck {
    static let id = "D04"
    static let severity = CheckFinding.Severity.error
    static let title = "The date cannot be right"
    static let advice = "Correct the date, or say that the action is complete."

    static func missing(from index: PlanIndex) -> String? {
        floor(index) == nil
            ? "the date of the plan or of the inspection, to find what is dated before them" : nil
    }

    static func run(on index: PlanIndex) -> [CheckFinding] {
        let floor = floor(index)
        return index.rows.compactMap { row in
            guard let timescale = row.action.timescale else { return nil }
            if let start = timescale.start, let finish = timescale.finish, finish.last < start.first {
                return finding(
                    row, "It finishes \(Wording.when(finish)), before it starts \(Wording.when(start)).",
                    timescale.text,
                    timescale.place)
            }
            guard let floor, row.action.status != .complete, row.action.status != .inPlace else { return nil }
            if let finish = timescale.finish, finish.last < floor.day, timescale.kind != .onwards {
                return finding(
                    row, "It is due \(Wording.when(finish)), before \(floor.what).", timescale.text,
                    timescale.place
                )
            }
            if let start = timescale.start, start.last.adding(months: floor.months) <= floor.day {
                let months = max(1, (floor.day - start.first) / 30)
                return finding(
                    row, "It starts \(Wording.count(months, "month")) before \(floor.what).", timescale.text,
                    timescale.place)
            }
            return nil
        }
    }

    private static func finding(
        _ row: PlanIndex.Row, _ message: String, _ text: String, _ place: Place?
    ) -> CheckFinding {
        finding(row, message, text: text, marked: [text], place: place)
    }

    /// The day before which nothing in the plan can be due, in words what happened then, and how many months before it
    /// work may have begun.
    private static func floor(_ index: PlanIndex) -> (day: Day, what: String, months: Int)? {
        let dates = index.input.inspectionDates
        if let day = dates.inspectionEnded { return (day, "the inspection ended on \(day.long)", 6) }
        if let day = dates.reportReceived { return (day, "the report came on \(day.long)", 6) }
        let inspections = index.plan.keyDates.filter { isInspection($0.what) }.compactMap(\.date)
        if let date = inspections.min(by: { $0.first < $1.first }) {
            return (date.first, "the inspection of \(date.long)", 6)
        }
        if let date = index.plan.date { return (date.first, "the plan’s own date, \(date.long)", 6) }
        guard let year = index.plan.baseYear, let day = Day(year: year, month: 1, day: 1) else { return nil }
        return (day, "the plan’s own year, \(year)", 3)
    }

    private static func isInspection(_ what: String) -> Bool {
        let words = Words(what)
        return inspection.matches(words) && !coming.matches(words)
    }

    private static let inspection = Lexicon([
        "inspection", "inspected", "inspectors", "feedback", "feedback meeting", "inspectorate",
    ])
    static let coming = Lexicon([
        "return", "returns", "re inspection", "reinspection", "revisit", "monitoring", "next", "expected",
        "will",
        "return of",
    ])
}
