import Kernel
import Markup
import PlanChecks
import PlanFormat
import Site

/// Areas × status, and findings × proof.
enum OverviewTables {
    static func areas(_ values: OverviewPage.Values, _ visit: Visit, _ m: inout Markup) {
        let (plan, today) = (values.plan, visit.today)
        guard !plan.areas.isEmpty else {
            m.emptyState(
                "No areas yet", "An area is one thing that has to get better.",
                begin: values.mayEdit ? Link("Add an area", PlansRoute.newArea.link(plan.header.id)) : nil)
            return
        }
        m.part(
            "Areas for improvement",
            note: "One shape for each action that has a date, one for each success criterion."
        ) { m in
            m.table(
                "Areas for improvement",
                [
                    Column("Ref", .reference), Column("Area", .name), Column("Actions"),
                    Column("Done", .number), Column("Accepted", .number), Column("Moved", .number),
                    Column("Success criteria"), Column("Errors", .number),
                ]
            ) { rows in
                for area in plan.areas {
                    let counts = values.state.counts(area, on: today)
                    rows.row { row in
                        row.cell(area.value.reference ?? "")
                        row.cell {
                            $0.a(area.value.title, .href(PlansRoute.area.link(plan.header.id, area.id)))
                        }
                        row.cell { $0.unitStrip(values.state.strip(area, on: today)) }
                        for count in [counts.done, counts.accepted, counts.moved] { row.cell(count) }
                        row.cell { $0.unitStrip(values.state.proof(area.criteria)) }
                        row.cell(errors(area, values))
                    }
                }
            }
            m.key(Progress.key, meanings: Progress.meanings)
            m.key(Symbol.proof)
        }
    }

    private static func errors(_ area: KeptPlan.Area, _ values: OverviewPage.Values) -> Int {
        let references = Set(
            area.actions.compactMap(\.value.reference) + [area.value.reference].compactMap { $0 })
        return values.checked?.open.count {
            $0.finding.severity == .error && !references.isDisjoint(with: $0.finding.references)
        } ?? 0
    }

    static func findings(_ values: OverviewPage.Values, _ visit: Visit, _ m: inout Markup) {
        guard !values.knots.isEmpty else { return }
        m.part("Findings and proof", note: "What the inspectors found, and how far it is shown to be mended.")
        { m in
            ThreadPage.table(values.state, values.knots, mayEdit: false, on: visit.today, &m)
            m.p(
                "\(link: "Findings and proof", to: ThreadRoute.thread.link(values.plan.header.id))")
        }
    }
}
