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

/// What was said of actions in their updates.
enum UpdatesFound: SearchSource {
    static func records(
        _ connection: Connection, _ authority: ID<Authority>, _ plan: ID<PlanRecord>
    ) throws -> [SearchRecord] {
        try connection.rows(
            """
            SELECT u.action, u.number, u.given_on, u.name, u.done, u.in_the_way, a.reference, a.text
            FROM action_update u
            JOIN plan_action a ON a.authority = u.authority AND a.id = u.action
            WHERE u.authority = $1 AND u.plan = $2
            """, [.id(authority), .id(plan)]
        ) { row in
            let action: ID<ActionRecord> = try row.id(0)
            let title = PlanWordsFound.titled(try row.textOrNil(6), try row.text(7)).short
            return SearchRecord(
                .update, "\(action)-\(try row.int(1))", plan: plan, PlansRoute.action.link(plan, action),
                title: "\(try row.day(2).long), \(try row.text(3)): \(title)",
                body: [try row.text(4), try row.textOrNil(5)])
        }
    }
}

/// Documents in force. A draft is its writers' own until it is issued.
enum DocumentsFound: SearchSource {
    static func records(
        _ connection: Connection, _ authority: ID<Authority>, _ plan: ID<PlanRecord>
    ) throws -> [SearchRecord] {
        try connection.rows(
            """
            SELECT g.id, g.title, g.purpose, v.changed FROM guidance g
            JOIN guidance_version v ON v.authority = g.authority AND v.guidance = g.id
                AND v.version = g.issued_version
            WHERE g.authority = $1 AND g.plan = $2 AND g.withdrawn_on IS NULL
            """, [.id(authority), .id(plan)]
        ) { row in
            let id: ID<GuidanceRecord> = try row.id(0)
            return SearchRecord(
                .document, id.description, plan: plan, GuidanceRoute.document.link(plan, id),
                title: try row.text(1), body: [try row.text(2), try row.text(3)])
        }
    }
}

/// What is said to show that actions were done. Of what holds personal data only that it is there: neither its name
/// nor its words, for one index serves those with case access and those without.
enum EvidenceFound: SearchSource {
    static func records(
        _ connection: Connection, _ authority: ID<Authority>, _ plan: ID<PlanRecord>
    ) throws -> [SearchRecord] {
        try connection.rows(
            """
            SELECT e.id, CASE WHEN e.is_personal = 0 THEN e.name END,
                CASE WHEN e.is_personal = 0 THEN e.shows END, a.reference, a.text
            FROM evidence e
            JOIN plan_action a ON a.authority = e.authority AND a.id = e.action
            WHERE e.authority = $1 AND e.plan = $2
            """, [.id(authority), .id(plan)]
        ) { row in
            let id: ID<EvidenceRecord> = try row.id(0)
            let action = PlanWordsFound.titled(try row.textOrNil(3), try row.text(4)).short
            return SearchRecord(
                .evidence, id.description, plan: plan, EvidenceRoute.item.link(plan, id),
                title: "\(try row.textOrNil(1) ?? "Evidence that holds personal data"): \(action)",
                body: [try row.textOrNil(2)])
        }
    }
}

/// Closings, by what was said at each of their steps.
enum ClosingsFound: SearchSource {
    static func records(
        _ connection: Connection, _ authority: ID<Authority>, _ plan: ID<PlanRecord>
    ) throws -> [SearchRecord] {
        try connection.rows(
            """
            SELECT c.id, c.action, c.proposed_on, a.reference, a.text, c.different, c.withdrawn_because,
                c.verdict_because, c.body, c.decision_words, c.reopened_because
            FROM closing c
            JOIN plan_action a ON a.authority = c.authority AND a.id = c.action
            WHERE c.authority = $1 AND c.plan = $2
            """, [.id(authority), .id(plan)]
        ) { row in
            let id: ID<ClosingRecord> = try row.id(0)
            let action: ID<ActionRecord> = try row.id(1)
            let title = PlanWordsFound.titled(try row.textOrNil(3), try row.text(4)).short
            return SearchRecord(
                .closing, id.description, plan: plan, ClosingRoute.closings.link(plan, action),
                title: "Closing proposed on \(try row.day(2).long): \(title)",
                body: try (5...10).map { try row.textOrNil($0) })
        }
    }
}
