package import Kernel
package import Storage

/// Ending the first reading, ending verification, opening again, withdrawing. Nothing else writes when a round closed.
package enum RoundsClosing {
    package enum Refused: String, Refusal, CaseIterable {
        case notDrawn = "Nothing has been drawn yet, so there is nothing to close"
        case firstClosed = "The first reading is closed already"
        case firstOpen = "Close the first reading first: verification ends after it"
        case closed = "This round is closed already"
        case notClosed = "Nothing of this round is closed"
        case withdrawn = "This round is withdrawn"
        case reasonForMissing =
            "Second audits are missing: say why the round is closed without them"
        case reasonForUndrawn =
            "This round was to be verified, and no case has been drawn for it: say why it is closed without"
        case reasonMissing = "Say why"

        package var field: String? {
            switch self {
            case .reasonForMissing, .reasonForUndrawn, .reasonMissing: "reason"
            default: nil
            }
        }
    }

    /// Ends the first reading: what is not sent by now was not returned. A round without verification is then closed.
    package static func closeFirst(
        _ id: ID<AuditRound>, _ sources: AuditSources, by officer: Officer, on today: Day,
        at now: Instant, _ connection: Connection
    ) throws {
        let round = try RoundAccess.kept(connection, officer, id, on: today)
        guard round.withdrawn == nil else { throw Refused.withdrawn }
        guard round.firstClosedAt == nil else { throw Refused.firstClosed }
        guard try DrawSQL.draws(connection, officer.authority, id)[.first] != nil else {
            throw Refused.notDrawn
        }
        let open = try unsent(connection, officer.authority, id, .first)
        let isWhole = round.verification == nil
        try connection.run(
            """
            UPDATE audit_round SET first_closed_at = $3\(isWhole ? ", closed_at = $3, closed_by = $4" : ""),
                revision = revision + 1
            WHERE authority = $1 AND id = $2
            """,
            [.id(officer.authority), .id(id), .instant(now)] + (isWhole ? [.id(officer.account)] : []))
        try connection.record(
            SetUpRound.event(
                "round.firstClosed", id,
                says: "Closed the first reading of “\(round.title)”: \(open) not returned",
                [JSON.Member("notReturned", .integer(Int64(open)))], by: officer, at: now))
        if isWhole { try changed(round, sources, at: now, officer.authority, connection) }
    }

    /// Ends verification: the result opens. While second audits are missing it takes a reason.
    package static func close(
        _ id: ID<AuditRound>, reason: String = "", _ sources: AuditSources, by officer: Officer,
        on today: Day, at now: Instant, _ connection: Connection
    ) throws {
        let round = try RoundAccess.kept(connection, officer, id, on: today)
        guard round.withdrawn == nil else { throw Refused.withdrawn }
        guard round.closedAt == nil else { throw Refused.closed }
        guard round.firstClosedAt != nil else { throw Refused.firstOpen }
        let isDrawn = try DrawSQL.draws(connection, officer.authority, id)[.second] != nil
        let waiting = try RoundCase.waiting(connection, officer.authority, id, .second).count
        let open = try unsent(connection, officer.authority, id, .second) + waiting
        if reason.count < 3 {
            guard isDrawn else { throw Refused.reasonForUndrawn }
            guard open == 0 else { throw Refused.reasonForMissing }
        }
        try connection.run(
            """
            UPDATE audit_round SET closed_at = $3, closed_by = $4, closed_reason = $5, revision = revision + 1
            WHERE authority = $1 AND id = $2
            """,
            [
                .id(officer.authority), .id(id), .instant(now), .id(officer.account),
                .optional(reason.nilIfEmpty),
            ])
        try connection.record(
            SetUpRound.event(
                "round.closed", id,
                says: "Closed verification of “\(round.title)”"
                    + (open == 0 ? "" : ": \(open) second audits missing"),
                [JSON.Member("missing", .integer(Int64(open)))], reason: reason.nilIfEmpty, by: officer,
                at: now))
        try changed(round, sources, at: now, officer.authority, connection)
    }

    /// Opens what was closed last. Second audits that are not sent end where their reader has seen the result: they
    /// would no longer be blind.
    package static func reopen(
        _ id: ID<AuditRound>, reason: String, _ sources: AuditSources, by officer: Officer, on today: Day,
        at now: Instant, _ connection: Connection
    ) throws {
        let round = try RoundAccess.kept(connection, officer, id, on: today)
        guard round.withdrawn == nil else { throw Refused.withdrawn }
        guard round.firstClosedAt != nil else { throw Refused.notClosed }
        guard reason.count >= 3 else { throw Refused.reasonMissing }
        let wasClosed = round.closedAt != nil
        let opensFirst = !wasClosed || round.verification == nil
        try connection.run(
            """
            UPDATE audit_round SET closed_at = NULL, closed_by = NULL, closed_reason = NULL\(opensFirst ? ", first_closed_at = NULL" : ""),
                revision = revision + 1
            WHERE authority = $1 AND id = $2
            """, [.id(officer.authority), .id(id)])
        if wasClosed {
            try connection.run(
                """
                UPDATE case_audit SET ended_at = $3, ended_reason = $4, revision = revision + 1
                WHERE authority = $1 AND round = $2 AND leg = 'second' AND sent_at IS NULL
                    AND ended_at IS NULL AND person IN
                    (SELECT person FROM audit_seen WHERE authority = $1 AND round = $2)
                """,
                [
                    .id(officer.authority), .id(id), .instant(now),
                    .text("Saw the result before the round was opened again"),
                ])
        }
        try connection.record(
            SetUpRound.event(
                "round.reopened", id,
                says: "Opened \(opensFirst ? "the first reading" : "verification") of “\(round.title)” again",
                reason: reason, by: officer, at: now))
        if wasClosed { try changed(round, sources, at: now, officer.authority, connection) }
    }

    /// Ends a round that shall not count; it stays listed with its reason.
    package static func withdraw(
        _ id: ID<AuditRound>, reason: String, _ sources: AuditSources, by officer: Officer, on today: Day,
        at now: Instant, _ connection: Connection
    ) throws {
        let round = try RoundAccess.kept(connection, officer, id, on: today)
        guard round.withdrawn == nil else { throw Refused.withdrawn }
        guard reason.count >= 3 else { throw Refused.reasonMissing }
        try connection.run(
            """
            UPDATE audit_round SET withdrawn_at = $3, withdrawn_reason = $4, revision = revision + 1
            WHERE authority = $1 AND id = $2
            """, [.id(officer.authority), .id(id), .instant(now), .text(reason)])
        try connection.run(
            """
            UPDATE case_audit SET ended_at = $3, ended_reason = $4, revision = revision + 1
            WHERE authority = $1 AND round = $2 AND sent_at IS NULL AND ended_at IS NULL
            """, [.id(officer.authority), .id(id), .instant(now), .text("The round was withdrawn")])
        try connection.record(
            SetUpRound.event(
                "round.withdrawn", id, says: "Withdrew the round “\(round.title)”", reason: reason,
                by: officer, at: now))
        if round.closedAt != nil {
            try changed(round, sources, at: now, officer.authority, connection)
        }
    }

    static func unsent(
        _ connection: Connection, _ authority: ID<Authority>, _ round: ID<AuditRound>, _ leg: Leg
    ) throws -> Int {
        try connection.first(
            """
            SELECT COUNT(*) FROM case_audit
            WHERE authority = $1 AND round = $2 AND leg = $3 AND sent_at IS NULL AND ended_at IS NULL
            """, [.id(authority), .id(round), .text(leg.rawValue)]
        ) { try $0.int(0) } ?? 0
    }

    /// Criteria tied to the round's questions look again.
    private static func changed(
        _ round: Round, _ sources: AuditSources, at now: Instant, _ authority: ID<Authority>,
        _ connection: Connection
    ) throws {
        guard
            let tool = try ToolSQL.tool(connection, authority, round.tool, version: round.toolVersion)
        else { return }
        if let closedAt = try RoundSQL.round(connection, authority, round.id)?.closedAt, closedAt == now {
            try RoundTally.keep(connection, authority, round.id, tool, closedAt: closedAt)
        }
        let keys = Set(tool.questions.map { AuditKey.question($0.key, of: round.tool) })
        try sources.changed(connection, authority, keys, now)
    }
}

/// What a criterion is tied to: the same question over all versions of its tool.
package enum AuditKey {
    /// `audit.<tool>.<question>`
    package static func question(_ key: String, of tool: ID<AuditTool>) -> String { "audit.\(tool).\(key)" }
}
