import Kernel
import Site
import Storage

/// A case of a round with what its readers said, for whoever may see both: once the round is closed, or, where nobody
/// verifies, for the keeper of the round.
struct AuditedCase: Sendable {
    var round: Round
    var tool: Tool
    var id: ID<AuditCase>
    var number: Int
    var reference: Sensitive<String>
    var holder: ID<Person>?
    var holderName: String
    var team: String
    var node: ID<Node>?
    /// Sent readings only.
    var first: Given?
    var second: Given?
    var moderations: [Moderation] = []
    var findings: [Finding] = []

    /// One reading as it was sent.
    struct Given: Sendable {
        var audit: ID<AuditReading>
        var person: ID<Person>
        var name: String
        var relation: Relation
        var sentAt: Instant
        var answers: Answers
    }

    /// What came of it: an action for the case, or an anomaly.
    struct Finding: Hashable, Sendable {
        var id: Int64
        var kind: String
        var text: String
        var dueOn: Day
        var isDone: Bool
        var isSeen: Bool
    }

    var readers: Set<ID<Person>> { Set([first?.person, second?.person].compactMap { $0 }) }
}

/// A third grade, proposed by one person and agreed or refused by another.
struct Moderation: Hashable, Sendable {
    var id: ID<Moderation>
    var question: String
    var value: String
    var reason: String
    var proposedBy: ID<Person>
    var proposedByName: String
    var proposedAt: Instant
    var agreedBy: ID<Person>?
    var agreedByName: String?
    var agreedAt: Instant?
    var refusedAt: Instant?
    var refusedReason: String?

    var isOpen: Bool { agreedAt == nil && refusedAt == nil }
}

/// How one question stood with both readers.
enum Comparison: Hashable, Sendable {
    case same
    /// The first grade was better, by so many grades.
    case kinder(Int)
    case harder(Int)
    /// Not the same, and neither is better.
    case different
    /// Words, or an answer that only one of them gave.
    case none

    init(_ first: Mark?, _ second: Mark?) {
        guard let first, let second else {
            self = .none
            return
        }
        if let one = first.rank, let two = second.rank {
            self = one == two ? .same : one < two ? .kinder(two - one) : .harder(one - two)
        } else if let one = first.isGood, let two = second.isGood {
            self = one == two ? .same : one ? .kinder(1) : .harder(1)
        } else {
            self = first.value == second.value ? .same : .different
        }
    }

    var words: String {
        switch self {
        case .same: "The same"
        case .kinder(let grades): "First kinder by \(counted(grades, "grade"))"
        case .harder(let grades): "First harder by \(counted(grades, "grade"))"
        case .different: "Different"
        case .none: ""
        }
    }
}

extension AuditedCase {
    func mark(_ question: Tool.Question, _ given: Given?) -> Mark? {
        guard let given else { return nil }
        let answer = given.answers[question.key]
        // A sent answer was taken by its question.
        return try? question.mark(answer.value, in: tool)
    }

    func comparison(_ question: Tool.Question) -> Comparison {
        guard question.kind != .text else { return .none }
        return Comparison(mark(question, first), mark(question, second))
    }
}

// MARK: Reading, and who may

extension AuditedCase {
    /// The case for whoever may see what was said of it; everybody else does not find it.
    static func open(
        _ connection: Connection, _ officer: Officer, _ round: ID<AuditRound>, _ id: ID<AuditCase>,
        on today: Day
    ) throws -> AuditedCase {
        guard let round = try RoundSQL.round(connection, officer.authority, round), round.withdrawn == nil,
            try !Blind.rounds(connection, barring: officer).contains(round.id),
            var found = try row(connection, officer.authority, round, id)
        else { throw NotFound() }
        guard try mayOpen(connection, officer, found, on: today) else { throw NotFound() }
        try found.readGiven(connection, officer.authority)
        found.moderations = try ModerationSQL.of(connection, officer.authority, id)
        // An anomaly is between the quality lead and the line manager.
        let kinds = officer.holds(GradingRoute.comparers) ? "'case', 'anomaly'" : "'case'"
        found.findings = try connection.rows(
            """
            SELECT id, kind, text, due_on, done_at, seen_at FROM audit_finding
            WHERE authority = $1 AND subject = $2 AND kind IN (\(kinds)) ORDER BY due_on, id
            """, [.id(officer.authority), .id(id)]
        ) {
            Finding(
                id: try $0.integer(0), kind: try $0.text(1), text: try $0.text(2), dueOn: try $0.day(3),
                isDone: try $0.textOrNil(4) != nil, isSeen: try $0.textOrNil(5) != nil)
        }
        return found
    }

