package import Kernel
package import Storage

package enum ClosingRecord {}
package enum BoardDutyRecord {}

/// One time that closing an action was proposed, and what became of it.
package struct Closing: Sendable {
    package let id: ID<ClosingRecord>
    package let plan: ID<PlanRecord>
    package let action: ID<ActionRecord>
    package let proposedAt: Instant
    package let proposedOn: Day
    package let proposedBy: ID<Person>
    package let proposer: String
    /// For whom the proposer acted, where it was not for themselves.
    package let actedFor: String?
    package let doneOn: Day
    /// What is different now, in the proposer's words.
    package let different: String
    package let withdrawal: (on: Day, because: String)?
    package let verdict: Verdict?
    package let decision: Decision?
    package let reopening: Reopening?

    package struct Verdict: Sendable {
        package let on: Day
        package let by: ID<Person>
        package let name: String
        package let isAccepted: Bool
        package let because: String
    }

    package struct Decision: Sendable {
        package let on: Day
        package let by: ID<Person>
        package let name: String
        package let body: String
        package let duty: BoardDuty.Kind
        package let met: Day
        package let isClosed: Bool
        package let words: String
        package let present: String
    }

    package struct Reopening: Sendable {
        package let on: Day
        /// Nil when the program did it, because the proof turned.
        package let name: String?
        package let because: String
    }

    package enum State: String, Sendable {
        case proposed, withdrawn, rejected, verified, notClosed, closed, reopened
    }

    package var state: State {
        if reopening != nil { return .reopened }
        if let decision { return decision.isClosed ? .closed : .notClosed }
        if let verdict { return verdict.isAccepted ? .verified : .rejected }
        return withdrawal == nil ? .proposed : .withdrawn
    }

    /// "Maya Okonkwo", or "Grace O'Malley for Maya Okonkwo".
    package var proposerWords: String { actedFor.map { "\(proposer) for \($0)" } ?? proposer }
}

package enum ClosingSQL {}

// MARK: Reading

extension ClosingSQL {
    private static let columns = """
        k.id, k.plan, k.action, k.proposed_at, k.proposed_on, k.proposed_by, pp.name, k.acted_for, k.done_on,
        k.different, k.withdrawn_on, k.withdrawn_because, k.verified_on, k.verified_by, vp.name, k.verdict,
        k.verdict_because, k.decided_on, k.decided_by, dp.name, k.body, k.duty, k.met_on, k.decision,
        k.decision_words, k.present, k.reopened_on, ra.name, k.reopened_because
        """
    private static let tables = """
        closing k
        LEFT JOIN person pp ON pp.authority = k.authority AND pp.id = k.proposed_by
        LEFT JOIN person vp ON vp.authority = k.authority AND vp.id = k.verified_by
        LEFT JOIN person dp ON dp.authority = k.authority AND dp.id = k.decided_by
        LEFT JOIN account ra ON ra.authority = k.authority AND ra.id = k.reopened_account
        """

    /// Every time that closing the action was proposed, newest first.
    package static func closings(
        _ connection: Connection, _ authority: ID<Authority>, _ action: ID<ActionRecord>
    ) throws -> [Closing] {
        try connection.rows(
            """
            SELECT \(columns) FROM \(tables) WHERE k.authority = $1 AND k.action = $2
            ORDER BY k.number DESC
            """, [.id(authority), .id(action)], closing)
    }

    /// The newest; its state says how the action stands.
    package static func last(
        _ connection: Connection, _ authority: ID<Authority>, _ action: ID<ActionRecord>
    ) throws -> Closing? {
        try connection.first(
            """
            SELECT \(columns) FROM \(tables) WHERE k.authority = $1 AND k.action = $2
            ORDER BY k.number DESC LIMIT 1
            """, [.id(authority), .id(action)], closing)
    }

    private static func closing(_ row: Row) throws -> Closing {
        let left = "somebody who has left"
        let withdrawn: (on: Day, because: String)? = try row.dayOrNil(10).map {
            (on: $0, because: try row.text(11))
        }
        let verdict: Closing.Verdict? = try row.dayOrNil(12).map {
            Closing.Verdict(
                on: $0, by: try row.id(13), name: try row.textOrNil(14) ?? left,
                isAccepted: try row.text(15) == "accepted", because: try row.text(16))
        }
        let decision: Closing.Decision? = try row.dayOrNil(17).map {
            Closing.Decision(
                on: $0, by: try row.id(18), name: try row.textOrNil(19) ?? left, body: try row.text(20),
                duty: BoardDuty.Kind(rawValue: try row.text(21)) ?? .secretary, met: try row.day(22),
                isClosed: try row.text(23) == "closed", words: try row.text(24), present: try row.text(25))
        }
        let reopening: Closing.Reopening? = try row.dayOrNil(26).map {
            Closing.Reopening(on: $0, name: try row.textOrNil(27), because: try row.text(28))
        }
        return Closing(
            id: try row.id(0), plan: try row.id(1), action: try row.id(2), proposedAt: try row.instant(3),
            proposedOn: try row.day(4), proposedBy: try row.id(5), proposer: try row.textOrNil(6) ?? left,
            actedFor: try row.textOrNil(7), doneOn: try row.day(8), different: try row.text(9),
            withdrawal: withdrawn, verdict: verdict, decision: decision, reopening: reopening)
    }
}

// MARK: Writing

extension ClosingSQL {
    /// The action's own state follows each step, in the same transaction.
    static func set(
        _ state: ClosingState, closed: Day? = nil, _ action: ID<ActionRecord>, _ authority: ID<Authority>,
        _ connection: Connection
    ) throws {
        try connection.run(
            "UPDATE action_run SET closing = $3, closed_on = $4 WHERE authority = $1 AND action = $2",
            [.id(authority), .id(action), .text(state.rawValue), .day(closed)])
    }

    /// Opens a closed action again, keeping every date and verdict; false where it is not closed.
    ///
    /// `officer` is nil when the program does it, because the proof turned.
    @discardableResult
    package static func reopen(
        _ action: ID<ActionRecord>, of plan: ID<PlanRecord>, because: String, by officer: Officer?,
        _ authority: ID<Authority>, at now: Instant, on today: Day, _ connection: Connection
    ) throws -> Bool {
        let judged = try JudgedAction.read(connection, authority, plan, action)
        guard let closing = try last(connection, authority, action), closing.state == .closed else {
            return false
        }
        try connection.run(
            """
            UPDATE closing SET reopened_at = $3, reopened_on = $4, reopened_account = $5, reopened_because = $6
            WHERE authority = $1 AND id = $2 AND reopened_at IS NULL
            """,
            [
                .id(authority), .id(closing.id), .instant(now), .day(today), .id(officer?.account),
                .text(because),
            ])
        try set(.open, action, authority, connection)
        try UpdatesSQL.resume(action, of: plan, authority, connection, on: today)
        try connection.record(
            judged.event(
                "action.reopened", says: "Reopened: “\(because)”", reason: because, by: officer, authority,
                at: now))
        return true
    }
}
