package import Kernel
import PlanFormat
import Proof
package import Storage

/// The rounds of audit that criteria take from the questions that they are tied to.
package enum TiedRounds {
    /// A criterion and its question.
    struct Tie: Sendable {
        let plan: ID<PlanRecord>
        let criterion: ID<CriterionRecord>
        let question: String
        let name: String
    }

    /// Takes what the rounds say now into every criterion tied to a question of the same tools, and reopens the closed
    /// actions whose proof has turned. Call it in the transaction that closed a round or opened it again.
    ///
    /// `keys` name any questions of the tools: `audit.<tool>.<question>`.
    package static func follow(
        _ keys: Set<String>, _ audits: AuditRounds, _ connection: Connection, _ authority: ID<Authority>,
        at now: Instant, on today: Day
    ) throws {
        let tools = Set(keys.compactMap(tool))
        let ties = try ties(connection, authority).filter { tie in
            tool(tie.question).map(tools.contains) ?? false
        }
        guard !ties.isEmpty else { return }
        let readings = try audits.readings(connection, authority, Set(ties.map(\.question)))
        for tie in ties {
            guard try take(readings[tie.question] ?? [], tie, connection, authority, at: now) else {
                continue
            }
            try TiedFigures.turn(tie.criterion, of: tie.plan, connection, authority, at: now, on: today)
        }
    }

    /// `<tool>` of `audit.<tool>.<question>`.
    private static func tool(_ key: String) -> Substring? {
        let parts = key.split(separator: ".", maxSplits: 2, omittingEmptySubsequences: false)
        return parts.count == 3 && parts[0] == "audit" ? parts[1] : nil
    }

    /// Every tie that holds.
    static func ties(_ connection: Connection, _ authority: ID<Authority>) throws -> [Tie] {
        try connection.rows(
            """
            SELECT f.plan, f.criterion, f.question, f.name FROM (
                SELECT m.*, ROW_NUMBER() OVER (PARTITION BY m.criterion ORDER BY m.number DESC) AS place
                FROM criterion_audit m WHERE m.authority = $1
            ) f WHERE f.place = 1 AND f.question IS NOT NULL ORDER BY f.criterion
            """, [.id(authority)]
        ) {
            Tie(
                plan: try $0.id(0), criterion: try $0.id(1), question: try $0.text(2), name: try $0.text(3))
        }
    }

    private struct Slot: Hashable {
        let round: String
        let node: ID<Node>?
    }

    /// What of a reading can change.
    private struct Said: Hashable {
        let met: Int
        let sampled: Int
        let day: Day
        let isIndependent: Bool
        let isWithheld: Bool

        init(_ round: ProofFacts.Round) {
            (met, sampled, day) = (round.met, round.sampled, round.day)
            (isIndependent, isWithheld) = (round.isIndependent, round.isWithheld)
        }
    }

    /// Keeps what differs from what the criterion holds; false where nothing does.
    @discardableResult
    static func take(
        _ readings: [AuditRounds.Reading], _ tie: Tie, _ connection: Connection, _ authority: ID<Authority>,
        at now: Instant
    ) throws -> Bool {
        let (held, last) = try held(tie, connection, authority)
        var new: [Slot: ProofFacts.Round] = [:]
        for reading in readings { new[Slot(round: reading.key, node: reading.round.unit)] = reading.round }
        let changed = new.filter { held[$0.key].map(Said.init) != Said($0.value) }
        let gone = held.filter { new[$0.key] == nil }
        guard !changed.isEmpty || !gone.isEmpty else { return false }
        var number = last
        func rows(_ rounds: [Slot: ProofFacts.Round], isGone: Bool) -> [[SQLValue]] {
            rounds.sorted {
                ($0.value.day, $0.key.round, $0.key.node?.rawValue ?? 0) < (
                    $1.value.day, $1.key.round, $1.key.node?.rawValue ?? 0
                )
            }.map { slot, round in
                number += 1
                return [
                    .id(authority), .id(tie.criterion), .int(number), .id(tie.plan), .instant(now),
                    .text(tie.question), .text(slot.round), .id(slot.node), .day(round.day),
                    .int(round.met), .int(round.sampled), .text(round.name), .bool(round.isIndependent),
                    .bool(isGone), .bool(round.isWithheld),
                ]
            }
        }
        try connection.insert(
            into: "criterion_audit_round",
            [
                "authority", "criterion", "number", "plan", "at", "question", "round", "node", "day", "met",
                "sampled", "name", "is_independent", "is_gone", "is_withheld",
            ], rows: rows(changed, isGone: false) + rows(gone, isGone: true))
        let count = Set(changed.keys.map(\.round)).count
        let lost = Set(gone.keys.map(\.round)).count
        try connection.record(
            Event(
                authority: authority, at: now, actor: nil, kind: "criterion.round.taken",
                subject: "criterion", subjectID: tie.criterion, plan: tie.plan,
                to: [
                    "says": .string(
                        "Audit rounds taken from “\(tie.name)”: \(count)\(lost > 0 ? "; \(lost) no longer counted" : "")"
                    )
                ]))
        return true
    }

    /// What the criterion holds of its question, and the number of the last row.
    private static func held(
        _ tie: Tie, _ connection: Connection, _ authority: ID<Authority>
    ) throws -> ([Slot: ProofFacts.Round], Int) {
        var held: [Slot: ProofFacts.Round] = [:]
        var last = 0
        for row in try connection.rows(
            """
            SELECT number, round, node, day, met, sampled, name, is_independent, at, is_gone, question, is_withheld
            FROM criterion_audit_round WHERE authority = $1 AND criterion = $2 ORDER BY number
            """, [.id(authority), .id(tie.criterion)],
            { row in
                (
                    number: try row.int(0), slot: Slot(round: try row.text(1), node: try row.idOrNil(2)),
                    round: try CriteriaSQL.round(row, 2), isGone: try row.bool(9),
                    question: try row.text(10)
                )
            })
        {
            last = max(last, row.number)
            held[row.slot] = row.isGone || row.question != tie.question ? nil : row.round
        }
        return (held, last)
    }
}

