import Kernel
import Markup
import PlanFormat
import Site
import Storage

/// The plan as a list: its actions under their areas, filtered by the address.
enum PlanListPage {
    static let pageSize = 50

    struct Values {
        var plan: KeptPlan.Header
        var filter: PlanFilter
        var page: Int
        var list: PlanListSQL.Page
        var areas: [AreaChoice]
        var leads: [String]
        var answering: [(who: Accountable, name: String)]
        var run: PlanRun
        var checks: Int?
        var mayEdit: Bool
    }

    struct AreaChoice {
        let id: ID<AreaRecord>
        let name: String
    }

    static func filter(_ query: Fields) -> PlanFilter {
        var filter = PlanFilter()
        filter.area = query.id("area")
        filter.lead = query["lead"].isEmpty ? nil : query["lead"] == "-" ? "" : query["lead"]
        filter.due = PlanFilter.Due(rawValue: query["due"])
        filter.answers = PlanFilter.Answers(choice: query["answers"])
        filter.work = PlanFilter.Work(rawValue: query["work"])
        filter.words = query["words"]
        return filter
    }

    /// The filter as an address carries it.
    static func query(_ filter: PlanFilter) -> Query {
        Query()
            .with("area", filter.area?.description ?? "")
            .with("lead", filter.lead.map { $0.isEmpty ? "-" : $0 } ?? "")
            .with("answers", filter.answers?.choice ?? "").with("work", filter.work?.rawValue ?? "")
            .with("due", filter.due?.rawValue ?? "").with("words", filter.words)
    }
}

extension PlansFeature {
    func planList(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let id: ID<PlanRecord> = try visit.id("plan")
        let filter = PlanListPage.filter(visit.query)
        let page = visit.query.page
        let today = visit.today
        let values = try await database.read { connection -> PlanListPage.Values? in
            guard let plan = try PlanSQL.header(connection, officer.authority, id) else { return nil }
            return PlanListPage.Values(
                plan: plan, filter: filter, page: page,
                list: try PlanListSQL.page(
                    connection, officer.authority, id, filter, on: today, limit: PlanListPage.pageSize,
                    offset: (page - 1) * PlanListPage.pageSize),
                areas: try connection.rows(
                    """
                    SELECT id, reference, title FROM plan_area WHERE authority = $1 AND plan = $2
                    ORDER BY position
                    """, [.id(officer.authority), .id(id)]
                ) { row in
                    PlanListPage.AreaChoice(
                        id: try row.id(0),
                        name: [try row.textOrNil(1), try row.text(2)].compactMap { $0 }
                            .joined(separator: " "))
                },
                leads: try PlanListSQL.leadNames(connection, officer.authority, id),
                answering: try PlanListSQL.answering(connection, officer.authority, id),
                run: try PlanRunSQL.run(connection, officer.authority, id), checks: nil,
                mayEdit: false)
        }
        guard var values else { throw NotFound() }
        values.mayEdit = try await mayEdit(values.plan, officer, on: today)
        return .page(PlanListPage.page(values, visit))
    }
}

// MARK: Page

extension PlanListPage {
    static func page(_ values: Values, _ visit: Visit) -> Page {
        let plan = values.plan
        return Page(
            plan.title, section: .plan, breadcrumbs: [Link("Plans", PlansRoute.plans.link())],
            facts: facts(values),
            deed: values.mayEdit ? Link("Add an area", PlansRoute.newArea.link(plan.id)) : nil,
            tabs: PlanCrumbs.tabs(plan, at: PlansRoute.planList, checks: values.checks),
            banner: values.run.published != nil ? nil : VersionsPage.draft(plan)
        ) { m in
            filterBar(values, &m)
            m.listCount(
                shown: values.list.shown, of: values.list.all, "actions",
                clear: PlansRoute.planList.link(plan.id), exports: exports(values))
            if values.list.all == 0, values.filter.isEmpty {
                m.emptyState(
                    "No actions yet", "An area holds the actions that will make it better.",
                    begin: values.mayEdit ? Link("Add an area", PlansRoute.newArea.link(plan.id)) : nil)
                areasWithoutActions(values, &m)
            } else {
                table(values, visit, &m)
                m.key(Progress.key, meanings: Progress.meanings)
                if values.list.entries.contains(where: { $0.claim != nil }) {
                    m.disclosure("What the colours mean when a lead claims them") { m in
                        m.key(Progress.key, meanings: values.run.symbolMeanings)
                    }
                }
                m.pagination(page: values.page, size: pageSize, total: values.list.shown) {
                    PlansRoute.planList.link(plan.id, query: query(values.filter).with("page", $0))
                }
            }
        }
    }

