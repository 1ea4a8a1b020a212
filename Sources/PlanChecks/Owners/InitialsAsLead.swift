import PlanFormat

/// O09: initials or a first name alone stand for a lead.
enum InitialsAsLead: PlanCheck {
    static let id = "O09"
    static let severity = CheckFinding.Severity.warning
    static let title = "Initials stand for a person"
    static let advice = "Write the name in full: a reader in a year will not know it."

    static func run(on index: PlanIndex) -> [CheckFinding] {
        let people = names(index)
        return index.rows.compactMap { row in
            var short = row.leads.filter { $0.kind == .initials }.map { shortForm($0.text) }
            short += namedInText(row)
            guard let first = short.first else { return nil }
            let likely = people.filter { initials(of: $0) == first.uppercased().filter(\.isLetter) }
            let may = likely.count == 1 ? " \(first) may be \(likely[0])." : ""
            let isInText = !row.leads.contains { $0.kind == .initials }
            return finding(
                row, "\(Wording.list(short)) will mean nothing to a later reader.\(may)",
                text: isInText ? row.action.text : "Lead: " + row.action.leads.joined(separator: ", "),
                marked: short, place: isInText ? nil : row.action.leadPlace)
        }
    }

    private static func shortForm(_ text: String) -> String {
        let words = Words(text)
        guard let to = words.tokens.indices.dropFirst().first(where: { words.word($0) == "to" }) else {
            return text
        }
        return words.string(0..<to)
    }

    /// "JT to draft the guidance" at the head of an action.
    private static func namedInText(_ row: PlanIndex.Row) -> [String] {
        guard row.leads.allSatisfy({ $0.kind != .initials }), row.words.tokens.count > 2,
            row.words.tokens[0].shape == .upper, row.words.tokens[0].range.count == 2,
            row.words.word(1) == "to", Lead(row.words.string(0..<1)).kind == .initials
        else { return [] }
        return [row.words.string(0..<1)]
    }

    private static func names(_ index: PlanIndex) -> [String] {
        var names: [String] = []
        let members = index.plan.collectives.flatMap(\.members)
        let grouped = index.plan.groups.flatMap { $0.members.compactMap(\.name) }
        let leads = index.rows.flatMap { $0.leads.filter { $0.kind == .person }.map(\.text) }
        for name in members + grouped + leads + index.plan.owners where !names.contains(name) {
            names.append(name)
        }
        return names
    }

    private static func initials(of name: String) -> String {
        let words = Words(name).tokens.prefix { $0.shape == .capitalised }
        return words.count == 2 ? words.map { $0.word.prefix(1).uppercased() }.joined() : ""
    }
}
