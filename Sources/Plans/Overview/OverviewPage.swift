import Kernel
import Markup
import PlanChecks
import PlanFormat
import Site
import Storage
import Timescales

/// How a plan stands, honest at a glance: what it promises, what is missing from it, and what needs somebody today.
extension PlansFeature {
    /// The front page: the only plan's overview, the list of plans, or the way to the first.
    func home(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let plans = try await visiblePlans(visit)
        if plans.count == 1 { return try await overviewReply(plans[0].id, visit) }
        return .page(PlansPage.page(plans, "Overview", .overview, officer, visit))
    }

    func overview(_ visit: Visit) async throws -> Reply {
        try await overviewReply(try visit.id("plan"), visit)
    }

    func visiblePlans(_ visit: Visit) async throws -> [KeptPlan.Header] {
        let officer = try visit.signedInOfficer
        let scopes = officer.scopes(for: PlansRoute.readers)
        guard !scopes.isEmpty else { return [] }
        let today = visit.today
        return try await database.read {
            try PlanSQL.plans($0, officer.authority, within: scopes, on: today)
        }
    }

    private func overviewReply(_ id: ID<PlanRecord>, _ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let read = try await database.read { connection -> (KeptPlan, Inspection?, [PlanHistory.Entry])? in
            guard let plan = try PlanSQL.plan(connection, officer.authority, id) else { return nil }
            let inspection = try plan.header.inspection.flatMap {
                try InspectionSQL.inspection(connection, officer.authority, $0)
            }
            return (plan, inspection, try PlanHistory.latest(connection, officer.authority, id))
        }
        guard let (plan, inspection, history) = read else { throw NotFound() }
        let checked = try await checked(plan, visit)
        let values = OverviewPage.Values(
            plan: plan, inspection: inspection, checked: checked, history: history,
            mayEdit: try await mayEdit(plan.header, officer, on: visit.today))
        return .page(OverviewPage.page(values, visit))
    }
}

enum OverviewPage {
    struct Values {
        var plan: KeptPlan
        var inspection: Inspection?
        var checked: CheckedPlan
        var history: [PlanHistory.Entry]
        var mayEdit: Bool
    }

    /// What a plan promises, counted.
    struct Counts {
        var actions = 0
        var led = 0
        var dated = 0
        var judged = 0
        var past = 0
        var soon = 0

        init(_ areas: [KeptPlan.Area], on today: Day) {
            for area in areas {
                let shared = area.criteria.contains { $0.action == nil }
                let own = Set(area.criteria.compactMap(\.action))
                for action in area.actions {
                    actions += 1
                    if !action.people.isEmpty { led += 1 }
                    if shared || own.contains(action.id) { judged += 1 }
                    guard let finish = action.value.timescale?.finish?.last else { continue }
                    dated += 1
                    if finish < today { past += 1 } else if finish <= today.adding(days: 28) { soon += 1 }
                }
            }
        }
    }

    static func page(_ values: Values, _ visit: Visit) -> Page {
        let plan = values.plan
        let counts = Counts(plan.areas, on: visit.today)
        return Page(
            "Overview", section: .overview, facts: facts(values),
            tabs: PlanCrumbs.tabs(
                plan.header, current: .overview, checks: values.checked.open.count, mayEdit: values.mayEdit)
        ) { m in
            m.columns { m in
                m.honestSentence(sentence(counts))
                m.unitBars(
                    [
                        UnitBar("Led", says: "somebody is named", counts.led),
                        UnitBar("Dated", says: "it can be late", counts.dated),
                        UnitBar("Testable", says: "a criterion says how anyone will know", counts.judged),
                    ], of: counts.actions)
            } beside: { m in
                keyDates(values, visit, &m)
            }
            m.columns { m in
                m.part("Needs somebody today") { m in tasks(values, counts, visit, &m) }
            } beside: { m in
                m.part("What changed") { m in
                    m.historyList(
                        values.history.map {
                            HistoryItem($0.at.inLondon.day, "\($0.what) by \($0.who)")
                        })
                }
            }
            areas(values, visit, &m)
        }
    }

    private static func facts(_ values: Values) -> [Markup] {
        let header = values.plan.header
        var facts: [Markup] = ["\(link: header.title, to: PlansRoute.planList.link(header.id))"]
        facts.append(header.version.map { "Version \($0.droppingVersionMark)" } ?? "No version given")
        if !header.owners.isEmpty { facts.append("Answered for by \(header.owners.joined(separator: ", "))") }
        return facts
    }

    private static func sentence(_ counts: Counts) -> Markup {
        guard counts.actions > 0 else { return "This plan holds no action yet." }
        return
            "\(strong: "\(counts.dated) of \(counts.actions)") actions have a date by which they can be late. Somebody is named for \(strong: "\(counts.led)") of them. For \(strong: "\(counts.judged)") the plan says how anyone will know."
    }

    private static func keyDates(_ values: Values, _ visit: Visit, _ m: inout Markup) {
        guard let inspection = values.inspection else {
            m.part("Inspection") { m in
                m.note("The plan is not tied to an inspection.")
                if values.mayEdit {
                    m.p(
                        "\(link: "Say which it answers", to: PlansRoute.editPlan.link(values.plan.header.id))"
                    )
                }
            }
            return
        }
        m.part(Markup(inspection.fields.title)) { m in
            for (what, day) in inspection.keyDays where day >= visit.today {
                let days = WorkingDays.between(visit.today, day)
                m.p("\(strong: day.long)")
                m.note("\(what), \(counted(days, "working day")) from today")
            }
            m.p("\(link: "See the inspection", to: PlansRoute.inspection.link(inspection.id))")
        }
    }

