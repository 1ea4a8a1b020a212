package import Kernel
import PlanFormat
import Proof
package import Storage

/// The figures that criteria take from the measures that they are tied to.
package enum TiedFigures {
    /// A criterion and its measure.
    struct Tie: Sendable {
        let plan: ID<PlanRecord>
        let criterion: ID<CriterionRecord>
        let measure: String
        let name: String
    }

    /// Takes what the measures of these keys say now into every criterion tied to one, and reopens the closed actions
    /// whose proof has turned. Call it in the transaction that changed the measures.
    package static func follow(
        _ measures: Set<String>, _ figures: MeasureFigures, _ connection: Connection,
        _ authority: ID<Authority>, at now: Instant, on today: Day
    ) throws {
        guard !measures.isEmpty else { return }
        let ties = try ties(connection, authority).filter { measures.contains($0.measure) }
        guard !ties.isEmpty else { return }
        let values = try figures.values(connection, authority, Set(ties.map(\.measure)), nil)
        for tie in ties {
            guard try take(values[tie.measure] ?? [], tie, connection, authority, at: now) else { continue }
            try turn(tie.criterion, of: tie.plan, connection, authority, at: now, on: today)
        }
    }

    /// Every tie that holds.
    static func ties(
        _ connection: Connection, _ authority: ID<Authority>, of criterion: ID<CriterionRecord>? = nil
    ) throws -> [Tie] {
        try connection.rows(
            """
            SELECT f.plan, f.criterion, f.measure, f.name FROM (
                SELECT m.*, ROW_NUMBER() OVER (PARTITION BY m.criterion ORDER BY m.number DESC) AS place
                FROM criterion_measure m
                WHERE m.authority = $1 \(criterion == nil ? "" : "AND m.criterion = $2")
            ) f WHERE f.place = 1 AND f.measure IS NOT NULL ORDER BY f.criterion
            """, [.id(authority)] + (criterion.map { [.id($0)] } ?? [])
        ) {
            Tie(
                plan: try $0.id(0), criterion: try $0.id(1), measure: try $0.text(2), name: try $0.text(3))
        }
    }

    private struct Slot: Hashable {
        let node: ID<Node>?
        let end: Day
    }

    /// Keeps what differs from what the criterion holds; false where nothing does.
    @discardableResult
    static func take(
        _ values: [ProofFacts.Value], _ tie: Tie, _ connection: Connection, _ authority: ID<Authority>,
        at now: Instant
    ) throws -> Bool {
        let (held, last) = try held(tie, connection, authority)
        var new: [Slot: ProofFacts.Value] = [:]
        for value in values { new[Slot(node: value.unit, end: value.end)] = value }
        let changed = new.filter {
            held[$0.key]?.figure != $0.value.figure || held[$0.key]?.isWithheld != $0.value.isWithheld
        }
        let gone = held.filter { new[$0.key] == nil }
        guard !changed.isEmpty || !gone.isEmpty else { return false }
        var number = last
        func row(_ slot: Slot, _ value: ProofFacts.Value, isGone: Bool) -> [SQLValue] {
            number += 1
            return [
                .id(authority), .id(tie.criterion), .int(number), .id(tie.plan), .instant(now),
                .text(tie.measure), .id(slot.node), .day(slot.end),
            ] + CriteriaSQL.columns(value.figure).map(\.value) + [
                .text(value.source), .bool(isGone), .bool(value.isWithheld),
            ]
        }
        func inOrder(_ values: [Slot: ProofFacts.Value]) -> [(key: Slot, value: ProofFacts.Value)] {
            values.sorted {
                ($0.key.end, $0.key.node?.rawValue ?? 0) < ($1.key.end, $1.key.node?.rawValue ?? 0)
            }
        }
        try connection.insert(
            into: "criterion_measure_value",
            [
                "authority", "criterion", "number", "plan", "at", "measure", "node", "period_end",
                "numerator", "denominator", "plain", "source", "is_gone", "is_withheld",
            ],
            rows: inOrder(changed).map { row($0.key, $0.value, isGone: false) }
                + inOrder(gone).map { row($0.key, $0.value, isGone: true) })
        let periods = Set(changed.keys.map(\.end)).count
        let lost = gone.isEmpty ? "" : "; \(counted(gone.count, "figure")) no longer there"
        try connection.record(
            Event(
                authority: authority, at: now, actor: nil, kind: "criterion.figure.measured",
                subject: "criterion", subjectID: tie.criterion, plan: tie.plan,
                to: [
                    "says": .string(
                        "Figures taken from the measure “\(tie.name)”: \(counted(periods, "period"))\(lost)")
                ]))
        return true
    }

    /// What the criterion holds of its measure, and the number of the last row.
    private static func held(
        _ tie: Tie, _ connection: Connection, _ authority: ID<Authority>
    ) throws -> ([Slot: ProofFacts.Value], Int) {
        var held: [Slot: ProofFacts.Value] = [:]
        var last = 0
        let rows = try connection.rows(
            """
            SELECT number, node, period_end, numerator, denominator, plain, source, at, is_gone, measure,
                is_withheld
            FROM criterion_measure_value WHERE authority = $1 AND criterion = $2 ORDER BY number
            """, [.id(authority), .id(tie.criterion)]
        ) { row in
            (
                number: try row.int(0), slot: Slot(node: try row.idOrNil(1), end: try row.day(2)),
                figure: try CriteriaSQL.figure(row, 3), source: try row.text(6), at: try row.instant(7),
                isGone: try row.bool(8), measure: try row.text(9), isWithheld: try row.bool(10)
            )
        }
        for row in rows {
            last = max(last, row.number)
            held[row.slot] =
                row.isGone || row.measure != tie.measure
                ? nil
                : ProofFacts.Value(
                    row.slot.end, row.figure, source: row.source, vintage: row.at, unit: row.slot.node,
                    isWithheld: row.isWithheld)
        }
        return (held, last)
    }

    /// Reopens the closed action of a criterion whose proof has turned.
    static func turn(
        _ criterion: ID<CriterionRecord>, of plan: ID<PlanRecord>, _ connection: Connection,
        _ authority: ID<Authority>, at now: Instant, on today: Day
    ) throws {
        guard
            let facts = try CriteriaSQL.facts(connection, authority, plan, .one(criterion))[criterion],
            let action = facts.action, let run = try RunSQL.run(connection, authority, action),
            run.closing == .closed, let closed = run.closed,
            let proof = CriterionProof.turned(facts.proofFacts, closed: closed, on: today)
        else { return }
        let text =
            try connection.first(
                "SELECT text FROM plan_criterion WHERE authority = $1 AND id = $2",
                [.id(authority), .id(criterion)]
            ) { try $0.text(0) } ?? ""
        try ClosingSQL.reopen(
            action, of: plan,
            because: "The proof of “\(text.short)” has turned. \(proof.sentence(.hidden))", by: nil,
            authority,
            at: now, on: today, connection)
    }
}
