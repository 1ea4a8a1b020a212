import Kernel
import Markup
import PlanFormat
import PlanReading
import Site
import Storage

/// Adding an action by hand, or changing one: the form, the rule, the transaction and the page.
enum EditAction {
    enum Refused: String, Refusal {
        case textMissing = "Say what will be done"
        case dateLocked =
            "The first date of this action is locked: another date has to be asked for, and nothing was saved"
        case changedMeanwhile =
            "Somebody changed this action while you had it open: their words stand below, yours are still in the form"

        var field: String? { self == .textMissing ? "text" : nil }
    }

    struct Form {
        var reference: String
        var text: String
        var leads: [String]
        /// Nil where the form had no such field: the date is locked.
        var when: String?
        var status: Plan.Action.Status?

        init(_ fields: Fields) {
            reference = fields["reference"]
            text = fields["text"]
            leads = fields["leads"].split(separator: "\n").flatMap { PlanReader.leads(String($0)) }
            when = fields.has("when") ? fields["when"] : nil
            status = Plan.Action.Status(rawValue: fields["status"])
        }

        static func entry(_ action: Plan.Action) -> Entry {
            Entry(filled: [
                "reference": action.reference ?? "", "text": action.text,
                "leads": action.leads.joined(separator: "\n"), "when": action.timescale?.text ?? "",
                "status": action.status?.rawValue ?? "",
            ])
        }
    }

    /// The action as the form makes it; what the form does not touch stays as it was.
    static func decide(
        _ action: Plan.Action?, _ form: Form, baseYear: Int?, isLocked: Bool = false
    ) throws(Refused) -> Plan.Action {
        guard !form.text.isEmpty else { throw .textMissing }
        guard !isLocked || form.when == nil || form.when == action?.timescale?.text else { throw .dateLocked }
        var changed = action ?? Plan.Action(text: form.text)
        changed.text = form.text
        changed.reference = form.reference.isEmpty ? nil : form.reference
        changed.leads = form.leads
        changed.status = form.status
        if let when = form.when, when != action?.timescale?.text ?? "" {
            changed.timescale = when.isEmpty ? nil : PlanReader.timescale(when, baseYear: baseYear)
        }
        return changed
    }
}

// MARK: Acting

extension PlansFeature {
    func newAction(_ visit: Visit) async throws -> Reply {
        let (plan, area) = try await areaToEdit(visit)
        // Whoever comes from elsewhere brings the words: an answer about a figure.
        let entry = Entry(filled: ["text": visit.query["text"]])
        return .page(EditAction.page(plan, area, nil, entry, visit))
    }

    func addAction(_ visit: Visit) async throws -> Reply {
        let (plan, area) = try await areaToEdit(visit)
        let officer = try visit.signedInOfficer
        do {
            let action = try EditAction.decide(
                nil, EditAction.Form(visit.form), baseYear: plan.header.baseYear)
            let id = ID<ActionRecord>.make(at: visit.now)
            try await database.write(for: officer.authority) { connection in
                let position = try PlanSQL.nextPosition(in: plan.header.id, officer.authority, connection)
                try PlanSQL.insert(
                    action, as: id, in: area.id, position: position, of: plan.header.id, officer.authority,
                    connection, at: visit.now)
                try PlanSQL.touch(plan.header.id, officer.authority, connection)
                try connection.record(
                    change("action.added", "action", id, plan, to: action.json, officer, visit))
                try EditAction.lockFirst(id, plan, officer, visit, connection)
            }
            return .redirect(
                to: PlansRoute.action.link(plan.header.id, id), notice: "The action is in the plan.")
        } catch let refusal as EditAction.Refused {
            return .refused(EditAction.page(plan, area, nil, visit.entry(refusal), visit))
        }
    }

    func editAction(_ visit: Visit) async throws -> Reply {
        let (plan, area, action) = try await actionToEdit(visit)
        let dates = try await dates(action.id, plan.header.id, visit)
        return .page(
            EditAction.page(
                plan, area, action, dates: dates, EditAction.Form.entry(action.value), visit))
    }

    func changeAction(_ visit: Visit) async throws -> Reply {
        let (plan, area, action) = try await actionToEdit(visit)
        let officer = try visit.signedInOfficer
        do {
            guard visit.form["revision"] == "\(action.revision)" else {
                throw EditAction.Refused.changedMeanwhile
            }
            try await database.write(for: officer.authority) { connection in
                let run = try RunSQL.run(connection, officer.authority, action.id)
                let changed = try EditAction.decide(
                    action.value, EditAction.Form(visit.form), baseYear: plan.header.baseYear,
                    isLocked: run?.firstLocked != nil)
                guard
                    try PlanSQL.update(
                        changed, action.id, revision: action.revision, of: plan.header.id, officer.authority,
                        connection, at: visit.now)
                else { throw EditAction.Refused.changedMeanwhile }
                try connection.record(
                    change(
                        "action.changed", "action", action.id, plan, from: action.value.json,
                        to: changed.json, officer, visit))
                try EditAction.lockFirst(action.id, plan, officer, visit, connection)
            }
            return .redirect(
                to: PlansRoute.action.link(plan.header.id, action.id), notice: "The action is changed.")
        } catch let refusal as EditAction.Refused {
            let dates = try await dates(action.id, plan.header.id, visit)
            return .refused(
                EditAction.page(plan, area, action, dates: dates, visit.entry(refusal), visit))
        }
    }

