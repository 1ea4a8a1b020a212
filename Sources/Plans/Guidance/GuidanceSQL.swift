import Kernel
import Storage

/// Reading guidance documents. Every statement runs on both engines.
enum GuidanceSQL {
    static let columns = """
        g.id, g.plan, g.kind, g.title, g.purpose, g.accountable_post, g.accountable_person, g.stage, g.version,
        g.waits_for, g.issued_version, g.read_from, g.review_due, g.withdrawn_on, g.revision
        """
    static let columnCount = 15

    static func guidance(_ row: Row) throws -> Guidance {
        Guidance(
            id: try row.id(0), plan: try row.id(1), kind: Guidance.Kind(rawValue: try row.text(2)) ?? .other,
            title: try row.text(3), purpose: try row.text(4),
            accountable: Accountable(post: try row.idOrNil(5), person: try row.idOrNil(6)),
            stage: Guidance.Stage(rawValue: try row.text(7)) ?? .draft, version: try row.int(8),
            waitsFor: try row.intOrNil(9), issuedVersion: try row.intOrNil(10),
            readFrom: try row.intOrNil(11),
            reviewDue: try row.dayOrNil(12), withdrawn: try row.dayOrNil(13), revision: try row.int(14))
    }

    static func guidance(
        _ connection: Connection, _ authority: ID<Authority>, _ id: ID<GuidanceRecord>
    ) throws -> Guidance? {
        try connection.first(
            "SELECT \(columns) FROM guidance g WHERE g.authority = $1 AND g.id = $2",
            [.id(authority), .id(id)], guidance)
    }

    /// The actions that documents of the plan carry out, in the plan's order.
    static func actions(
        _ connection: Connection, _ authority: ID<Authority>, _ plan: ID<PlanRecord>
    ) throws -> [ID<GuidanceRecord>: [GuidanceAction]] {
        let rows = try connection.rows(
            """
            SELECT l.guidance, a.id, a.reference, a.text FROM guidance_action l
            JOIN plan_action a ON a.authority = l.authority AND a.id = l.action
            WHERE l.authority = $1 AND a.plan = $2 ORDER BY a.position
            """, [.id(authority), .id(plan)]
        ) { row in
            (
                try row.id(0) as ID<GuidanceRecord>,
                GuidanceAction(
                    id: try row.id(1), reference: try row.textOrNil(2), text: try row.text(3))
            )
        }
        return Dictionary(grouping: rows, by: \.0).mapValues { $0.map(\.1) }
    }
}

/// An action that a document carries out.
struct GuidanceAction: Sendable {
    var id: ID<ActionRecord>
    var reference: String?
    var text: String

    var name: String { [reference, text.short].compactMap { $0 }.joined(separator: " ") }
}

// MARK: The story of one document

extension GuidanceSQL {
    static func story(
        _ connection: Connection, _ authority: ID<Authority>, _ id: ID<GuidanceRecord>
    ) throws -> GuidanceStory {
        let key: [SQLValue] = [.id(authority), .id(id)]
        var story = GuidanceStory()
        story.versions = try connection.rows(
            """
            SELECT v.at, v.account, v.person, c.name, v.version, v.changed, v.words, v.link, f.id, f.name, f.size,
                f.sha256
            FROM guidance_version v \(account("v"))
            LEFT JOIN stored_file f ON f.authority = v.authority AND f.id = v.file
            WHERE v.authority = $1 AND v.guidance = $2 ORDER BY v.version
            """, key
        ) { row in
            var file: GuidanceStory.File?
            if let id: ID<StoredFile> = try row.idOrNil(8) {
                file = GuidanceStory.File(
                    id: id, name: try row.text(9), size: try row.int(10), sha256: try row.text(11))
            }
            return GuidanceStory.Version(
                number: try row.int(4), changed: try row.text(5), file: file, words: try row.textOrNil(6),
                link: try row.textOrNil(7), by: try doing(row))
        }
        story.bodies = try bodies(connection, key)
        story.issues = try issues(connection, authority, where: "i.guidance = $2", [.id(id)])[id] ?? []
        story.reviews = try connection.rows(
            """
            SELECT w.at, w.account, w.person, c.name, w.version, w.reviewed_on, w.stands_until, w.words
            FROM guidance_review w \(account("w"))
            WHERE w.authority = $1 AND w.guidance = $2 ORDER BY w.at, w.id
            """, key
        ) { row in
            GuidanceStory.Review(
                version: try row.int(4), on: try row.day(5), standsUntil: try row.day(6),
                words: try row.text(7), by: try doing(row))
        }
        story.withdrawal = try connection.first(
            """
            SELECT w.at, w.account, w.person, c.name, w.withdrawn_on, w.reason
            FROM guidance_withdrawal w \(account("w")) WHERE w.authority = $1 AND w.guidance = $2
            """, key
        ) { row in
            GuidanceStory.Withdrawal(on: try row.day(4), reason: try row.text(5), by: try doing(row))
        }
        return story
    }

