import Kernel
import Markup
import PlanFormat
import Proof
import Site
import Storage

/// Findings × proof: what the inspectors found, the areas that answer it, and how far it is shown to be mended.
extension PlansFeature {
    func thread(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let plan = try await planToRead(visit)
        let mayEdit = try await mayEdit(plan.header, officer, on: visit.today)
        let (state, knots) = try await database.read { connection in
            (
                try PlanState.read(plan, connection, officer.authority, on: visit.today),
                try ThreadSQL.knots(connection, officer.authority, plan.header.id)
            )
        }
        return .page(ThreadPage.page(state, knots, mayEdit: mayEdit, visit))
    }
}

enum ThreadPage {
    static func page(
        _ state: PlanState, _ knots: [ThreadSQL.Knot], mayEdit: Bool, _ visit: Visit
    ) -> Page {
        let answered = knots.count { !$0.areas.isEmpty }
        return Page(
            "Findings and proof", section: .plan, breadcrumbs: PlanCrumbs.plan(state.plan.header),
            facts: [
                Markup(counted(knots.count, "finding")), "\(answered) answered by an area",
                Markup(counted(state.plan.criteriaCount, "success criterion", "success criteria")),
            ], tabs: PlanCrumbs.tabs(state.plan.header, at: ThreadRoute.thread)
        ) { m in
            guard !knots.isEmpty else {
                m.emptyState(
                    "No finding to answer",
                    "Findings stand with the inspection that the plan is tied to.",
                    begin: mayEdit ? Link("Inspections", PlansRoute.inspections.link()) : nil)
                return
            }
            m.honestSentence(sentence(state, knots))
            table(state, knots, mayEdit: mayEdit, on: visit.today, &m)
        }
    }

    static func sentence(_ state: PlanState, _ knots: [ThreadSQL.Knot]) -> Markup {
        let open = knots.count { $0.areas.isEmpty }
        let proven = knots.count { knot in
            let found = criteria(state, knot).map { state.standings[$0.id] ?? .notClaimed }
            return found.contains(.proven) && !found.contains(.contradicted)
        }
        let unanswered: Markup =
            open == 0
            ? "Every finding is answered by an area." : "\(strong: "\(open)") of them no area answers."
        return
            "Of \(strong: counted(knots.count, "finding")), \(strong: "\(proven)") can show that something has moved and nothing speaks against it. \(unanswered)"
    }

    static func criteria(_ state: PlanState, _ knot: ThreadSQL.Knot) -> [KeptPlan.Criterion] {
        let areas = Set(knot.areas)
        return state.plan.areas.filter { areas.contains($0.id) }.flatMap(\.criteria)
    }

    static func table(
        _ state: PlanState, _ knots: [ThreadSQL.Knot], mayEdit: Bool, on today: Day, _ m: inout Markup
    ) {
        let plan = state.plan.header.id
        m.table(
            "Findings and proof",
            [
                Column("Ref", .reference), Column("What was found", .name), Column("Answered by"),
                Column("Actions"), Column("Success criteria"),
            ]
        ) { rows in
            for knot in knots {
                let areas = state.plan.areas.filter { knot.areas.contains($0.id) }
                rows.row { row in
                    row.cell(knot.finding.reference ?? "")
                    row.cell { m in
                        if mayEdit {
                            m.a(
                                knot.finding.text,
                                .href(
                                    ThreadRoute.tieFinding.link(
                                        plan, ID<ThreadSQL.Knot>(knot.finding.id).description)))
                        } else {
                            m.add(knot.finding.text)
                        }
                    }
                    guard !areas.isEmpty else {
                        row.empty("no area answers it")
                        row.empty("no action")
                        row.empty("no criterion")
                        return
                    }
                    row.cell { m in
                        for (index, area) in areas.enumerated() {
                            if index > 0 { m.add(", ") }
                            m.a(
                                area.value.reference ?? area.value.title,
                                .href(PlansRoute.area.link(plan, area.id)))
                        }
                    }
                    row.cell { $0.unitStrip(areas.flatMap { state.strip($0, on: today) }) }
                    row.cell { $0.unitStrip(state.proof(criteria(state, knot))) }
                }
            }
        }
    }
}
