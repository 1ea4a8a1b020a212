package import Kernel
import Markup
import PlanFormat
import Site
package import Storage

/// Adding a dated step to an action, changing it, ticking it done and opening it again.
package enum EditStep {
    package struct Values: Sendable {
        package var text: String
        package var due: Day
        /// The day on which it was done; nil while it is open.
        package var done: Day?

        package init(text: String, due: Day, done: Day? = nil) {
            self.text = text
            self.due = due
            self.done = done
        }
    }

    package enum Refused: Refusal, Hashable {
        case notYours, closed, changedMeanwhile
        case textMissing, dueMissing, wrongDate(field: String, String), doneAhead

        package var sentence: String {
            switch self {
            case .notYours: "Only who answers for this action, or who keeps the plan, can change its steps"
            case .closed: "This action is closed: its steps stay as they are"
            case .changedMeanwhile:
                "Somebody changed this step while you had it open: how it stands now is below, your words are still in the form"
            case .textMissing: "Say what the step is"
            case .dueMissing: "Give the day by which it is done"
            case .wrongDate(_, let sentence): sentence
            case .doneAhead: "That day has not come yet: give the day on which it was done"
            }
        }

        package var field: String? {
            switch self {
            case .notYours, .closed, .changedMeanwhile: nil
            case .textMissing: "text"
            case .dueMissing: "due"
            case .wrongDate(let field, _): field
            case .doneAhead: "done"
            }
        }
    }

    static func values(_ form: Fields) throws(Refused) -> Values {
        func day(_ name: String, _ what: String) throws(Refused) -> Day? {
            switch form.date(name, called: what) {
            case .empty: return nil
            case .day(let day): return day
            case .wrong(let sentence): throw .wrongDate(field: name, sentence)
            }
        }
        guard let due = try day("due", "the step") else { throw .dueMissing }
        return Values(text: form["text"], due: due, done: try day("done", "when it was done"))
    }

    static func decide(_ values: Values, on today: Day) throws(Refused) {
        guard values.text.count >= 3 else { throw .textMissing }
        guard values.done.map({ $0 <= today }) ?? true else { throw .doneAhead }
    }
}

// MARK: Acting

extension EditStep {
    /// Adds a step.
    @discardableResult
    package static func add(
        _ values: Values, to action: ID<ActionRecord>, of plan: ID<PlanRecord>, by officer: Officer,
        at now: Instant, on today: Day, _ connection: Connection
    ) throws -> ID<ActionStep> {
        try allow(action, plan, officer, today, connection)
        try decide(values, on: today)
        let step = ActionStep(
            id: .make(at: now), revision: 1, text: values.text, due: values.due,
            done: values.done.map { ActionStep.Done(day: $0, account: officer.account, by: officer.name) })
        try StepsSQL.insert(step, of: action, plan, by: officer, at: now, connection)
        try record(
            "step.added", "Step added: \(step.text.inSentence), by \(step.due.long)", step, action, plan,
            officer, at: now, connection)
        return step.id
    }

    /// Changes a step that was read at that revision; `isWithdrawn` takes it off the list, its history kept.
    package static func change(
        _ id: ID<ActionStep>, revision: Int, to values: Values, isWithdrawn: Bool = false,
        of action: ID<ActionRecord>, _ plan: ID<PlanRecord>, by officer: Officer, at now: Instant,
        on today: Day, _ connection: Connection
    ) throws {
        try allow(action, plan, officer, today, connection)
        let steps = try StepsSQL.steps(of: action, officer.authority, connection)
        guard let old = steps.first(where: { $0.id == id }) else { throw NotFound() }
        guard old.revision == revision else { throw Refused.changedMeanwhile }
        try decide(values, on: today)
        // Who ticked it stays, as long as the day does.
        let done = values.done.map { day in
            old.done.flatMap { $0.day == day ? $0 : nil }
                ?? ActionStep.Done(day: day, account: officer.account, by: officer.name)
        }
        let step = ActionStep(
            id: id, revision: revision + 1, text: values.text, due: values.due, done: done)
        try StepsSQL.insert(
            step, isWithdrawn: isWithdrawn, of: action, plan, by: officer, at: now, connection)
        let (kind, says) = said(old, step, isWithdrawn: isWithdrawn)
        try record(kind, says, step, action, plan, officer, at: now, connection)
    }

