package import Kernel
package import PlanFormat
package import Storage

/// The list of a plan's actions: filtered, ordered and counted by the database.
package enum PlanListSQL {
    /// One row of the list, with the area that it stands under.
    package struct Entry: Sendable {
        package var id: ID<ActionRecord>
        package var area: ID<AreaRecord>
        package var areaReference: String?
        package var areaTitle: String
        package var reference: String?
        package var text: String
        package var whenText: String?
        package var whenKind: Plan.Timescale.Kind?
        package var finish: PartialDate?
        package var status: Plan.Action.Status?
        package var criteria: Int
        package var leads: [KeptPlan.Lead]
        /// How the work stands by its dates; nil for *no date*.
        package var computed: BRAG?
        package var claim: BRAG?
        /// The post or person that answers, by name.
        package var answers: String?
    }

    package struct Page: Sendable {
        package var entries: [Entry]
        /// How many pass the filter, on all pages.
        package var shown: Int
        package var all: Int
    }

    private static let actionTables = """
        JOIN plan_area area ON area.authority = a.authority AND area.id = a.area
        JOIN action_run r ON r.authority = a.authority AND r.action = a.id
        """
    private static let leadName = "COALESCE(person.name, post.title, node_version.name, l.printed)"
    private static let leadTables = """
        plan_action_lead l
        LEFT JOIN name_mapping m ON m.authority = l.authority AND m.name_key = l.name_key
        LEFT JOIN person ON person.authority = m.authority AND person.id = m.person
        LEFT JOIN post ON post.authority = m.authority AND post.id = m.post
        LEFT JOIN node_version ON node_version.authority = m.authority AND node_version.node = m.node
            AND node_version.until_day IS NULL
        """

    /// The actions that pass the filter, a page of them.
    package static func page(
        _ connection: Connection, _ authority: ID<Authority>, _ plan: ID<PlanRecord>, _ filter: PlanFilter,
        on today: Day, limit: Int, offset: Int
    ) throws -> Page {
        var conditions = Conditions(authority, plan)
        conditions.add(filter, on: today)
        let all =
            try connection.first(
                "SELECT COUNT(*) FROM plan_action WHERE authority = $1 AND plan = $2",
                [.id(authority), .id(plan)]
            ) { try $0.int(0) } ?? 0
        let shown =
            filter.isEmpty
            ? all
            : try connection.first(
                "SELECT COUNT(*) FROM plan_action a \(actionTables) WHERE \(conditions.sql)",
                conditions.values
            ) { try $0.int(0) } ?? 0
        let bounds = "LIMIT $\(conditions.values.count + 1) OFFSET $\(conditions.values.count + 2)"
        var entries = try connection.rows(
            """
            SELECT a.id, a.area, area.reference, area.title, a.reference, a.text, a.when_text, a.when_kind,
                a.finish, a.claimed_status,
                (SELECT COUNT(*) FROM plan_criterion c WHERE c.authority = a.authority AND c.action = a.id),
                \(computed(on: today)), r.claim,
                COALESCE(accountable_person.name, accountable_post.title)
            FROM plan_action a \(actionTables) \(RunSQL.joins)
            WHERE \(conditions.sql)
            ORDER BY area.position, a.position \(bounds)
            """,
            conditions.values + [.int(limit), .int(offset)], entry)
        let leads = try leads(connection, authority, plan)
        for index in entries.indices { entries[index].leads = leads[entries[index].id] ?? [] }
        return Page(entries: entries, shown: shown, all: all)
    }

    /// Everybody who leads anything in the plan, by the name shown, in order.
    package static func leadNames(
        _ connection: Connection, _ authority: ID<Authority>, _ plan: ID<PlanRecord>
    ) throws -> [String] {
        try connection.rows(
            """
            SELECT DISTINCT \(leadName) AS name FROM \(leadTables)
            WHERE l.authority = $1 AND l.plan = $2 ORDER BY name
            """, [.id(authority), .id(plan)]
        ) { try $0.text(0) }
    }

    static func leads(
        _ connection: Connection, _ authority: ID<Authority>, _ plan: ID<PlanRecord>,
        at moment: Instant? = nil
    ) throws -> [ID<ActionRecord>: [KeptPlan.Lead]] {
        var tables = leadTables
        if moment != nil {
            tables = tables.replacing("plan_action_lead l", with: PlanPast.leads("$3"))
        }
        var leads: [ID<ActionRecord>: [KeptPlan.Lead]] = [:]
        let rows = try connection.rows(
            """
            SELECT l.action, l.printed, person.name, COALESCE(post.title, node_version.name),
                CASE WHEN m.name_key IS NULL THEN 0 ELSE 1 END
            FROM \(tables)
            WHERE l.authority = $1 AND l.plan = $2 ORDER BY l.action, l.position
            """, [.id(authority), .id(plan)] + (moment.map { [.instant($0)] } ?? [])
        ) { row in
            (
                try row.id(0) as ID<ActionRecord>,
                KeptPlan.Lead(
                    printed: try row.text(1), person: try row.textOrNil(2), post: try row.textOrNil(3),
                    isSettled: try row.bool(4))
            )
        }
        for (action, lead) in rows { leads[action, default: []].append(lead) }
        return leads
    }

    /// Whoever answers for anything in the plan, by name.
    package static func answering(
        _ connection: Connection, _ authority: ID<Authority>, _ plan: ID<PlanRecord>
    ) throws -> [(who: Accountable, name: String)] {
        try connection.rows(
            """
            SELECT DISTINCT r.accountable_post, r.accountable_person,
                COALESCE(accountable_person.name, accountable_post.title) AS name
            FROM action_run r \(RunSQL.joins) WHERE r.authority = $1 AND r.plan = $2 ORDER BY name
            """, [.id(authority), .id(plan)]
        ) { row -> (who: Accountable, name: String)? in
            guard let who = Accountable(post: try row.idOrNil(0), person: try row.idOrNil(1)) else {
                return nil
            }
            return (who, try row.text(2))
        }.compactMap { $0 }
    }

    /// How the work stands by its dates. The days are our own values, never text from outside.
    fileprivate static func computed(on today: Day) -> String {
        ProgressSQL.expression(today: "'\(today)'", fourWeeksAgo: "'\(today.adding(days: -28))'")
    }

    private static func entry(_ row: Row) throws -> Entry {
        Entry(
            id: try row.id(0), area: try row.id(1), areaReference: try row.textOrNil(2),
            areaTitle: try row.text(3), reference: try row.textOrNil(4), text: try row.text(5),
            whenText: try row.textOrNil(6), whenKind: try row.textOrNil(7).flatMap(Plan.Timescale.Kind.init),
            finish: try row.textOrNil(8).flatMap { PartialDate($0) },
            status: try row.textOrNil(9).flatMap(Plan.Action.Status.init), criteria: try row.int(10),
            leads: [], computed: try row.textOrNil(11).flatMap(BRAG.init),
            claim: try row.textOrNil(12).flatMap(BRAG.init), answers: try row.textOrNil(13))
    }

    /// A WHERE clause with its values, numbered as they are added.
    private struct Conditions {
        var sql: String
        var values: [SQLValue]
        private let leadTables = PlanListSQL.leadTables
        private let leadName = PlanListSQL.leadName

        init(_ authority: ID<Authority>, _ plan: ID<PlanRecord>) {
            sql = "a.authority = $1 AND a.plan = $2"
            values = [.id(authority), .id(plan)]
        }

        mutating func add(_ filter: PlanFilter, on today: Day) {
            if let area = filter.area { add("a.area = ", .id(area)) }
            let ofThis = "l.authority = a.authority AND l.action = a.id"
            if let lead = filter.lead {
                if lead.isEmpty {
                    sql += " AND NOT EXISTS (SELECT 1 FROM plan_action_lead l WHERE \(ofThis))"
                } else {
                    sql += " AND EXISTS (SELECT 1 FROM \(leadTables) WHERE \(ofThis)"
                    add("\(leadName) = ", .text(lead))
                    sql += ")"
                }
            }
            switch filter.answers {
            case nil: break
            case .nobody: sql += " AND r.accountable_post IS NULL AND r.accountable_person IS NULL"
            case .somebody(.post(let post)): add("r.accountable_post = ", .id(post))
            case .somebody(.person(let person)): add("r.accountable_person = ", .id(person))
            }
            if let work = filter.work {
                let computed = PlanListSQL.computed(on: today)
                switch work {
                case .none: sql += " AND (\(computed)) IS NULL"
                case .differs: sql += " AND r.claim IS NOT NULL AND COALESCE((\(computed)), '') <> r.claim"
                case .proposed: sql += " AND r.closing = 'proposed'"
                case .blue, .green, .amber, .red, .grey: add("(\(computed)) = ", .text(work.rawValue))
                }
            }
            switch filter.due {
            case nil: break
            case .past: add("a.finish_last < ", .day(today))
            case .fourWeeks:
                add("a.finish_last >= ", .day(today))
                add("a.finish_last <= ", .day(today.adding(days: 28)))
            case .later: add("a.finish_last > ", .day(today.adding(days: 28)))
            case .some(.none): sql += " AND a.finish_last IS NULL"
            }
            for word in filter.words.lowercased().split(separator: " ").prefix(8) {
                let escaped = word.replacing("\\", with: "\\\\").replacing("%", with: "\\%")
                    .replacing("_", with: "\\_")
                let searched = "LOWER(COALESCE(a.reference, '') || ' ' || a.text || ' ' || area.title)"
                add("\(searched) LIKE ", .text("%\(escaped)%"))
                sql += " ESCAPE '\\'"
            }
        }

        private mutating func add(_ comparison: String, _ value: SQLValue) {
            values.append(value)
            sql += " AND \(comparison)$\(values.count)"
        }
    }
}
