import Kernel
import Site
import Storage
import Timescales

/// Updates that are due from the person who looks, and those missing from whoever answers to them.
enum UpdatesWork: WorkSource {
    /// A manager hears of a missing update so many working days after it was due.
    static let patience = 5

    static func items(_ connection: Connection, _ doer: Doer, on today: Day) throws -> [WorkItem] {
        let reports = doer.reports
        guard !doer.answersAs.isEmpty || !reports.isEmpty else { return [] }
        let writable = try doer.plans(for: UpdatesRoute.writers, connection)
        guard !writable.isEmpty else { return [] }
        return try due(connection, doer, reports, on: today).compactMap { item in
            guard writable.contains(item.plan) else { return nil }
            if doer.answersAs.contains(item.who) {
                return WorkItem(
                    .update, item.title, UpdatesRoute.newUpdate.link(item.plan, item.action),
                    why: why(item, doer), due: item.due)
            }
            let day = escalated(item.due)
            guard day <= today else { return nil }
            return WorkItem(
                .missing, item.title, PlansRoute.action.link(item.plan, item.action),
                why: "\(doer.line.words(item.who)) answers to you; the update was due by \(item.due.long).",
                due: day)
        }
    }

    /// The day on which the line manager hears that an update is missing.
    static func escalated(_ due: Day) -> Day { WorkingDays.adding(patience, to: due) }

    private static func why(_ item: Due, _ doer: Doer) -> String {
        let isOwn = (try? GiveUpdate.standing(doer, item.who, keeps: false)) == .own
        return isOwn
            ? "You answer for it. What was done, and what is in the way?"
            : "You act for \(doer.line.words(item.who)). What was done, and what is in the way?"
    }

    private struct Due {
        let action: ID<ActionRecord>
        let plan: ID<PlanRecord>
        let title: String
        let who: Accountable
        let due: Day
    }

    private static func due(
        _ connection: Connection, _ doer: Doer, _ reports: Set<Accountable>, on today: Day
    ) throws -> [Due] {
        let who = Doer.inSQL(
            doer.answersAs.union(reports), post: "r.accountable_post", person: "r.accountable_person")
        return try connection.rows(
            """
            SELECT r.action, r.plan, a.reference, a.text, r.accountable_post, r.accountable_person, r.update_due
            FROM action_run r JOIN plan_action a ON a.authority = r.authority AND a.id = r.action
            WHERE r.authority = $1 AND r.update_due <= $2 AND r.closing <> 'closed' AND \(who)
            """, [.id(doer.officer.authority), .day(today)]
        ) { row -> Due? in
            guard let who = Accountable(post: try row.idOrNil(4), person: try row.idOrNil(5)) else {
                return nil
            }
            return Due(
                action: try row.id(0), plan: try row.id(1),
                title: [try row.textOrNil(2), try row.text(3).short].compactMap { $0 }.joined(separator: " "),
                who: who, due: try row.day(6))
        }.compactMap { $0 }
    }
}