    private static func tasks(
        _ values: Values, _ counts: Counts, _ visit: Visit, _ m: inout Markup
    ) {
        let plan = values.plan.header
        var tasks: [TaskItem] = []
        func add(_ count: Int, _ words: String, _ address: String, why: Markup, state: Markup) {
            if count > 0 {
                tasks.append(TaskItem(Link("\(count) \(words)", address), why: why, state: state))
            }
        }
        let errors = values.checked.count(.error)
        add(
            errors, errors == 1 ? "error stands in the plan" : "errors stand in the plan",
            PlansRoute.checks.link(plan.id, query: ["severity": "error"]),
            why: "Each is a fault that a reader of the plan would hold against it",
            state: "\(Markup { $0.tag(.red, "Error") })")
        let unled = counts.actions - counts.led
        add(
            unled, unled == 1 ? "action has no lead" : "actions have no lead",
            PlansRoute.planList.link(plan.id, query: ["lead": "-"]), why: "Nobody answers for them", state: ""
        )
        add(
            counts.past, counts.past == 1 ? "date has passed" : "dates have passed",
            PlansRoute.planList.link(plan.id, query: ["due": "past"]),
            why: "The finish that the plan gives is behind us", state: "")
        add(
            counts.soon, counts.soon == 1 ? "action is due in 4 weeks" : "actions are due in 4 weeks",
            PlansRoute.planList.link(plan.id, query: ["due": "4-weeks"]),
            why: "By \(visit.today.adding(days: 28).long)", state: "")
        let undated = counts.actions - counts.dated
        add(
            undated, undated == 1 ? "action has no finish date" : "actions have no finish date",
            PlansRoute.planList.link(plan.id, query: ["due": "none"]), why: "They can never be late",
            state: "")
        let unmapped = Set(
            values.plan.actions.flatMap(\.people).filter { !$0.isSettled }.map { NameKey.fold($0.printed) }
        ).count
        add(
            values.mayEdit ? unmapped : 0,
            unmapped == 1 ? "name is not tied to anybody" : "names are not tied to anybody",
            "/organisation/names", why: "Say once who is meant, and every row is mended", state: "")
        if tasks.isEmpty {
            m.emptyState("Nothing waits", "The plan has leads, dates and no open error.")
        } else {
            m.taskList(tasks)
        }
    }

    private static func areas(_ values: Values, _ visit: Visit, _ m: inout Markup) {
        let plan = values.plan
        guard !plan.areas.isEmpty else {
            m.emptyState(
                "No areas yet", "An area is one thing that has to get better.",
                begin: values.mayEdit ? Link("Add an area", PlansRoute.newArea.link(plan.header.id)) : nil)
            return
        }
        m.part("Areas for improvement", note: "One shape for each action that has a date, by its date alone.")
        { m in
            m.table(
                "Areas for improvement",
                [
                    Column("Ref", .reference), Column("Area", .name), Column("Actions"),
                    Column("Led", .number), Column("Dated", .number), Column("Testable", .number),
                    Column("Errors", .number),
                ]
            ) { rows in
                for area in plan.areas {
                    let counts = Counts([area], on: visit.today)
                    let references = Set(
                        area.actions.compactMap(\.value.reference) + [area.value.reference].compactMap { $0 })
                    let errors = values.checked.open.reduce(0) {
                        $0
                            + ($1.finding.severity == .error
                                && !references.isDisjoint(with: $1.finding.references) ? 1 : 0)
                    }
                    rows.row { row in
                        row.cell(area.value.reference ?? "")
                        row.cell {
                            $0.a(area.value.title, .href(PlansRoute.area.link(plan.header.id, area.id)))
                        }
                        row.cell { $0.unitStrip(strip(area, on: visit.today)) }
                        for count in [counts.led, counts.dated, counts.judged, errors] {
                            row.cell(count)
                        }
                    }
                }
            }
            m.key(Progress.key, meanings: Progress.meanings)
        }
    }
}

extension OverviewPage {
    /// An area's dated actions in order of state.
    static func strip(_ area: KeptPlan.Area, on today: Day) -> [Symbol] {
        let order: [Symbol] = [.green, .amber, .red, .grey]
        let states = area.actions.compactMap { Progress.of($0.value.timescale, on: today) }
        return order.flatMap { state in states.filter { $0 == state } }
    }
}

extension PlanHistory {
    /// The latest events of a plan, of any of its parts.
    static func latest(
        _ connection: Connection, _ authority: ID<Authority>, _ plan: ID<PlanRecord>
    ) throws -> [Entry] {
        try connection.rows(
            """
            SELECT e.at, e.kind, a.name, e.to_json FROM event e
            LEFT JOIN account a ON a.authority = e.authority AND a.id = e.actor
            WHERE e.authority = $1 AND e.plan = $2 ORDER BY e.sequence DESC LIMIT 5
            """, [.id(authority), .id(plan)]
        ) { row in
            Entry(
                at: try row.instant(0), what: try said(row, 3) ?? words(try row.text(1)),
                who: try row.textOrNil(2) ?? "Plumbline")
        }
    }
}

extension Inspection {
    /// The days that matter, in order, each with what it is.
    var keyDays: [(what: String, day: Day)] {
        var days = dates.map { (what: $0.what, day: $0.day) }
        if let received = fields.reportReceived { days.append(("The report was received", received)) }
        if let due = planDue { days.append(("The plan is due", due)) }
        if let back = fields.inspectorsReturn { days.append(("The inspectors are expected", back)) }
        return days.sorted { $0.day < $1.day }
    }
}
