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

    /// The same row on every page of a plan. `route` is the page's own; one that has no place in the row
    /// stands under its neighbour or under the last.
    static func tabs(_ plan: KeptPlan.Header, at route: some RouteTable, checks: Int? = nil) -> [Tab] {
        func tab(_ words: String, _ own: some RouteTable, _ under: [String] = [], count: Int? = nil) -> Tab {
            Tab(
                words, own.link(plan.id), isCurrent: own.path == route.path,
                isAbove: under.contains(route.path), count: count)
        }
        let row = [
            tab("Overview", PlansRoute.overview),
            tab("Areas and actions", PlansRoute.planList),
            tab("Timeline", PlansRoute.timeline),
            tab("Proof", CriteriaRoute.proof),
            tab("Evidence", EvidenceRoute.evidence, [EvidenceRoute.withoutEvidence.path]),
            tab("Dates", DatesRoute.dates),
            tab("Documents", GuidanceRoute.documents),
            tab("Checks", PlansRoute.checks, count: checks),
            tab("Versions", PublishingRoute.versions, [PublishingRoute.compare.path]),
        ]
        let isElsewhere = !row.contains { $0.isCurrent || $0.isAbove }
        return row + [tab("More of this plan", PlansRoute.more, isElsewhere ? [route.path] : [])]
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
