import Kernel
import Storage

/// Who answers for actions: what the plan prints, what somebody decided, and who may never be asked.
enum AnsweringSQL {
    /// A lead as printed and what the name was said to mean.
    struct PrintedLead: Hashable, Sendable {
        enum Meaning: Hashable, Sendable {
            case somebody(Accountable)
            /// A part of the organisation or a body outside: it contributes.
            case body
            case unknown
        }

        var printed: String
        var meaning: Meaning
    }

    struct Row: Sendable {
        var action: ID<ActionRecord>
        var reference: String?
        var text: String
        var accountable: Accountable?
        var isClosed: Bool
        var leads: [PrintedLead] = []
    }

    /// One decision on who answers, of which the latest counts.
    struct Decision: Sendable {
        var number: Int
        var at: Instant
        var name: String
        var words: String
        var reason: String?
    }

    /// Every action of the plan in order, with its printed leads.
    static func rows(
        _ connection: Connection, _ authority: ID<Authority>, _ plan: ID<PlanRecord>
    ) throws -> [Row] {
        let key: [SQLValue] = [.id(authority), .id(plan)]
        var rows = try connection.rows(
            """
            SELECT a.id, a.reference, a.text, r.accountable_post, r.accountable_person, r.closing
            FROM plan_action a JOIN action_run r ON r.authority = a.authority AND r.action = a.id
            JOIN plan_area area ON area.authority = a.authority AND area.id = a.area
            WHERE a.authority = $1 AND a.plan = $2 ORDER BY area.position, a.position
            """, key
        ) { row in
            Row(
                action: try row.id(0), reference: try row.textOrNil(1), text: try row.text(2),
                accountable: Accountable(post: try row.idOrNil(3), person: try row.idOrNil(4)),
                isClosed: try row.text(5) == "closed")
        }
        var leads: [ID<ActionRecord>: [PrintedLead]] = [:]
        let printed = try connection.rows(
            """
            SELECT l.action, l.printed, m.post, m.person, m.means FROM plan_action_lead l
            LEFT JOIN name_mapping m ON m.authority = l.authority AND m.name_key = l.name_key
            WHERE l.authority = $1 AND l.plan = $2 ORDER BY l.action, l.position
            """, key
        ) { row -> (ID<ActionRecord>, PrintedLead) in
            let somebody = Accountable(post: try row.idOrNil(2), person: try row.idOrNil(3))
            let isBody = try row.textOrNil(4) != nil
            return (
                try row.id(0),
                PrintedLead(
                    printed: try row.text(1),
                    meaning: somebody.map { .somebody($0) } ?? (isBody ? .body : .unknown))
            )
        }
        for (action, lead) in printed { leads[action, default: []].append(lead) }
        for index in rows.indices { rows[index].leads = leads[rows[index].action] ?? [] }
        return rows
    }

    /// People whose accounts may only observe or read: they are never made to answer.
    static func onlyReads(
        _ connection: Connection, _ authority: ID<Authority>, on today: Day
    ) throws -> Set<ID<Person>> {
        Set(
            try connection.rows(
                """
                SELECT a.person FROM account a
                JOIN access_grant g ON g.authority = a.authority AND g.account = a.id
                WHERE a.authority = $1 AND a.person IS NOT NULL AND a.disabled IS NULL AND g.ended IS NULL
                    AND g.from_day <= $2 AND (g.until_day IS NULL OR g.until_day >= $2)
                GROUP BY a.person
                HAVING MAX(CASE WHEN g.role IN ('observer', 'reader') THEN 0 ELSE 1 END) = 0
                """, [.id(authority), .day(today)]
            ) { try $0.id(0) })
    }

    /// Every decision on who answers for the action, the newest first.
    static func decisions(
        _ connection: Connection, _ authority: ID<Authority>, of action: ID<ActionRecord>
    ) throws -> [Decision] {
        try connection.rows(
            """
            SELECT number, at, name, words, reason FROM action_accountable
            WHERE authority = $1 AND action = $2 ORDER BY number DESC LIMIT 200
            """, [.id(authority), .id(action)]
        ) { row in
            Decision(
                number: try row.int(0), at: try row.instant(1), name: try row.text(2),
                words: try row.text(3), reason: try row.textOrNil(4))
        }
    }

    /// Keeps the decision and makes it how the action stands.
    static func insert(
        _ accountable: Accountable, words: String, reason: String?, number: Int, of action: ID<ActionRecord>,
        _ plan: ID<PlanRecord>, by officer: Officer, at now: Instant, _ connection: Connection
    ) throws {
        try connection.run(
            """
            INSERT INTO action_accountable (authority, action, number, plan, at, account, person, name,
                accountable_post, accountable_person, words, reason)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
            """,
            [
                .id(officer.authority), .id(action), .int(number), .id(plan), .instant(now),
                .id(officer.account), .id(officer.person), .text(officer.name), .id(accountable.post),
                .id(accountable.person), .text(words), .optional(reason),
            ])
        try connection.run(
            """
            UPDATE action_run SET accountable_post = $3, accountable_person = $4
            WHERE authority = $1 AND action = $2
            """, [.id(officer.authority), .id(action), .id(accountable.post), .id(accountable.person)])
    }
}
