package import Kernel
package import Storage

/// The owner of a safety item's identity.
package enum SafetyRecord {}

/// What becomes of the answer to the question that comes first: is this child safe?
///
/// "Not safe" or "not sure" opens one item for the reading, before the audit is finished. Later answers are added to
/// it; none takes it away.
package enum SafetyItems {
    package enum Answer: String, CaseIterable, Sendable {
        case yes, no, unsure
    }

    /// By when a child is assured, and when the level above the next is asked too.
    struct Due: Hashable, Sendable {
        var first: Instant
        var next: Instant
    }

    /// Hours as they pass, also where the clocks change: 24, and 72 to the next level. Where the round says a day, it is
    /// the end of that day in London, and two days more; an item raised after that day has 24 hours.
    static func due(raised: Instant, roundSays day: Day?) -> Due {
        if let day {
            let end = day.adding(days: 1).startInLondon
            if raised < end { return Due(first: end, next: end.adding(seconds: 48 * 3600)) }
        }
        return Due(first: raised.adding(seconds: 24 * 3600), next: raised.adding(seconds: 72 * 3600))
    }

    /// Keeps an answer of a reading; call it in the transaction that saves the answer, whatever the answer is.
    ///
    /// The same answer twice leaves things as they are. A new doubt after the assurance opens the item again.
    package static func raise(
        _ answer: Answer, audit: ID<AuditReading>, by officer: Officer, at now: Instant,
        _ connection: Connection
    ) throws {
        guard let reading = try reading(audit, officer.authority, connection) else { return }
        guard let item = reading.item else {
            guard answer != .yes else { return }
            return try open(answer, reading, audit, by: officer, at: now, connection)
        }
        guard item.answer != answer else { return }
        let opensAgain = item.isAssured && answer != .yes
        let due = due(raised: now, roundSays: reading.dueOn)
        try connection.run(
            """
            UPDATE safety_item SET answer = $3, revision = revision + 1 WHERE authority = $1 AND id = $2
            """, [.id(officer.authority), .id(item.id), .text(answer.rawValue)])
        try SafetySQL.add(
            "answered", answer.rawValue, by: officer.person, to: item.id, officer.authority, at: now,
            connection)
        if opensAgain {
            try SafetySQL.openAgain(item.id, officer.authority, due, connection)
            try SafetySQL.add(
                "reopened", "The answer was changed.", by: nil, to: item.id, officer.authority, at: now,
                connection)
        }
    }

    private struct Reading {
        var round: ID<AuditRound>
        var subject: ID<AuditCase>
        var leg: String
        var node: ID<Node>?
        var dueOn: Day?
        var item: (id: ID<SafetyRecord>, answer: Answer, isAssured: Bool)?
    }

    private static func reading(
        _ audit: ID<AuditReading>, _ authority: ID<Authority>, _ connection: Connection
    ) throws -> Reading? {
        try connection.first(
            """
            SELECT a.round, a.subject, a.leg, f.node, r.safety_due_on, i.id, i.answer, i.assured_at
            FROM case_audit a
            JOIN audit_round r ON r.authority = a.authority AND r.id = a.round
            JOIN audit_case c ON c.authority = a.authority AND c.id = a.subject
            JOIN audit_frame f ON f.authority = a.authority AND f.round = c.round
                AND f.position = c.position
            LEFT JOIN safety_item i ON i.authority = a.authority AND i.audit = a.id
            WHERE a.authority = $1 AND a.id = $2
            """, [.id(authority), .id(audit)]
        ) { row in
            let item: ID<SafetyRecord>? = try row.idOrNil(5)
            let answer = try row.textOrNil(6).flatMap(Answer.init) ?? .unsure
            let isAssured = try row.textOrNil(7) != nil
            return Reading(
                round: try row.id(0), subject: try row.id(1), leg: try row.text(2), node: try row.idOrNil(3),
                dueOn: try row.dayOrNil(4), item: item.map { ($0, answer, isAssured) })
        }
    }

    private static func open(
        _ answer: Answer, _ reading: Reading, _ audit: ID<AuditReading>, by officer: Officer,
        at now: Instant, _ connection: Connection
    ) throws {
        let id = ID<SafetyRecord>.make(at: now)
        let due = due(raised: now, roundSays: reading.dueOn)
        try connection.insert(
            into: "safety_item",
            [
                "authority", "id", "round", "subject", "audit", "leg", "answer", "raised_at", "due_at",
                "next_due_at", "node",
            ],
            rows: [
                [
                    .id(officer.authority), .id(id), .id(reading.round), .id(reading.subject), .id(audit),
                    .text(reading.leg), .text(answer.rawValue), .instant(now), .instant(due.first),
                    .instant(due.next), .id(reading.node),
                ]
            ])
        try SafetySQL.add(
            "raised", answer.rawValue, by: officer.person, to: id, officer.authority, at: now, connection)
        // Whose reading opened it, and of which round, is not for the journal's readers: the opening follows by rule.
        try connection.record(
            Event(
                authority: officer.authority, at: now, actor: nil, kind: "safety.raised",
                subject: "safety item", subjectID: id, to: ["says": "A safety item was opened by an audit"]))
    }
}
