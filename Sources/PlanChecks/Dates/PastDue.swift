import Kernel
import PlanFormat

/// D07: the date has passed and nothing says what became of the action.
enum PastDue: PlanCheck {
    static let id = "D07"
    static let severity = CheckFinding.Severity.warning
    static let title = "Past its date, with no word of what became of it"
    static let advice = "Say that it is complete, or give a new date and the reason."

    static func missing(from index: PlanIndex) -> String? {
        index.input.today == nil ? "the day to compare dates with" : nil
    }

    static func run(on index: PlanIndex) -> [CheckFinding] {
        guard let today = index.input.today else { return [] }
        let dated = index.rows.filter { $0.finish != nil }
        let late = dated.filter { row in
            guard let finish = row.finish else { return false }
            return finish.last < today && row.action.status != .complete && row.action.status != .inPlace
        }
        guard let first = late.first, let timescale = first.action.timescale else { return [] }
        if late.count >= 5, late.count * 2 > dated.count {
            let count = "\(late.count) of \(dated.count)"
            return [
                finding(
                    late, "Most of the plan is past its dates, and it does not say what was done.",
                    text: "\(count) dates have passed, the first “\(timescale.text)”", marked: [count],
                    subject: "Whole plan", suggestion: "Bring the plan up to date, or close it.")
            ]
        }
        return late.compactMap { row in
            guard let timescale = row.action.timescale, let finish = timescale.finish else { return nil }
            return finding(
                row, "It was due \(Wording.when(finish)), overdue by \(age(today - finish.last)).",
                text: timescale.text, marked: [timescale.text], place: timescale.place)
        }
    }

    private static func age(_ days: Int) -> String {
        if days < 14 { return Wording.count(days, "day") }
        if days < 120 { return Wording.count(days / 7, "week") }
        if days < 730 { return Wording.count(days / 30, "month") }
        return Wording.count(days / 365, "year")
    }
}
