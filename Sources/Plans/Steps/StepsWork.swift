import Kernel
import Site
import Storage

/// Steps that are due, for whoever answers for their action.
enum StepsWork: WorkSource {
    static func items(_ connection: Connection, _ doer: Doer, on today: Day) throws -> [WorkItem] {
        guard !doer.answersAs.isEmpty else { return [] }
        let plans = try doer.plans(for: PlansRoute.readers, connection)
        return try connection.rows(
            """
            SELECT s.plan, s.action, s.text, s.due, a.reference, a.text
            FROM action_step s
            JOIN plan_action a ON a.authority = s.authority AND a.id = s.action
            JOIN action_run r ON r.authority = s.authority AND r.action = s.action
            WHERE s.authority = $1 AND s.withdrawn = 0 AND s.done_on IS NULL AND s.due <= $2
                AND r.closing <> 'closed'
                AND \(doer.answersSQL(post: "r.accountable_post", person: "r.accountable_person"))
                AND s.revision =
                    (SELECT MAX(v.revision) FROM action_step v WHERE v.authority = s.authority AND v.id = s.id)
            ORDER BY s.due, s.id
            """, [.id(doer.officer.authority), .day(today)]
        ) { row -> WorkItem? in
            let (plan, action): (ID<PlanRecord>, ID<ActionRecord>) = (try row.id(0), try row.id(1))
            let name = [try row.textOrNil(4), try row.text(5).short].compactMap { $0 }
            guard plans.contains(plan) else { return nil }
            return WorkItem(
                .step, try row.text(2), PlansRoute.action.link(plan, action) + "#steps",
                why: "A step of \(name.joined(separator: " "))", due: try row.day(3))
        }.compactMap { $0 }
    }
}
