package import Kernel
package import PlanFormat
package import Storage

// MARK: Writing

extension PlanSQL {
    /// What a new plan hangs on.
    package struct Setting: Sendable {
        package var node: ID<Node>?
        package var partOf: ID<PlanRecord>?
        package var follows: ID<PlanRecord>?
        package var inspection: ID<InspectionRecord>?
        package var sourceFile: ID<StoredFile>?
        package var sourceName: String?

        package init() {}
    }

    /// Writes a whole plan: header, areas, actions, leads, criteria and the rest, in order.
    package static func insert(
        _ plan: Plan, titled title: String, as id: ID<PlanRecord>, _ setting: Setting,
        _ authority: ID<Authority>, _ connection: Connection, at now: Instant
    ) throws {
        try connection.run(
            """
            INSERT INTO plan (authority, id, title, version, dated, status, owners, update_frequency,
                base_year, rest_json, node, part_of, follows, inspection, source_file, source_name, made_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
            """,
            [
                .id(authority), .id(id), .text(title), .optional(plan.version),
                .optional(plan.date?.description), .optional(plan.status), lines(plan.owners),
                .optional(plan.updateFrequency?.rawValue), .int(plan.baseYear), .text(PlanRest.text(plan)),
                .id(setting.node), .id(setting.partOf), .id(setting.follows), .id(setting.inspection),
                .id(setting.sourceFile), .optional(setting.sourceName),
                .instant(now),
            ])
        try connection.run(
            """
            INSERT INTO plan_run (authority, plan, update_every_days, update_words) VALUES ($1, $2, $3, $4)
            """,
            [
                .id(authority), .id(id), .int(plan.updateFrequency?.daysBetweenUpdates ?? 28),
                .optional(plan.updateFrequency?.rawValue),
            ])
        var position = 0
        for area in plan.areas {
            position += 1
            let areaID = ID<AreaRecord>.make(at: now)
            try write(area, as: areaID, position: position, of: id, authority, connection)
            var actions: [String: ID<ActionRecord>] = [:]
            for action in area.actions {
                position += 1
                let actionID = ID<ActionRecord>.make(at: now)
                try write(
                    action, as: actionID, in: areaID, position: position, of: id, authority, connection)
                if let reference = action.reference, actions[reference] == nil {
                    actions[reference] = actionID
                }
            }
            for criterion in area.criteria {
                position += 1
                try write(
                    criterion, as: ID.make(at: now), in: areaID,
                    action: criterion.action.flatMap { actions[$0] }, position: position, of: id, authority,
                    connection)
            }
            position = try insertItems(
                of: area, areaID, after: position, of: id, authority, connection, at: now)
        }
        try PlanPast.keepAll(id, authority, connection, at: now)
    }

    package static func insert(
        _ area: Plan.Area, as id: ID<AreaRecord>, position: Int, of plan: ID<PlanRecord>,
        _ authority: ID<Authority>, _ connection: Connection, at now: Instant
    ) throws {
        try write(area, as: id, position: position, of: plan, authority, connection)
        try PlanPast.keep(area: id, authority, connection, at: now)
    }

    private static func write(
        _ area: Plan.Area, as id: ID<AreaRecord>, position: Int, of plan: ID<PlanRecord>,
        _ authority: ID<Authority>, _ connection: Connection
    ) throws {
        try connection.run(
            """
            INSERT INTO plan_area (authority, id, plan, position, reference, section, title, sources, place)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """,
            [
                .id(authority), .id(id), .id(plan), .int(position), .optional(area.reference),
                .optional(area.section), .text(area.title), lines(area.sources),
                .optional(area.place?.description),
            ])
    }

    package static func insert(
        _ action: Plan.Action, as id: ID<ActionRecord>, in area: ID<AreaRecord>, position: Int,
        of plan: ID<PlanRecord>, _ authority: ID<Authority>, _ connection: Connection, at now: Instant
    ) throws {
        try write(action, as: id, in: area, position: position, of: plan, authority, connection)
        try PlanPast.keep(action: id, authority, connection, at: now)
    }

    private static func write(
        _ action: Plan.Action, as id: ID<ActionRecord>, in area: ID<AreaRecord>, position: Int,
        of plan: ID<PlanRecord>, _ authority: ID<Authority>, _ connection: Connection
    ) throws {
        let when = action.timescale
        try connection.run(
            """
            INSERT INTO plan_action (authority, id, plan, area, position, label, reference, text, when_text,
                when_kind, start, finish, finish_last, claimed_status, see_also, place, lead_place, when_place)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
            """,
            [
                .id(authority), .id(id), .id(plan), .id(area), .int(position), .optional(action.label),
                .optional(action.reference), .text(action.text), .optional(when?.text),
                .optional(when?.kind.rawValue), .optional(when?.start?.description),
                .optional(when?.finish?.description), .day(when?.finish?.last),
                .optional(action.status?.rawValue), lines(action.seeAlso),
                .optional(action.place?.description), .optional(action.leadPlace?.description),
                .optional(when?.place?.description),
            ])
        try connection.run(
            "INSERT INTO action_run (authority, action, plan) VALUES ($1, $2, $3)",
            [.id(authority), .id(id), .id(plan)])
        try insert(leads: action.leads, of: id, of: plan, authority, connection)
    }

