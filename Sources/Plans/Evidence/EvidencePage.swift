import Kernel
import Markup
import Sheets
import Site
import Storage

/// All evidence of a plan, and what has none.
enum EvidencePage {
    static let pageSize = 50

    struct Values: Sendable {
        var plan: KeptPlan.Header
        var filter: EvidenceFilter
        var page: Int
        var items: [EvidenceItem]
        var counts: EvidenceSQL.Counts
        var bare: Int
        var claimedBare: Int
    }
}

extension PlansFeature {
    func evidence(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let id: ID<PlanRecord> = try visit.id("plan")
        let filter = EvidenceFilter(show: EvidenceFilter.Show(rawValue: visit.query["show"]))
        let page = visit.query.page
        let values = try await database.read { connection -> EvidencePage.Values in
            guard let plan = try PlanSQL.header(connection, officer.authority, id) else { throw NotFound() }
            let doer = Doer(officer, line: Line(), on: visit.today)
            let bare = try EvidenceSQL.bare(connection, officer.authority, id, claimedOnly: false)
            return EvidencePage.Values(
                plan: plan, filter: filter, page: page,
                items: try EvidenceSQL.items(
                    connection, officer.authority, id, filter,
                    mayOpenPersonal: try doer.holds(EvidenceRoute.caseAccess, in: id, connection),
                    limit: EvidencePage.pageSize, offset: (page - 1) * EvidencePage.pageSize),
                counts: try EvidenceSQL.counts(connection, officer.authority, id), bare: bare.count,
                claimedBare: bare.count { $0.isClaimed })
        }
        let sheet = EvidencePage.sheet(values) { [database] in
            try await database.read {
                try EvidenceSQL.items(
                    $0, officer.authority, id, filter, mayOpenPersonal: false, limit: 100_000)
            }
        }
        return .page(EvidencePage.page(values, sheet))
    }

    func withoutEvidence(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let id: ID<PlanRecord> = try visit.id("plan")
        let all = visit.query["which"] == "all"
        let (plan, bare) = try await database.read { connection in
            guard let plan = try PlanSQL.header(connection, officer.authority, id) else { throw NotFound() }
            return (
                plan, try EvidenceSQL.bare(connection, officer.authority, id, claimedOnly: !all)
            )
        }
        return .page(EvidencePage.barePage(plan, bare, all: all))
    }
}

// MARK: Pages

extension EvidencePage {
    static func page(_ values: Values, _ sheet: Sheet) -> Page {
        let plan = values.plan
        let accepted = values.counts.shown[.accepted] ?? 0
        let waiting = values.counts.shown[.waiting] ?? 0
        let shown = values.filter.show.map { values.counts.shown[$0] ?? 0 } ?? values.counts.all
        return Page(
            "Evidence", section: .plan, breadcrumbs: PlanCrumbs.plan(plan),
            facts: [
                Markup(counted(values.counts.all, "piece")), "\(accepted) accepted", "\(waiting) waiting",
            ],
            tabs: PlanCrumbs.tabs(plan, at: EvidenceRoute.evidence),
            sheet: values.counts.all == 0 ? nil : sheet
        ) { m in
            m.honestSentence(standing(values))
            guard values.counts.all > 0 else {
                m.emptyState(
                    "No evidence yet",
                    "What shows that an action was done is added on the action’s own page, and judged by somebody who neither answers for it nor reports to whoever does."
                )
                return
            }
            m.filterBar(
                to: EvidenceRoute.evidence.link(plan.id), "Show evidence", isActive: !values.filter.isEmpty
            ) { m in
                m.select(
                    "show", "Which",
                    [Choice("", "All evidence")]
                        + EvidenceFilter.Show.allCases.map {
                            Choice($0.rawValue, "\($0.words) (\(values.counts.shown[$0] ?? 0))")
                        }, in: Entry(["show": [values.filter.show?.rawValue ?? ""]]))
            }
            m.listCount(
                shown: shown, of: values.counts.all, "pieces of evidence",
                clear: EvidenceRoute.evidence.link(plan.id))
            table(values.items, withAction: true, &m)
            m.pagination(page: values.page, size: pageSize, total: shown) {
                EvidenceRoute.evidence.link(
                    plan.id, query: Query().with("show", values.filter.show?.rawValue ?? "").with("page", $0))
            }
        }
    }

    private static func standing(_ values: Values) -> Markup {
        let list = EvidenceRoute.withoutEvidence.link(values.plan.id)
        if values.claimedBare > 0 {
            return
                "\(link: counted(values.claimedBare, "action"), to: list) \(values.claimedBare == 1 ? "is" : "are") said to be done without any evidence that somebody else accepted."
        }
        return
            "No action is said to be done without accepted evidence. \(link: "\(values.bare) have none yet", to: EvidenceRoute.withoutEvidence.link(values.plan.id, query: ["which": "all"]))."
    }