    private func dates(
        _ action: ID<ActionRecord>, _ plan: ID<PlanRecord>, _ visit: Visit
    ) async throws -> AskDate.Standing {
        let officer = try visit.signedInOfficer
        return try await database.read { connection in
            let doer = try Doer.of(officer, connection, on: visit.today)
            return try AskDate.standing(of: action, in: plan, doer, connection)
        }
    }
}

extension EditAction {
    /// In a plan that is published, the first date that an action is given is its first date for ever.
    static func lockFirst(
        _ action: ID<ActionRecord>, _ plan: KeptPlan, _ officer: Officer, _ visit: Visit,
        _ connection: Connection
    ) throws {
        guard
            try DatesSQL.lock(
                action: action, of: plan.header.id, officer.authority, at: visit.now,
                by: DatesSQL.Actor(officer), connection)
        else { return }
        try connection.record(
            Event(
                authority: officer.authority, at: visit.now, actor: officer.account, kind: "date.first",
                subject: "action", subjectID: action, plan: plan.header.id,
                to: ["says": "First date given, after the plan was published"]))
    }
}

// MARK: Page

extension EditAction {
    static func page(
        _ plan: KeptPlan, _ area: KeptPlan.Area, _ action: KeptPlan.Action?,
        dates: AskDate.Standing? = nil, _ entry: Entry, _ visit: Visit
    ) -> Page {
        let address =
            action.map { PlansRoute.changeAction.link(plan.header.id, $0.id) }
            ?? PlansRoute.addAction.link(plan.header.id, area.id)
        let back =
            action.map { PlansRoute.action.link(plan.header.id, $0.id) }
            ?? PlansRoute.area.link(plan.header.id, area.id)
        return Page(
            action == nil ? "Add an action" : "Change the action", section: .plan,
            breadcrumbs: PlanCrumbs.area(plan.header, area), errors: entry.errors
        ) { m in
            if let action, !entry.errors.isEmpty, entry.value("revision") != "\(action.revision)" {
                theirs(action, &m)
            }
            m.form(to: address, key: visit.formKey) { m in
                if let action { m.hiddenField("revision", "\(action.revision)") }
                m.textField(
                    "reference", "Number", in: entry, hint: "As the plan prints it, such as 2.1",
                    width: .short)
                m.textArea(
                    "text", "What will be done", in: entry,
                    hint: "One thing, with one verb. Do not name a child.", rows: 4)
                m.textArea(
                    "leads", "Lead", in: entry,
                    hint: "A named person or post, one on each line. One person who answers is best.")
                if let action, let dates, dates.isLocked {
                    locked(plan, action, dates, &m)
                } else {
                    m.textField(
                        "when", "When", in: entry,
                        hint: "Such as 30 September 2026, or March 2026 to June 2026. Always give the year.",
                        width: .half)
                }
                m.select(
                    "status", "What the plan itself claims",
                    [Choice("", "Nothing")]
                        + Plan.Action.Status.allCases.map { Choice($0.rawValue, $0.words) }, in: entry)
                m.buttons { m in
                    m.button(action == nil ? "Add this action" : "Save the action")
                    m.a("Cancel", .href(back))
                }
            }
        }
    }

    /// The date where it can no longer be changed here.
    private static func locked(
        _ plan: KeptPlan, _ action: KeptPlan.Action, _ dates: AskDate.Standing, _ m: inout Markup
    ) {
        let ask = Link("Ask for a new date", DatesRoute.askDate.link(plan.header.id, action.id))
        let when = action.value.timescale.map { Markup($0.finish?.long ?? $0.text) }
        let mayAsk = (try? dates.check()) != nil
        m.summaryList([mayAsk ? SummaryRow("When", when, .link(ask)) : SummaryRow("When", when)])
    }

    /// What stands there now, for somebody whose form is older than the record.
    private static func theirs(_ action: KeptPlan.Action, _ m: inout Markup) {
        m.section { m in
            m.h2("As it stands now")
            m.summaryList([
                SummaryRow("What will be done", Markup(action.value.text)),
                SummaryRow("Lead", Markup(action.value.leads.joined(separator: ", "))),
                SummaryRow("When", Markup(action.value.timescale?.text ?? "")),
            ])
        }
    }
}
