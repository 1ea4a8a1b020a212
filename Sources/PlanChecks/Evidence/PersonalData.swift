import Kernel
import PlanFormat

/// E03: personal data in a plan that will be published.
enum PersonalData: PlanCheck {
    static let id = "E03"
    static let severity = CheckFinding.Severity.error
    static let title = "Personal data in a plan that will be published"
    static let advice = "Take it out: a plan needs no child’s details."

    static func run(on index: PlanIndex) -> [CheckFinding] {
        index.statements.flatMap { statement in find(in: statement) } + leads(index) + evidence(index)
    }

    private static func leads(_ index: PlanIndex) -> [CheckFinding] {
        index.rows.compactMap { row in
            let text = row.action.leads.joined(separator: ", ")
            guard let hit = Contact.find(in: Words(text)) else { return nil }
            return finding(
                row, hit.message, text: text, marked: [hit.marked], place: row.action.leadPlace,
                severity: .warning,
                suggestion: "Name the post; keep addresses and numbers out of a published plan.")
        }
    }

    private static func evidence(_ index: PlanIndex) -> [CheckFinding] {
        index.areas.flatMap { area in
            area.area.evidence.flatMap { item in
                find(
                    in: Statement(
                        words: Words(item.text), subject: area.subject, place: item.place, references: []))
            }
        }
    }

    private static func find(in statement: Statement) -> [CheckFinding] {
        let words = statement.words
        guard !words.tokens.isEmpty else { return [] }
        var findings: [CheckFinding] = []
        func add(
            _ range: Range<Int>, _ message: String, _ severity: CheckFinding.Severity, _ suggestion: String
        ) {
            let sentence = words.sentence(around: range.lowerBound)
            let whole = sentence.lowerBound..<max(sentence.upperBound, range.upperBound)
            findings.append(
                CheckFinding(
                    check: id, severity: severity, subject: statement.subject, place: statement.place,
                    message: message, text: words.sentenceText(whole), marked: [words.string(range)],
                    suggestion: suggestion, references: statement.references))
        }
        for range in ChildIdentifier.find(in: words) {
            add(range, "This may lead to one child.", .error, advice)
        }
        for range in SmallCount.find(in: words) {
            add(
                range, "So few with that in common may be known by name.", .error,
                "Say “1 to 5”, or leave out what they have in common.")
        }
        for range in StaffPerformance.find(in: words) {
            add(
                range, "It tells of one person’s performance at work.", .error,
                "Speak of the team or the practice, not the person.")
        }
        if let contact = Contact.find(in: words) {
            add(
                contact.tokens, contact.message, .warning,
                "Keep addresses and numbers out of a published plan.")
        }
        return findings
    }
}
