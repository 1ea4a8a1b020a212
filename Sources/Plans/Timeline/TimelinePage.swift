import Kernel
import Markup
import PlanFormat
import Site

/// The dates of a plan's actions, drawn by area, with today.
extension PlansFeature {
    func timeline(_ visit: Visit) async throws -> Reply {
        .page(TimelinePage.page(try await planToRead(visit), visit))
    }
}

enum TimelinePage {
    static func page(_ plan: KeptPlan, _ visit: Visit) -> Page {
        Page(
            "Timeline", section: .timeline, breadcrumbs: PlanCrumbs.plan(plan.header),
            facts: [Markup(counted(plan.actions.count, "action"))],
            tabs: PlanCrumbs.tabs(plan.header, current: .timeline)
        ) { m in
            m.table(
                "Dates of the plan's actions",
                [Column("Ref", .reference), Column("Action", .name), Column("Starts"), Column("Due")]
            ) { rows in
                for area in plan.areas {
                    rows.group(area.value.reference ?? "", Markup(area.value.title))
                    for action in area.actions {
                        rows.row { row in
                            row.cell(action.value.reference ?? "")
                            row.cell {
                                $0.a(
                                    action.value.text,
                                    .href(PlansRoute.action.link(plan.header.id, action.id)))
                            }
                            if let start = action.value.timescale?.start {
                                row.cell(start.short)
                            } else {
                                row.empty("not given")
                            }
                            row.cell {
                                PlanListPage.due(
                                    action.value.timescale?.finish, action.value.timescale?.text,
                                    action.value.timescale?.kind, on: visit.today, &$0)
                            }
                        }
                    }
                }
            }
        }
    }
}
