import PlanFormat

/// O10: a cell names several leads for several actions, and their numbers differ.
enum LeadsPerAction: PlanCheck {
    static let id = "O10"
    static let severity = CheckFinding.Severity.warning
    static let title = "Leads and actions do not pair up"
    static let advice = "Give each action its own lead, on its own row."

    static func run(on index: PlanIndex) -> [CheckFinding] {
        index.areas.compactMap { area in
            let rows = mismatched(area, index)
            guard let first = rows.first else { return nil }
            let leads = first.action.leads
            return finding(
                rows,
                "\(Wording.count(rows.count, "action")) and \(Wording.count(leads.count, "lead")): "
                    + "nobody can say who does which.",
                text: "Leads: " + leads.joined(separator: ", "), marked: leads, subject: area.subject)
        }
    }

    /// The area's rows, where one cell of leads serves them all and the numbers differ; else none.
    static func mismatched(_ area: PlanIndex.AreaRow, _ index: PlanIndex) -> [PlanIndex.Row] {
        let rows = area.rows.map { index.rows[$0] }.filter { !Placeholder.pointsElsewhere($0) }
        guard rows.count > 1, let first = rows.first, first.action.leads.count > 1,
            first.action.leadPlace != nil,
            first.action.leads.count != rows.count,
            rows.allSatisfy({
                $0.action.leads == first.action.leads && $0.action.leadPlace == first.action.leadPlace
            }),
            rows.contains(where: { $0.leads.allSatisfy { $0.kind != .nobody } }),
            !isJoint(first, index)
        else { return [] }
        return rows
    }

    /// More leads than actions, with words that say that they lead together.
    private static func isJoint(_ row: PlanIndex.Row, _ index: PlanIndex) -> Bool {
        let cell = row.action.leadPlace.flatMap { index.cellText(at: $0) } ?? ""
        return joint.matches(Words(cell)) || joint.matches(Words(row.action.leads.joined(separator: " ")))
    }

    private static let joint = Lexicon([
        "together", "jointly", "in conjunction", "with support", "supported by",
    ])
}
