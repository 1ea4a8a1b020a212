import PlanFormat

/// O03: more than one lead answers for one action.
enum SeveralLeads: PlanCheck {
    static let id = "O03"
    static let severity = CheckFinding.Severity.warning
    static let title = "More than one lead"
    static let advice = "Choose the one who answers for it; list the others as contributing."

    static func run(on index: PlanIndex) -> [CheckFinding] {
        let told = Set(index.areas.flatMap { LeadsPerAction.mismatched($0, index).map(\.index) })
        return index.rows.compactMap { row in
            guard !told.contains(row.index) else { return nil }
            var keys: [String] = []
            var names: [String] = []
            for lead in row.leads where lead.kind != .nobody && !contributes(lead) {
                if !keys.contains(lead.key) {
                    keys.append(lead.key)
                    names.append(lead.text)
                }
            }
            guard names.count > 1 else { return nil }
            return finding(
                row, "\(names.count) leads share this: each can think that another has it.",
                text: "Leads: " + names.joined(separator: ", "), marked: names, place: row.action.leadPlace)
        }
    }

    /// The words themselves say that this one only helps.
    static func contributes(_ lead: Lead) -> Bool {
        helping.matches(Words(lead.text))
    }

    private static let helping = Lexicon([
        "contributing", "contributor", "supporting", "supported by", "assisted by", "with support from",
        "support from", "consulted", "contributes", "in support",
    ])
}