    private static func bodies(
        _ connection: Connection, _ key: [SQLValue]
    ) throws -> [GuidanceStory.Body] {
        try connection.rows(
            """
            SELECT b.at, b.account, b.person, c.name, b.version, b.position, b.name, b.recorder_post,
                b.recorder_person, b.due_on, d.approved, d.decided_on, d.words, d.at, d.account, d.person, e.name
            FROM guidance_body b \(account("b"))
            LEFT JOIN guidance_decision d ON d.authority = b.authority AND d.guidance = b.guidance
                AND d.version = b.version AND d.position = b.position
            LEFT JOIN account e ON e.authority = d.authority AND e.id = d.account
            WHERE b.authority = $1 AND b.guidance = $2 ORDER BY b.version, b.position
            """, key
        ) { row in
            var decision: GuidanceStory.Decision?
            if let approved = try row.boolOrNil(10) {
                decision = GuidanceStory.Decision(
                    approved: approved, on: try row.day(11), words: try row.text(12),
                    by: GuidanceStory.Doing(
                        at: try row.instant(13), account: try row.idOrNil(14), person: try row.idOrNil(15),
                        name: try row.textOrNil(16) ?? "Plumbline"))
            }
            return GuidanceStory.Body(
                version: try row.int(4), position: try row.int(5), name: try row.text(6),
                recorder: Accountable(post: try row.idOrNil(7), person: try row.idOrNil(8)),
                due: try row.day(9), asked: try doing(row), decision: decision)
        }
    }

    /// The issues of one document or of a plan's, oldest first.
    static func issues(
        _ connection: Connection, _ authority: ID<Authority>, where condition: String, _ values: [SQLValue]
    ) throws -> [ID<GuidanceRecord>: [GuidanceIssue]] {
        let targets = Dictionary(
            grouping: try connection.rows(
                """
                SELECT t.issue, t.node, t.post, t.person FROM guidance_issue_to t
                JOIN guidance_issue i ON i.authority = t.authority AND i.id = t.issue
                WHERE t.authority = $1 AND \(condition) ORDER BY t.position
                """, [.id(authority)] + values
            ) { row in (try row.id(0) as ID<IssueRecord>, try target(row)) }, by: \.0)
        let rows = try connection.rows(
            """
            SELECT i.at, i.account, i.person, c.name, i.guidance, i.id, i.version, i.issued_on, i.read_by, i.read_anew
            FROM guidance_issue i \(account("i"))
            WHERE i.authority = $1 AND \(condition) ORDER BY i.version, i.issued_on, i.at
            """, [.id(authority)] + values
        ) { row in
            let id: ID<IssueRecord> = try row.id(5)
            return (
                try row.id(4) as ID<GuidanceRecord>,
                GuidanceIssue(
                    id: id, version: try row.int(6), on: try row.day(7), readBy: try row.dayOrNil(8),
                    readAnew: try row.bool(9), to: targets[id]?.compactMap(\.1) ?? [], by: try doing(row))
            )
        }
        return Dictionary(grouping: rows, by: \.0).mapValues { $0.map(\.1) }
    }

    private static func target(_ row: Row) throws -> GuidanceTarget? {
        if let node: ID<Node> = try row.idOrNil(1) { return .node(node) }
        if let post: ID<Post> = try row.idOrNil(2) { return .post(post) }
        return try (row.idOrNil(3) as ID<Person>?).map { .person($0) }
    }

    /// Who did it, in the first four columns.
    private static func doing(_ row: Row) throws -> GuidanceStory.Doing {
        GuidanceStory.Doing(
            at: try row.instant(0), account: try row.idOrNil(1), person: try row.idOrNil(2),
            name: try row.textOrNil(3) ?? "Plumbline")
    }

    private static func account(_ table: String) -> String {
        "LEFT JOIN account c ON c.authority = \(table).authority AND c.id = \(table).account"
    }
}
