package import Kernel
package import PlanFormat
package import Storage

/// The dates that actions have had. Rows are added; none is changed or taken away.
package enum DatesSQL {
    /// Who makes a fact; the account is nil where the program itself does.
    package struct Actor: Sendable {
        package var account: ID<Account>?
        package var person: ID<Person>?

        package init(account: ID<Account>?, person: ID<Person>?) {
            self.account = account
            self.person = person
        }

        package init(_ officer: Officer) {
            self.init(account: officer.account, person: officer.person)
        }
    }
}

// MARK: First dates

extension DatesSQL {
    /// Locks the first date of every action that has a finish and none locked yet; gives how many.
    ///
    /// Call it in the transaction that publishes the plan, with the same moment. What is locked at a later
    /// moment than the first publication is *dated late*.
    @discardableResult
    package static func lock(
        _ plan: ID<PlanRecord>, _ authority: ID<Authority>, at now: Instant, by actor: Actor,
        _ connection: Connection
    ) throws -> Int {
        let isLate = try published(plan, authority, connection).map { $0 < now } ?? false
        return try lock(
            "a.plan = $2", .id(plan), isLate: isLate, authority, at: now, by: actor, connection)
    }

    /// Locks the date of one action that was just given its first, where its plan has been published.
    @discardableResult
    package static func lock(
        action: ID<ActionRecord>, of plan: ID<PlanRecord>, _ authority: ID<Authority>, at now: Instant,
        by actor: Actor, _ connection: Connection
    ) throws -> Bool {
        guard try published(plan, authority, connection) != nil else { return false }
        return try lock("a.id = $2", .id(action), isLate: true, authority, at: now, by: actor, connection) > 0
    }

    /// When the plan was first published; nil before that.
    static func published(
        _ plan: ID<PlanRecord>, _ authority: ID<Authority>, _ connection: Connection
    ) throws -> Instant? {
        try connection.first(
            "SELECT published_at FROM plan_run WHERE authority = $1 AND plan = $2",
            [.id(authority), .id(plan)]
        ) { try $0.instantOrNil(0) } ?? nil
    }

    private static func lock(
        _ condition: String, _ value: SQLValue, isLate: Bool, _ authority: ID<Authority>, at now: Instant,
        by actor: Actor, _ connection: Connection
    ) throws -> Int {
        let locked = try connection.run(
            """
            INSERT INTO action_date (authority, action, sequence, start, finish, finish_last, printed, dated_late,
                at, account, person)
            SELECT a.authority, a.id, 1, a.start, a.finish, a.finish_last, COALESCE(a.when_text, a.finish), $3,
                $4, $5, $6
            FROM plan_action a JOIN action_run r ON r.authority = a.authority AND r.action = a.id
            WHERE a.authority = $1 AND \(condition) AND a.finish IS NOT NULL AND r.first_locked_at IS NULL
            """,
            [
                .id(authority), value, .bool(isLate), .instant(now), .id(actor.account), .id(actor.person),
            ])
        guard locked > 0 else { return 0 }
        try connection.run(
            """
            UPDATE action_run SET first_start = a.start, first_finish = a.finish,
                first_finish_last = a.finish_last, first_locked_at = $3, dated_late = $4
            FROM plan_action a
            WHERE a.authority = action_run.authority AND a.id = action_run.action
                AND action_run.authority = $1 AND \(condition) AND a.finish IS NOT NULL
                AND action_run.first_locked_at IS NULL
            """, [.id(authority), value, .instant(now), .bool(isLate)])
        return locked
    }
}

// MARK: Later dates

extension DatesSQL {
    /// Why a date moves, and who said that it may.
    package struct Ground: Sendable {
        package var reason: String
        package var approver: String
        package var approved: Day
        package var request: ID<DateRequest>?

        package init(reason: String, approver: String, approved: Day, request: ID<DateRequest>? = nil) {
            self.reason = reason
            self.approver = approver
            self.approved = approved
            self.request = request
        }
    }

    /// Gives an action whose first date is locked another date: the one way in which a locked date moves.
    ///
    /// False when the action was changed meanwhile, or has no first date. A later finish counts as a slip.
    package static func move(
        _ action: ID<ActionRecord>, of plan: ID<PlanRecord>, to timescale: Plan.Timescale, on ground: Ground,
        _ authority: ID<Authority>, at now: Instant, by actor: Actor, _ connection: Connection
    ) throws -> Bool {
        guard let finish = timescale.finish,
            let kept = try PlanSQL.plan(connection, authority, plan)?.actions.first(where: { $0.id == action }
            ),
            try PlanSQL.update(
                kept.value.with(timescale), action, revision: kept.revision, of: plan, authority, connection,
                at: now)
        else { return false }
        return try add(timescale, finish, to: action, on: ground, authority, at: now, by: actor, connection)
    }

