import Kernel
import Markup
import PlanFormat
import Site

/// The way to a page of a plan, and the row of links under its heading.
enum PlanCrumbs {
    static func plan(_ plan: KeptPlan.Header) -> [Link] {
        [Link(Markup(plan.title), PlansRoute.planList.link(plan.id))]
    }

    static func area(_ plan: KeptPlan.Header, _ area: KeptPlan.Area) -> [Link] {
        self.plan(plan) + [
            Link(
                Markup(
                    [area.value.reference, area.value.title.short].compactMap { $0 }.joined(separator: " ")),
                PlansRoute.area.link(plan.id, area.id))
        ]
    }

    /// The page of the action where there is one, else of its area.
    static func address(
        _ plan: KeptPlan.Header, _ area: KeptPlan.Area, _ action: ID<ActionRecord>?
    ) -> String {
        action.map { PlansRoute.action.link(plan.id, $0) } ?? PlansRoute.area.link(plan.id, area.id)
    }

    static func tabs(
        _ plan: KeptPlan.Header, current: PlansRoute, checks: Int? = nil, mayEdit: Bool
    ) -> [Tab] {
        tabs(plan, at: current.path, checks: checks, mayEdit: mayEdit)
    }

    /// The same row for a page of another table of routes; `path` is the page's own, as its route has it.
    static func tabs(_ plan: KeptPlan.Header, at path: String, checks: Int? = nil, mayEdit: Bool) -> [Tab] {
        func tab(_ words: String, _ route: some RouteTable, count: Int? = nil) -> Tab {
            Tab(words, route.link(plan.id), isCurrent: route.path == path, count: count)
        }
        return [
            tab("Overview", PlansRoute.overview),
            tab("Areas and actions", PlansRoute.planList),
            tab("Checks", PlansRoute.checks, count: checks),
            tab("Proof", CriteriaRoute.proof),
            tab("Evidence", EvidenceRoute.evidence),
            tab("Board", ClosingRoute.board),
            tab("Timeline", PlansRoute.timeline),
            tab("Dates", DatesRoute.dates),
            tab("Documents", GuidanceRoute.documents),
            tab("Versions", PublishingRoute.versions),
            Tab("Calendar", CalendarRoute.calendar.link(query: Query().with("plan", plan.id))),
            tab("Groups, risks and the rest", PlansRoute.document),
        ]
            + (mayEdit
                ? [
                    Tab("Missing updates", MissingRoute.missing.link(query: ["plan": plan.id.description])),
                    tab("About this plan", PlansRoute.editPlan),
                ] : [])
    }
}

extension String {
    /// The first words, for a link or a list: at most 80 characters, cut at a word.
    var short: String {
        guard count > 80 else { return self }
        let cut = prefix(80)
        return (cut.lastIndex(of: " ").map { String(cut[..<$0]) } ?? String(cut)) + "…"
    }
}
