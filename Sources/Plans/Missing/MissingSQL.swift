import Kernel
import Storage

/// What is missing, of which plans and people, and when: from the address.
struct MissingFilter: Hashable, Sendable {
    enum When: String, CaseIterable, Sendable {
        case late, today, week

        var words: String {
            switch self {
            case .late: "Late"
            case .today: "Late or due today"
            case .week: "Late or due within 7 days"
            }
        }

        func last(_ today: Day) -> Day {
            switch self {
            case .late: today.adding(days: -1)
            case .today: today
            case .week: today.adding(days: 7)
            }
        }
    }

    var plan: ID<PlanRecord>?
    var who: Accountable?
    var when = When.late
}

/// Updates that are due and have not been given.
enum MissingSQL {
    struct Entry: Sendable {
        var action: ID<ActionRecord>
        var plan: ID<PlanRecord>
        var planTitle: String
        var reference: String?
        var text: String
        var who: Accountable?
        var due: Day
        var updated: Day?
        var rhythm: Rhythm
        /// Due days missed before the updates that were given.
        var missedBefore: Int
    }

    /// An open action that nobody answers for.
    struct Unanswered: Sendable {
        var action: ID<ActionRecord>
        var plan: ID<PlanRecord>
        var planTitle: String
        var reference: String?
        var text: String
    }

    /// The longest due first; an action that nobody answers for is owed by nobody and stands apart.
    static func entries(
        _ connection: Connection, _ authority: ID<Authority>, _ plans: [ID<PlanRecord>],
        _ filter: MissingFilter, on today: Day
    ) throws -> [Entry] {
        let who = filter.who.map {
            Doer.inSQL([$0], post: "r.accountable_post", person: "r.accountable_person")
        }
        return try connection.rows(
            """
            SELECT a.id, a.plan, p.title, a.reference, a.text, r.accountable_post, r.accountable_person,
                r.update_due, r.updated_on, s.first_update_due, s.update_every_days,
                (SELECT COALESCE(SUM(u.missed), 0) FROM action_update u
                    WHERE u.authority = r.authority AND u.action = r.action)
            FROM action_run r
            JOIN plan_action a ON a.authority = r.authority AND a.id = r.action
            JOIN plan p ON p.authority = r.authority AND p.id = r.plan
            JOIN plan_run s ON s.authority = r.authority AND s.plan = r.plan
            WHERE r.authority = $1 AND r.update_due <= $2 AND r.closing <> 'closed'
                AND COALESCE(r.accountable_post, r.accountable_person) IS NOT NULL
                AND r.plan IN (\(list(plans, filter))) AND \(who ?? "1 = 1")
            ORDER BY r.update_due, p.title, a.plan, a.position
            """, [.id(authority), .day(filter.when.last(today))]
        ) { row in
            let due = try row.day(7)
            return Entry(
                action: try row.id(0), plan: try row.id(1), planTitle: try row.text(2),
                reference: try row.textOrNil(3), text: try row.text(4),
                who: Accountable(post: try row.idOrNil(5), person: try row.idOrNil(6)), due: due,
                updated: try row.dayOrNil(8),
                rhythm: Rhythm(first: try row.dayOrNil(9) ?? due, days: try row.int(10)),
                missedBefore: try row.int(11))
        }
    }

    /// How many there are of all these plans, whoever answers.
    static func count(
        _ connection: Connection, _ authority: ID<Authority>, _ plans: [ID<PlanRecord>],
        _ when: MissingFilter.When,
        on today: Day
    ) throws -> Int {
        try connection.first(
            """
            SELECT COUNT(*) FROM action_run r
            WHERE r.authority = $1 AND r.update_due <= $2 AND r.closing <> 'closed'
                AND COALESCE(r.accountable_post, r.accountable_person) IS NOT NULL
                AND r.plan IN (\(list(plans, MissingFilter())))
            """, [.id(authority), .day(when.last(today))]
        ) { try $0.int(0) } ?? 0
    }

    static func unanswered(
        _ connection: Connection, _ authority: ID<Authority>, _ plans: [ID<PlanRecord>],
        _ filter: MissingFilter
    ) throws -> [Unanswered] {
        try connection.rows(
            """
            SELECT a.id, a.plan, p.title, a.reference, a.text FROM action_run r
            JOIN plan_action a ON a.authority = r.authority AND a.id = r.action
            JOIN plan p ON p.authority = r.authority AND p.id = r.plan
            WHERE r.authority = $1 AND r.accountable_post IS NULL AND r.accountable_person IS NULL
                AND r.closing <> 'closed' AND r.plan IN (\(list(plans, filter)))
            ORDER BY p.title, a.plan, a.position
            """, [.id(authority)]
        ) { row in
            Unanswered(
                action: try row.id(0), plan: try row.id(1), planTitle: try row.text(2),
                reference: try row.textOrNil(3), text: try row.text(4))
        }
    }

    /// Whoever answers for an open action of the plans.
    static func accountable(
        _ connection: Connection, _ authority: ID<Authority>, _ plans: [ID<PlanRecord>]
    ) throws -> [Accountable] {
        try connection.rows(
            """
            SELECT DISTINCT accountable_post, accountable_person FROM action_run r
            WHERE r.authority = $1 AND r.closing <> 'closed' AND r.plan IN (\(list(plans, MissingFilter())))
            """, [.id(authority)]
        ) { Accountable(post: try $0.idOrNil(0), person: try $0.idOrNil(1)) }.compactMap { $0 }
    }

    /// The numbers are our own identities, never text from outside.
    private static func list(_ plans: [ID<PlanRecord>], _ filter: MissingFilter) -> String {
        let shown = plans.filter { filter.plan == nil || filter.plan == $0 }
        return shown.isEmpty ? "-1" : shown.map { "\($0.rawValue)" }.joined(separator: ", ")
    }
}
