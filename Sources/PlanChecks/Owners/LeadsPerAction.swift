import PlanFormat

/// O10: a cell names several leads for several actions, and their numbers differ.
enum LeadsPerAction: PlanCheck {
    static let id = "O10"
    static let severity = CheckFinding.Severity.warning
    static let title = "Leads and actions do not pair up"
    static let advice = "Give each action its own lead, on its own row."

    static func run(on index: PlanIndex) -> [CheckFinding] {
        index.areas.compactMap { area in
            let rows = area.rows.map { index.rows[$0] }.filter { !Placeholder.pointsElsewhere($0) }
            guard rows.count > 1, let first = rows.first, first.action.leads.count > 1,
                first.action.leadPlace != nil,
                first.action.leads.count != rows.count,
                rows.allSatisfy({
                    $0.action.leads == first.action.leads && $0.action.leadPlace == first.action.leadPlace
                }),
                rows.contains(where: { $0.leads.allSatisfy { $0.kind != .nobody } })
            else { return nil }
            let leads = first.action.leads
            return finding(
                rows,
                "\(Wording.count(rows.count, "action")) and \(Wording.count(leads.count, "lead")): "
                    + "nobody can say who does which.",
                text: "Leads: " + leads.joined(separator: ", "), marked: leads, subject: area.subject)
        }
    }
}
