import Documents
import Kernel
import PlanFormat

/// C04: the same action or paragraph twice, in the same or nearly the same words.
enum NearDuplicate: PlanCheck {
    static let id = "C04"
    static let severity = CheckFinding.Severity.warning
    static let title = "The same words twice"
    static let advice = "Keep one, and point the other at it."

    static func run(on index: PlanIndex) -> [CheckFinding] { actions(index) + paragraphs(index) }

    private static func actions(_ index: PlanIndex) -> [CheckFinding] {
        let rows = index.rows.filter { $0.meaning.count >= 4 && !Placeholder.pointsElsewhere($0) }
        return clusters(rows.map(\.meaning), least: 0.85).map { members in
            let same = members.map { rows[$0] }
            let isOneRow = Set(same.map(\.area)).count == 1 && same.count == 2
            let parts = same.map { "\($0.reference ?? $0.subject) “\($0.action.text)”" }
            return finding(
                same,
                isOneRow
                    ? "It stands twice in one area: it will be counted twice."
                    : "It stands in \(same.count) rows: it will be counted \(same.count == 2 ? "twice" : "\(same.count) times").",
                text: parts.joined(separator: " – "))
        }
    }

    private static func paragraphs(_ index: PlanIndex) -> [CheckFinding] {
        let long = index.running.filter { !$0.isHeading && $0.words.tokens.count >= 20 }
        var interner = Interner()
        let meanings = long.map { interner.significant($0.words) }
        return clusters(meanings, least: 0.8).compactMap { members in
            // The same words three times and more are a page's header or footer.
            guard members.count == 2 else { return nil }
            let (first, second) = (long[members[0]], long[members[1]])
            return CheckFinding(
                check: id, severity: severity, subject: "\(first.subject) and \(lower(second.subject))",
                place: second.paragraph.place,
                message: "\(second.subject) repeats \(lower(first.subject)) almost word for word.",
                text: second.words.text, suggestion: advice)
        }
    }

    private static func lower(_ subject: String) -> String {
        subject.prefix(1).lowercased() + subject.dropFirst()
    }

    private static func clusters(_ sets: [TokenSet], least: Double) -> [[Int]] {
        Likeness.groups(sets.count, Likeness.pairs(sets, least: least))
    }
}
