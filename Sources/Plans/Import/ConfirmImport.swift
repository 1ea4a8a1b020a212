import Kernel
import Markup
import PlanFormat
import Site
import Storage

/// The last step of an import: what will become permanent, and then the plan.
enum ConfirmImport {
    enum Refused: String, Refusal {
        case titleMissing = "Give the plan a name"
        case nothingToKeep =
            "There is no area in this reading: choose which tables are the plan, or begin a plan by hand"
        case nodeElsewhere = "Choose a part of the organisation that your post covers"
        case changedMeanwhile = "This reading was changed in another window: look at it again"

        var field: String? {
            switch self {
            case .titleMissing: "title"
            case .nodeElsewhere: "node"
            case .nothingToKeep, .changedMeanwhile: nil
            }
        }
    }

    static func entry(_ view: DraftView) -> Entry {
        Entry(filled: [
            "title": view.proposal.plan.title ?? view.draft.fileName.withoutExtension,
            "version": view.proposal.plan.version ?? "",
        ])
    }
}

extension String {
    /// A file's name as words.
    var withoutExtension: String {
        guard let dot = lastIndex(of: "."), dot > startIndex else { return self }
        return String(self[..<dot])
    }
}

extension PlansFeature {
    func confirm(_ visit: Visit) async throws -> Reply {
        let view = try await draftView(visit)
        let choices = try await planChoices(visit)
        return .page(ConfirmImport.page(view, choices, ConfirmImport.entry(view), visit))
    }

    func confirmImport(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let view = try await draftView(visit)
        let choices = try await planChoices(visit)
        do {
            guard !visit.form["title"].isEmpty else { throw ConfirmImport.Refused.titleMissing }
            guard !view.proposal.areas.isEmpty else { throw ConfirmImport.Refused.nothingToKeep }
            var plan = view.proposal.plan
            plan.version = visit.form["version"].nilIfEmpty
            var setting = try choices.setting(visit.form)
            setting.sourceFile = view.draft.file
            setting.sourceName = view.draft.fileName
            let id = ID<PlanRecord>.make(at: visit.now)
            let (kept, made, title) = (plan, setting, visit.form["title"])
            try await database.write(for: officer.authority) { connection in
                guard try DraftSQL.save(view.draft, connection, officer, at: visit.now) else {
                    throw ConfirmImport.Refused.changedMeanwhile
                }
                try PlanSQL.insert(
                    kept, titled: title, as: id, made, officer.authority, connection, at: visit.now)
                try DraftSQL.delete(view.draft.id, connection, officer)
                try connection.record(
                    Event(
                        authority: officer.authority, at: visit.now, actor: officer.account,
                        kind: "plan.imported", subject: "plan", subjectID: id, plan: id,
                        to: [
                            "title": .string(title), "file": .string(view.draft.fileName),
                            "areas": .integer(Int64(kept.areas.count)),
                            "actions": .integer(Int64(kept.areas.reduce(0) { $0 + $1.actions.count })),
                        ]))
            }
            return .redirect(
                to: PlansRoute.overview.link(id),
                notice: "\(title) is in Plumbline. Every word can be traced to where it stood.")
        } catch let refusal as ConfirmImport.Refused {
            return .refused(ConfirmImport.page(view, choices, visit.entry(refusal), visit))
        }
    }
}

extension ConfirmImport {
    static func page(_ view: DraftView, _ choices: PlanChoices, _ entry: Entry, _ visit: Visit) -> Page {
        let plan = view.proposal.plan
        let actions = plan.areas.reduce(0) { $0 + $1.actions.count }
        let criteria = plan.areas.reduce(0) { $0 + $1.criteria.count }
        return Page(
            "Check and accept", section: .plan,
            breadcrumbs: [
                Link("Import", PlansRoute.imports.link()),
                Link(Markup(view.draft.fileName), PlansRoute.review.link(view.draft.id)),
            ], errors: entry.errors
        ) { m in
            m.summaryList([
                SummaryRow("Areas", "\(plan.areas.count)"), SummaryRow("Actions", "\(actions)"),
                SummaryRow("Success criteria", "\(criteria)"),
                SummaryRow(
                    "Open questions",
                    view.proposal.open.isEmpty ? "None" : "\(view.proposal.open.count), kept with the plan",
                    view.proposal.open.isEmpty
                        ? nil : .link(Link("See them", PlansRoute.review.link(view.draft.id)))),
                SummaryRow("Also kept, to read", others(plan)),
            ])
            if !choices.plans.isEmpty {
                m.p(
                    "Is it a newer version of a plan that is here already? \(link: "Take it over that plan", to: PublishingRoute.renewal.link(view.draft.id)) instead, row by row."
                )
            }
            m.form(to: PlansRoute.confirmImport.link(view.draft.id), key: visit.formKey) { m in
                m.textField("title", "Name of the plan", in: entry)
                m.textField("version", "Version", in: entry, width: .short)
                choices.fields(entry, &m)
                m.p(
                    "What each row says, and where it stood in \(view.draft.fileName), is kept for good. You can change the plan afterwards; every change stands in its history."
                )
                m.buttons { m in
                    m.button("Accept this plan")
                    m.a("Back to the review", .href(PlansRoute.review.link(view.draft.id)))
                }
            }
        }
    }

    /// What the document holds besides areas, said in counts.
    static func others(_ plan: Plan) -> Markup? {
        let counts: [(Int, String, String)] = [
            (plan.groups.count, "group", "groups"), (plan.risks.count, "risk", "risks"),
            (plan.budget?.lines.count ?? 0, "budget line", "budget lines"),
            (
                plan.training.count, "group of staff with training needs",
                "groups of staff with training needs"
            ),
            (plan.standards.count, "standard", "standards"), (plan.figures.count, "figure", "figures"),
            (plan.keyDates.count, "key date", "key dates"),
            (plan.attachments.count, "attached file named", "attached files named"),
            (plan.abbreviations.count, "abbreviation", "abbreviations"),
        ]
        let parts = counts.filter { $0.0 > 0 }.map { counted($0.0, $0.1, $0.2) }
        return parts.isEmpty ? nil : Markup(parts.joined(separator: ", "))
    }
}
