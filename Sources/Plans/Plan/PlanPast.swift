package import Kernel
package import Storage

/// How each record of a plan has stood, from when: what "the plan as at a date" is read from.
///
/// Whatever writes to `plan`, `plan_area`, `plan_action`, `plan_criterion` or `plan_area_item` keeps the record here
/// in the same transaction. Rows are added and never changed.
package enum PlanPast {
    /// A table with the same columns as the one whose rows it keeps, and when each of them began to hold.
    struct Table: Sendable {
        let name: String
        let columns: String

        var past: String { "\(name)_past" }

        static let head = Table(
            name: "plan",
            columns: """
                title, version, dated, status, owners, update_frequency, base_year, rest_json, node, part_of,
                follows, inspection, source_file, source_name, made_at, revision
                """)
        static let area = Table(
            name: "plan_area",
            columns: "plan, position, reference, section, title, sources, place, revision")
        static let action = Table(
            name: "plan_action",
            columns: """
                plan, area, position, label, reference, text, when_text, when_kind, start, finish, finish_last,
                claimed_status, see_also, place, lead_place, when_place, revision
                """)
        static let criterion = Table(
            name: "plan_criterion",
            columns: "plan, area, action, position, label, text, kind, place, revision")
        static let item = Table(
            name: "plan_area_item",
            columns: """
                plan, area, position, kind, label, text, frequency, sample_percent, quota_number, quota_per,
                by_whom, place
                """)
    }

    package static func keep(
        head plan: ID<PlanRecord>, _ authority: ID<Authority>, _ connection: Connection, at now: Instant
    ) throws {
        try keep(.head, "t.id = $3", .id(plan), authority, connection, now)
    }

    package static func keep(
        area: ID<AreaRecord>, _ authority: ID<Authority>, _ connection: Connection, at now: Instant
    ) throws {
        try keep(.area, "t.id = $3", .id(area), authority, connection, now)
    }

    /// With the leads that are printed for it.
    package static func keep(
        action: ID<ActionRecord>, _ authority: ID<Authority>, _ connection: Connection, at now: Instant
    ) throws {
        try keep(.action, "t.id = $3", .id(action), authority, connection, now)
        try keepLeads("p.id = $2", .id(action), authority, connection)
    }

    package static func keep(
        criterion: ID<CriterionRecord>, _ authority: ID<Authority>, _ connection: Connection, at now: Instant
    ) throws {
        try keep(.criterion, "t.id = $3", .id(criterion), authority, connection, now)
    }

    /// Everything of a plan that was just written.
    static func keepAll(
        _ plan: ID<PlanRecord>, _ authority: ID<Authority>, _ connection: Connection, at now: Instant
    ) throws {
        try keep(head: plan, authority, connection, at: now)
        for table in [Table.area, .action, .criterion, .item] {
            try keep(table, "t.plan = $3", .id(plan), authority, connection, now)
        }
        try keepLeads("p.plan = $2", .id(plan), authority, connection)
    }

    private static func keep(
        _ table: Table, _ which: String, _ id: SQLValue, _ authority: ID<Authority>,
        _ connection: Connection, _ now: Instant, removed: Bool = false
    ) throws {
        try connection.run(
            """
            INSERT INTO \(table.past) (authority, id, sequence, at, removed, \(table.columns))
            SELECT t.authority, t.id,
                1 + COALESCE((SELECT MAX(p.sequence) FROM \(table.past) p
                    WHERE p.authority = t.authority AND p.id = t.id), 0),
                CAST($2 AS TEXT), \(removed ? 1 : 0), \(table.columns)
            FROM \(table.name) t WHERE t.authority = $1 AND \(which)
            """, [.id(authority), .instant(now), id])
    }

    /// The leads of the latest row of each action, which has none yet.
    private static func keepLeads(
        _ which: String, _ id: SQLValue, _ authority: ID<Authority>, _ connection: Connection
    ) throws {
        try connection.run(
            """
            INSERT INTO plan_action_lead_past
                (authority, action, sequence, position, plan, printed, name_key)
            SELECT l.authority, l.action, p.sequence, l.position, l.plan, l.printed, l.name_key
            FROM plan_action_past p
            JOIN plan_action_lead l ON l.authority = p.authority AND l.action = p.id
            WHERE p.authority = $1 AND \(which)
                AND p.sequence = (SELECT MAX(q.sequence) FROM plan_action_past q
                    WHERE q.authority = p.authority AND q.id = p.id)
            """, [.id(authority), id])
    }

    /// What an area's row says besides its actions and criteria.
    static func keepItems(
        of area: ID<AreaRecord>, _ authority: ID<Authority>, _ connection: Connection, at now: Instant
    ) throws {
        try keep(.item, "t.area = $3", .id(area), authority, connection, now)
    }

    /// Takes what an area's row says besides its actions out of the plan; how it stood is kept.
    static func removeItems(
        of area: ID<AreaRecord>, _ authority: ID<Authority>, _ connection: Connection, at now: Instant
    ) throws {
        try keep(.item, "t.area = $3", .id(area), authority, connection, now, removed: true)
        try connection.run(
            "DELETE FROM plan_area_item WHERE authority = $1 AND area = $2", [.id(authority), .id(area)])
    }
}

extension PlanPast {
    /// What to read a record from: its table, or at a moment the rows that held then.
    ///
    /// `moment` is the parameter that holds the instant, such as `$3`; nil for now.
    static func source(_ table: Table, _ moment: String?, one which: String) -> String {
        guard let moment else { return table.name }
        return """
            (SELECT x.authority, x.id, x.sequence, \(table.columns) FROM \(table.past) x
                WHERE x.authority = $1 AND \(which) AND x.removed = 0
                    AND x.sequence = (SELECT MAX(y.sequence) FROM \(table.past) y
                        WHERE y.authority = x.authority AND y.id = x.id AND y.at <= \(moment)))
            """
    }

    /// `plan_action_lead l` as it was at that moment, with `$1` the authority and `$2` the plan.
    static func leads(_ moment: String) -> String {
        """
        (SELECT x.authority, x.action, x.position, x.plan, x.printed, x.name_key
            FROM plan_action_lead_past x
            WHERE x.authority = $1 AND x.plan = $2
                AND x.sequence = (SELECT MAX(y.sequence) FROM plan_action_past y
                    WHERE y.authority = x.authority AND y.id = x.action AND y.at <= \(moment))) l
        """
    }
}