    private static func said(
        _ old: ActionStep, _ step: ActionStep, isWithdrawn: Bool
    ) -> (String, String) {
        let text = step.text.inSentence
        if isWithdrawn { return ("step.withdrawn", "Step withdrawn: \(text)") }
        switch (old.done, step.done) {
        case (nil, let done?): return ("step.done", "Step done on \(done.day.long): \(text)")
        case (.some, nil): return ("step.reopened", "Step opened again: \(text), due \(step.due.long)")
        default:
            let moved = old.due == step.due ? "" : ", before that \(old.due.long)"
            return ("step.changed", "Step changed: \(text), by \(step.due.long)\(moved)")
        }
    }

    private static func record(
        _ kind: String, _ says: String, _ step: ActionStep, _ action: ID<ActionRecord>,
        _ plan: ID<PlanRecord>, _ officer: Officer, at now: Instant, _ connection: Connection
    ) throws {
        try connection.record(
            Event(
                authority: officer.authority, at: now, actor: officer.account, kind: kind,
                subject: "action", subjectID: action, plan: plan,
                to: [
                    "says": .string(says), "step": .string(step.id.description),
                    "due": .string(step.due.description), "done": .optional(step.done?.day.description),
                ]))
    }

    /// Who answers for the action, or keeps its plan, while it is open.
    static func allow(
        _ action: ID<ActionRecord>, _ plan: ID<PlanRecord>, _ officer: Officer, _ today: Day,
        _ connection: Connection
    ) throws {
        let doer = try Doer.of(officer, connection, on: today)
        guard
            try connection.first(
                "SELECT 1 FROM plan_action WHERE authority = $1 AND id = $2 AND plan = $3",
                [.id(officer.authority), .id(action), .id(plan)], { _ in true }) ?? false,
            let run = try RunSQL.run(connection, officer.authority, action)
        else { throw NotFound() }
        guard
            try doer.answers(for: run.accountable)
                || doer.holds(oneOf: PlansRoute.keepers, in: plan, connection)
        else { throw Refused.notYours }
        guard run.closing != .closed else { throw Refused.closed }
    }
}

extension PlansFeature {
    func newStep(_ visit: Visit) async throws -> Reply {
        let (plan, area, action) = try await actionToEdit(visit)
        if let refusal = try await refusalToStep(action.id, visit) {
            return .refused(EditStep.page(plan, area, action, nil, visit.entry(refusal), visit))
        }
        return .page(EditStep.page(plan, area, action, nil, Entry(), visit))
    }

    func addStep(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let (plan, area, action) = try await actionToEdit(visit)
        do {
            let values = try EditStep.values(visit.form)
            try await database.write(for: officer.authority) { connection in
                try EditStep.add(
                    values, to: action.id, of: plan.header.id, by: officer, at: visit.now, on: visit.today,
                    connection)
            }
            return .redirect(
                to: PlansRoute.action.link(plan.header.id, action.id), notice: "The step is added.")
        } catch let refusal as EditStep.Refused {
            return .refused(EditStep.page(plan, area, action, nil, visit.entry(refusal), visit))
        }
    }

    func editStep(_ visit: Visit) async throws -> Reply {
        let (plan, area, action) = try await actionToEdit(visit)
        let step = try await step(of: action.id, visit)
        if let refusal = try await refusalToStep(action.id, visit) {
            return .refused(EditStep.page(plan, area, action, step, visit.entry(refusal), visit))
        }
        return .page(EditStep.page(plan, area, action, step, EditStep.entry(step), visit))
    }

    func changeStep(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let (plan, area, action) = try await actionToEdit(visit)
        let id: ID<ActionStep> = try visit.id("step")
        do {
            let values = try EditStep.values(visit.form)
            let isWithdrawn = visit.form["withdraw"] == "yes"
            try await database.write(for: officer.authority) { connection in
                try EditStep.change(
                    id, revision: Int(visit.form["revision"]) ?? 0, to: values, isWithdrawn: isWithdrawn,
                    of: action.id, plan.header.id, by: officer, at: visit.now, on: visit.today, connection)
            }
            return .redirect(
                to: PlansRoute.action.link(plan.header.id, action.id),
                notice: isWithdrawn ? "The step is withdrawn." : "The step is changed.")
        } catch let refusal as EditStep.Refused {
            let step = try await step(of: action.id, visit)
            return .refused(EditStep.page(plan, area, action, step, visit.entry(refusal), visit))
        }
    }

