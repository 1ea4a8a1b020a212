import Kernel
import PlanFormat

/// C10: the status says one thing and the tense or the date another.
enum StatusContradicts: PlanCheck {
    static let id = "C10"
    static let severity = CheckFinding.Severity.warning
    static let title = "The status and the words disagree"
    static let advice = "Correct the status, or the words."

    static func run(on index: PlanIndex) -> [CheckFinding] {
        index.rows.compactMap { row in
            switch row.action.status {
            case .complete, .inPlace: return done(row, index)
            case .notStarted, .ongoing: return notDone(row, index)
            case nil: return nil
            }
        }
    }

    /// Said to be complete, and still to come.
    private static func done(_ row: PlanIndex.Row, _ index: PlanIndex) -> CheckFinding? {
        for number in row.ownCriteria {
            let criterion = index.criteria[number]
            guard let range = future.matches(in: criterion.words).first else { continue }
            return finding(
                row, "It is said to be complete, and its words speak of what is to come.",
                text: criterion.criterion.text, marked: [criterion.words.string(range)],
                place: criterion.criterion.place)
        }
        let now = index.input.today ?? index.plan.date?.last
        guard let now, let finish = row.finish, finish.first > now, let timescale = row.action.timescale,
            timescale.start.map({ $0.first > now }) ?? true
        else { return nil }
        return finding(
            row, "It is said to be complete, and its date, \(finish.long), is still to come.",
            text: timescale.text,
            marked: [timescale.text], place: timescale.place)
    }

    /// Said not to have begun or to be under way, and told of as done.
    private static func notDone(_ row: PlanIndex.Row, _ index: PlanIndex) -> CheckFinding? {
        guard row.action.status == .notStarted,
            let range = past.matches(in: row.words).first
        else { return nil }
        return finding(
            row, "It is said not to have begun, and its words say that it is done.", text: row.action.text,
            marked: [row.words.string(range)])
    }

    private static let future = Lexicon([
        "to take place", "will take place", "due to take place", "is planned", "are planned", "is scheduled",
        "are scheduled", "to be held", "will be held", "is due", "to commence", "will commence", "to begin",
        "will begin", "is to be", "are to be", "planned for", "scheduled for",
    ])
    private static let past = Lexicon([
        "has been completed", "have been completed", "was completed", "were completed", "is complete",
        "completed in",
        "has been delivered", "has been established", "took place", "was launched", "has been launched",
    ])
}
