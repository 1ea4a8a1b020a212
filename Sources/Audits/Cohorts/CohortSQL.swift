import Kernel
import Site
import Storage

/// Reading cohorts and their children as far as somebody may see them.
enum CohortSQL {
    private static let columns = """
        c.id, c.title, c.question, c.node, c.list_words, c.list_on, c.look_after_months, c.whole, c.after_on,
        c.after_count, c.after_whole, c.revision
        """

    static func cohorts(_ connection: Connection, _ authority: ID<Authority>) throws -> [CohortRecord] {
        try connection.rows(
            "SELECT \(columns) FROM cohort c WHERE c.authority = $1 ORDER BY c.list_on DESC, c.id DESC",
            [.id(authority)], record)
    }

    static func cohort(
        _ connection: Connection, _ authority: ID<Authority>, _ id: ID<Cohort>
    ) throws -> CohortRecord? {
        try connection.first(
            "SELECT \(columns) FROM cohort c WHERE c.authority = $1 AND c.id = $2",
            [.id(authority), .id(id)],
            record)
    }

    private static func record(_ row: Row) throws -> CohortRecord {
        var after: CohortRecord.After?
        if let on = try row.dayOrNil(8), let count = try row.intOrNil(9), let whole = try row.intOrNil(10) {
            after = CohortRecord.After(on: on, count: count, whole: whole)
        }
        return CohortRecord(
            id: try row.id(0), title: try row.text(1), question: try row.text(2), node: try row.id(3),
            listWords: try row.text(4), listOn: try row.day(5), lookAfterMonths: try row.int(6),
            whole: try row.intOrNil(7), after: after, revision: try row.int(11))
    }

    /// What of a cohort is asked for.
    struct Filter: Hashable, Sendable {
        var state: CohortChild.State?
        var team = ""

        var sql: String {
            let state: String? =
                switch state {
                case nil: nil
                case .open: "c.decision IS NULL"
                case .late: "c.decision IS NULL AND c.due_on < $3"
                case .undated: "c.decision IS NULL AND c.due_on IS NULL"
                case .decided: "c.decision IS NOT NULL"
                case .ended: "c.decision = 'end'"
                case .look: "c.look_on <= $3 AND c.looked_at IS NULL"
                }
            return (state.map { " AND \($0)" } ?? "") + (team.isEmpty ? "" : " AND c.team = $5")
        }
    }

    /// The tallies of every cohort, or of one, over the children that the scopes reach.
    static func tallies(
        _ connection: Connection, _ authority: ID<Authority>, _ scopes: Set<Scope>, of id: ID<Cohort>? = nil,
        on today: Day
    ) throws -> [ID<Cohort>: CohortTally] {
        let reach = Reach(scopes)
        return Dictionary(
            uniqueKeysWithValues: try connection.rows(
                """
                \(reach.subtree)
                SELECT c.cohort, COUNT(*), \(sum("c.decision = 'continue'")), \(sum("c.decision = 'end'")),
                    \(sum("c.decision = 'other'")), \(sum("c.decision IS NULL AND c.due_on < $3")),
                    \(sum("c.decision IS NULL AND c.due_on IS NULL")),
                    \(sum("c.decided_on <= c.first_due_on")),
                    \(sum("c.decision IS NOT NULL AND c.first_due_on IS NOT NULL")),
                    \(sum("c.look_on <= $3 AND c.looked_at IS NULL")), \(sum("c.looked_at IS NOT NULL")),
                    \(sum("c.looked = 'again'"))
                FROM cohort_child c
                WHERE c.authority = $1 AND ($2 = 1 OR c.node IN (SELECT id FROM reached))
                    AND ($4 = -1 OR c.cohort = $4)
                GROUP BY c.cohort
                """,
                [
                    .id(authority), .bool(reach.isEverything), .day(today),
                    .integer(id?.rawValue ?? -1),
                ]
            ) {
                (
                    try $0.id(0) as ID<Cohort>,
                    CohortTally(
                        children: try $0.int(1), continued: try $0.int(2), ended: try $0.int(3),
                        other: try $0.int(4), late: try $0.int(5), undated: try $0.int(6),
                        inTime: try $0.int(7), dated: try $0.int(8), toLook: try $0.int(9),
                        looked: try $0.int(10), again: try $0.int(11))
                )
            })
    }

    private static func sum(_ condition: String) -> String {
        "COALESCE(SUM(CASE WHEN \(condition) THEN 1 ELSE 0 END), 0)"
    }

    static let childColumns = """
        c.cohort, c.number, c.reference, c.holder, c.holder_person, c.team, c.node, c.due_on, c.first_due_on,
        c.decision, c.decided_on, c.decided_by, c.why, c.look_on, c.looked, c.revision
        """

