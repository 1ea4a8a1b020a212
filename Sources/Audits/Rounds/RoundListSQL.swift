import Kernel
import Storage

/// Rounds as a list, with how many cases each has.
enum RoundListSQL {
    struct Entry: Hashable, Sendable {
        var round: Round
        var nodeName: String
        var unit: Tool.Unit
        var isDrawn: Bool
        var isVerificationDrawn: Bool
        /// Cases that count, given out, sent; second audits wanted and sent.
        var cases = 0
        var given = 0
        var sent = 0
        var toVerify = 0
        var verified = 0

        var state: Round.State {
            let state = ProgressSQL.state(round)
            return state == .grading && !isDrawn ? .locked : state
        }
    }

    /// Every round, the newest first. Those in preparation are left to who keeps rounds.
    static func entries(
        _ connection: Connection, _ officer: Officer, on today: Day
    ) throws -> [Entry] {
        let authority = officer.authority
        let tree = try UnitTree.read(connection, authority)
        let own = samples(of: officer)
        var entries = try connection.rows(
            """
            SELECT \(RoundSQL.columns), v.unit,
                (SELECT COUNT(*) FROM audit_draw d WHERE d.authority = r.authority AND d.round = r.id
                    AND d.leg = 'first'),
                (SELECT COUNT(*) FROM audit_draw d WHERE d.authority = r.authority AND d.round = r.id
                    AND d.leg = 'second')
            FROM audit_round r
            LEFT JOIN audit_tool_version v ON v.authority = r.authority AND v.tool = r.tool
                AND v.version = r.tool_version
            WHERE r.authority = $1 \(own) ORDER BY r.due_on DESC, r.id DESC
            """, [.id(authority)]
        ) { row in
            let round = try RoundSQL.round(row)
            return Entry(
                round: round, nodeName: tree.name(round.node, on: today),
                unit: Tool.Unit(rawValue: try row.textOrNil(34) ?? "") ?? .child,
                isDrawn: try row.int(35) > 0, isVerificationDrawn: try row.int(36) > 0)
        }
        let counts = try counts(connection, authority)
        for index in entries.indices {
            guard let count = counts[entries[index].round.id] else { continue }
            entries[index].cases = count.cases
            entries[index].given = count.given
            entries[index].sent = count.sent
            entries[index].toVerify = count.toVerify
            entries[index].verified = count.verified
        }
        return try entries.filter { entry in
            try entry.round.lockedAt != nil || entry.round.isPast
                || RoundAccess.keeps(officer, entry.round.node, in: tree, on: today)
        }
    }

    /// Whose every role is for a drawn sample sees the rounds of those samples and no other.
    private static func samples(of officer: Officer) -> String {
        let scopes = officer.scopes(for: RoundsRoute.readers)
        var ids: [String] = []
        for scope in scopes {
            guard case .sample(let id) = scope else { return "" }
            ids.append(String(id.rawValue))
        }
        let list = ids.isEmpty ? "-1" : ids.sorted().joined(separator: ", ")
        return """
            AND r.id IN (SELECT d.round FROM audit_draw d
                WHERE d.authority = $1 AND d.id IN (\(list)))
            """
    }

    private static func counts(
        _ connection: Connection, _ authority: ID<Authority>
    ) throws -> [ID<AuditRound>: (cases: Int, given: Int, sent: Int, toVerify: Int, verified: Int)] {
        var found: [ID<AuditRound>: (cases: Int, given: Int, sent: Int, toVerify: Int, verified: Int)] = [:]
        try connection.rows(
            """
            SELECT round, COUNT(*), COUNT(verified) FROM audit_case
            WHERE authority = $1 AND replaced_at IS NULL GROUP BY round
            """, [.id(authority)]
        ) { (try $0.id(0) as ID<AuditRound>, try $0.int(1), try $0.int(2)) }
        .forEach { found[$0] = ($1, 0, 0, $2, 0) }
        try connection.rows(
            """
            SELECT round, leg, COUNT(*), COUNT(sent_at) FROM case_audit
            WHERE authority = $1 AND ended_at IS NULL GROUP BY round, leg
            """, [.id(authority)]
        ) { (try $0.id(0) as ID<AuditRound>, try $0.text(1), try $0.int(2), try $0.int(3)) }
        .forEach { round, leg, given, sent in
            guard found[round] != nil else { return }
            if leg == "first" {
                found[round]?.given = given
                found[round]?.sent = sent
            } else {
                found[round]?.verified = sent
            }
        }
        return found
    }
}
