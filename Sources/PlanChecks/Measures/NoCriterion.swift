import PlanFormat

/// M01: nothing says how anyone will know that it worked.
enum NoCriterion: PlanCheck {
    static let id = "M01"
    static let severity = CheckFinding.Severity.error
    static let title = "No success criterion"
    static let advice = "Say what will be different for children, how much, by when and where it can be read."

    static func run(on index: PlanIndex) -> [CheckFinding] {
        let without = index.rows.filter { row in
            (row.ownCriteria + row.sharedCriteria).allSatisfy { index.criteria[$0].words.tokens.isEmpty }
        }
        if without.count >= 3, without.count == index.rows.count {
            return [
                finding(
                    without, "None of the \(without.count) actions says how anyone will know that it worked.",
                    text: "Success criterion: (blank)", marked: ["(blank)"], subject: "Whole plan")
            ]
        }
        let missingRows = Set(without.map(\.index))
        return index.areas.flatMap { area in
            let rows = area.rows.map { index.rows[$0] }
            let missing = rows.filter { missingRows.contains($0.index) }
            if !missing.isEmpty, missing.count == rows.count, rows.count > 1 {
                return [
                    finding(
                        area, in: index, "Nobody can say when this is done: it has no success criterion.",
                        text: area.area.title)
                ]
            }
            return missing.map { row in
                finding(
                    row, "Nobody can say when this is done: it has no success criterion.",
                    text: row.action.text)
            }
        }
    }
}