    /// The new row, and the count of slips.
    private static func add(
        _ timescale: Plan.Timescale, _ finish: PartialDate, to action: ID<ActionRecord>, on ground: Ground,
        _ authority: ID<Authority>, at now: Instant, by actor: Actor, _ connection: Connection
    ) throws -> Bool {
        let last = try connection.first(
            """
            SELECT sequence, finish_last FROM action_date WHERE authority = $1 AND action = $2
            ORDER BY sequence DESC LIMIT 1
            """, [.id(authority), .id(action)]
        ) { (try $0.int(0), try $0.day(1)) }
        guard let last else { return false }
        try connection.run(
            """
            INSERT INTO action_date (authority, action, sequence, start, finish, finish_last, printed, dated_late,
                reason, approver, approved_on, request, at, account, person)
            VALUES ($1, $2, $3, $4, $5, $6, $7, 0, $8, $9, $10, $11, $12, $13, $14)
            """,
            [
                .id(authority), .id(action), .int(last.0 + 1), .optional(timescale.start?.description),
                .text(finish.description), .day(finish.last), .text(timescale.text), .text(ground.reason),
                .text(ground.approver), .day(ground.approved), .id(ground.request), .instant(now),
                .id(actor.account), .id(actor.person),
            ])
        if finish.last > last.1 {
            try connection.run(
                "UPDATE action_run SET slips = slips + 1 WHERE authority = $1 AND action = $2",
                [.id(authority), .id(action)])
        }
        return true
    }

    /// Takes an action's dates into the plan that follows: its first date, every move, and its slips.
    ///
    /// Where the following plan sets another finish than the action last had, that is one more move, on `ground`.
    package static func carry(
        from old: ID<ActionRecord>, to new: ID<ActionRecord>, on ground: Ground, _ authority: ID<Authority>,
        at now: Instant, by actor: Actor, _ connection: Connection
    ) throws {
        let carried = try connection.run(
            """
            INSERT INTO action_date (authority, action, sequence, start, finish, finish_last, printed, dated_late,
                reason, approver, approved_on, request, carried_from, at, account, person)
            SELECT authority, $3, sequence, start, finish, finish_last, printed, dated_late, reason, approver,
                approved_on, request, $2, at, account, person
            FROM action_date WHERE authority = $1 AND action = $2
            """, [.id(authority), .id(old), .id(new)])
        guard carried > 0 else { return }
        try connection.run(
            """
            UPDATE action_run SET first_start = o.first_start, first_finish = o.first_finish,
                first_finish_last = o.first_finish_last, first_locked_at = o.first_locked_at,
                dated_late = o.dated_late, slips = o.slips
            FROM action_run o
            WHERE action_run.authority = $1 AND action_run.action = $3 AND o.authority = $1 AND o.action = $2
                AND action_run.first_locked_at IS NULL
            """, [.id(authority), .id(old), .id(new)])
        let other = try connection.first(
            """
            SELECT a.when_text, a.when_kind, a.start, a.finish FROM plan_action a
            WHERE a.authority = $1 AND a.id = $2 AND a.finish IS NOT NULL AND a.finish_last <>
                (SELECT d.finish_last FROM action_date d WHERE d.authority = $1 AND d.action = $2
                    ORDER BY d.sequence DESC LIMIT 1)
            """, [.id(authority), .id(new)], timescale)
        if let timescale = other ?? nil, let finish = timescale.finish {
            _ = try add(timescale, finish, to: new, on: ground, authority, at: now, by: actor, connection)
        }
    }

    private static func timescale(_ row: Row) throws -> Plan.Timescale? {
        guard let kind = try row.textOrNil(1).flatMap(Plan.Timescale.Kind.init) else { return nil }
        return Plan.Timescale(
            text: try row.textOrNil(0) ?? "", start: try row.textOrNil(2).flatMap { PartialDate($0) },
            finish: try row.textOrNil(3).flatMap { PartialDate($0) }, kind: kind)
    }
}

extension Plan.Action {
    /// The same action at another time.
    func with(_ timescale: Plan.Timescale) -> Plan.Action {
        var changed = self
        changed.timescale = timescale
        return changed
    }
}

extension Plan.Timescale {
    /// A date that somebody gave here, not a document.
    init(start: PartialDate?, finish: PartialDate) {
        self.init(
            text: start.map { "\($0.long) to \(finish.long)" } ?? finish.long, start: start, finish: finish,
            kind: start == nil ? .by : .range)
    }
}