    /// Sets the leads of an action, as printed; whoever they are mapped to follows from the names.
    private static func replace(
        leads: [String], of action: ID<ActionRecord>, of plan: ID<PlanRecord>, _ authority: ID<Authority>,
        _ connection: Connection
    ) throws {
        try connection.run(
            "DELETE FROM plan_action_lead WHERE authority = $1 AND action = $2",
            [.id(authority), .id(action)])
        try insert(leads: leads, of: action, of: plan, authority, connection)
    }

    private static func insert(
        leads: [String], of action: ID<ActionRecord>, of plan: ID<PlanRecord>, _ authority: ID<Authority>,
        _ connection: Connection
    ) throws {
        for (index, lead) in leads.enumerated() {
            try connection.run(
                """
                INSERT INTO plan_action_lead (authority, action, position, plan, printed, name_key)
                VALUES ($1, $2, $3, $4, $5, $6)
                """,
                [
                    .id(authority), .id(action), .int(index + 1), .id(plan), .text(lead),
                    .text(NameKey.fold(lead)),
                ])
        }
    }

    package static func insert(
        _ criterion: Plan.Criterion, as id: ID<CriterionRecord>, in area: ID<AreaRecord>,
        action: ID<ActionRecord>?, position: Int, of plan: ID<PlanRecord>, _ authority: ID<Authority>,
        _ connection: Connection, at now: Instant
    ) throws {
        try write(
            criterion, as: id, in: area, action: action, position: position, of: plan, authority, connection)
        try PlanPast.keep(criterion: id, authority, connection, at: now)
    }

    private static func write(
        _ criterion: Plan.Criterion, as id: ID<CriterionRecord>, in area: ID<AreaRecord>,
        action: ID<ActionRecord>?, position: Int, of plan: ID<PlanRecord>, _ authority: ID<Authority>,
        _ connection: Connection
    ) throws {
        try connection.run(
            """
            INSERT INTO plan_criterion
                (authority, id, plan, area, action, position, label, text, kind, place)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            """,
            [
                .id(authority), .id(id), .id(plan), .id(area), .id(action), .int(position),
                .optional(criterion.label), .text(criterion.text), .text(criterion.kind.rawValue),
                .optional(criterion.place?.description),
            ])
    }

    /// Writes anew what an area's row says besides its actions and criteria; how it stood is kept.
    static func replaceItems(
        of area: Plan.Area, _ id: ID<AreaRecord>, of plan: ID<PlanRecord>, _ authority: ID<Authority>,
        _ connection: Connection, at now: Instant
    ) throws {
        try PlanPast.removeItems(of: id, authority, connection, at: now)
        _ = try insertItems(
            of: area, id, after: try nextPosition(in: plan, authority, connection) - 1, of: plan, authority,
            connection, at: now)
        try PlanPast.keepItems(of: id, authority, connection, at: now)
    }

    private static func insertItems(
        of area: Plan.Area, _ areaID: ID<AreaRecord>, after last: Int, of plan: ID<PlanRecord>,
        _ authority: ID<Authority>, _ connection: Connection, at now: Instant
    ) throws -> Int {
        var position = last
        func insert(_ kind: String, _ item: Plan.Item, _ monitoring: Plan.Monitoring? = nil) throws {
            position += 1
            try connection.run(
                """
                INSERT INTO plan_area_item (authority, id, plan, area, position, kind, label, text, frequency,
                    sample_percent, quota_number, quota_per, by_whom, place)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
                """,
                [
                    .id(authority), .id(ID<Plan.Item>.make(at: now)), .id(plan), .id(areaID),
                    .int(position),
                    .text(kind), .optional(item.label), .text(item.text),
                    .optional(monitoring?.frequency?.rawValue),
                    .optional(monitoring?.samplePercent), .int(monitoring?.quota?.number),
                    .optional(monitoring?.quota?.per),
                    .optional(monitoring.map { $0.by.joined(separator: "\n") }),
                    .optional(item.place?.description),
                ])
        }
        for item in area.changes { try insert("change", item) }
        for item in area.monitoring {
            try insert("monitoring", Plan.Item(label: item.label, text: item.text, place: item.place), item)
        }
        for item in area.evidence { try insert("evidence", item) }
        return position
    }

    /// Counts a change to anything of the plan, so that what was computed from it is computed afresh.
    package static func touch(
        _ plan: ID<PlanRecord>, _ authority: ID<Authority>, _ connection: Connection
    ) throws {
        try connection.run(
            "UPDATE plan SET revision = revision + 1 WHERE authority = $1 AND id = $2",
            [.id(authority), .id(plan)])
    }

