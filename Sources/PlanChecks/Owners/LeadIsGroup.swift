import PlanFormat

/// O02: the lead is a team, unit, board, partner or plural role.
enum LeadIsGroup: PlanCheck {
    static let id = "O02"
    static let severity = CheckFinding.Severity.warning
    static let title = "The lead is not one person"
    static let advice = "Name the person in it who answers for this action."

    static func run(on index: PlanIndex) -> [CheckFinding] {
        index.rows.compactMap { row in
            let groups = row.leads.filter { if case .group = $0.kind { true } else { false } }
            guard !groups.isEmpty else { return nil }
            let names = groups.map(\.text)
            let codes = groups.filter { $0.kind == .group(code: true) }
            let message =
                codes.count == groups.count
                ? "\(Wording.list(names)) \(names.count == 1 ? "is" : "are") not explained, "
                    + "and \(names.count == 1 ? "names" : "name") no person who can be asked."
                : "\(Wording.list(names)) cannot be asked how it is going: only a person can."
            return finding(
                row, message, text: "Lead: " + row.action.leads.joined(separator: ", "), marked: names,
                place: row.action.leadPlace)
        }
    }
}
