package import Kernel
package import Storage

/// Reading what a closed round found. The counting is in the database.
package enum RoundResultSQL {
    /// Nil where the round is not closed, or its tool is not there.
    package static func result(
        _ connection: Connection, _ authority: ID<Authority>, _ round: Round
    ) throws -> RoundResult? {
        guard round.closedAt != nil,
            let tool = try ToolSQL.tool(connection, authority, round.tool, version: round.toolVersion)
        else { return nil }
        var result = RoundResult(
            round: round, tool: tool, lines: try RoundTally.lines(connection, authority, round, tool))
        guard !round.isPast else { return result }
        try readSample(&result, connection, authority)
        return result
    }

    /// The same of the cases of some units alone.
    package static func result(
        _ connection: Connection, _ authority: ID<Authority>, _ whole: RoundResult,
        within nodes: Set<ID<Node>>
    ) throws -> RoundResult {
        RoundResult(
            round: whole.round, tool: whole.tool,
            lines: try RoundTally.lines(connection, authority, whole.round, whole.tool, within: nodes))
    }

    private static func readSample(
        _ result: inout RoundResult, _ connection: Connection, _ authority: ID<Authority>
    ) throws {
        let key: [SQLValue] = [.id(authority), .id(result.round.id)]
        if let counts = try connection.first(
            """
            SELECT COALESCE(SUM(CASE WHEN replaced_at IS NULL THEN 1 ELSE 0 END), 0),
                COALESCE(SUM(CASE WHEN replaced_at IS NULL THEN 0 ELSE 1 END), 0),
                COALESCE(SUM(CASE WHEN verify_replaced_reason IS NULL THEN 0 ELSE 1 END), 0)
            FROM audit_case WHERE authority = $1 AND round = $2
            """, key, { (try $0.int(0), try $0.int(1), try $0.int(2)) })
        {
            (result.sample.cases, result.sample.replaced, result.sample.verifiedReplaced) = counts
        }
        result.sample.leftOut = try connection.rows(
            """
            SELECT excluded, COUNT(*) FROM audit_frame
            WHERE authority = $1 AND round = $2 AND excluded IS NOT NULL
            GROUP BY excluded ORDER BY COUNT(*) DESC, excluded
            """, key
        ) { (try $0.text(0), try $0.int(1)) }
        for (leg, draw) in try connection.rows(
            """
            SELECT leg, seed, frame_hash, frame_count, size, at FROM audit_draw
            WHERE authority = $1 AND round = $2
            """, key,
            {
                (
                    try $0.text(0),
                    RoundResult.Draw(
                        seed: try $0.text(1), hash: try $0.text(2), population: try $0.int(3),
                        size: try $0.int(4), at: try $0.instant(5))
                )
            })
        {
            result.sample.draws[Leg(rawValue: leg) ?? .first] = draw
        }
        try readReturns(&result, key, connection, authority)
        try readModeration(&result, key, connection)
        try readSafety(&result, key, connection)
        if result.round.kind == .stratified {
            result.strata = Dictionary(
                try connection.rows(
                    """
                    SELECT \(result.round.stratum?.column ?? "''"), COUNT(*) FROM audit_frame
                    WHERE authority = $1 AND round = $2 AND excluded IS NULL
                    GROUP BY \(result.round.stratum?.column ?? "1")
                    """, key
                ) { (try $0.text(0), try $0.int(1)) }, uniquingKeysWith: +)
        }
    }

    /// Sent by the day, or not. London's day of a moment follows from its hour in UTC, so that hours are enough.
    private static func readReturns(
        _ result: inout RoundResult, _ key: [SQLValue], _ connection: Connection,
        _ authority: ID<Authority>
    ) throws {
        for (words, count) in try RoundTally.returned(connection, authority, result.round) {
            let parts = words.split(separator: " ").map(String.init)
            guard parts.count == 3, let leg = Leg(rawValue: parts[0]), let due = Day(parts[1]) else {
                continue
            }
            var returns = result.sample.returns[leg] ?? RoundResult.Returns()
            if let sent = Instant("\(parts[2]):00:00.000Z") {
                if sent.inLondon.day <= due { returns.onTime += count } else { returns.late += count }
            } else {
                returns.missing += count
            }
            result.sample.returns[leg] = returns
        }
        result.sample.verifiers =
            try connection.first(
                """
                SELECT COUNT(DISTINCT person) FROM case_audit
                WHERE authority = $1 AND round = $2 AND leg = 'second' AND sent_at IS NOT NULL
                    AND ended_at IS NULL
                """, key
            ) { try $0.int(0) } ?? 0
    }

    private static func readModeration(
        _ result: inout RoundResult, _ key: [SQLValue], _ connection: Connection
    ) throws {
        let moderation = try connection.first(
            """
            SELECT COALESCE(SUM(CASE WHEN d.agreed_at IS NULL THEN 0 ELSE 1 END), 0),
                COALESCE(SUM(CASE WHEN d.agreed_at IS NULL THEN 1 ELSE 0 END), 0),
                COALESCE(SUM(CASE WHEN d.agreed_at IS NOT NULL AND d.rank < m.rank THEN 1 ELSE 0 END), 0),
                COALESCE(SUM(CASE WHEN d.agreed_at IS NOT NULL AND d.rank > m.rank THEN 1 ELSE 0 END), 0)
            FROM audit_moderation d
            LEFT JOIN audit_mark m ON m.authority = d.authority AND m.round = d.round AND m.question = d.question
                AND m.leg = 'first' AND m.subject = d.subject
            WHERE d.authority = $1 AND d.round = $2 AND d.refused_at IS NULL
            """, key
        ) {
            RoundResult.Moderation(
                agreed: try $0.int(0), open: try $0.int(1), better: try $0.int(2), worse: try $0.int(3))
        }
        if let moderation { result.sample.moderation = moderation }
    }

    private static func readSafety(
        _ result: inout RoundResult, _ key: [SQLValue], _ connection: Connection
    ) throws {
        let safety = try connection.first(
            """
            SELECT COUNT(*), COALESCE(SUM(CASE WHEN assured_at IS NULL THEN 0 ELSE 1 END), 0),
                COALESCE(SUM(CASE WHEN assured_at > next_due_at THEN 1 ELSE 0 END), 0)
            FROM safety_item WHERE authority = $1 AND round = $2
            """, key
        ) { RoundResult.Safety(raised: try $0.int(0), assured: try $0.int(1), late: try $0.int(2)) }
        if let safety { result.sample.safety = safety }
    }
}

extension Round.Stratum {
    /// The column of the frame that says it.
    var column: String {
        switch self {
        case .team: "team"
        case .area: "area"
        case .group: "grouping"
        }
    }
}
