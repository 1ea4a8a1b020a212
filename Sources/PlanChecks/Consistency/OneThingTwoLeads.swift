import PlanFormat

/// C05: one thing has different leads in different rows, compared by meaning.
enum OneThingTwoLeads: PlanCheck {
    static let id = "C05"
    static let severity = CheckFinding.Severity.error
    static let title = "One thing, two leads"
    static let advice = "Choose one lead for it, and point the other rows at that one."

    static func run(on index: PlanIndex) -> [CheckFinding] {
        index.sameSteps.groups(milestones: false).compactMap { group in
            let led = group.compactMap { mention -> (mention: SameSteps.Mention, row: PlanIndex.Row)? in
                guard let row = mention.row.map({ index.rows[$0] }),
                    row.leads.contains(where: { $0.kind != .nobody })
                else { return nil }
                return (mention, row)
            }
            guard led.contains(where: { one in led.contains { disagree(one.row, $0.row) } }) else {
                return nil
            }
            let parts = led.map { "\($0.mention.label) “\($0.mention.text)” \(leads($0.row))." }
            return finding(
                led.map(\.row), "Each of the leads can think that another has it.",
                text: parts.joined(separator: " "),
                marked: Wording.unique(led.map { leads($0.row) }))
        }
    }

    private static func leads(_ row: PlanIndex.Row) -> String { row.action.leads.joined(separator: ", ") }

    /// Different rows whose leads have nobody in common.
    private static func disagree(_ one: PlanIndex.Row, _ other: PlanIndex.Row) -> Bool {
        guard one.index != other.index else { return false }
        let names = Set(one.leads.flatMap(keys))
        return !other.leads.flatMap(keys).contains { names.contains($0) }
    }

    private static func keys(_ lead: Lead) -> [String] {
        [lead.key] + (lead.post.map { [Lead($0).key] } ?? [])
    }
}
