import Kernel
import Storage

/// How far a round has come: counts, never a grade.
enum ProgressSQL {
    /// A round's state, from what is on record.
    static func state(_ round: Round) -> Round.State {
        if round.withdrawn != nil { return .withdrawn }
        if round.closedAt != nil { return .closed }
        if round.firstClosedAt != nil { return .verifying }
        return round.lockedAt == nil ? .preparing : .grading
    }

    /// One team of a round.
    struct Team: Hashable, Sendable {
        var name: String
        var cases = 0
        var given = 0
        var sent = 0
        var late = 0
        var toVerify = 0
        var verifying = 0
        var verified = 0
    }

    /// How much an officer sees: everything, or the parts in these scopes.
    struct View: Sendable {
        let authority: ID<Authority>
        let round: ID<AuditRound>
        let today: Day
        let reach: Reach
        var key: [SQLValue] {
            [.id(authority), .bool(reach.isEverything), .day(today), .id(round)]
        }

        init(_ officer: Officer, _ round: Round, in tree: UnitTree, on today: Day) {
            authority = officer.authority
            self.round = round.id
            self.today = today
            reach = Reach(RoundAccess.bounds(officer, round, in: tree, on: today) ?? [.authority])
        }
    }

    private static let from = """
        FROM audit_case c
        JOIN audit_frame f ON f.authority = c.authority AND f.round = c.round AND f.position = c.position
        LEFT JOIN case_audit a ON a.authority = c.authority AND a.subject = c.id AND a.leg = 'first'
            AND a.ended_at IS NULL
        LEFT JOIN case_audit b ON b.authority = c.authority AND b.subject = c.id AND b.leg = 'second'
            AND b.ended_at IS NULL
        WHERE c.authority = $1 AND c.round = $4 AND c.replaced_at IS NULL
            AND ($2 = 1 OR f.node IN (SELECT id FROM reached))
        """

    static func teams(_ connection: Connection, _ view: View) throws -> [Team] {
        try connection.rows(
            """
            \(view.reach.subtree)
            SELECT f.team, COUNT(*), COUNT(a.id), COUNT(a.sent_at),
                SUM(CASE WHEN a.id IS NOT NULL AND a.sent_at IS NULL AND a.due_on < $3 THEN 1 ELSE 0 END),
                COUNT(c.verified), COUNT(b.id), COUNT(b.sent_at)
            \(from) GROUP BY f.team ORDER BY f.team
            """, view.key
        ) {
            Team(
                name: try $0.text(0), cases: try $0.int(1), given: try $0.int(2), sent: try $0.int(3),
                late: try $0.int(4), toVerify: try $0.int(5), verifying: try $0.int(6),
                verified: try $0.int(7))
        }
    }

    enum CaseState: String, CaseIterable, Sendable {
        case waiting, open, late, sent

        var words: String {
            switch self {
            case .waiting: "Not given out"
            case .open: "With its reader"
            case .late: "Late"
            case .sent: "Sent"
            }
        }

        /// Asks for it in the statement above.
        var sql: String {
            switch self {
            case .waiting: "a.id IS NULL"
            case .open: "a.id IS NOT NULL AND a.sent_at IS NULL AND a.due_on >= $3"
            case .late: "a.id IS NOT NULL AND a.sent_at IS NULL AND a.due_on < $3"
            case .sent: "a.sent_at IS NOT NULL"
            }
        }
    }

    struct Entry: Hashable, Sendable {
        var id: ID<AuditCase>
        var number: Int
        var team: String
        var reader: String?
        var due: Day?
        var sent: Instant?
        var isVerified: Bool
        var verifier: String?
        var verifierSent: Instant?
    }

    /// Cases by number, and how many there are. `team` is empty for all of them.
    static func entries(
        _ connection: Connection, _ view: View, team: String, _ state: CaseState?, limit: Int, offset: Int
    ) throws -> ([Entry], Int) {
        let bounds =
            "AND ($5 = '' OR f.team = $5)" + (state.map { " AND \($0.sql)" } ?? "")
        let key = view.key + [.text(team)]
        let entries = try connection.rows(
            """
            \(view.reach.subtree)
            SELECT c.id, c.number, f.team, (SELECT p.name FROM person p
                    WHERE p.authority = a.authority AND p.id = a.person), a.due_on, a.sent_at, c.verified,
                (SELECT p.name FROM person p WHERE p.authority = b.authority AND p.id = b.person), b.sent_at
            \(from) \(bounds) ORDER BY c.number LIMIT $6 OFFSET $7
            """, key + [.int(limit), .int(offset)]
        ) {
            Entry(
                id: try $0.id(0), number: try $0.int(1), team: try $0.text(2), reader: try $0.textOrNil(3),
                due: try $0.dayOrNil(4), sent: try $0.instantOrNil(5),
                isVerified: try $0.intOrNil(6) != nil, verifier: try $0.textOrNil(7),
                verifierSent: try $0.instantOrNil(8))
        }
        let total = try connection.first(
            "\(view.reach.subtree) SELECT COUNT(*) \(from) \(bounds)", key
        ) { try $0.int(0) }
        return (entries, total ?? 0)
    }

    /// Who has late audits, with how many and since when: whom to chase, the most first.
    static func late(
        _ connection: Connection, _ view: View
    ) throws -> [(name: String, leg: Leg, count: Int, since: Day)] {
        try connection.rows(
            """
            \(view.reach.subtree)
            SELECT p.name, x.leg, COUNT(*), MIN(x.due_on) FROM case_audit x
            JOIN audit_case c ON c.authority = x.authority AND c.id = x.subject
            JOIN audit_frame f ON f.authority = c.authority AND f.round = c.round AND f.position = c.position
            JOIN person p ON p.authority = x.authority AND p.id = x.person
            WHERE x.authority = $1 AND x.round = $4 AND x.sent_at IS NULL AND x.ended_at IS NULL
                AND x.due_on < $3 AND ($2 = 1 OR f.node IN (SELECT id FROM reached))
            GROUP BY p.id, p.name, x.leg ORDER BY COUNT(*) DESC, p.name
            """, view.key
        ) { (try $0.text(0), Leg(rawValue: try $0.text(1)) ?? .first, try $0.int(2), try $0.day(3)) }
    }
}
