import Kernel
import Markup
import PlanFormat
import Site
import Storage

/// What the document holds besides areas and actions, to read, each with its place: groups, risks and the rest.
extension PlansFeature {
    func document(_ visit: Visit) async throws -> Reply {
        let plan = try await planToRead(visit)
        return .page(DocumentPage.page(plan))
    }

    /// A place of the document, as it stood.
    func source(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let plan = try await planToRead(visit)
        guard let document = try await sourceDocument(plan.header, officer),
            let place = Place(description: visit.query["at"])
        else { throw NotFound() }
        let read = plan.areas.flatMap { area in
            area.actions.filter { $0.value.place?.table == place.table && $0.value.place?.row == place.row }
        }
        return .page(
            Page(
                "In the document", section: .plan, breadcrumbs: PlanCrumbs.plan(plan.header),
                facts: [Markup(plan.header.sourceName ?? ""), Markup(place.description)]
            ) { m in
                m.columns(.half) { m in
                    SourceView.aside(document, place, &m)
                } beside: { m in
                    m.h3("What the plan holds from here")
                    if read.isEmpty { m.note("No action was read from this row.") }
                    for action in read {
                        m.summaryList([
                            SummaryRow(
                                "Action",
                                "\(link: action.value.text, to: PlansRoute.action.link(plan.header.id, action.id))"
                            ),
                            SummaryRow(
                                "Lead",
                                action.people.isEmpty
                                    ? nil : Markup(action.people.map(\.name).joined(separator: "; "))),
                            SummaryRow("When", Markup(WhenWords.asRead(action.value.timescale))),
                        ])
                    }
                }
            })
    }
}

enum DocumentPage {
    static func page(_ plan: KeptPlan) -> Page {
        let rest = plan.rest
        return Page(
            "Groups, risks and the rest", section: .plan, breadcrumbs: PlanCrumbs.plan(plan.header),
            facts: [
                plan.header.sourceName.map { "From \($0)" } ?? "Begun by hand",
                ConfirmImport.others(rest) ?? "Nothing besides areas and actions",
            ], tabs: PlanCrumbs.tabs(plan.header, at: PlansRoute.document)
        ) { m in
            groups(rest.groups, &m)
            risks(rest.risks, &m)
            budget(rest.budget, &m)
            training(rest.training, &m)
            list("Quality standards", rest.standards.map { ([$0.label, $0.text], $0.place) }, &m)
            list("Figures in the text", rest.figures.map { ([$0.text], $0.place) }, &m)
            list(
                "Key dates",
                rest.keyDates.map { ([$0.what.withoutStop, $0.date?.long ?? "no date given"], $0.place) },
                joined: ": ",
                &m)
            list(
                "Codes of the sources", rest.sourceCodes.map { ([$0.code, $0.text], nil) }, joined: ": ", &m)
            list(
                "Who is meant",
                rest.collectives.map { ([$0.name, $0.members.joined(separator: "; ")], nil) }, joined: ": ",
                &m)
            list("Attached files", rest.attachments.map { ([$0.caption], $0.place) }, &m)
            list(
                "Abbreviations", rest.abbreviations.map { ([$0.short, $0.long], nil) }, joined: ": ", &m)
            list("What reading could not settle", rest.findings.map { ([$0.message], $0.place) }, &m)
        }
    }

    private static func list(
        _ heading: Markup, _ items: [([String?], Place?)], joined: String = " ", _ m: inout Markup
    ) {
        guard !items.isEmpty else { return }
        m.part(heading) { m in
            m.ul { m in
                for (words, place) in items {
                    m.li { m in
                        m.add(words.compactMap { $0 }.joined(separator: joined))
                        if let place { m.span(" \(place.description)", .class("note")) }
                    }
                }
            }
        }
    }

    private static func groups(_ groups: [Plan.Group], _ m: inout Markup) {
        for group in groups {
            m.part(
                Markup(group.name + (group.abbreviation.map { " (\($0))" } ?? "")),
                note: group.place.map { Markup($0.description) }
            ) { m in
                m.summaryList([
                    SummaryRow("Purpose", group.purpose.map { Markup($0) }),
                    SummaryRow("Meets", group.meets.map { Markup($0.words) }),
                    SummaryRow(
                        "Reports to",
                        group.reportsTo.isEmpty ? nil : Markup(group.reportsTo.joined(separator: ", "))),
                ])
                if !group.members.isEmpty { members(of: group, &m) }
                list("Tasks", group.tasks.map { ([$0.label, $0.text], $0.place) }, &m)
            }
        }
    }

    private static func members(of group: Plan.Group, _ m: inout Markup) {
        m.table(
            "Members of the \(group.name)", captionHidden: false,
            [Column("Name", .name), Column("Post"), Column("Part")]
        ) { rows in
            for member in group.members {
                rows.row { row in
                    row.cell(member.name ?? "Not named")
                    if let post = member.post { row.cell(post) } else { row.empty("not given") }
                    if let role = member.role { row.cell(role) } else { row.empty("member") }
                }
            }
        }
    }

    private static func risks(_ risks: [Plan.Risk], _ m: inout Markup) {
        guard !risks.isEmpty else { return }
        m.part("Risks") { m in
            m.table("Risks", [Column("Risk", .name), Column("Contingency"), Column("Place")]) { rows in
                for risk in risks {
                    rows.row { row in
                        row.cell(risk.text)
                        if let contingency = risk.contingency {
                            row.cell(contingency)
                        } else {
                            row.empty("none given")
                        }
                        if let place = risk.place {
                            row.cell(place.description)
                        } else {
                            row.empty("not known")
                        }
                    }
                }
            }
        }
    }

    private static func budget(_ budget: Plan.Budget?, _ m: inout Markup) {
        guard let budget else { return }
        m.part("Budget, as stated", note: budget.place.map { Markup($0.description) }) { m in
            m.table("Budget lines", [Column("Item", .name), Column("Pounds", .number)]) { rows in
                for line in budget.lines {
                    rows.row { row in
                        row.cell(line.item)
                        if let amount = line.amount {
                            row.cell(PlanNumber.text(amount))
                        } else {
                            row.empty("none given")
                        }
                    }
                }
                if let total = budget.statedTotal {
                    rows.row { row in
                        row.cell("Total, as the document states it")
                        row.cell(PlanNumber.text(total))
                    }
                }
            }
        }
    }

    private static func training(_ training: [Plan.TrainingNeed], _ m: inout Markup) {
        guard !training.isEmpty else { return }
        m.part("Training needs") { m in
            for need in training {
                m.h3(need.audience)
                if let place = need.place { m.note(Markup(place.description)) }
                m.ul { m in for item in need.needs { m.li(item) } }
            }
        }
    }
}
