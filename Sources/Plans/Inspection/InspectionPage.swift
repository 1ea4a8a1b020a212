import Kernel
import Markup
import PlanFormat
import Sheets
import Site
import Storage
import Timescales

/// Inspections, and one of them whole: what the plan answers.
extension PlansFeature {
    func inspections(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let all = try await database.read { try InspectionSQL.inspections($0, officer.authority) }
        let mayEdit = officer.scopes(for: PlansRoute.keepers).contains(.authority)
        return .page(InspectionPage.list(all, mayEdit: mayEdit))
    }

    func inspection(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let inspection = try await inspectionToRead(visit)
        let scopes = officer.scopes(for: PlansRoute.readers)
        let today = visit.today
        let plans = try await database.read {
            try PlanSQL.plans($0, officer.authority, within: scopes, on: today)
                .filter { $0.inspection == inspection.id }
        }
        let mayEdit = officer.scopes(for: PlansRoute.keepers).contains(.authority)
        return .page(InspectionPage.page(inspection, plans, mayEdit: mayEdit, visit))
    }

    func inspectionToRead(_ visit: Visit) async throws -> Inspection {
        let officer = try visit.signedInOfficer
        let id: ID<InspectionRecord> = try visit.id("inspection")
        guard
            let found = try await database.read({
                try InspectionSQL.inspection($0, officer.authority, id)
            })
        else { throw NotFound() }
        return found
    }
}

enum InspectionPage {
    private static func sheet(_ inspections: [Inspection]) -> Sheet {
        Sheet(
            "Inspections",
            columns: [
                Sheet.Column("Inspection", width: 40), Sheet.Column("By", width: 14),
                Sheet.Column("Began", .day), Sheet.Column("Ended", .day), Sheet.Column("Plan due", .day),
                Sheet.Column("Inspectors return", .day),
            ]
        ) {
            inspections.map { inspection in
                let fields = inspection.fields
                return [
                    .text(fields.title), .text(fields.inspectorate), .init(fields.began), .init(fields.ended),
                    .init(fields.planDue), .init(fields.inspectorsReturn),
                ]
            }
        }
    }

    static func list(_ inspections: [Inspection], mayEdit: Bool) -> Page {
        Page(
            "Inspections", section: .plan, breadcrumbs: [Link("Plans", PlansRoute.plans.link())],
            facts: [Markup(counted(inspections.count, "inspection"))],
            deed: mayEdit ? Link("Record an inspection", PlansRoute.newInspection.link()) : nil,
            sheet: inspections.isEmpty ? nil : sheet(inspections)
        ) { m in
            guard !inspections.isEmpty else {
                m.emptyState(
                    "No inspection recorded",
                    "What a plan answers: the judgements, the findings and the days that matter. The checks use them.",
                    begin: mayEdit ? Link("Record an inspection", PlansRoute.newInspection.link()) : nil)
                return
            }
            m.table(
                "Inspections",
                [
                    Column("Inspection", .name), Column("By", .short), Column("Ended", .short),
                    Column("Plan due", .short),
                ]
            ) { rows in
                for inspection in inspections {
                    rows.row { row in
                        row.cell {
                            $0.a(inspection.fields.title, .href(PlansRoute.inspection.link(inspection.id)))
                        }
                        row.cell(inspection.fields.inspectorate)
                        if let ended = inspection.fields.ended {
                            row.cell(ended.short)
                        } else {
                            row.empty("not given")
                        }
                        if let due = inspection.planDue {
                            row.cell(due.short)
                        } else {
                            row.empty("not known")
                        }
                    }
                }
            }
        }
    }

    static func page(
        _ inspection: Inspection, _ plans: [KeptPlan.Header], mayEdit: Bool, _ visit: Visit
    ) -> Page {
        let fields = inspection.fields
        return Page(
            fields.title, section: .plan, breadcrumbs: [Link("Inspections", PlansRoute.inspections.link())],
            facts: [
                Markup(fields.inspectorate), fields.framework.map { Markup($0) } ?? "Framework not given",
                "Answered by \(counted(plans.count, "plan"))",
            ],
            deed: mayEdit
                ? Link("Change the record", PlansRoute.editInspection.link(inspection.id)) : nil
        ) { m in
            m.columns(.eightFour) { m in
                findings(inspection, mayEdit: mayEdit, &m)
                judgements(inspection, mayEdit: mayEdit, &m)
            } beside: { m in
                days(inspection, mayEdit: mayEdit, visit, &m)
                m.part("Plans that answer it") { m in
                    if plans.isEmpty { m.note("None is tied to it yet.") }
                    for plan in plans { m.p { $0.a(plan.title, .href(PlansRoute.overview.link(plan.id))) } }
                }
                if let note = fields.note { m.part("Note") { $0.p(note) } }
            }
        }
    }

