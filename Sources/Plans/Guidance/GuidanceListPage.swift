import Kernel
import Markup
import Sheets
import Site
import Storage

/// The documents of a plan, with how each stands, filtered by the address.
enum GuidanceListPage {
    enum State: String, CaseIterable {
        case draft, approving, approved, unread, review, withdrawn

        var words: String {
            switch self {
            case .draft: "Being written"
            case .approving: "Waiting for approval"
            case .approved: "Approved, not issued"
            case .unread: "In force"
            case .review: "Review due"
            case .withdrawn: "Withdrawn"
            }
        }

        /// The same in SQL, of `guidance g`; `$3` is the last day of a review that is due.
        var condition: String {
            switch self {
            case .draft: "g.withdrawn_on IS NULL AND g.stage IN ('draft', 'sentBack')"
            case .approving: "g.withdrawn_on IS NULL AND g.stage = 'approving'"
            case .approved: "g.withdrawn_on IS NULL AND g.stage = 'approved'"
            case .unread: "g.withdrawn_on IS NULL AND g.issued_version IS NOT NULL"
            case .review:
                "g.withdrawn_on IS NULL AND g.issued_version IS NOT NULL AND g.review_due <= $3"
            case .withdrawn: "g.withdrawn_on IS NOT NULL"
            }
        }
    }

    struct Filter {
        var state: State?
        var kind: Guidance.Kind?
        var words = ""

        var isEmpty: Bool { state == nil && kind == nil && words.isEmpty }

        init(_ query: Fields = Fields()) {
            state = State(rawValue: query["state"])
            kind = Guidance.Kind(rawValue: query["kind"])
            words = query["words"]
        }
    }

    struct Row: Sendable {
        var guidance: Guidance
        /// The body that it waits for, or that sent it back.
        var body: String?
        var actions: [GuidanceAction]
        var roll: ReadingRoll?
    }

    struct Values: Sendable {
        var plan: KeptPlan.Header
        var rows: [Row]
        var all: Int
        var eyes: GuidanceEyes
    }
}

extension PlansFeature {
    func guidanceList(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let plan: ID<PlanRecord> = try visit.id("plan")
        let today = visit.today
        let query = visit.query
        let values = try await database.read { connection -> GuidanceListPage.Values? in
            guard let header = try PlanSQL.header(connection, officer.authority, plan) else { return nil }
            let eyes = try GuidanceEyes.of(officer, plan, connection, on: today)
            let filter = GuidanceListPage.Filter(query)
            return GuidanceListPage.Values(
                plan: header,
                rows: try GuidanceListSQL.rows(
                    connection, officer.authority, plan, filter, eyes, on: today),
                all: try GuidanceListSQL.count(connection, officer.authority, plan, eyes), eyes: eyes)
        }
        guard let values else { throw NotFound() }
        return .page(GuidanceListPage.page(values, GuidanceListPage.Filter(query), visit))
    }
}

enum GuidanceListSQL {
    static func count(
        _ connection: Connection, _ authority: ID<Authority>, _ plan: ID<PlanRecord>, _ eyes: GuidanceEyes
    ) throws -> Int {
        try connection.first(
            """
            SELECT COUNT(*) FROM guidance g
            WHERE g.authority = $1 AND g.plan = $2 AND \(GuidanceSQL.visible(to: eyes))
            """, [.id(authority), .id(plan)]
        ) { try $0.int(0) } ?? 0
    }

    static func rows(
        _ connection: Connection, _ authority: ID<Authority>, _ plan: ID<PlanRecord>,
        _ filter: GuidanceListPage.Filter, _ eyes: GuidanceEyes, on today: Day
    ) throws -> [GuidanceListPage.Row] {
        let actions = try GuidanceSQL.actions(connection, authority, plan)
        let mine = "i.guidance IN (SELECT g.id FROM guidance g WHERE g.authority = $1 AND g.plan = $2)"
        let issues = try GuidanceSQL.issues(connection, authority, where: mine, [.id(plan)])
        let readings = try RollSQL.readings(
            connection, authority, where: mine.replacing("i.guidance", with: "r.guidance"), [.id(plan)])
        let membership =
            issues.isEmpty ? Membership() : try RollSQL.membership(connection, authority)
        return try connection.rows(
            """
            SELECT \(GuidanceSQL.columns),
                (SELECT MIN(b.name) FROM guidance_body b
                    LEFT JOIN guidance_decision d ON d.authority = b.authority AND d.guidance = b.guidance
                        AND d.version = b.version AND d.position = b.position
                    WHERE b.authority = g.authority AND b.guidance = g.id AND b.version = g.version
                        AND (b.position = g.waits_for OR d.approved = 0))
            FROM guidance g
            WHERE g.authority = $1 AND g.plan = $2 AND $3 = $3 AND ($4 = '' OR g.kind = $4)
                AND ($5 = '' OR LOWER(g.title) LIKE $5 ESCAPE '!')
                AND \(GuidanceSQL.visible(to: eyes)) AND \(filter.state?.condition ?? "1 = 1")
            ORDER BY g.made_at, g.id
            """,
            [
                .id(authority), .id(plan), .day(today.adding(days: 28)),
                .text(filter.kind?.rawValue ?? ""), .text(like(filter.words)),
            ]
        ) { row in
            let guidance = try GuidanceSQL.guidance(row)
            return GuidanceListPage.Row(
                guidance: guidance, body: try row.textOrNil(GuidanceSQL.columnCount),
                actions: actions[guidance.id] ?? [],
                roll: issues[guidance.id].flatMap {
                    ReadingRoll.of(
                        $0.map(\.forRoll), readings[guidance.id] ?? [], membership, on: today)
                })
        }
    }

