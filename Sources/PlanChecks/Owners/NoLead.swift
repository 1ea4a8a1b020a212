import PlanFormat

/// O01: nobody is named as lead.
enum NoLead: PlanCheck {
    static let id = "O01"
    static let severity = CheckFinding.Severity.error
    static let title = "No lead is named"
    static let advice = "Name one person; others can be listed as contributing."

    static func run(on index: PlanIndex) -> [CheckFinding] {
        let open = index.rows.filter { !$0.isClosed && !Placeholder.pointsElsewhere($0) }
        let without = open.filter { row in row.leads.allSatisfy { $0.kind == .nobody } }
        if without.count >= 3, without.count == open.count {
            return [
                finding(
                    without,
                    "None of the \(without.count) actions names a lead, so all of them are nobody’s.",
                    text: "Lead: (blank)", marked: ["(blank)"], subject: "Whole plan",
                    suggestion: "Add a column for the lead and name one person for each action.")
            ]
        }
        return without.map { row in
            let written = row.action.leads.joined(separator: ", ")
            let words = written.isEmpty ? "(blank)" : written
            return finding(
                row, "An action without a named person is nobody’s.", text: "Lead: \(words)", marked: [words],
                place: row.action.leadPlace)
        }
    }
}
