import Charts
import Kernel
import Markup
import PlanFormat
import Site
import Storage

/// The dates of a plan's actions, drawn by area, with today.
extension PlansFeature {
    func timeline(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let plan = try await planToRead(visit)
        let inspection = try await database.read { connection in
            try plan.header.inspection.flatMap {
                try InspectionSQL.inspection(connection, officer.authority, $0)
            }
        }
        let mayEdit = try await mayEdit(plan.header, officer, on: visit.today)
        return .page(TimelinePage.page(plan, inspection, mayEdit: mayEdit, visit))
    }
}

enum TimelinePage {
    static func page(_ plan: KeptPlan, _ inspection: Inspection?, mayEdit: Bool, _ visit: Visit) -> Page {
        let filter = PlanListPage.filter(visit.query)
        let areas = plan.areas.filter { filter.area == nil || $0.id == filter.area }.map { area in
            Gantt.Area(
                area.value.reference ?? "", area.value.title,
                area.actions.filter { isShown($0, filter, on: visit.today) }.map { bar($0, plan, visit) })
        }.filter { !$0.bars.isEmpty }
        let shown = areas.reduce(0) { $0 + $1.bars.count }
        let undated = plan.actions.filter { $0.value.timescale?.finish == nil }.count
        return Page(
            "Timeline", section: .timeline, breadcrumbs: PlanCrumbs.plan(plan.header),
            facts: [
                "\(counted(plan.actions.count, "action")), \(shown) shown",
                "\(counted(undated, "action")) \(undated == 1 ? "has" : "have") no finish date",
                "As it stands on \(visit.today.long)",
            ], tabs: PlanCrumbs.tabs(plan.header, current: .timeline, mayEdit: mayEdit)
        ) { m in
            filterBar(plan, filter, &m)
            m.listCount(
                shown: shown, of: plan.actions.count, "actions",
                clear: PlansRoute.timeline.link(plan.header.id))
            guard shown > 0 else {
                m.emptyState("Nothing to draw", "No action passes this filter.")
                return
            }
            m.gantt(Gantt(areas: areas, today: visit.today, visits: visits(inspection)))
        }
    }

    private static func isShown(_ action: KeptPlan.Action, _ filter: PlanFilter, on today: Day) -> Bool {
        if let lead = filter.lead {
            let names = action.people.map(\.name)
            guard lead.isEmpty ? names.isEmpty : names.contains(lead) else { return false }
        }
        return filter.due == nil
            || filter.due == PlanFilter.due(action.value.timescale?.finish?.last, on: today)
    }

    private static func bar(_ action: KeptPlan.Action, _ plan: KeptPlan, _ visit: Visit) -> Gantt.Bar {
        let timescale = action.value.timescale
        return Gantt.Bar(
            action.value.reference ?? "",
            Link(Markup(action.value.text), PlansRoute.action.link(plan.header.id, action.id)),
            progress: Progress.of(timescale, on: visit.today),
            start: timescale?.start?.first,
            due: DueDate(first: timescale?.finish, now: timescale?.finish, says: timescale?.text ?? ""),
            isClosed: false)
    }

    private static func visits(_ inspection: Inspection?) -> [Gantt.Visit] {
        guard let back = inspection?.fields.inspectorsReturn else { return [] }
        return [Gantt.Visit(back, "Inspectors return")]
    }

    private static func filterBar(_ plan: KeptPlan, _ filter: PlanFilter, _ m: inout Markup) {
        let entry = Entry(filled: [
            "area": filter.area?.description ?? "", "lead": filter.lead.map { $0.isEmpty ? "-" : $0 } ?? "",
            "due": filter.due?.rawValue ?? "",
        ])
        let leads = Set(plan.actions.flatMap { $0.people.map(\.name) }).sorted()
        m.filterBar(to: PlansRoute.timeline.link(plan.header.id), "Show", isActive: !filter.isEmpty) { m in
            m.select(
                "area", "Area",
                [Choice("", "All \(counted(plan.areas.count, "area"))")]
                    + plan.areas.map {
                        Choice(
                            $0.id.description,
                            [$0.value.reference, $0.value.title.short].compactMap { $0 }.joined(
                                separator: " "))
                    }, in: entry)
            m.select(
                "lead", "Lead",
                [Choice("", "Anyone"), Choice("-", "Nobody named")] + leads.map { Choice($0, $0) }, in: entry)
            m.select(
                "due", "Due",
                [Choice("", "Any time")] + PlanFilter.Due.allCases.map { Choice($0.rawValue, $0.label) },
                in: entry)
        }
    }
}
