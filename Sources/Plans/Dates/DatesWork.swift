import Kernel
import Markup
import Site
import Storage

/// New dates that wait for somebody who may approve them.
enum DatesWork: WorkSource {
    static func items(_ connection: Connection, _ doer: Doer, on today: Day) throws -> [WorkItem] {
        guard let person = doer.officer.person else { return [] }
        let plans = try doer.plans(for: DatesRoute.approvers, connection)
        guard !plans.isEmpty else { return [] }
        let list = plans.map(\.rawValue).sorted().map(String.init).joined(separator: ", ")
        let rows = try connection.rows(
            """
            SELECT q.id, q.plan, a.reference, a.text, q.was_finish, q.finish, asker.name, q.asked_on,
                r.accountable_post, r.accountable_person
            FROM date_request q
            JOIN plan_action a ON a.authority = q.authority AND a.id = q.action
            JOIN action_run r ON r.authority = q.authority AND r.action = q.action
            JOIN account asker ON asker.authority = q.authority AND asker.id = q.account
            WHERE q.authority = $1 AND q.plan IN (\(list)) AND q.account <> $2
                AND (q.person IS NULL OR q.person <> $3) AND r.closing <> 'closed'
                AND NOT EXISTS (SELECT 1 FROM date_decision c WHERE c.authority = $1 AND c.request = q.id)
            ORDER BY q.at
            """, [.id(doer.officer.authority), .id(doer.officer.account), .id(person)]
        ) { (try item($0), Accountable(post: try $0.idOrNil(8), person: try $0.idOrNil(9))) }
        return rows.filter { !doer.answers(for: $0.1) }.map(\.0)
    }

    private static func item(_ row: Row) throws -> WorkItem {
        let (id, plan): (ID<DateRequest>, ID<PlanRecord>) = (try row.id(0), try row.id(1))
        let was = PartialDate(try row.text(4))
        let finish = PartialDate(try row.text(5))
        let title = [try row.textOrNil(2), try row.text(3)].compactMap { $0 }.joined(separator: " ")
        let why =
            "\(try row.text(6)) asked on \(try row.day(7).long) for \(finish?.long ?? ""), "
            + "\(DueDate(first: was, now: finish).length) than \(was?.long ?? "")"
        return WorkItem(.newDate, title, DatesRoute.request.link(plan, id), why: why, due: nil)
    }
}