    private static func like(_ words: String) -> String {
        guard !words.isEmpty else { return "" }
        let plain = words.lowercased().replacing("!", with: "!!").replacing("%", with: "!%")
        return "%\(plain.replacing("_", with: "!_"))%"
    }
}

// MARK: Page

extension GuidanceListPage {
    static func page(_ values: Values, _ filter: Filter, _ visit: Visit) -> Page {
        let plan = values.plan
        return Page(
            "Documents", section: .plan, breadcrumbs: PlanCrumbs.plan(plan),
            facts: [Markup(plan.title), "\(counted(values.all, "document"))"],
            deed: values.eyes.keepsPlan
                ? Link("Begin a document", GuidanceRoute.newDocument.link(plan.id)) : nil,
            tabs: PlanCrumbs.tabs(plan, at: GuidanceRoute.documents),
            sheet: values.all == 0 ? nil : sheet(values, filter)
        ) { m in
            m.honestSentence(sentence(values))
            m.p("\(link: "What is issued to you", to: GuidanceRoute.readings.link())")
            if values.all == 0 {
                m.emptyState(
                    "No documents yet",
                    "Guidance, letters, definitions, protocols and forms that carry out actions of the plan stand here: who approved them, and who has read them.",
                    begin: values.eyes.keepsPlan
                        ? Link("Begin a document", GuidanceRoute.newDocument.link(plan.id)) : nil)
                return
            }
            filterBar(filter, plan, visit, &m)
            m.listCount(
                shown: values.rows.count, of: values.all, values.all == 1 ? "document" : "documents",
                clear: GuidanceRoute.documents.link(plan.id))
            table(values, visit.today, &m)
        }
    }

    private static func sentence(_ values: Values) -> Markup {
        let inForce = values.rows.filter(\.guidance.isInForce)
        let unread = inForce.count { !($0.roll?.outstanding.isEmpty ?? true) }
        let waiting = values.rows.count { $0.guidance.stage == .approving && $0.guidance.withdrawn == nil }
        guard !values.rows.isEmpty else {
            return values.all == 0 ? "This plan has no document yet." : "No document passes the filter."
        }
        return Markup(
            "\(inForce.count) in force, \(unread) of them not read by everybody; \(waiting) waiting for approval."
        )
    }

    private static func filterBar(
        _ filter: Filter, _ plan: KeptPlan.Header, _ visit: Visit, _ m: inout Markup
    ) {
        m.filterBar(
            to: GuidanceRoute.documents.link(plan.id), "Show documents", isActive: !filter.isEmpty
        ) { m in
            let entry = visit.query.entry()
            m.select(
                "state", "How it stands",
                [Choice("", "Any")] + State.allCases.map { Choice($0.rawValue, $0.words) }, in: entry)
            m.select(
                "kind", "What it is",
                [Choice("", "Any kind")] + Guidance.Kind.allCases.map { Choice($0.rawValue, $0.words) },
                in: entry)
            m.textField("words", "Words of the title", in: entry, kind: "search")
        }
    }

    private static func table(_ values: Values, _ today: Day, _ m: inout Markup) {
        m.table(
            "Documents of the plan",
            [
                Column("Document", .name), Column("How it stands", label: "Stands"),
                Column("Looked after by", label: "Kept by"),
                Column("Carries out", label: "Actions"), Column("Review", .short),
            ]
        ) { rows in
            for row in values.rows {
                let guidance = row.guidance
                rows.row { cells in
                    cells.cell { m in
                        m.a(
                            guidance.title,
                            .href(GuidanceRoute.document.link(values.plan.id, guidance.id)))
                        m.note(Markup(guidance.kind.words))
                    }
                    cells.cell(GuidanceWords.state(guidance, row.roll, body: row.body))
                    cells.cell(guidance.accountable.map { values.eyes.doer.line.words($0) } ?? "Nobody")
                    if row.actions.isEmpty {
                        cells.empty("no action")
                    } else {
                        cells.cell(
                            row.actions.map { $0.reference ?? $0.text.short }.joined(separator: ", "))
                    }
                    if guidance.isInForce, let due = guidance.reviewDue {
                        cells.cell(due < today ? "\(due.short), late" : due.short)
                    } else {
                        cells.empty("none due")
                    }
                }
            }
        }
    }

    private static func sheet(_ values: Values, _ filter: Filter) -> Sheet {
        Sheet(
            "Documents of \(values.plan.title)",
            note: filter.isEmpty
                ? nil : "\(values.rows.count) of \(counted(values.all, "document")), as filtered",
            columns: [
                Sheet.Column("Document", width: 40), Sheet.Column("What it is"),
                Sheet.Column("How it stands", width: 40), Sheet.Column("Looked after by", width: 32),
                Sheet.Column("Carries out"), Sheet.Column("Version in force", .number),
                Sheet.Column("On the list", .number), Sheet.Column("Have read", .number),
                Sheet.Column("Review due", .day),
            ]
        ) {
            values.rows.map { row in
                let guidance = row.guidance
                return [
                    Sheet.Cell(guidance.title), Sheet.Cell(guidance.kind.words),
                    Sheet.Cell(GuidanceWords.state(guidance, row.roll, body: row.body)),
                    Sheet.Cell(guidance.accountable.map { values.eyes.doer.line.words($0) }),
                    Sheet.Cell(
                        row.actions.map { $0.reference ?? $0.text.short }.joined(separator: ", ")),
                    Sheet.Cell(guidance.issuedVersion), Sheet.Cell(row.roll?.readers.count),
                    Sheet.Cell(row.roll?.read.count),
                    Sheet.Cell(guidance.isInForce ? guidance.reviewDue : nil),
                ]
            }
        }
    }
}
