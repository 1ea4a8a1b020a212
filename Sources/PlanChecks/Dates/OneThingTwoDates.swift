import Kernel
import PlanFormat

/// D05: one thing has different dates in different rows, compared by meaning.
enum OneThingTwoDates: PlanCheck {
    static let id = "D05"
    static let severity = CheckFinding.Severity.error
    static let title = "One thing, two dates"
    static let advice = "Keep one date, and point the other rows at it."

    static func run(on index: PlanIndex) -> [CheckFinding] {
        index.sameSteps.groups(milestones: true).compactMap { group in
            let dated = group.filter { $0.finish != nil }
            let conflicting = dated.filter { one in dated.contains { conflicts(one, $0) } }
            guard let first = conflicting.first else { return nil }
            let parts = dated.map { "\($0.label) “\($0.text)” \($0.dateText)." }
            let rows = dated.compactMap(\.row).map { index.rows[$0] }
            let references = Wording.unique(rows.compactMap(\.reference))
            return CheckFinding(
                check: id, severity: severity, subject: subject(dated, index),
                place: first.row.flatMap { index.rows[$0].action.place }
                    ?? index.areas[first.area].area.place,
                message: "A reader cannot tell which date is true.", text: parts.joined(separator: " "),
                marked: Wording.unique(dated.map(\.dateText)), suggestion: advice, references: references)
        }
    }

    /// Different dates, in different rows of the plan.
    private static func conflicts(_ one: SameSteps.Mention, _ other: SameSteps.Mention) -> Bool {
        guard one.area != other.area || (one.isAction && other.isAction && one.row != other.row),
            let finish = one.finish, let otherFinish = other.finish
        else { return false }
        if finish.last < otherFinish.first || otherFinish.last < finish.first { return true }
        // The same finish, but one of two ranges starts half a year or more before the other.
        guard let start = one.start, let otherStart = other.start else { return false }
        return abs(start.first - otherStart.first) >= 180
    }

    private static func subject(_ mentions: [SameSteps.Mention], _ index: PlanIndex) -> String {
        let rows = mentions.compactMap(\.row).map { index.rows[$0] }
        let told = Set(rows.map(\.area))
        return Wording.subject(
            rows, and: mentions.filter { $0.row == nil && !told.contains($0.area) }.map(\.label))
    }
}
