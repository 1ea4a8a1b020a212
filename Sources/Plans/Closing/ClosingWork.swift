import Kernel
import Site
import Storage

/// Closings that wait for those who may verify them, and decisions for those who speak for the board.
enum ClosingWork: WorkSource {
    private struct Waiting {
        let plan: ID<PlanRecord>
        let action: ID<ActionRecord>
        let words: String
        let question: Independence.Question
        let proposer: String
        let proposed: Day
        let verified: Day?
    }

    static func items(_ connection: Connection, _ doer: Doer, on today: Day) throws -> [WorkItem] {
        guard let person = doer.officer.person else { return [] }
        let judged = try doer.plans(for: EvidenceRoute.judges, connection)
        let boards = try doer.plans(for: [.boardMember], connection)
        var known: [Independence.Question: Bool] = [:]
        func isIndependent(_ question: Independence.Question) -> Bool {
            if let known = known[question] { return known }
            let answer = Independence(question, doer.line).whyNot(person) == nil
            known[question] = answer
            return answer
        }
        let verifying = try waiting(connection, doer, in: judged, .verifying, today)
            .filter { isIndependent($0.question) }
            .map {
                WorkItem(
                    .verifying, $0.words, ClosingRoute.toVerify.link($0.plan, $0.action),
                    why: "\($0.proposer) proposed on \($0.proposed.long) to close it.", due: nil)
            }
        let deciding = try waiting(connection, doer, in: boards, .deciding, today)
            .filter { isIndependent($0.question) }
            .map {
                WorkItem(
                    .deciding, $0.words, ClosingRoute.toDecide.link($0.plan, $0.action),
                    why: "Its closing was verified on \($0.verified?.long ?? ""), and waits for the board.",
                    due: nil)
            }
        return verifying + deciding
    }

    /// What of the rule of independence names one person stands in the statement; the line is asked after it.
    private static func waiting(
        _ connection: Connection, _ doer: Doer, in plans: Set<ID<PlanRecord>>, _ kind: WorkItem.Kind,
        _ today: Day
    ) throws -> [Waiting] {
        guard !plans.isEmpty else { return [] }
        let list = plans.sorted().map { "\($0.rawValue)" }.joined(separator: ", ")
        let state =
            kind == .verifying
            ? """
            k.verified_at IS NULL AND NOT EXISTS (SELECT 1 FROM evidence e
                LEFT JOIN evidence_withdrawal w ON w.authority = e.authority AND w.evidence = e.id
                WHERE e.authority = k.authority AND e.action = k.action AND e.person = $2 AND w.at IS NULL)
            """
            : """
            k.verdict = 'accepted' AND k.decided_at IS NULL AND k.verified_by <> $2
                AND EXISTS (SELECT 1 FROM board_duty d WHERE d.authority = k.authority AND d.plan = k.plan
                    AND d.person = $2 AND d.duty IN ('chair', 'secretary') AND d.from_day <= $3
                    AND (d.until_day IS NULL OR d.until_day >= $3))
            """
        return try connection.rows(
            """
            SELECT k.plan, k.action, a.reference, a.text, p.name, k.proposed_on, k.verified_on,
                \(Independence.Question.columns(action: "k.action"))
            FROM closing k
            JOIN plan_action a ON a.authority = k.authority AND a.id = k.action
            JOIN action_run r ON r.authority = k.authority AND r.action = k.action
            LEFT JOIN person p ON p.authority = k.authority AND p.id = k.proposed_by
            WHERE k.authority = $1 AND k.plan IN (\(list)) AND k.withdrawn_at IS NULL AND k.proposed_by <> $2
                AND \(state)
            ORDER BY k.proposed_at
            """,
            [.id(doer.officer.authority), .id(doer.officer.person)]
                + (kind == .deciding ? [.day(today)] : [])
        ) { row in
            Waiting(
                plan: try row.id(0), action: try row.id(1),
                words: [try row.textOrNil(2), try row.text(3).short].compactMap { $0 }.joined(separator: " "),
                question: try Independence.Question.read(row, from: 7),
                proposer: try row.textOrNil(4) ?? "Somebody", proposed: try row.day(5),
                verified: try row.dayOrNil(6))
        }
    }
}
