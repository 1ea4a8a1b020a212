import Kernel
import Proof
import Site
import Storage

/// Targets and baselines that wait for a body's decision to be recorded.
enum CriteriaWork: WorkSource {
    static func items(_ connection: Connection, _ doer: Doer, on today: Day) throws -> [WorkItem] {
        let plans = try doer.plans(for: CriteriaRoute.recorders, connection)
        guard !plans.isEmpty else { return [] }
        let list = plans.map(\.rawValue).sorted().map(String.init).joined(separator: ", ")
        return try connection.rows(
            """
            SELECT w.plan, w.criterion, w.id, w.what, k.text, COALESCE(p.name, a.name, ''), w.at
            FROM (
                SELECT t.authority, t.plan, t.criterion, t.id, 'target' AS what, t.account, t.person, t.at
                FROM criterion_target t WHERE t.authority = $1 AND t.plan IN (\(list))
                UNION ALL
                SELECT b.authority, b.plan, b.criterion, b.id, 'baseline', b.account, b.person, b.at
                FROM criterion_baseline b WHERE b.authority = $1 AND b.plan IN (\(list))
            ) w
            JOIN plan_criterion k ON k.authority = w.authority AND k.id = w.criterion
            LEFT JOIN account a ON a.authority = w.authority AND a.id = w.account
            LEFT JOIN person p ON p.authority = w.authority AND p.id = w.person
            WHERE NOT EXISTS (
                    SELECT 1 FROM criterion_agreement g
                    WHERE g.authority = w.authority AND (g.target = w.id OR g.baseline = w.id))
                AND w.account <> $2 AND (w.person IS NULL OR w.person <> $3)
            ORDER BY w.at, w.id
            """,
            [
                .id(doer.officer.authority), .id(doer.officer.account),
                // Nobody has the identity −1: an account tied to no person put forward nothing as one.
                .integer(doer.officer.person?.rawValue ?? -1),
            ]
        ) { row in
            let (plan, criterion): (ID<PlanRecord>, ID<CriterionRecord>) = (try row.id(0), try row.id(1))
            let id: ID<CriterionFacts.Target> = try row.id(2)
            let who = try row.textOrNil(5) ?? ""
            return WorkItem(
                .target, try row.text(4).short, CriteriaRoute.agreement.link(plan, criterion, id),
                why:
                    "A \(try row.text(3)) waits to be agreed, put forward\(who.isEmpty ? "" : " by \(who)") on \(try row.instant(6).inLondon.day.long)",
                due: nil)
        }
    }
}
