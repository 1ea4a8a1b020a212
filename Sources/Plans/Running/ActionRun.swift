package import Kernel
package import Storage

/// How an action stands in being run, as its latest facts leave it.
package struct ActionRun: Hashable, Sendable {
    package var accountable: Accountable?
    /// The name of the post or person that answers, with the post's holder where there is one.
    package var accountableName: String?
    package var firstStart: PartialDate?
    package var firstFinish: PartialDate?
    /// When the first dates were locked; nil before the plan was first published.
    package var firstLocked: Instant?
    /// True when the first date was given after the plan was first published.
    package var isDatedLate = false
    /// How often the finish was moved since.
    package var slips = 0
    package var updated: Day?
    package var updateDue: Day?
    package var claim: BRAG?
    package var hasBegun = false
    package var forecast: Day?
    package var closing = ClosingState.open
    package var closed: Day?
    package var carriedFrom: ID<ActionRecord>?

    package init() {}
}

package enum ClosingState: String, CaseIterable, Sendable {
    case open, proposed, verified, closed
}

package enum RunSQL {
    /// The columns that `run(_:from:)` reads, of `action_run r` with `accountablePost` and `accountablePerson` joined.
    static let columns = """
        r.accountable_post, r.accountable_person, COALESCE(accountable_person.name, accountable_post.title),
        r.first_start, r.first_finish, r.first_locked_at, r.dated_late, r.slips, r.updated_on, r.update_due,
        r.claim, r.has_begun, r.forecast, r.closing, r.closed_on, r.carried_from
        """
    static let joins = """
        LEFT JOIN post accountable_post
            ON accountable_post.authority = r.authority AND accountable_post.id = r.accountable_post
        LEFT JOIN person accountable_person
            ON accountable_person.authority = r.authority AND accountable_person.id = r.accountable_person
        """

    static func run(_ row: Row, from column: Int) throws -> ActionRun {
        var run = ActionRun()
        run.accountable = Accountable(
            post: try row.idOrNil(column), person: try row.idOrNil(column + 1))
        run.accountableName = try row.textOrNil(column + 2)
        run.firstStart = try row.textOrNil(column + 3).flatMap { PartialDate($0) }
        run.firstFinish = try row.textOrNil(column + 4).flatMap { PartialDate($0) }
        run.firstLocked = try row.textOrNil(column + 5).flatMap { Instant($0) }
        run.isDatedLate = try row.bool(column + 6)
        run.slips = try row.int(column + 7)
        run.updated = try row.textOrNil(column + 8).flatMap { Day($0) }
        run.updateDue = try row.textOrNil(column + 9).flatMap { Day($0) }
        run.claim = try row.textOrNil(column + 10).flatMap(BRAG.init)
        run.hasBegun = try row.bool(column + 11)
        run.forecast = try row.textOrNil(column + 12).flatMap { Day($0) }
        run.closing = ClosingState(rawValue: try row.text(column + 13)) ?? .open
        run.closed = try row.textOrNil(column + 14).flatMap { Day($0) }
        run.carriedFrom = try row.idOrNil(column + 15)
        return run
    }

    package static func run(
        _ connection: Connection, _ authority: ID<Authority>, _ action: ID<ActionRecord>
    ) throws -> ActionRun? {
        try connection.first(
            "SELECT \(columns) FROM action_run r \(joins) WHERE r.authority = $1 AND r.action = $2",
            [.id(authority), .id(action)]
        ) { try run($0, from: 0) }
    }

    /// Every action of the plan.
    package static func runs(
        _ connection: Connection, _ authority: ID<Authority>, _ plan: ID<PlanRecord>
    ) throws -> [ID<ActionRecord>: ActionRun] {
        var runs: [ID<ActionRecord>: ActionRun] = [:]
        let rows = try connection.rows(
            "SELECT r.action, \(columns) FROM action_run r \(joins) WHERE r.authority = $1 AND r.plan = $2",
            [.id(authority), .id(plan)]
        ) { (try $0.id(0) as ID<ActionRecord>, try run($0, from: 1)) }
        for (action, run) in rows { runs[action] = run }
        return runs
    }
}

extension RunSQL {
    /// Whether the plan has been published: from then on it runs.
    package static func isPublished(
        _ connection: Connection, _ authority: ID<Authority>, _ plan: ID<PlanRecord>
    ) throws -> Bool {
        try connection.first(
            """
            SELECT 1 FROM plan_run WHERE authority = $1 AND plan = $2 AND published_at IS NOT NULL
            """, [.id(authority), .id(plan)]
        ) { _ in true } ?? false
    }
}
