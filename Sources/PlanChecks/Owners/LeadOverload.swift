/// O05: one lead has more than six open actions, or more than two in five of the plan.
enum LeadOverload: PlanCheck {
    static let id = "O05"
    static let severity = CheckFinding.Severity.warning
    static let title = "One person leads too much"
    static let advice = "Share some of them."

    /// Above these an action list is rarely kept up: `plan-quality.md` §1.
    private static let most = 6
    private static let share = 0.4

    static func run(on index: PlanIndex) -> [CheckFinding] {
        let open = index.rows.filter { !$0.isClosed }
        var order: [String] = []
        var led: [String: [PlanIndex.Row]] = [:]
        var names: [String: String] = [:]
        for row in open {
            var seen: Set<String> = []
            for lead in row.leads where lead.kind == .person || lead.kind == .post || lead.kind == .initials {
                guard seen.insert(lead.key).inserted else { continue }
                if led[lead.key] == nil {
                    order.append(lead.key)
                    names[lead.key] = name(lead)
                }
                led[lead.key, default: []].append(row)
            }
        }
        return order.compactMap { key in
            guard let rows = led[key], let name = names[key] else { return nil }
            let tooMany = rows.count > most
            let tooLarge =
                open.count >= 6 && rows.count >= 4 && Double(rows.count) > share * Double(open.count)
            guard tooMany || tooLarge else { return nil }
            let count = "\(rows.count) of \(open.count)"
            let over = max(rows.count - most, rows.count - Int(share * Double(open.count)), 1)
            return finding(
                rows,
                tooMany
                    ? "More than \(most) each is rarely kept up, and everything waits when one person is away."
                    : "Two in five of the plan hang on one person, and wait when that person is away.",
                text: "\(name) leads \(count) open actions", marked: [count], subject: "Whole plan",
                suggestion: "Share \(over == 1 ? "one" : String(over)) of them.")
        }
    }

    private static func name(_ lead: Lead) -> String {
        if lead.kind == .person {
            let words = Words(lead.text)
            let count = Words(lead.key).tokens.count
            if count <= words.tokens.count { return words.string(0..<count) }
        }
        guard let open = lead.text.firstIndex(of: "(") else { return lead.text }
        var name = lead.text[..<open]
        while name.last == " " { name.removeLast() }
        return name.isEmpty ? lead.text : String(name)
    }
}
