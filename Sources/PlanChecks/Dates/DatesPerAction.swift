import PlanFormat

/// D11: a cell gives several dates for several actions, and their numbers differ.
enum DatesPerAction: PlanCheck {
    static let id = "D11"
    static let severity = CheckFinding.Severity.warning
    static let title = "Dates and actions do not pair up"
    static let advice = "Give each action its own date, on its own row."

    static func run(on index: PlanIndex) -> [CheckFinding] {
        index.areas.flatMap { area in shared(area, index) + left(area, index) }
    }

    /// Several actions share one timescale that holds several dates.
    private static func shared(_ area: PlanIndex.AreaRow, _ index: PlanIndex) -> [CheckFinding] {
        let rows = area.rows.map { index.rows[$0] }
        guard rows.count > 1, let timescale = rows.last?.action.timescale, timescale.kind == .points else {
            return []
        }
        let sharing = rows.filter { $0.action.timescale?.text == timescale.text }
        let dates = WrittenDate.find(in: Words(timescale.text))
        guard sharing.count > 1, dates.count > 1, dates.count != sharing.count else { return [] }
        return [mismatch(sharing, dates.count, timescale.text, area)]
    }

    /// One cell of dates serves an area's actions, some with a date and some without.
    private static func left(_ area: PlanIndex.AreaRow, _ index: PlanIndex) -> [CheckFinding] {
        let rows = area.rows.map { index.rows[$0] }
        let dated = rows.filter { $0.action.timescale != nil }
        guard dated.count > 1, dated.count < rows.count, let place = dated.first?.action.timescale?.place,
            let cell = index.cellText(at: place),
            dated.allSatisfy({ $0.action.timescale?.place == place })
        else { return [] }
        return [
            mismatch(
                rows, dated.count, cell.split(separator: "\n").joined(separator: " "), area)
        ]
    }

    private static func mismatch(
        _ rows: [PlanIndex.Row], _ dates: Int, _ text: String, _ area: PlanIndex.AreaRow
    ) -> CheckFinding {
        finding(
            rows,
            "\(Wording.count(rows.count, "action")) and \(Wording.count(dates, "date")): "
                + "nobody can say which is when.",
            text: text, marked: [text], subject: area.subject)
    }
}
