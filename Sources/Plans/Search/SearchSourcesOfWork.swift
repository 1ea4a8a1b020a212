import Kernel
import Site
import Storage

/// The reasons for new dates, as they were asked for.
enum NewDatesFound: SearchSource {
    static func records(
        _ connection: Connection, _ authority: ID<Authority>, _ plan: ID<PlanRecord>
    ) throws -> [SearchRecord] {
        try connection.rows(
            """
            SELECT q.id, a.reference, a.text, q.finish, q.reason, q.different
            FROM date_request q
            JOIN plan_action a ON a.authority = q.authority AND a.id = q.action
            WHERE q.authority = $1 AND q.plan = $2
            """, [.id(authority), .id(plan)]
        ) { row in
            let id: ID<DateRequest> = try row.id(0)
            let finish = PartialDate(try row.text(3))?.long ?? ""
            let title = PlanWordsFound.titled(try row.textOrNil(1), try row.text(2)).short
            return SearchRecord(
                .newDate, id.description, plan: plan, DatesRoute.request.link(plan, id),
                title: "\(finish) asked for \(title)", body: [try row.text(4), try row.textOrNil(5)])
        }
    }
}
