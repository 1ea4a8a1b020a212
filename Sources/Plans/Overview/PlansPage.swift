import Kernel
import Markup
import Sheets
import Site
import Storage

/// Every plan that somebody reaches, or the way to the first one.
extension PlansFeature {
    func plans(_ visit: Visit) async throws -> Reply {
        let plans = try await visiblePlans(visit)
        return .page(PlansPage.page(plans, "Plans", .plan, try visit.signedInOfficer, visit))
    }

    /// The timeline of the only plan, or the plans to choose from.
    func timelineHome(_ visit: Visit) async throws -> Reply {
        let plans = try await visiblePlans(visit)
        if plans.count == 1 { return .redirect(to: PlansRoute.timeline.link(plans[0].id)) }
        return .page(PlansPage.page(plans, "Timeline", .timeline, try visit.signedInOfficer, visit))
    }
}

enum PlansPage {
    static func page(
        _ plans: [KeptPlan.Header], _ title: String, _ section: Section, _ officer: Officer, _ visit: Visit
    ) -> Page {
        let mayImport = officer.holds(PlansRoute.keepers)
        return Page(
            title, section: section, facts: plans.isEmpty ? [] : [Markup(counted(plans.count, "plan"))],
            deed: mayImport && !plans.isEmpty ? Link("Import a plan", PlansRoute.imports.link()) : nil,
            sheet: plans.isEmpty ? nil : sheet(plans)
        ) { m in
            guard !plans.isEmpty else {
                m.emptyState(
                    "No plan yet",
                    mayImport
                        ? "Give Plumbline the plan as it was written, and ten minutes later it is here, with its flaws listed and every word traced to where it stood."
                        : officer.holds(PlansRoute.readers)
                            ? "There is no plan that your post opens."
                            : "An administrator sees accounts and access, and no plan.",
                    begin: mayImport ? Link("Import a plan", PlansRoute.imports.link()) : nil)
                return
            }
            m.table(
                "Plans that your post opens",
                [Column("Plan", .name), Column("Version", .short), Column("Dated", .short), Column("Stands")]
            ) { rows in
                for plan in plans {
                    rows.row { row in
                        row.cell {
                            $0.a(
                                plan.title,
                                .href(
                                    section == .timeline
                                        ? PlansRoute.timeline.link(plan.id)
                                        : section == .overview
                                            ? PlansRoute.overview.link(plan.id)
                                            : PlansRoute.planList.link(plan.id)))
                        }
                        if let version = plan.version { row.cell(version) } else { row.empty("not given") }
                        if let date = plan.date { row.cell(date.short) } else { row.empty("not given") }
                        row.cell(stands(plan, among: plans))
                    }
                }
            }
        }
    }

    private static func sheet(_ plans: [KeptPlan.Header]) -> Sheet {
        Sheet(
            "Plans",
            columns: [
                Sheet.Column("Plan", width: 40), Sheet.Column("Version", width: 10),
                Sheet.Column("Dated", .day), Sheet.Column("Stands", width: 30),
            ]
        ) {
            plans.map { plan in
                [.text(plan.title), .init(plan.version), .init(plan.date), .text(stands(plan, among: plans))]
            }
        }
    }

    private static func stands(_ plan: KeptPlan.Header, among plans: [KeptPlan.Header]) -> String {
        func title(_ id: ID<PlanRecord>?) -> String? {
            id.flatMap { id in plans.first { $0.id == id }?.title }
        }
        let parts = [
            title(plan.partOf).map { "part of \($0)" }, title(plan.follows).map { "follows \($0)" },
        ].compactMap { $0 }
        return parts.isEmpty ? "on its own" : parts.joined(separator: "; ")
    }
}
