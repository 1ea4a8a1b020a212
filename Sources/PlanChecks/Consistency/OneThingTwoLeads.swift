import PlanFormat

/// C05: one thing has different leads in different rows, compared by meaning.
enum OneThingTwoLeads: PlanCheck {
    static let id = "C05"
    static let severity = CheckFinding.Severity.error
    static let title = "One thing, two leads"
    static let advice = "Choose one lead for it, and point the other rows at that one."

    static func run(on index: PlanIndex) -> [CheckFinding] {
        SameSteps.groups(index, milestones: false).compactMap { group in
            let rows = group.map { index.rows[$0.row] }.filter { row in
                row.leads.contains { $0.kind != .nobody }
            }
            guard rows.contains(where: { one in rows.contains { disagree(one, $0) } }) else { return nil }
            let parts = rows.map { row in
                "\(row.reference ?? row.subject) “\(row.action.text)” \(row.action.leads.joined(separator: ", "))."
            }
            return finding(
                rows, "Two leads each can think that the other has it.", text: parts.joined(separator: " "),
                marked: unique(rows.map { $0.action.leads.joined(separator: ", ") }))
        }
    }

    /// Different rows whose leads have nobody in common.
    private static func disagree(_ one: PlanIndex.Row, _ other: PlanIndex.Row) -> Bool {
        guard one.index != other.index, one.area != other.area || one.leads.count == 1 else { return false }
        let names = Set(one.leads.flatMap(keys))
        return !other.leads.flatMap(keys).contains { names.contains($0) }
    }

    private static func keys(_ lead: Lead) -> [String] {
        let post = lead.post.map { [Lead($0).key] } ?? []
        return [lead.key] + post
    }

    private static func unique(_ texts: [String]) -> [String] {
        texts.enumerated().filter { texts.firstIndex(of: $0.element) == $0.offset }.map(\.element)
    }
}
