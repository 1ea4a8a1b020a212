package import Kernel
package import Storage

/// What somebody said of an action on a day.
package struct ActionUpdate: Hashable, Sendable {
    /// As whom it was given: in one's own right, for whoever answers, or by the plan's keeper for them.
    package enum GivenAs: String, Sendable {
        case own, delegate, keeper
    }

    /// From 1 within the action.
    package var number: Int
    package var given: Day
    package var name: String
    package var givenAs: GivenAs
    /// For whom, where that is not the giver.
    package var givenFor: String?
    package var done: String
    package var inTheWay: String?
    package var claim: BRAG
    package var hasBegun: Bool
    package var forecast: Day?
    /// The due day that it answered, and how many had passed by then.
    package var due: Day?
    package var missed: Int

    /// "Lucy Penhaligon for Maya Okonkwo".
    package var by: String { givenFor.map { "\(name) for \($0)" } ?? name }
}

package enum UpdatesSQL {
    /// The action's updates, the newest first.
    package static func updates(
        _ connection: Connection, _ authority: ID<Authority>, of action: ID<ActionRecord>
    ) throws -> [ActionUpdate] {
        try connection.rows(
            """
            SELECT number, given_on, name, given_as, given_for, done, in_the_way, claim, has_begun, forecast,
                due_on, missed
            FROM action_update WHERE authority = $1 AND action = $2 ORDER BY number DESC LIMIT 500
            """, [.id(authority), .id(action)]
        ) { row in
            ActionUpdate(
                number: try row.int(0), given: try row.day(1), name: try row.text(2),
                givenAs: ActionUpdate.GivenAs(rawValue: try row.text(3)) ?? .own,
                givenFor: try row.textOrNil(4), done: try row.text(5), inTheWay: try row.textOrNil(6),
                claim: BRAG(rawValue: try row.text(7)) ?? .grey, hasBegun: try row.bool(8),
                forecast: try row.dayOrNil(9), due: try row.dayOrNil(10), missed: try row.int(11))
        }
    }

    static func latest(
        _ connection: Connection, _ authority: ID<Authority>, of action: ID<ActionRecord>
    ) throws -> Int {
        try connection.first(
            "SELECT COALESCE(MAX(number), 0) FROM action_update WHERE authority = $1 AND action = $2",
            [.id(authority), .id(action)]
        ) { try $0.int(0) } ?? 0
    }

    /// Keeps the update and makes it how the action stands.
    static func insert(
        _ update: ActionUpdate, of action: ID<ActionRecord>, _ plan: ID<PlanRecord>, nextDue: Day?,
        by officer: Officer, at now: Instant, _ connection: Connection
    ) throws {
        try connection.run(
            """
            INSERT INTO action_update (authority, action, number, plan, at, given_on, account, person, name,
                given_as, given_for, done, in_the_way, claim, has_begun, forecast, due_on, missed)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
            """,
            [
                .id(officer.authority), .id(action), .int(update.number), .id(plan), .instant(now),
                .day(update.given), .id(officer.account), .id(officer.person), .text(update.name),
                .text(update.givenAs.rawValue), .optional(update.givenFor), .text(update.done),
                .optional(update.inTheWay), .text(update.claim.rawValue), .bool(update.hasBegun),
                .day(update.forecast), .day(update.due), .int(update.missed),
            ])
        try connection.run(
            """
            UPDATE action_run SET updated_on = $3, update_due = $4, claim = $5, has_begun = $6, forecast = $7
            WHERE authority = $1 AND action = $2
            """,
            [
                .id(officer.authority), .id(action), .day(update.given), .day(nextDue),
                .text(update.claim.rawValue), .bool(update.hasBegun), .day(update.forecast),
            ])
    }
}

// MARK: When they fall due

extension UpdatesSQL {
    /// Lets updates fall due from now on: every open action of the plan that has no due day gets one.
    ///
    /// Called when a plan is published, when its rhythm is set and when somebody comes to answer for an action. Where
    /// nobody has set the first day, it is one cycle after `today`.
    package static func begin(
        _ plan: ID<PlanRecord>, _ authority: ID<Authority>, _ connection: Connection, on today: Day
    ) throws {
        let run = try PlanRunSQL.run(connection, authority, plan)
        let rhythm = run.rhythm ?? Rhythm(first: today.adding(days: run.days), days: run.days)
        try connection.run(
            """
            UPDATE plan_run SET first_update_due = $3
            WHERE authority = $1 AND plan = $2 AND first_update_due IS NULL
            """, [.id(authority), .id(plan), .day(rhythm.first)])
        try connection.run(
            """
            UPDATE action_run SET update_due = $3
            WHERE authority = $1 AND plan = $2 AND update_due IS NULL AND closing <> 'closed'
            """, [.id(authority), .id(plan), .day(rhythm.due(updated: nil, on: today))])
    }

    /// Gives an action that is open again its next due day: what passed while it was closed was not missed.
    package static func resume(
        _ action: ID<ActionRecord>, of plan: ID<PlanRecord>, _ authority: ID<Authority>,
        _ connection: Connection, on today: Day
    ) throws {
        guard let rhythm = try PlanRunSQL.run(connection, authority, plan).rhythm else { return }
        try connection.run(
            "UPDATE action_run SET update_due = $3 WHERE authority = $1 AND action = $2",
            [.id(authority), .id(action), .day(rhythm.due(updated: nil, on: today))])
    }

    /// Moves what is not yet overdue to a new grid; what is overdue stays so until an update is given.
    static func realign(
        _ plan: ID<PlanRecord>, to rhythm: Rhythm, _ authority: ID<Authority>, _ connection: Connection,
        on today: Day
    ) throws {
        let standing = try connection.rows(
            """
            SELECT DISTINCT updated_on FROM action_run
            WHERE authority = $1 AND plan = $2 AND update_due >= $3 AND closing <> 'closed'
            """, [.id(authority), .id(plan), .day(today)]
        ) { try $0.dayOrNil(0) }
        for updated in standing {
            try connection.run(
                """
                UPDATE action_run SET update_due = $4
                WHERE authority = $1 AND plan = $2 AND update_due >= $3 AND closing <> 'closed'
                    AND COALESCE(updated_on, '') = $5
                """,
                [
                    .id(authority), .id(plan), .day(today), .day(rhythm.due(updated: updated, on: today)),
                    .text(updated?.description ?? ""),
                ])
        }
    }
}
