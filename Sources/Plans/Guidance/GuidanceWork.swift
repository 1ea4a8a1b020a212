import Kernel
import Site
import Storage

/// What documents ask of somebody: decisions to record, documents to read, and those that they look after.
enum GuidanceWork: WorkSource {
    static func items(_ connection: Connection, _ doer: Doer, on today: Day) throws -> [WorkItem] {
        var items = try tended(connection, doer, on: today)
        guard let person = doer.officer.person, doer.officer.holds(GuidanceRoute.confirmers) else {
            return items
        }
        items += try RollSQL.issued(
            to: person, connection, doer.officer.authority, on: today, unreadOnly: true
        ).map { due in
            WorkItem(
                .reading, due.guidance.title, GuidanceRoute.reading.link(due.guidance.id),
                why:
                    "\(due.guidance.kind.words), version \(due.guidance.issuedVersion ?? 0), issued to you on \(due.issued.long).",
                due: due.readBy)
        }
        return items
    }

    /// Decisions to record for a body, and what becomes of the documents that the person looks after.
    private static func tended(
        _ connection: Connection, _ doer: Doer, on today: Day
    ) throws -> [WorkItem] {
        guard !doer.answersAs.isEmpty, doer.officer.holds(GuidanceRoute.writers) else { return [] }
        let plans = try doer.plans(for: GuidanceRoute.writers, connection)
        let recorder = doer.answersSQL(post: "b.recorder_post", person: "b.recorder_person")
        let accountable = doer.answersSQL(post: "g.accountable_post", person: "g.accountable_person")
        return try connection.rows(
            """
            SELECT \(GuidanceSQL.columns), b.name, b.due_on,
                CASE WHEN \(recorder) THEN 1 ELSE 0 END, CASE WHEN \(accountable) THEN 1 ELSE 0 END
            FROM guidance g
            LEFT JOIN guidance_body b ON b.authority = g.authority AND b.guidance = g.id
                AND b.version = g.version AND b.position = g.waits_for
            WHERE g.authority = $1 AND g.withdrawn_on IS NULL
                AND (\(recorder) OR (\(accountable)
                    AND (g.stage IN ('sentBack', 'approved') OR g.review_due <= $2)))
            ORDER BY g.made_at, g.id
            """, [.id(doer.officer.authority), .day(today.adding(days: 28))]
        ) { row -> [WorkItem] in
            let first = GuidanceSQL.columnCount
            let guidance = try GuidanceSQL.guidance(row)
            guard plans.contains(guidance.plan) else { return [] }
            return items(
                guidance, body: try row.textOrNil(first),
                due: try row.dayOrNil(first + 1), records: try row.bool(first + 2),
                looksAfter: try row.bool(first + 3), on: today)
        }.flatMap { $0 }
    }

    static func items(
        _ guidance: Guidance, body: String?, due: Day?, records: Bool, looksAfter: Bool, on today: Day
    ) -> [WorkItem] {
        var items: [WorkItem] = []
        func address(_ route: GuidanceRoute) -> String { route.link(guidance.plan, guidance.id) }
        if records, let body {
            items.append(
                WorkItem(
                    .approval, guidance.title, address(.decision),
                    why: "\(body) decides on version \(guidance.version); you record what it decided.",
                    due: due))
        }
        guard looksAfter else { return items }
        if guidance.stage == .sentBack {
            items.append(
                WorkItem(
                    .review, guidance.title, address(.document),
                    why: "Version \(guidance.version) was sent back: it needs a new version.", due: nil))
        }
        if guidance.stage == .approved {
            items.append(
                WorkItem(
                    .review, guidance.title, address(.issue),
                    why: "Version \(guidance.version) is approved and waits to be issued.", due: nil))
        }
        if guidance.isInForce, let review = guidance.reviewDue, review <= today.adding(days: 28) {
            items.append(
                WorkItem(
                    .review, guidance.title, address(.review),
                    why: "Version \(guidance.issuedVersion ?? 0) is to be looked at again.", due: review))
        }
        return items
    }
}