// MARK: Reading

extension DatesSQL {
    /// Every date that the action has had, in order.
    package static func dates(
        of action: ID<ActionRecord>, _ authority: ID<Authority>, _ connection: Connection
    ) throws -> [ActionDate] {
        try connection.rows(
            """
            SELECT sequence, start, finish, printed, dated_late, reason, approver, approved_on, at
            FROM action_date WHERE authority = $1 AND action = $2 ORDER BY sequence
            """, [.id(authority), .id(action)]
        ) { try date($0, from: 0) }
    }

    static func date(_ row: Row, from column: Int) throws -> ActionDate {
        guard let finish = PartialDate(try row.text(column + 2)) else {
            throw StorageError.fault("Column \(column + 2) holds no date.")
        }
        return ActionDate(
            sequence: try row.int(column), start: try row.textOrNil(column + 1).flatMap { PartialDate($0) },
            finish: finish, printed: try row.text(column + 3), isDatedLate: try row.bool(column + 4),
            reason: try row.textOrNil(column + 5), approver: try row.textOrNil(column + 6),
            approved: try row.dayOrNil(column + 7), at: try row.instant(column + 8))
    }

    private static let requestColumns = """
        q.id, q.plan, q.action, q.was_finish, q.start, q.finish, q.reason, q.different, q.asked_on, q.account,
        q.person, asker.name, c.approved, c.decided_on, c.body, c.words, decider.name
        FROM date_request q
        JOIN account asker ON asker.authority = q.authority AND asker.id = q.account
        LEFT JOIN date_decision c ON c.authority = q.authority AND c.request = q.id
        LEFT JOIN account decider ON decider.authority = c.authority AND decider.id = c.account
        """

    private static let openFirst = "CASE WHEN c.request IS NULL THEN 0 ELSE 1 END"

    /// What was asked for the action: what is not decided, then the latest.
    package static func requests(
        for action: ID<ActionRecord>, _ authority: ID<Authority>, _ connection: Connection
    ) throws -> [DateRequest] {
        try connection.rows(
            "SELECT \(requestColumns) WHERE q.authority = $1 AND q.action = $2 ORDER BY \(openFirst), q.at DESC, q.id DESC",
            [.id(authority), .id(action)], request)
    }

    package static func request(
        _ id: ID<DateRequest>, _ authority: ID<Authority>, _ connection: Connection
    ) throws -> DateRequest? {
        try connection.first(
            "SELECT \(requestColumns) WHERE q.authority = $1 AND q.id = $2", [.id(authority), .id(id)],
            request)
    }

    private static func request(_ row: Row) throws -> DateRequest {
        guard let was = PartialDate(try row.text(3)), let finish = PartialDate(try row.text(5)) else {
            throw StorageError.fault("A request for a date holds none.")
        }
        return DateRequest(
            id: try row.id(0), plan: try row.id(1), action: try row.id(2), was: was,
            start: try row.textOrNil(4).flatMap { PartialDate($0) }, finish: finish, reason: try row.text(6),
            different: try row.textOrNil(7), asked: try row.day(8), account: try row.id(9),
            person: try row.idOrNil(10), askedBy: try row.text(11),
            decision: try row.boolOrNil(12).map {
                DateRequest.Decision(
                    isApproved: $0, day: try row.day(13), body: try row.textOrNil(14),
                    words: try row.textOrNil(15), by: try row.textOrNil(16) ?? "")
            })
    }

    static func insert(
        _ request: DateRequest, _ authority: ID<Authority>, at now: Instant, _ connection: Connection
    ) throws {
        try connection.run(
            """
            INSERT INTO date_request (authority, id, plan, action, was_finish, start, finish, finish_last, reason,
                different, asked_on, at, account, person)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
            """,
            [
                .id(authority), .id(request.id), .id(request.plan), .id(request.action),
                .text(request.was.description), .optional(request.start?.description),
                .text(request.finish.description), .day(request.finish.last), .text(request.reason),
                .optional(request.different), .day(request.asked), .instant(now), .id(request.account),
                .id(request.person),
            ])
    }

    static func insert(
        _ decision: DateRequest.Decision, to request: ID<DateRequest>, _ authority: ID<Authority>,
        at now: Instant, account: ID<Account>, person: ID<Person>, _ connection: Connection
    ) throws {
        try connection.run(
            """
            INSERT INTO date_decision (authority, request, approved, body, words, decided_on, at, account, person)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """,
            [
                .id(authority), .id(request), .bool(decision.isApproved), .optional(decision.body),
                .optional(decision.words), .day(decision.day), .instant(now), .id(account), .id(person),
            ])
    }
}
