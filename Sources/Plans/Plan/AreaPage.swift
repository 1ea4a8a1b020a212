import Kernel
import Markup
import PlanFormat
import Site

/// One area: what has to get better, what will be done, how anyone will know.
extension PlansFeature {
    func area(_ visit: Visit) async throws -> Reply {
        let (plan, area) = try await areaToEdit(visit)
        let mayEdit = try await mayEdit(plan.header, try visit.signedInOfficer, on: visit.today)
        return .page(AreaPage.page(plan, area, mayEdit: mayEdit, visit))
    }
}

enum AreaPage {
    static func page(_ plan: KeptPlan, _ area: KeptPlan.Area, mayEdit: Bool, _ visit: Visit) -> Page {
        Page(
            area.value.title, section: .plan, breadcrumbs: PlanCrumbs.plan(plan.header),
            facts: facts(plan, area),
            deed: mayEdit
                ? Link("Add an action", PlansRoute.newAction.link(plan.header.id, area.id)) : nil
        ) { m in
            actions(plan, area, visit, &m)
            criteria(plan, area, mayEdit: mayEdit, &m)
            items("What needs to change", area.value.changes, &m)
            monitoring(area.value.monitoring, &m)
            items("Evidence that the plan names", area.value.evidence, &m)
            PlanTrace.part(plan.header, area.value.title, area.value.place, &m)
            if mayEdit {
                m.buttons { m in
                    m.buttonLink(
                        "Change this area", to: PlansRoute.editArea.link(plan.header.id, area.id), .other)
                    m.buttonLink(
                        "Add a success criterion",
                        to: PlansRoute.newCriterion.link(plan.header.id, area.id), .other)
                }
            }
        }
    }

    private static func facts(_ plan: KeptPlan, _ area: KeptPlan.Area) -> [Markup] {
        var facts: [Markup] = []
        if let reference = area.value.reference { facts.append("Area \(strong: reference)") }
        if let section = area.value.section { facts.append(Markup(section)) }
        facts.append(Markup(counted(area.actions.count, "action")))
        if !area.value.sources.isEmpty {
            let codes = Dictionary(
                plan.rest.sourceCodes.map { ($0.code, $0.text) }, uniquingKeysWith: { first, _ in first })
            let said = area.value.sources.map { code in codes[code].map { "\(code): \($0)" } ?? code }
            facts.append("From \(said.joined(separator: "; "))")
        }
        return facts
    }

    private static func actions(
        _ plan: KeptPlan, _ area: KeptPlan.Area, _ visit: Visit, _ m: inout Markup
    ) {
        m.part("Actions") { m in
            guard !area.actions.isEmpty else {
                m.emptyState("No actions", "Nothing is promised in this area yet.")
                return
            }
            m.table(
                "Actions of this area",
                [
                    Column("Ref", .reference), Column("Action", .name), Column("Lead"), Column("Due"),
                    Column("Plan claims", .short),
                ]
            ) { rows in
                for action in area.actions {
                    rows.row { row in
                        row.cell(action.value.reference ?? "")
                        row.cell {
                            $0.a(action.value.text, .href(PlansRoute.action.link(plan.header.id, action.id)))
                        }
                        row.cell { PlanListPage.leads(action.people, &$0) }
                        row.cell {
                            PlanListPage.due(
                                action.value.timescale?.finish, action.value.timescale?.text,
                                action.value.timescale?.kind, on: visit.today, &$0)
                        }
                        if let status = action.value.status {
                            row.cell(status.words)
                        } else {
                            row.empty("nothing")
                        }
                    }
                }
            }
        }
    }

    static func criteria(
        _ plan: KeptPlan, _ area: KeptPlan.Area, mayEdit: Bool, _ m: inout Markup
    ) {
        let criteria = area.criteria
        m.part("Success criteria") { m in
            guard !criteria.isEmpty else {
                m.emptyState("No criterion", "Nothing says yet how anyone will know that this has worked.")
                return
            }
            let references = Dictionary(
                area.actions.map { ($0.id, $0.value.reference ?? "") },
                uniquingKeysWith: { first, _ in first })
            m.table(
                "Success criteria",
                [
                    Column("Ref", .reference), Column("Criterion", .name), Column("Shows", .short),
                    Column("For", .short),
                ] + (mayEdit ? [Column("Change", .short)] : [])
            ) { rows in
                for criterion in criteria {
                    rows.row { row in
                        row.cell(criterion.value.label ?? "")
                        row.cell {
                            $0.a(
                                criterion.value.text,
                                .href(CriteriaRoute.criterion.link(plan.header.id, criterion.id)))
                        }
                        row.cell(criterion.value.kind.words)
                        row.cell(
                            criterion.action.flatMap { references[$0] }.map { "action \($0)" }
                                ?? "the whole area")
                        if mayEdit {
                            row.cell {
                                $0.a(
                                    "Change\(hidden: " \(criterion.value.text.short)")",
                                    .href(PlansRoute.editCriterion.link(plan.header.id, criterion.id)))
                            }
                        }
                    }
                }
            }
        }
    }

    private static func items(_ heading: Markup, _ items: [Plan.Item], _ m: inout Markup) {
        guard !items.isEmpty else { return }
        m.part(heading) { m in
            m.ul { m in
                for item in items {
                    m.li { m in
                        if let label = item.label { m.strong("\(label) ") }
                        m.add(item.text)
                    }
                }
            }
        }
    }

    private static func monitoring(_ items: [Plan.Monitoring], _ m: inout Markup) {
        guard !items.isEmpty else { return }
        m.part("How it is monitored") { m in
            m.table(
                "How this area is monitored",
                [Column("What is done", .name), Column("How often"), Column("How much"), Column("By whom")]
            ) { rows in
                for item in items {
                    rows.row { row in
                        row.cell([item.label, item.text].compactMap { $0 }.joined(separator: " "))
                        if let frequency = item.frequency {
                            row.cell(frequency.words)
                        } else {
                            row.empty("not said")
                        }
                        let share = item.samplePercent.map { "\(PlanNumber.text($0))% sample" }
                        let quota = item.quota.map { "\($0.number) per \($0.per)" }
                        let amount = [share, quota].compactMap { $0 }
                        if amount.isEmpty {
                            row.empty("not said")
                        } else {
                            row.cell(amount.joined(separator: ", "))
                        }
                        if item.by.isEmpty {
                            row.empty("nobody named")
                        } else {
                            row.cell(item.by.joined(separator: "; "))
                        }
                    }
                }
            }
        }
    }
}

/// Numbers of a plan as a page says them.
enum PlanNumber {
    /// Whole numbers without a point, with commas at thousands; others with at most two places.
    static func text(_ value: Double) -> String {
        let rounded = (value * 100).rounded() / 100
        guard rounded == rounded.rounded(), abs(rounded) < 1e15 else { return "\(rounded)" }
        var digits = String(Int64(abs(rounded)))
        var groups: [String] = []
        while digits.count > 3 {
            groups.insert(String(digits.suffix(3)), at: 0)
            digits = String(digits.dropLast(3))
        }
        return (rounded < 0 ? "−" : "") + ([digits] + groups).joined(separator: ",")
    }
}
