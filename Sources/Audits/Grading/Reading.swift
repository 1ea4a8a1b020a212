package import Kernel
import Site
package import Storage

/// One reading of one case by one person: what is asked of them, and how far it has come.
package struct Reading: Hashable, Sendable {
    package var id: ID<AuditReading>
    package var round: ID<AuditRound>
    package var roundTitle: String
    package var subject: ID<AuditCase>
    /// "Case 12" wherever the reference is not shown.
    package var number: Int
    package var reference: Sensitive<String>
    package var leg: Leg
    package var relation: Relation
    package var person: ID<Person>
    package var dueOn: Day
    package var safe: String?
    package var sentAt: Instant?
    package var tool: ID<AuditTool>
    package var toolVersion: Int
    package var firstClosedAt: Instant?
    package var closedAt: Instant?
    /// Questions with an answer on record.
    package var answered: Int
}

extension Reading {
    /// Why nothing is changed or sent any more; nil while it is open.
    var isOver: Bool {
        closedAt != nil || (leg == .first && firstClosedAt != nil)
    }

    var isOpen: Bool { sentAt == nil && !isOver }

    func isLate(on today: Day) -> Bool { (sentAt?.inLondon.day ?? today) > dueOn }
}

/// The answers of a reading as they were saved, each question's in the order of saving.
struct Answers: Hashable, Sendable {
    struct Fact: Hashable, Sendable {
        /// From 1; 0 stands for nothing saved yet.
        var sequence = 0
        var value = ""
        /// Where on the file it stands, or why the question does not apply.
        var note = ""
        var at: Instant?

        func says(_ value: String, _ note: String) -> Bool { self.value == value && self.note == note }
    }

    var facts: [String: [Fact]] = [:]

    /// What counts now.
    subscript(_ question: String) -> Fact { facts[question]?.last ?? Fact() }

    /// As it was when so many had been saved; nothing where there is no such fact.
    func fact(_ question: String, at sequence: Int) -> Fact {
        facts[question]?.first { $0.sequence == sequence } ?? Fact()
    }

    func has(_ question: String) -> Bool { !self[question].value.isEmpty }
}

/// Reading audits and their answers.
package enum ReadingSQL {
    private static let columns = """
        a.id, a.round, r.title, a.subject, c.number, f.reference, a.leg, a.relation, a.person, a.due_on,
        a.safe, a.sent_at, r.tool, r.tool_version, r.first_closed_at, r.closed_at,
        (SELECT COUNT(*) FROM audit_answer x WHERE x.authority = a.authority AND x.audit = a.id
            AND x.value <> '' AND x.sequence = (SELECT MAX(y.sequence) FROM audit_answer y
                WHERE y.authority = x.authority AND y.audit = x.audit AND y.question = x.question))
        """
    private static let tables = """
        FROM case_audit a
        JOIN audit_round r ON r.authority = a.authority AND r.id = a.round
        JOIN audit_case c ON c.authority = a.authority AND c.id = a.subject
        JOIN audit_frame f ON f.authority = c.authority AND f.round = c.round AND f.position = c.position
        """

    private static func reading(_ row: Row) throws -> Reading {
        Reading(
            id: try row.id(0), round: try row.id(1), roundTitle: try row.text(2), subject: try row.id(3),
            number: try row.int(4), reference: try row.sensitive(5),
            leg: Leg(rawValue: try row.text(6)) ?? .first,
            relation: Relation(rawValue: try row.text(7)) ?? .own, person: try row.id(8),
            dueOn: try row.day(9), safe: try row.textOrNil(10), sentAt: try row.instantOrNil(11),
            tool: try row.id(12), toolVersion: try row.int(13), firstClosedAt: try row.instantOrNil(14),
            closedAt: try row.instantOrNil(15), answered: try row.int(16))
    }

    /// The audit of that identity where it is the officer's own; everybody else's is not found.
    package static func own(
        _ connection: Connection, _ officer: Officer, _ id: ID<AuditReading>
    ) throws -> Reading {
        guard let person = officer.person,
            let found = try connection.first(
                """
                SELECT \(columns) \(tables)
                WHERE a.authority = $1 AND a.id = $2 AND a.person = $3 AND a.ended_at IS NULL
                    AND r.withdrawn_at IS NULL
                """, [.id(officer.authority), .id(id), .id(person)], reading)
        else { throw NotFound() }
        return found
    }

    /// What is asked of the person and not sent, the longest due first; then what they sent, the latest first.
    package static func mine(
        _ connection: Connection, _ authority: ID<Authority>, _ person: ID<Person>, sent: Bool,
        limit: Int = 5000
    ) throws -> [Reading] {
        let open =
            "a.sent_at IS NULL AND r.closed_at IS NULL AND (a.leg = 'second' OR r.first_closed_at IS NULL)"
        return try connection.rows(
            """
            SELECT \(columns) \(tables)
            WHERE a.authority = $1 AND a.person = $2 AND a.ended_at IS NULL AND r.withdrawn_at IS NULL
                AND \(sent ? "a.sent_at IS NOT NULL" : open)
            ORDER BY \(sent ? "a.sent_at DESC" : "a.due_on, r.title, c.number") LIMIT \(limit)
            """, [.id(authority), .id(person)], reading)
    }

    static func answers(
        _ connection: Connection, _ authority: ID<Authority>, _ audit: ID<AuditReading>
    ) throws -> Answers {
        var answers = Answers()
        let rows = try connection.rows(
            """
            SELECT question, sequence, value, note, at FROM audit_answer
            WHERE authority = $1 AND audit = $2 ORDER BY question, sequence
            """, [.id(authority), .id(audit)]
        ) { row in
            (
                try row.text(0),
                Answers.Fact(
                    sequence: try row.int(1), value: try row.text(2), note: try row.text(3),
                    at: try row.instant(4))
            )
        }
        for (question, fact) in rows { answers.facts[question, default: []].append(fact) }
        return answers
    }
}
