import Kernel

/// D05: one thing has different dates in different rows, compared by meaning.
enum OneThingTwoDates: PlanCheck {
    static let id = "D05"
    static let severity = CheckFinding.Severity.error
    static let title = "One thing, two dates"
    static let advice = "Keep one date, and point the other rows at it."

    static func run(on index: PlanIndex) -> [CheckFinding] {
        SameSteps.groups(index).compactMap { group in
            let dated = group.filter { $0.finish != nil }
            guard dated.contains(where: { one in dated.contains { conflicts(one, $0) } }) else { return nil }
            let rows = dated.map { index.rows[$0.row] }
            let parts = dated.map { "\($0.label) “\($0.text)” \($0.dateText)." }
            return finding(
                rows, "A reader cannot tell which date is true.", text: parts.joined(separator: " "),
                marked: unique(dated.map(\.dateText)))
        }
    }

    /// Different dates, in different rows of the plan.
    private static func conflicts(_ one: SameSteps.Mention, _ other: SameSteps.Mention) -> Bool {
        guard one.row != other.row, one.area != other.area || one.isAction && other.isAction,
            let finish = one.finish, let otherFinish = other.finish
        else { return false }
        if finish.last < otherFinish.first || otherFinish.last < finish.first { return true }
        // The same finish, but one of two ranges starts half a year or more before the other.
        guard let start = one.start, let otherStart = other.start else { return false }
        return abs(start.first - otherStart.first) >= 180
    }

    private static func unique(_ texts: [String]) -> [String] {
        texts.enumerated().filter { texts.firstIndex(of: $0.element) == $0.offset }.map(\.element)
    }
}
