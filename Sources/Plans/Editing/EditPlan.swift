import Kernel
import Markup
import PlanFormat
import Site
import Storage

/// Beginning a plan by hand, or changing what stands at its head.
enum EditPlan {
    static func header(_ form: Fields) throws(ConfirmImport.Refused) -> Plan {
        guard !form["title"].isEmpty else { throw .titleMissing }
        var plan = Plan()
        plan.title = form["title"]
        plan.version = form["version"].nilIfEmpty
        plan.status = form["status"].nilIfEmpty
        plan.owners = form["owners"].split(separator: "\n").map { $0.trimmed }.filter { !$0.isEmpty }
        plan.updateFrequency = Plan.Frequency(rawValue: form["frequency"])
        if case .day(let day) = form.date("dated", called: "the plan") { plan.date = PartialDate(day) }
        return plan
    }

    static func entry(_ plan: KeptPlan.Header) -> Entry {
        let day = plan.date?.day == nil ? nil : plan.date?.first.civil
        return Entry(filled: [
            "title": plan.title, "version": plan.version ?? "", "status": plan.status ?? "",
            "owners": plan.owners.joined(separator: "\n"),
            "frequency": plan.updateFrequency?.rawValue ?? "", "node": plan.node?.description ?? "",
            "partOf": plan.partOf?.description ?? "", "follows": plan.follows?.description ?? "",
            "inspection": plan.inspection?.description ?? "", "dated-day": day.map { "\($0.day)" } ?? "",
            "dated-month": day.map { "\($0.month)" } ?? "", "dated-year": day.map { "\($0.year)" } ?? "",
        ])
    }
}

extension PlansFeature {
    func newPlan(_ visit: Visit) async throws -> Reply {
        .page(EditPlan.page(nil, try await planChoices(visit), Entry(), visit))
    }

    func addPlan(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let choices = try await planChoices(visit)
        do {
            let plan = try EditPlan.header(visit.form)
            let setting = try choices.setting(visit.form)
            let id = ID<PlanRecord>.make(at: visit.now)
            try await database.write(for: officer.authority) { connection in
                try PlanSQL.insert(
                    plan, titled: plan.title ?? "", as: id, setting, officer.authority, connection,
                    at: visit.now)
                try connection.record(
                    Event(
                        authority: officer.authority, at: visit.now, actor: officer.account,
                        kind: "plan.added", subject: "plan", subjectID: id, plan: id,
                        to: ["title": .optional(plan.title)]))
            }
            return .redirect(to: PlansRoute.planList.link(id), notice: "The plan is begun.")
        } catch let refusal as ConfirmImport.Refused {
            return .refused(EditPlan.page(nil, choices, visit.entry(refusal), visit))
        }
    }

    func editPlan(_ visit: Visit) async throws -> Reply {
        let plan = try await planToRead(visit)
        let choices = try await planChoices(visit, besides: plan.header.id)
        return .page(EditPlan.page(plan.header, choices, EditPlan.entry(plan.header), visit))
    }

    func changePlan(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let plan = try await planToRead(visit)
        let choices = try await planChoices(visit, besides: plan.header.id)
        do {
            guard visit.form["revision"] == "\(plan.header.revision)" else {
                throw ConfirmImport.Refused.changedMeanwhile
            }
            let changed = try EditPlan.header(visit.form)
            let setting = try choices.setting(visit.form)
            try await database.write(for: officer.authority) { connection in
                guard
                    try PlanSQL.update(
                        changed, setting, plan.header, officer.authority, connection, at: visit.now)
                else { throw ConfirmImport.Refused.changedMeanwhile }
                try connection.record(
                    change(
                        "plan.changed", "plan", plan.header.id, plan, from: EditPlan.event(plan.header),
                        to: [
                            "title": .optional(changed.title), "version": .optional(changed.version),
                            "status": .optional(changed.status), "owners": .strings(changed.owners),
                        ], officer, visit))
            }
            return .redirect(to: PlansRoute.planList.link(plan.header.id), notice: "The plan is changed.")
        } catch let refusal as ConfirmImport.Refused {
            return .refused(EditPlan.page(plan.header, choices, visit.entry(refusal), visit))
        }
    }
}

extension EditPlan {
    static func event(_ plan: KeptPlan.Header) -> JSON {
        [
            "title": .string(plan.title), "version": .optional(plan.version),
            "status": .optional(plan.status), "owners": .strings(plan.owners),
        ]
    }

    static func page(
        _ plan: KeptPlan.Header?, _ choices: PlanChoices, _ entry: Entry, _ visit: Visit
    ) -> Page {
        Page(
            plan == nil ? "Begin a plan by hand" : "About this plan", section: .plan,
            breadcrumbs: plan.map { PlanCrumbs.plan($0) } ?? [Link("Plans", PlansRoute.plans.link())],
            tabs: plan.map { PlanCrumbs.tabs($0, at: PlansRoute.editPlan) } ?? [],
            errors: entry.errors
        ) { m in
            m.form(
                to: plan.map { PlansRoute.changePlan.link($0.id) } ?? PlansRoute.addPlan.link(),
                key: visit.formKey
            ) { m in
                if let plan { m.hiddenField("revision", "\(plan.revision)") }
                m.textField("title", "Name of the plan", in: entry)
                m.textField("version", "Version", in: entry, width: .short)
                m.dateField("dated", "Date of the plan", in: entry, hint: "For example, 5 9 2026")
                m.textField(
                    "status", "Status", in: entry, hint: "Such as draft, or approved by the board",
                    width: .half)
                m.textArea(
                    "owners", "Who answers for the whole plan", in: entry,
                    hint: "One person or post on each line")
                m.select(
                    "frequency", "How often leads report",
                    [Choice("", "Not said")]
                        + Plan.Frequency.allCases.map { Choice($0.rawValue, $0.words) }, in: entry)
                choices.fields(entry, &m)
                m.buttons { m in
                    m.button(plan == nil ? "Begin this plan" : "Save the plan")
                    m.a(
                        "Cancel",
                        .href(plan.map { PlansRoute.planList.link($0.id) } ?? PlansRoute.plans.link()))
                }
            }
        }
    }
}