    private static func mayOpen(
        _ connection: Connection, _ officer: Officer, _ found: AuditedCase, on today: Day
    ) throws -> Bool {
        let tree = try UnitTree.read(connection, officer.authority)
        let node = found.node ?? found.round.node
        func reaches(_ roles: Set<Role>) -> Bool {
            tree.isWithin(officer.scopes(for: roles), node, on: today)
        }
        guard found.round.closedAt != nil else {
            return found.round.verification == nil && reaches(RoundsRoute.keepers)
        }
        if reaches(GradingRoute.comparers) { return true }
        guard let person = officer.person else { return false }
        // An external reader or auditor is nothing to the case; its holder and their line are.
        let relations = try CaseRelations.read(connection, officer.authority, on: today)
        return relations.relation(of: person, holder: found.holder, node: found.node) != .independent
    }

    private static func row(
        _ connection: Connection, _ authority: ID<Authority>, _ round: Round, _ id: ID<AuditCase>
    ) throws -> AuditedCase? {
        guard
            let tool = try ToolSQL.tool(connection, authority, round.tool, version: round.toolVersion)
        else { return nil }
        return try connection.first(
            """
            SELECT c.number, f.reference, f.holder_person, f.holder, f.team, f.node FROM audit_case c
            JOIN audit_frame f ON f.authority = c.authority AND f.round = c.round AND f.position = c.position
            WHERE c.authority = $1 AND c.round = $2 AND c.id = $3
            """, [.id(authority), .id(round.id), .id(id)]
        ) { row in
            AuditedCase(
                round: round, tool: tool, id: id, number: try row.int(0), reference: try row.sensitive(1),
                holder: try row.idOrNil(2), holderName: try row.text(3), team: try row.text(4),
                node: try row.idOrNil(5))
        }
    }

    private mutating func readGiven(_ connection: Connection, _ authority: ID<Authority>) throws {
        let given = try connection.rows(
            """
            SELECT a.leg, a.id, a.person, p.name, a.relation, a.sent_at FROM case_audit a
            JOIN person p ON p.authority = a.authority AND p.id = a.person
            WHERE a.authority = $1 AND a.subject = $2 AND a.ended_at IS NULL AND a.sent_at IS NOT NULL
            """, [.id(authority), .id(id)]
        ) { row in
            (
                try row.text(0),
                Given(
                    audit: try row.id(1), person: try row.id(2), name: try row.text(3),
                    relation: Relation(rawValue: try row.text(4)) ?? .own, sentAt: try row.instant(5),
                    answers: Answers())
            )
        }
        for (leg, var reading) in given {
            reading.answers = try ReadingSQL.answers(connection, authority, reading.audit)
            if leg == Leg.first.rawValue { first = reading } else { second = reading }
        }
    }
}

/// Reading what was proposed and agreed.
enum ModerationSQL {
    static func of(
        _ connection: Connection, _ authority: ID<Authority>, _ subject: ID<AuditCase>
    ) throws -> [Moderation] {
        try connection.rows(
            """
            SELECT m.id, m.question, m.value, m.reason, m.proposed_by, p.name, m.proposed_at, m.agreed_by,
                q.name, m.agreed_at, m.refused_at, m.refused_reason
            FROM audit_moderation m
            JOIN person p ON p.authority = m.authority AND p.id = m.proposed_by
            LEFT JOIN person q ON q.authority = m.authority AND q.id = m.agreed_by
            WHERE m.authority = $1 AND m.subject = $2 ORDER BY m.proposed_at, m.id
            """, [.id(authority), .id(subject)]
        ) { row in
            Moderation(
                id: try row.id(0), question: try row.text(1), value: try row.text(2), reason: try row.text(3),
                proposedBy: try row.id(4), proposedByName: try row.text(5), proposedAt: try row.instant(6),
                agreedBy: try row.idOrNil(7), agreedByName: try row.textOrNil(8),
                agreedAt: try row.instantOrNil(9), refusedAt: try row.instantOrNil(10),
                refusedReason: try row.textOrNil(11))
        }
    }
}