    /// The next free place in the plan's order, after everything of that area.
    package static func nextPosition(
        in plan: ID<PlanRecord>, _ authority: ID<Authority>, _ connection: Connection
    ) throws -> Int {
        let last = try connection.first(
            """
            SELECT MAX(position) FROM (
                SELECT position FROM plan_area WHERE authority = $1 AND plan = $2
                UNION ALL SELECT position FROM plan_action WHERE authority = $1 AND plan = $2
                UNION ALL SELECT position FROM plan_criterion WHERE authority = $1 AND plan = $2
                UNION ALL SELECT position FROM plan_area_item WHERE authority = $1 AND plan = $2
            ) AS positions
            """, [.id(authority), .id(plan)]
        ) { try $0.intOrNil(0) }
        return ((last ?? nil) ?? 0) + 1
    }

    /// Texts of one line each, kept as lines.
    static func lines(_ texts: [String]) -> SQLValue {
        .text(texts.map { $0.replacing("\n", with: " ") }.joined(separator: "\n"))
    }
}

// MARK: Changing

extension PlanSQL {
    /// Writes the action's own words anew; false when somebody changed it since that revision.
    package static func update(
        _ action: Plan.Action, _ id: ID<ActionRecord>, revision: Int, of plan: ID<PlanRecord>,
        _ authority: ID<Authority>, _ connection: Connection, at now: Instant
    ) throws -> Bool {
        let when = action.timescale
        let changed = try connection.run(
            """
            UPDATE plan_action SET reference = $4, text = $5, when_text = $6, when_kind = $7, start = $8,
                finish = $9, finish_last = $10, claimed_status = $11, revision = revision + 1
            WHERE authority = $1 AND id = $2 AND revision = $3
            """,
            [
                .id(authority), .id(id), .int(revision), .optional(action.reference), .text(action.text),
                .optional(when?.text), .optional(when?.kind.rawValue), .optional(when?.start?.description),
                .optional(when?.finish?.description), .day(when?.finish?.last),
                .optional(action.status?.rawValue),
            ])
        guard changed == 1 else { return false }
        try replace(leads: action.leads, of: id, of: plan, authority, connection)
        try PlanPast.keep(action: id, authority, connection, at: now)
        try touch(plan, authority, connection)
        return true
    }

    /// Writes the area's own words anew; false when somebody changed it since that revision.
    package static func update(
        _ area: Plan.Area, _ id: ID<AreaRecord>, revision: Int, of plan: ID<PlanRecord>,
        _ authority: ID<Authority>, _ connection: Connection, at now: Instant
    ) throws -> Bool {
        let changed = try connection.run(
            """
            UPDATE plan_area SET reference = $4, section = $5, title = $6, sources = $7,
                revision = revision + 1
            WHERE authority = $1 AND id = $2 AND revision = $3
            """,
            [
                .id(authority), .id(id), .int(revision), .optional(area.reference), .optional(area.section),
                .text(area.title), lines(area.sources),
            ])
        guard changed == 1 else { return false }
        try PlanPast.keep(area: id, authority, connection, at: now)
        try touch(plan, authority, connection)
        return true
    }

    /// Writes the criterion anew; false when somebody changed it since that revision.
    package static func update(
        _ criterion: Plan.Criterion, _ id: ID<CriterionRecord>, action: ID<ActionRecord>?, revision: Int,
        of plan: ID<PlanRecord>, _ authority: ID<Authority>, _ connection: Connection, at now: Instant
    ) throws -> Bool {
        let changed = try connection.run(
            """
            UPDATE plan_criterion SET action = $4, label = $5, text = $6, kind = $7, revision = revision + 1
            WHERE authority = $1 AND id = $2 AND revision = $3
            """,
            [
                .id(authority), .id(id), .int(revision), .id(action), .optional(criterion.label),
                .text(criterion.text), .text(criterion.kind.rawValue),
            ])
        guard changed == 1 else { return false }
        try PlanPast.keep(criterion: id, authority, connection, at: now)
        try touch(plan, authority, connection)
        return true
    }
}

extension PlanSQL {
    /// Writes the plan's head anew; false when anything of the plan changed since that revision.
    package static func update(
        _ changed: Plan, _ setting: Setting, _ plan: KeptPlan.Header, _ authority: ID<Authority>,
        _ connection: Connection, at now: Instant
    ) throws -> Bool {
        let count = try connection.run(
            """
            UPDATE plan SET title = $4, version = $5, dated = $6, status = $7, owners = $8,
                update_frequency = $9, node = $10, part_of = $11, follows = $12, inspection = $13,
                revision = revision + 1
            WHERE authority = $1 AND id = $2 AND revision = $3
            """,
            [
                .id(authority), .id(plan.id), .int(plan.revision), .optional(changed.title),
                .optional(changed.version), .optional(changed.date?.description), .optional(changed.status),
                lines(changed.owners), .optional(changed.updateFrequency?.rawValue), .id(setting.node),
                .id(setting.partOf), .id(setting.follows), .id(setting.inspection),
            ])
        guard count == 1 else { return false }
        try PlanPast.keep(head: plan.id, authority, connection, at: now)
        return true
    }
}