    /// Done today, or open again, with one press.
    func tickStep(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let (plan, area, action) = try await actionToEdit(visit)
        let step = try await step(of: action.id, visit)
        let isDone = visit.form["done"] != "no"
        do {
            try await database.write(for: officer.authority) { connection in
                try EditStep.change(
                    step.id, revision: Int(visit.form["revision"]) ?? 0,
                    to: EditStep.Values(text: step.text, due: step.due, done: isDone ? visit.today : nil),
                    of: action.id, plan.header.id, by: officer, at: visit.now, on: visit.today, connection)
            }
            return .redirect(
                to: PlansRoute.action.link(plan.header.id, action.id),
                notice: isDone ? "The step is done." : "The step is open again.")
        } catch let refusal as EditStep.Refused {
            let entry = EditStep.entry(step, errors: [FieldError(refusal.field, refusal.sentence)])
            return .refused(EditStep.page(plan, area, action, step, entry, visit))
        }
    }

    private func step(of action: ID<ActionRecord>, _ visit: Visit) async throws -> ActionStep {
        let officer = try visit.signedInOfficer
        let id: ID<ActionStep> = try visit.id("step")
        let steps = try await database.read { try StepsSQL.steps(of: action, officer.authority, $0) }
        guard let step = steps.first(where: { $0.id == id }) else { throw NotFound() }
        return step
    }

    /// Why this officer cannot change the action's steps and waits; nil where they can.
    func refusalToStep(_ action: ID<ActionRecord>, _ visit: Visit) async throws -> EditStep.Refused? {
        let officer = try visit.signedInOfficer
        let plan: ID<PlanRecord> = try visit.id("plan")
        do {
            try await database.read { try EditStep.allow(action, plan, officer, visit.today, $0) }
            return nil
        } catch let refusal as EditStep.Refused {
            return refusal
        }
    }
}

// MARK: Page

extension EditStep {
    static func entry(_ step: ActionStep, errors: [FieldError] = []) -> Entry {
        var values = PartialDate(step.due).fields("due")
        values["text"] = [step.text]
        if let done = step.done { values.merge(PartialDate(done.day).fields("done")) { $1 } }
        return Entry(values, errors: errors)
    }

    static func page(
        _ plan: KeptPlan, _ area: KeptPlan.Area, _ action: KeptPlan.Action, _ step: ActionStep?,
        _ entry: Entry, _ visit: Visit
    ) -> Page {
        let back = PlansRoute.action.link(plan.header.id, action.id)
        let address =
            step.map { StepsRoute.changeStep.link(plan.header.id, action.id, $0.id) }
            ?? StepsRoute.addStep.link(plan.header.id, action.id)
        let isOver = [Refused.notYours.sentence, Refused.closed.sentence].contains {
            entry.errors.first?.sentence == $0
        }
        return Page(
            step == nil ? "Add a step" : "Change the step", section: .plan,
            breadcrumbs: PlanCrumbs.area(plan.header, area)
                + [Link(Markup(action.value.text.short), back)],
            facts: [
                action.value.timescale?.finish.map { "The action is due \(strong: $0.long)" }
                    ?? "The action has no finish date"
            ], errors: entry.errors
        ) { m in
            if isOver {
                m.p { $0.a("Back to the action", .href(back)) }
                return
            }
            if let step, !entry.errors.isEmpty, entry.value("revision") != "\(step.revision)" {
                now(step, &m)
            }
            m.form(to: address, key: visit.formKey, .class("narrow")) { m in
                if let step { m.hiddenField("revision", "\(step.revision)") }
                m.textArea(
                    "text", "The step", in: entry, hint: "One thing, with one verb. Do not name a child.")
                m.dateField("due", "Done by", in: entry, hint: "For example, 30 9 2026")
                if step != nil {
                    m.dateField("done", "Done on", in: entry, hint: "Empty while it is open")
                    m.checkboxes(
                        "withdraw", "No longer a step",
                        [Choice("yes", "Withdraw it: its history is kept")], in: entry)
                }
                m.buttons { m in
                    m.button(step == nil ? "Add this step" : "Save the step")
                    m.a("Cancel", .href(back))
                }
            }
        }
    }

    private static func now(_ step: ActionStep, _ m: inout Markup) {
        m.section { m in
            m.h2("As it stands now")
            m.summaryList([
                SummaryRow("The step", Markup(step.text)), SummaryRow("Done by", Markup(step.due.long)),
                SummaryRow("Done on", step.done.map { Markup("\($0.day.long), \($0.by)") }),
            ])
        }
    }
}