    /// Document, what it shows, added, verdict; with the action where the list is of a whole plan.
    static func table(_ items: [EvidenceItem], withAction: Bool, _ m: inout Markup) {
        var columns = [Column("Document", .name), Column("Shows")]
        if withAction { columns.append(Column("For action")) }
        columns += [Column("Added", .short), Column("Verdict")]
        m.table("Evidence", columns) { rows in
            for item in items {
                rows.row { row in
                    row.cell { m in
                        let size = item.sizeWords.map { " (\($0))" } ?? ""
                        m.a(
                            "\(item.title)\(size)",
                            .href(EvidenceRoute.item.link(item.plan, item.id)))
                    }
                    row.cell(item.shows)
                    if withAction {
                        row.cell {
                            $0.a(item.actionWords, .href(PlansRoute.action.link(item.plan, item.action)))
                        }
                    }
                    row.cell(item.addedOn.short)
                    row.cell { m in
                        m.add(EvidenceItem.words(item.state))
                        if item.withdrawal == nil, let verdict = item.verdict {
                            m.note("\(verdict.by), \(verdict.on.short)")
                        }
                    }
                }
            }
        }
    }

    static func sheet(
        _ values: Values, _ items: @escaping @Sendable () async throws -> [EvidenceItem]
    ) -> Sheet {
        Sheet(
            "Evidence of \(values.plan.title)", note: values.filter.show?.words,
            columns: [
                Sheet.Column("Document", width: 36), Sheet.Column("Shows", width: 40),
                Sheet.Column("Action", width: 40), Sheet.Column("Its date", .day),
                Sheet.Column("Added", .day), Sheet.Column("Added by"), Sheet.Column("Stands"),
                Sheet.Column("Judged by"), Sheet.Column("Judged", .day), Sheet.Column("Why", width: 40),
            ]
        ) {
            try await items().map { item in
                [
                    .init(item.title), .init(item.shows), .init(item.actionWords), .day(item.dated),
                    .day(item.addedOn), .init(item.addedByName), .init(EvidenceItem.words(item.state)),
                    .init(item.verdict?.by), .init(item.verdict?.on),
                    .init(item.withdrawal?.reason ?? item.verdict?.reason),
                ]
            }
        }
    }

    static func barePage(_ plan: KeptPlan.Header, _ bare: [EvidenceSQL.Bare], all: Bool) -> Page {
        let other = EvidenceRoute.withoutEvidence.link(plan.id, query: ["which": all ? "" : "all"])
        return Page(
            "Without accepted evidence", section: .plan,
            breadcrumbs: PlanCrumbs.plan(plan) + [Link("Evidence", EvidenceRoute.evidence.link(plan.id))],
            facts: [
                Markup(counted(bare.count, "action")),
                all ? "Every action of the plan" : "Said to be done, proposed to be closed, or closed",
            ],
            tabs: PlanCrumbs.tabs(plan, at: EvidenceRoute.withoutEvidence),
            sheet: bare.isEmpty ? nil : bareSheet(plan, bare, all: all)
        ) { m in
            m.p(
                all
                    ? "\(link: "Only those that are said to be done", to: other)"
                    : "\(link: "Every action without accepted evidence", to: other)")
            guard !bare.isEmpty else {
                m.emptyState(
                    "None",
                    all
                        ? "Every action has evidence that somebody independent accepted."
                        : "Every action that is said to be done has evidence that somebody independent accepted."
                )
                return
            }
            m.table(
                "Actions without accepted evidence",
                [
                    Column("Ref", .reference), Column("Action", .name), Column("Answers"), Column("Stands"),
                    Column("Waiting", .number),
                ]
            ) { rows in
                for action in bare {
                    rows.row { row in
                        row.cell(action.reference ?? "")
                        row.cell { $0.a(action.text, .href(PlansRoute.action.link(plan.id, action.action))) }
                        if let name = action.accountable { row.cell(name) } else { row.empty("nobody yet") }
                        row.cell(stands(action))
                        row.cell("\(action.waiting)")
                    }
                }
            }
        }
    }

    private static func stands(_ action: EvidenceSQL.Bare) -> String {
        switch action.closing {
        case .closed: action.closed.map { "Closed \($0.short)" } ?? "Closed"
        case .proposed: "Closing proposed"
        case .verified: "Closing verified"
        case .open: action.isClaimed ? "Said to be done" : "Open"
        }
    }

    private static func bareSheet(_ plan: KeptPlan.Header, _ bare: [EvidenceSQL.Bare], all: Bool) -> Sheet {
        Sheet(
            "Actions without accepted evidence in \(plan.title)",
            note: all ? nil : "Said to be done, proposed to be closed, or closed",
            columns: [
                Sheet.Column("Ref", width: 8), Sheet.Column("Action", width: 50),
                Sheet.Column("Area", width: 36), Sheet.Column("Answers"), Sheet.Column("Stands"),
                Sheet.Column("Waiting to be judged", .number),
            ]
        ) {
            bare.map {
                [
                    .init($0.reference), .init($0.text), .init($0.area), .init($0.accountable),
                    .init(stands($0)), .init($0.waiting),
                ]
            }
        }
    }
}
