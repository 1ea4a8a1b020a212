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
        let today = visit.today
        let read = try await database.read { connection -> OverviewPage.Values? in
            guard let plan = try PlanSQL.plan(connection, officer.authority, id) else { return nil }
            return OverviewPage.Values(
                state: try PlanState.read(plan, connection, officer.authority, on: today),
                knots: try ThreadSQL.knots(connection, officer.authority, id),
                inspection: try plan.header.inspection.flatMap {
                    try InspectionSQL.inspection(connection, officer.authority, $0)
                },
                changes: try PlanChanges.read(
                    connection, officer.authority, id, from: today.adding(days: -6), until: today, limit: 8,
                    offset: 0),
                isPublished: try RunSQL.isPublished(connection, officer.authority, id), checked: nil,
                mayEdit: false)
        }
        guard var values = read else { throw NotFound() }
        values.checked = try await checked(values.state.plan, visit)
        values.mayEdit = try await mayEdit(values.state.plan.header, officer, on: today)
        return .page(OverviewPage.page(values, visit))
    }
}

enum OverviewPage {
    struct Values {
        var state: PlanState
        var knots: [ThreadSQL.Knot]
        var inspection: Inspection?
        var changes: PlanChanges
        var isPublished: Bool
        var checked: CheckedPlan?
        var mayEdit: Bool

        var plan: KeptPlan { state.plan }
    }

    static func page(_ values: Values, _ visit: Visit) -> Page {
        let plan = values.plan
        return Page(
            "Overview", section: .overview, facts: facts(values),
            tabs: PlanCrumbs.tabs(
                plan.header, at: PlansRoute.overview, checks: values.checked?.open.count)
        ) { m in
            m.columns { m in
                if values.isPublished {
                    running(values, visit.today, &m)
                } else {
                    promised(PlanPromise(plan.areas, on: visit.today), &m)
                }
            } beside: { m in
                keyDates(values, visit, &m)
            }
            m.columns { m in
                m.part("Needs somebody today") { m in OverviewTasks.write(values, visit, &m) }
            } beside: { m in
                changes(values, visit, &m)
            }
            OverviewTables.areas(values, visit, &m)
            OverviewTables.findings(values, visit, &m)
        }
    }

    private static func facts(_ values: Values) -> [Markup] {
        let header = values.plan.header
        var facts: [Markup] = ["\(link: header.title, to: PlansRoute.planList.link(header.id))"]
        facts.append(header.version.map { "Version \($0.droppingVersionMark)" } ?? "No version given")
        if !header.owners.isEmpty { facts.append("Answered for by \(header.owners.joined(separator: ", "))") }
        return facts
    }

    /// How a running plan stands: three facts of its actions, and what is contradicted.
    private static func running(_ values: Values, _ today: Day, _ m: inout Markup) {
        let counts = values.state.counts(on: today)
        guard counts.actions > 0 else { return m.honestSentence("This plan holds no action yet.") }
        m.honestSentence(
            "\(strong: "\(counts.done) of \(counts.actions)") actions are done, by their leads’ own word. Somebody else has accepted the evidence for \(strong: "\(counts.accepted)") of them. \(strong: "\(counts.moved)") can show that something has moved."
        )
        m.unitBars(
            [
                UnitBar("Done", says: "the lead says so", counts.done),
                UnitBar("Accepted", says: "someone else has checked", counts.accepted),
                UnitBar("Moved", says: "a measure or an audit shows it", counts.moved),
            ], of: counts.actions)
    }

    /// How a plan that does not run yet stands: what it promises.
    private static func promised(_ counts: PlanPromise, _ m: inout Markup) {
        guard counts.actions > 0 else { return m.honestSentence("This plan holds no action yet.") }
        m.honestSentence(
            "\(strong: "\(counts.dated) of \(counts.actions)") actions have a date by which they can be late. Somebody is named for \(strong: "\(counts.led)") of them. For \(strong: "\(counts.judged)") the plan says how anyone will know."
        )
        m.unitBars(
            [
                UnitBar("Led", says: "somebody is named", counts.led),
                UnitBar("Dated", says: "it can be late", counts.dated),
                UnitBar("Testable", says: "a criterion says how anyone will know", counts.judged),
            ], of: counts.actions)
    }

    private static func changes(_ values: Values, _ visit: Visit, _ m: inout Markup) {
        m.part("What changed this week") { m in
            if values.changes.changes.isEmpty {
                m.note("Nothing since \(visit.today.adding(days: -6).long).")
            } else {
                m.historyList(values.changes.changes.map(\.item))
            }
            m.p(
                "\(link: values.changes.count > values.changes.changes.count ? "All \(values.changes.count) changes" : "Look further back", to: ChangesRoute.changes.link(values.plan.header.id))"
            )
        }
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
