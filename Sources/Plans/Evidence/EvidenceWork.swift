import Kernel
import Site
import Storage

/// Evidence that waits for those who may judge it.
enum EvidenceWork: WorkSource {
    private struct Waiting {
        let id: ID<EvidenceRecord>
        let plan: ID<PlanRecord>
        let action: ID<ActionRecord>
        let words: String
        let question: Independence.Question
        let addedBy: ID<Person>?
        let adder: String
        let on: Day
        let isPersonal: Bool
    }

    static func items(_ connection: Connection, _ doer: Doer, on today: Day) throws -> [WorkItem] {
        guard let person = doer.officer.person else { return [] }
        let plans = try doer.plans(for: EvidenceRoute.judges, connection)
        guard !plans.isEmpty else { return [] }
        let personal = try doer.plans(for: EvidenceRoute.caseAccess, connection)
        var asked: [Independence.Question: Independence] = [:]
        return try waiting(connection, doer, in: plans).compactMap { piece in
            guard !piece.isPersonal || personal.contains(piece.plan) else { return nil }
            let independence = asked[piece.question] ?? Independence(piece.question, doer.line)
            asked[piece.question] = independence
            guard piece.addedBy != person, independence.whyNot(person) == nil else { return nil }
            return WorkItem(
                .evidence, piece.words, EvidenceRoute.item.link(piece.plan, piece.id),
                why: "\(piece.adder) added it on \(piece.on.long), and it waits for somebody independent.",
                due: nil)
        }
    }

    /// What nobody has judged yet in those plans, the oldest first, without the officer's own.
    private static func waiting(
        _ connection: Connection, _ doer: Doer, in plans: Set<ID<PlanRecord>>
    ) throws -> [Waiting] {
        let list = plans.sorted().map { "\($0.rawValue)" }.joined(separator: ", ")
        return try connection.rows(
            """
            SELECT e.id, e.plan, e.action, a.reference, a.text, e.person, COALESCE(p.name, account.name),
                e.added_on, e.is_personal, \(Independence.Question.columns(action: "e.action"))
            FROM evidence e
            JOIN plan_action a ON a.authority = e.authority AND a.id = e.action
            JOIN action_run r ON r.authority = e.authority AND r.action = e.action
            LEFT JOIN person p ON p.authority = e.authority AND p.id = e.person
            LEFT JOIN account ON account.authority = e.authority AND account.id = e.account
            LEFT JOIN evidence_verdict v ON v.authority = e.authority AND v.evidence = e.id
            LEFT JOIN evidence_withdrawal w ON w.authority = e.authority AND w.evidence = e.id
            WHERE e.authority = $1 AND e.plan IN (\(list)) AND v.verdict IS NULL AND w.at IS NULL
                AND (e.person IS NULL OR e.person <> $2)
                AND (r.accountable_post IS NOT NULL OR r.accountable_person IS NOT NULL)
                AND NOT \(doer.answersSQL(post: "COALESCE(r.accountable_post, 0)", person: "COALESCE(r.accountable_person, 0)"))
            ORDER BY e.added_at
            """, [.id(doer.officer.authority), .id(doer.officer.person)]
        ) { row in
            var question = try Independence.Question.read(row, from: 9)
            question.verifier = nil
            return Waiting(
                id: try row.id(0), plan: try row.id(1), action: try row.id(2),
                words: [try row.textOrNil(3), try row.text(4).short].compactMap { $0 }.joined(separator: " "),
                question: question, addedBy: try row.idOrNil(5), adder: try row.textOrNil(6) ?? "Somebody",
                on: try row.day(7), isPersonal: try row.bool(8))
        }
    }
}