extension CriteriaSQL {
    /// A round from the columns node, day, met, sampled, name, is_independent, at; is_withheld three further on.
    fileprivate static func round(_ row: Row, _ column: Int) throws -> ProofFacts.Round {
        ProofFacts.Round(
            try row.day(column + 1), met: try row.int(column + 2), of: try row.int(column + 3),
            independent: try row.bool(column + 5), name: try row.text(column + 4),
            vintage: try row.instant(column + 6), unit: try row.idOrNil(column),
            isWithheld: try row.bool(column + 9))
    }

    /// What the rounds that criteria are tied to said, by that moment: the last of each round and unit.
    static func audited(
        _ connection: Connection, _ which: Which, _ key: [SQLValue]
    ) throws -> [(ID<CriterionRecord>, ProofFacts.Round)] {
        try connection.rows(
            """
            SELECT f.criterion, f.node, f.day, f.met, f.sampled, f.name, f.is_independent, f.at, f.is_gone,
                f.question, f.is_withheld
            FROM (
                SELECT v.*, ROW_NUMBER() OVER (
                    PARTITION BY v.criterion, v.node, v.round ORDER BY v.number DESC) AS place
                FROM criterion_audit_round v
                WHERE v.authority = $1 AND v.plan = $2 AND v.at <= $3 \(which.condition("v.criterion"))
            ) f
            JOIN \(latest("criterion_audit", which)) q
                ON q.criterion = f.criterion AND q.place = 1 AND q.question = f.question
            WHERE f.place = 1 AND f.is_gone = 0 ORDER BY f.criterion, f.day, f.number
            """, key
        ) { (try $0.id(0), try round($0, 1)) }
    }
}
