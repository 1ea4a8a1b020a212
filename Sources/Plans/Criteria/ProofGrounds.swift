import Kernel
import Storage

/// What an action's own work gives to the proof of its criteria: the day it was done, and evidence accepted.
struct ProofGrounds: Sendable {
    /// The day on which the action was done, as its lead said when they proposed to close it. A reopening does not
    /// unsay it.
    private(set) var done: Day?
    /// What somebody else accepted, and the one criterion that it is for; nil for all of the action's.
    private var accepted: [(day: Day, criterion: ID<CriterionRecord>?)] = []

    /// The days on which evidence for that criterion was accepted.
    func accepted(for criterion: ID<CriterionRecord>) -> [Day] {
        accepted.lazy.filter { $0.criterion == nil || $0.criterion == criterion }.map(\.day)
    }

    /// The grounds of each action of the plan that has any, as at a moment, in one query.
    static func read(
        _ connection: Connection, _ authority: ID<Authority>, _ plan: ID<PlanRecord>, at: Instant?
    ) throws -> [ID<ActionRecord>: ProofGrounds] {
        var grounds: [ID<ActionRecord>: ProofGrounds] = [:]
        let facts = try connection.rows(
            """
            SELECT k.action, NULL AS criterion, k.done_on AS day, 'done' AS what, k.proposed_at AS at
            FROM closing k
            WHERE k.authority = $1 AND k.plan = $2 AND k.proposed_at <= $3
                AND (k.withdrawn_at IS NULL OR k.withdrawn_at > $3)
            UNION ALL
            SELECT e.action, e.criterion, v.judged_on, 'accepted', v.at
            FROM evidence e
            JOIN evidence_verdict v ON v.authority = e.authority AND v.evidence = e.id
            WHERE e.authority = $1 AND e.plan = $2 AND v.verdict = 'accepted' AND v.at <= $3
                AND NOT EXISTS (
                    SELECT 1 FROM evidence_withdrawal w
                    WHERE w.authority = e.authority AND w.evidence = e.id AND w.at <= $3)
            ORDER BY at
            """, [.id(authority), .id(plan), .text(at?.description ?? "9999")]
        ) { row in
            (
                action: try row.id(0) as ID<ActionRecord>,
                criterion: try row.idOrNil(1) as ID<CriterionRecord>?, day: try row.day(2),
                isDone: try row.text(3) == "done"
            )
        }
        for fact in facts {
            var ground = grounds[fact.action] ?? ProofGrounds()
            if fact.isDone {
                ground.done = fact.day
            } else {
                ground.accepted.append((fact.day, fact.criterion))
            }
            grounds[fact.action] = ground
        }
        return grounds
    }
}
