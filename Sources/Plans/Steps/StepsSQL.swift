package import Kernel
package import Storage

/// Steps and waits. A step's every revision is kept; a wait that is over keeps when it ended.
package enum StepsSQL {
    /// The latest revision of each step, of those not withdrawn.
    private static let current = """
        FROM action_step s
        LEFT JOIN account doer ON doer.authority = s.authority AND doer.id = s.done_by
        WHERE s.authority = $1 AND s.withdrawn = 0 AND s.revision =
            (SELECT MAX(v.revision) FROM action_step v WHERE v.authority = s.authority AND v.id = s.id)
        """

    package static func steps(
        of action: ID<ActionRecord>, _ authority: ID<Authority>, _ connection: Connection
    ) throws -> [ActionStep] {
        try connection.rows(
            """
            SELECT s.id, s.revision, s.text, s.due, s.done_on, s.done_by, doer.name \(current)
                AND s.action = $2 ORDER BY s.due, s.id
            """, [.id(authority), .id(action)]
        ) { try step($0, from: 0) }
    }

    /// The steps of every action of the plan.
    static func steps(
        ofPlan plan: ID<PlanRecord>, _ authority: ID<Authority>, _ connection: Connection
    ) throws -> [(action: ID<ActionRecord>, step: ActionStep)] {
        try connection.rows(
            """
            SELECT s.action, s.id, s.revision, s.text, s.due, s.done_on, s.done_by, doer.name \(current)
                AND s.plan = $2 ORDER BY s.due, s.id
            """, [.id(authority), .id(plan)]
        ) { (try $0.id(0), try step($0, from: 1)) }
    }

    private static func step(_ row: Row, from column: Int) throws -> ActionStep {
        var step = ActionStep(
            id: try row.id(column), revision: try row.int(column + 1), text: try row.text(column + 2),
            due: try row.day(column + 3), done: nil)
        if let day = try row.dayOrNil(column + 4), let account: ID<Account> = try row.idOrNil(column + 5) {
            step.done = ActionStep.Done(day: day, account: account, by: try row.textOrNil(column + 6) ?? "")
        }
        return step
    }

    /// Adds a revision of a step; the first one makes it.
    static func insert(
        _ step: ActionStep, isWithdrawn: Bool = false, of action: ID<ActionRecord>, _ plan: ID<PlanRecord>,
        by officer: Officer, at now: Instant, _ connection: Connection
    ) throws {
        try connection.run(
            """
            INSERT INTO action_step (authority, id, revision, plan, action, text, due, done_on, done_by, withdrawn,
                at, account, person)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
            """,
            [
                .id(officer.authority), .id(step.id), .int(step.revision), .id(plan), .id(action),
                .text(step.text), .day(step.due), .day(step.done?.day), .id(step.done?.account),
                .bool(isWithdrawn), .instant(now), .id(officer.account), .id(officer.person),
            ])
    }
}

// MARK: Waits

extension StepsSQL {
    private static let isOpen = "w.authority = $1 AND w.ended_at IS NULL"

    /// Every wait of the authority that is not over.
    package static func waits(
        _ authority: ID<Authority>, _ connection: Connection
    ) throws -> [ActionWait] {
        try connection.rows(
            "SELECT w.id, w.action, w.waits_for, w.why FROM action_wait w WHERE \(isOpen) ORDER BY w.id",
            [.id(authority)]
        ) {
            ActionWait(
                id: try $0.id(0), action: try $0.id(1), waitsFor: try $0.id(2), why: try $0.text(3))
        }
    }

    static func actions(
        _ ids: some Sequence<ID<ActionRecord>>, _ authority: ID<Authority>, _ connection: Connection
    ) throws -> [ID<ActionRecord>: WaitingAction] {
        let list = ids.map { "\($0.rawValue)" }.joined(separator: ", ")
        guard !list.isEmpty else { return [:] }
        let rows = try connection.rows(
            """
            SELECT a.id, a.plan, p.title, a.reference, a.text, a.start, a.finish, r.first_finish, r.closed_on
            FROM plan_action a
            JOIN plan p ON p.authority = a.authority AND p.id = a.plan
            JOIN action_run r ON r.authority = a.authority AND r.action = a.id
            WHERE a.authority = $1 AND a.id IN (\(list))
            """, [.id(authority)], action)
        return Dictionary(rows.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The actions of those plans, in their order, for choosing what to wait for.
    static func actions(
        of plans: Set<ID<PlanRecord>>, _ authority: ID<Authority>, _ connection: Connection
    ) throws -> [WaitingAction] {
        guard !plans.isEmpty else { return [] }
        let list = plans.map(\.rawValue).sorted().map(String.init).joined(separator: ", ")
        return try connection.rows(
            """
            SELECT a.id, a.plan, p.title, a.reference, a.text, a.start, a.finish, r.first_finish, r.closed_on
            FROM plan_action a
            JOIN plan p ON p.authority = a.authority AND p.id = a.plan
            JOIN plan_area area ON area.authority = a.authority AND area.id = a.area
            JOIN action_run r ON r.authority = a.authority AND r.action = a.id
            WHERE a.authority = $1 AND a.plan IN (\(list)) ORDER BY p.id, area.position, a.position
            """, [.id(authority)], action)
    }

    private static func action(_ row: Row) throws -> WaitingAction {
        WaitingAction(
            id: try row.id(0), plan: try row.id(1), planTitle: try row.text(2),
            reference: try row.textOrNil(3),
            text: try row.text(4), start: try row.textOrNil(5).flatMap { PartialDate($0) },
            finish: try row.textOrNil(6).flatMap { PartialDate($0) },
            firstFinish: try row.textOrNil(7).flatMap { PartialDate($0) }, closed: try row.dayOrNil(8))
    }

    static func insert(
        _ wait: ActionWait, by officer: Officer, at now: Instant, _ connection: Connection
    ) throws {
        try connection.run(
            """
            INSERT INTO action_wait (authority, id, action, waits_for, why, at, account, person)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            """,
            [
                .id(officer.authority), .id(wait.id), .id(wait.action), .id(wait.waitsFor), .text(wait.why),
                .instant(now), .id(officer.account), .id(officer.person),
            ])
    }

    /// False when it is over already.
    static func end(
        _ wait: ID<ActionWait>, by officer: Officer, at now: Instant, _ connection: Connection
    ) throws -> Bool {
        try connection.run(
            """
            UPDATE action_wait SET ended_at = $3, ended_by = $4
            WHERE authority = $1 AND id = $2 AND ended_at IS NULL
            """, [.id(officer.authority), .id(wait), .instant(now), .id(officer.account)]) == 1
    }
}

// MARK: Into the plan that follows

extension StepsSQL {
    /// Takes open steps and waits into the plan that follows; `pairs` gives the new action of each old one.
    package static func carry(
        _ pairs: [ID<ActionRecord>: ID<ActionRecord>], to plan: ID<PlanRecord>, by officer: Officer,
        at now: Instant, _ connection: Connection
    ) throws {
        for (old, new) in pairs.sorted(by: { $0.key < $1.key }) {
            for var step in try steps(of: old, officer.authority, connection) where step.done == nil {
                (step.id, step.revision) = (.make(at: now), 1)
                try insert(step, of: new, plan, by: officer, at: now, connection)
            }
        }
        for wait in try waits(officer.authority, connection) {
            guard let action = pairs[wait.action] else { continue }
            let carried = ActionWait(
                id: .make(at: now), action: action, waitsFor: pairs[wait.waitsFor] ?? wait.waitsFor,
                why: wait.why)
            try insert(carried, by: officer, at: now, connection)
        }
    }
}
