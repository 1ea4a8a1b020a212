import PlanFormat

/// D01: an action has no date at all.
enum NoDate: PlanCheck {
    static let id = "D01"
    static let severity = CheckFinding.Severity.error
    static let title = "No date is given"
    static let advice = "Give the day, month and year by which it will be done."

    static func run(on index: PlanIndex) -> [CheckFinding] {
        let open = index.rows.filter { !$0.isClosed && !Placeholder.pointsElsewhere($0) }
        let without = open.filter { !hasTimescale($0) && !isDatedElsewhere($0, index) }
        if without.count >= 3, without.count == open.count {
            return [
                finding(
                    without, "None of the \(without.count) actions has a date, so none of them can be late.",
                    text: "Timescale: (blank)", marked: ["(blank)"], subject: "Whole plan",
                    suggestion: "Add a column for the finish and give each action a day, month and year.")
            ]
        }
        return without.map { row in
            finding(
                row, "Without a date it cannot be late, so it cannot be chased.", text: row.action.text,
                marked: [])
        }
    }

    private static func hasTimescale(_ row: PlanIndex.Row) -> Bool {
        guard let timescale = row.action.timescale else { return false }
        if timescale.finish != nil || timescale.start != nil { return true }
        return row.timescale.map { !$0.tokens.isEmpty } ?? false
    }

    private static func isDatedElsewhere(_ row: PlanIndex.Row, _ index: PlanIndex) -> Bool {
        if !WrittenDate.find(in: row.words).isEmpty || NoFinish.endlessCriterion(of: row, index) != nil {
            return true
        }
        return row.ownCriteria.contains { !index.criteria[$0].dates.isEmpty }
    }
}