    static func facts(_ values: Values) -> [Markup] {
        [
            "\(counted(values.list.all, "action")) in \(counted(values.areas.count, "area"))",
            values.plan.version.map { "Version \($0.droppingVersionMark)" }
                ?? "No version given",
            values.plan.date.map { "Dated \($0.long)" } ?? "No date given",
        ]
    }

    private static func exports(_ values: Values) -> [Link] {
        [
            ("Word", "docx"), ("Excel", "xlsx"), ("CSV", "csv"), ("web page", "html"), ("PDF", "pdf"),
            ("JSON", "json"), ("calendar", "ics"),
        ].map {
            Link(
                Markup($0.0),
                PlansRoute.export.link(values.plan.id, $0.1, query: query(values.filter)))
        }
    }

    private static func filterBar(_ values: Values, _ m: inout Markup) {
        let filter = values.filter
        let entry = Entry(filled: [
            "area": filter.area?.description ?? "", "lead": filter.lead.map { $0.isEmpty ? "-" : $0 } ?? "",
            "due": filter.due?.rawValue ?? "", "words": filter.words,
            "answers": filter.answers?.choice ?? "", "work": filter.work?.rawValue ?? "",
        ])
        m.filterBar(
            to: PlansRoute.planList.link(values.plan.id), "Show actions", isActive: !filter.isEmpty
        ) { m in
            m.select(
                "area", "Area",
                [Choice("", "All \(counted(values.areas.count, "area"))")]
                    + values.areas.map { Choice($0.id.description, $0.name.short) }, in: entry)
            // The printed leads are asked for until somebody answers: five fields are enough.
            if values.answering.isEmpty || filter.lead != nil {
                m.select(
                    "lead", "Lead",
                    [Choice("", "Anyone"), Choice("-", "Nobody named")] + values.leads.map { Choice($0, $0) },
                    in: entry)
            } else {
                m.select(
                    "answers", "Who answers",
                    [Choice("", "Anyone"), Choice("-", "Nobody yet")]
                        + values.answering.map { Choice($0.who.choice, $0.name) }, in: entry)
            }
            m.select(
                "work", "How it stands",
                [Choice("", "Any way")] + PlanFilter.Work.allCases.map { Choice($0.rawValue, $0.label) },
                in: entry)
            m.select(
                "due", "Due",
                [Choice("", "Any time")] + PlanFilter.Due.allCases.map { Choice($0.rawValue, $0.label) },
                in: entry)
            m.textField("words", "Words", in: entry, kind: "search")
        }
    }