    static func child(_ row: Row) throws -> CohortChild {
        var decided: CohortChild.Decided?
        if let what = try row.textOrNil(9).flatMap(CohortDecision.init), let on = try row.dayOrNil(10) {
            decided = CohortChild.Decided(
                what: what, on: on, by: try row.textOrNil(11) ?? "", why: try row.textOrNil(12) ?? "")
        }
        return CohortChild(
            cohort: try row.id(0), number: try row.int(1), reference: try row.sensitive(2),
            holder: try row.text(3), holderPerson: try row.idOrNil(4), team: try row.text(5),
            node: try row.idOrNil(6), dueOn: try row.dayOrNil(7), firstDueOn: try row.dayOrNil(8),
            decision: decided, lookOn: try row.dayOrNil(13),
            looked: try row.textOrNil(14).flatMap(CohortChild.Looked.init), revision: try row.int(15))
    }

    /// The children of a cohort that the scopes reach: what is open first, by date.
    static func children(
        _ connection: Connection, _ authority: ID<Authority>, _ id: ID<Cohort>, _ scopes: Set<Scope>,
        _ filter: Filter, on today: Day, limit: Int, offset: Int
    ) throws -> (children: [CohortChild], total: Int) {
        let reach = Reach(scopes)
        var total = 0
        let found = try connection.rows(
            """
            \(reach.subtree)
            SELECT \(childColumns), COUNT(*) OVER () FROM cohort_child c
            WHERE c.authority = $1 AND c.cohort = $4 AND ($2 = 1 OR c.node IN (SELECT id FROM reached))
                AND $5 = $5\(filter.sql)
            ORDER BY CASE WHEN c.decision IS NULL THEN 0 ELSE 1 END, COALESCE(c.due_on, '9999'), c.number
            LIMIT \(limit) OFFSET \(offset)
            """,
            [.id(authority), .bool(reach.isEverything), .day(today), .id(id), .text(filter.team)]
        ) { row in
            total = try row.int(16)
            return try child(row)
        }
        return (found, total)
    }

    static func teams(
        _ connection: Connection, _ authority: ID<Authority>, _ id: ID<Cohort>, _ scopes: Set<Scope>,
        on today: Day
    ) throws -> [String] {
        let reach = Reach(scopes)
        return try connection.rows(
            """
            \(reach.subtree)
            SELECT DISTINCT c.team FROM cohort_child c
            WHERE c.authority = $1 AND c.cohort = $4 AND c.team <> '' AND $3 = $3
                AND ($2 = 1 OR c.node IN (SELECT id FROM reached))
            ORDER BY c.team
            """, [.id(authority), .bool(reach.isEverything), .day(today), .id(id)]
        ) { try $0.text(0) }
    }

    static func one(
        _ connection: Connection, _ authority: ID<Authority>, _ id: ID<Cohort>, _ number: Int
    ) throws -> CohortChild? {
        try connection.first(
            """
            SELECT \(childColumns) FROM cohort_child c
            WHERE c.authority = $1 AND c.cohort = $2 AND c.number = $3
            """, [.id(authority), .id(id), .int(number)], child)
    }

    /// What was recorded of a child, the latest first.
    static func facts(
        _ connection: Connection, _ authority: ID<Authority>, _ child: CohortChild
    ) throws -> [(kind: String, text: String, day: Day?, at: Instant, by: String)] {
        try connection.rows(
            """
            SELECT f.kind, f.text, f.day, f.at, a.name FROM cohort_fact f
            LEFT JOIN account a ON a.authority = f.authority AND a.id = f.account
            WHERE f.authority = $1 AND f.cohort = $2 AND f.number = $3 ORDER BY f.sequence DESC
            """, [.id(authority), .id(child.cohort), .int(child.number)]
        ) {
            (
                try $0.text(0), try $0.text(1), try $0.dayOrNil(2), try $0.instant(3),
                try $0.textOrNil(4) ?? ""
            )
        }
    }

    /// Adds a fact and takes the child's revision on; false where somebody else was there first.
    static func record(
        _ kind: String, _ text: String, day: Day?, of child: CohortChild, revision: Int, set columns: String,
        _ values: [SQLValue], by officer: Officer, at now: Instant, _ connection: Connection
    ) throws -> Bool {
        let changed = try connection.run(
            """
            UPDATE cohort_child SET \(columns), revision = revision + 1
            WHERE authority = $1 AND cohort = $2 AND number = $3 AND revision = $4
            """,
            [.id(officer.authority), .id(child.cohort), .int(child.number), .int(revision)] + values)
        guard changed == 1 else { return false }
        try connection.insert(
            into: "cohort_fact",
            ["authority", "cohort", "number", "sequence", "kind", "text", "day", "at", "account"],
            rows: [
                [
                    .id(officer.authority), .id(child.cohort), .int(child.number), .int(revision),
                    .text(kind), .text(text), .day(day), .instant(now), .id(officer.account),
                ]
            ])
        return true
    }
}