    private static func findings(_ inspection: Inspection, mayEdit: Bool, _ m: inout Markup) {
        m.part("Findings and strengths") { m in
            if inspection.findings.isEmpty {
                m.note("None recorded. Check C09 compares them with the plan’s areas.")
            } else {
                m.table(
                    "Findings and strengths",
                    [
                        Column("Ref", .reference), Column("What was said", .name), Column("Kind"),
                        Column("Standard"),
                    ]
                ) { rows in
                    for finding in inspection.findings {
                        rows.row { row in
                            row.cell(finding.reference ?? "")
                            row.cell {
                                part(inspection, .findings, finding.id, finding.text, mayEdit: mayEdit, &$0)
                            }
                            row.cell(finding.kind.words)
                            if let standard = finding.standard {
                                row.cell(standard)
                            } else {
                                row.empty("not given")
                            }
                        }
                    }
                }
            }
            if mayEdit { add("Add a finding or a strength", inspection, .findings, &m) }
        }
    }

    private static func judgements(_ inspection: Inspection, mayEdit: Bool, _ m: inout Markup) {
        m.part("Judgements") { m in
            if inspection.judgements.isEmpty {
                m.note("None recorded.")
            } else {
                m.table(
                    "Judgements", [Column("Judgement area", .name), Column("Grade"), Column("Out of")]
                ) { rows in
                    for judgement in inspection.judgements {
                        rows.row { row in
                            row.cell {
                                part(
                                    inspection, .judgements, judgement.id, judgement.area, mayEdit: mayEdit,
                                    &$0)
                            }
                            if let grade = judgement.grade { row.cell(grade) } else { row.empty("not given") }
                            row.cell(judgement.scale.joined(separator: ", "))
                        }
                    }
                }
            }
            if mayEdit { add("Add a judgement", inspection, .judgements, &m) }
        }
    }

    private static func days(
        _ inspection: Inspection, mayEdit: Bool, _ visit: Visit, _ m: inout Markup
    ) {
        m.part("Key dates") { m in
            let fields = inspection.fields
            m.summaryList([
                SummaryRow("Began", fields.began.map { Markup($0.long) }),
                SummaryRow("Ended", fields.ended.map { Markup($0.long) }),
                SummaryRow("Report received", fields.reportReceived.map { Markup($0.long) }),
                SummaryRow("Plan due", due(inspection)),
                SummaryRow("Inspectors return", fields.inspectorsReturn.map { Markup($0.long) }),
            ])
            for date in inspection.dates {
                m.p { m in
                    part(inspection, .dates, date.id, "\(date.what): \(date.day.long)", mayEdit: mayEdit, &m)
                }
            }
            if mayEdit { add("Add a key date", inspection, .dates, &m) }
        }
    }

    private static func due(_ inspection: Inspection) -> Markup? {
        guard let due = inspection.planDue else { return nil }
        guard inspection.fields.planDue == nil else { return Markup(due.long) }
        return due > WorkingDays.tableEnds
            ? "\(due.long) \(quiet: "worked out past the end of the table of bank holidays: check it")"
            : "\(due.long) \(quiet: "70 working days after the report was received")"
    }

    private static func part(
        _ inspection: Inspection, _ kind: InspectionPart, _ id: Int64, _ words: String, mayEdit: Bool,
        _ m: inout Markup
    ) {
        if mayEdit {
            m.a(
                words,
                .href(
                    PlansRoute.editPart.link(inspection.id, kind.rawValue, ID<InspectionPart>(id).description)
                ))
        } else {
            m.add(words)
        }
    }

    private static func add(
        _ words: Markup, _ inspection: Inspection, _ kind: InspectionPart, _ m: inout Markup
    ) {
        m.p { $0.a(words, .href(PlansRoute.editPart.link(inspection.id, kind.rawValue, "new"))) }
    }
}

/// The kinds of part that an inspection has, as addresses name them.
enum InspectionPart: String {
    case judgements, findings, dates
}