    private static func table(_ values: Values, _ visit: Visit, _ m: inout Markup) {
        let plan = values.plan
        m.table(
            "Actions of the plan, under their areas",
            [
                Column("Ref", .reference), Column("Action", .name),
                Column(
                    values.answering.isEmpty ? "Lead" : "Who answers",
                    label: values.answering.isEmpty ? "Lead" : "Answers"), Column("Due"),
                Column("By its date", .short), Column("Plan claims", .short), Column("Criteria", .number),
            ]
        ) { rows in
            var last: ID<AreaRecord>?
            for entry in values.list.entries {
                if entry.area != last {
                    last = entry.area
                    rows.group(
                        entry.areaReference ?? "",
                        "\(link: entry.areaTitle, to: PlansRoute.area.link(plan.id, entry.area))")
                }
                rows.row { row in
                    row.cell(entry.reference ?? "")
                    row.cell { $0.a(entry.text, .href(PlansRoute.action.link(plan.id, entry.id))) }
                    row.cell { answers(entry, isBegun: !values.answering.isEmpty, &$0) }
                    row.cell { due(entry.finish, entry.whenText, entry.whenKind, on: visit.today, &$0) }
                    standing(entry, &row)
                    if let status = entry.status { row.cell(status.words) } else { row.empty("nothing") }
                    if entry.criteria == 0 { row.empty("none of its own") } else { row.cell(entry.criteria) }
                }
            }
        }
    }

    /// Who answers, with the other leads beneath; the leads as printed while nobody in the plan does.
    static func answers(_ entry: PlanListSQL.Entry, isBegun: Bool, _ m: inout Markup) {
        guard isBegun else { return leads(entry.leads, &m) }
        if let answers = entry.answers { m.p(answers) } else { m.p("Nobody yet", .class("missing")) }
        let others = entry.leads.filter { $0.name != entry.answers }.map(\.nameAlone)
        let word = entry.answers == nil ? "lead" : "with"
        if !others.isEmpty { m.note("\(word) \(others.joined(separator: ", "))") }
    }

    /// The colour of its dates, and beneath it what the lead says where that is another.
    static func standing(_ entry: PlanListSQL.Entry, _ row: inout RowCells) {
        guard entry.computed != nil || entry.claim != nil else { return row.empty("no finish date") }
        row.cell { m in
            if let computed = entry.computed { m.tag(computed.symbol) } else { m.nothing("no finish date") }
            if let claim = entry.claim, claim != entry.computed {
                m.note(Markup { $0.tag(claim.symbol, "lead says \(claim.symbol.word.lowercased())") })
            }
        }
    }

    private static func areasWithoutActions(_ values: Values, _ m: inout Markup) {
        guard !values.areas.isEmpty else { return }
        m.part("Areas") { m in
            m.ul { m in
                for area in values.areas {
                    m.li { $0.a(area.name, .href(PlansRoute.area.link(values.plan.id, area.id))) }
                }
            }
        }
    }

    /// Each lead by the name that they are known by, with the printed one beneath where that differs.
    static func leads(_ leads: [KeptPlan.Lead], _ m: inout Markup) {
        guard !leads.isEmpty else {
            m.p("No lead named", .class("missing"))
            return
        }
        for lead in leads {
            m.p(lead.nameAlone)
            if let rest = lead.note { m.note(Markup(rest)) }
        }
    }

    static func progress(_ symbol: Symbol?, _ row: inout RowCells) {
        if let symbol { row.cell(symbol) } else { row.empty("no finish date") }
    }

    static func due(
        _ finish: PartialDate?, _ text: String?, _ kind: Plan.Timescale.Kind?, on today: Day,
        _ m: inout Markup
    ) {
        guard let finish else {
            m.dueDate(DueDate(first: nil, now: nil, says: text ?? ""))
            return
        }
        m.div(.class("due")) { m in
            m.p(finish.short, .class("date"))
            if finish.last < today {
                m.note("\(late(today - finish.last)) ago")
            } else if let text, text != finish.short, text != finish.long {
                m.note("plan says “\(text)”")
            }
        }
    }

    /// `3 days`, `7 weeks`.
    static func late(_ days: Int) -> String {
        days < 14 ? counted(days, "day") : counted(days / 7, "week")
    }
}

extension String {
    /// `v17`, `Version 3.2` and `V2` without the word or letter, since the page says "Version" itself.
    var droppingVersionMark: String {
        for mark in ["version ", "Version ", "v", "V"] where hasPrefix(mark) {
            return String(dropFirst(mark.count)).trimmed
        }
        return self
    }
}
