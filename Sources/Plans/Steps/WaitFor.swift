package import Kernel
import Markup
import PlanFormat
import Site
package import Storage

/// Saying that an action waits for another, and why; rings are refused, and a wait can be ended.
package enum WaitFor {
    package enum Refused: Refusal, Hashable {
        case actionMissing, whyMissing, already, ring(String)

        package var sentence: String {
            switch self {
            case .actionMissing: "Choose the action that it waits for"
            case .whyMissing: "Say why it waits"
            case .already: "It waits for that action already"
            case .ring(let sentence): sentence
            }
        }

        package var field: String? { self == .whyMissing ? "why" : "waitsFor" }
    }

    static func decide(
        _ action: ID<ActionRecord>, waitsFor other: ID<ActionRecord>, why: String, among waits: [ActionWait],
        name: (ID<ActionRecord>) -> String
    ) throws(Refused) {
        guard why.count >= 3 else { throw .whyMissing }
        guard !waits.contains(where: { $0.action == action && $0.waitsFor == other }) else { throw .already }
        let graph = WaitGraph(waits.lazy.map { ($0.action, $0.waitsFor) })
        if let ring = graph.ring(action, waitingFor: other) {
            throw .ring(WaitWords.ring(ring.map(name)))
        }
    }

    /// Adds the wait. The other action must be in a plan that the officer may read.
    @discardableResult
    package static func add(
        _ action: ID<ActionRecord>, of plan: ID<PlanRecord>, waitsFor other: ID<ActionRecord>, why: String,
        by officer: Officer, at now: Instant, on today: Day, _ connection: Connection
    ) throws -> ID<ActionWait> {
        try EditStep.allow(action, plan, officer, today, connection)
        let doer = try Doer.of(officer, connection, on: today)
        let waits = try StepsSQL.waits(officer.authority, connection)
        let ids = Set(waits.flatMap { [$0.action, $0.waitsFor] }).union([action, other])
        let actions = try StepsSQL.actions(ids, officer.authority, connection)
        let plans = try doer.plans(for: PlansRoute.readers, connection)
        guard let target = actions[other], plans.contains(target.plan) else { throw Refused.actionMissing }
        try decide(action, waitsFor: other, why: why, among: waits) { id in
            actions[id].map { plans.contains($0.plan) ? $0.name : "an action of another plan" } ?? ""
        }
        let wait = ActionWait(id: .make(at: now), action: action, waitsFor: other, why: why)
        try StepsSQL.insert(wait, by: officer, at: now, connection)
        try record(
            "wait.added", "Waits for \(named(target, in: plan)): \(why.inSentence)", wait, plan, officer,
            at: now,
            connection)
        return wait.id
    }

    package static func end(
        _ wait: ID<ActionWait>, of action: ID<ActionRecord>, _ plan: ID<PlanRecord>, by officer: Officer,
        at now: Instant, on today: Day, _ connection: Connection
    ) throws {
        try EditStep.allow(action, plan, officer, today, connection)
        guard
            let found = try StepsSQL.waits(officer.authority, connection)
                .first(where: { $0.id == wait && $0.action == action }),
            try StepsSQL.end(wait, by: officer, at: now, connection)
        else { throw NotFound() }
        let target = try StepsSQL.actions([found.waitsFor], officer.authority, connection)[found.waitsFor]
        try record(
            "wait.ended", "Waits no longer for \(named(target, in: plan))", found, plan, officer, at: now,
            connection)
    }

    /// The other action in the history that everybody reads who sees this plan, and perhaps no other.
    private static func named(_ action: WaitingAction?, in plan: ID<PlanRecord>) -> String {
        guard let action else { return "an action" }
        return action.plan == plan ? action.name : "an action of another plan"
    }

    private static func record(
        _ kind: String, _ says: String, _ wait: ActionWait, _ plan: ID<PlanRecord>, _ officer: Officer,
        at now: Instant, _ connection: Connection
    ) throws {
        try connection.record(
            Event(
                authority: officer.authority, at: now, actor: officer.account, kind: kind,
                subject: "action", subjectID: wait.action, plan: plan,
                to: ["says": .string(says), "waitsFor": .string(wait.waitsFor.description)]))
    }
}

// MARK: Page

extension PlansFeature {
    func newWait(_ visit: Visit) async throws -> Reply {
        let (plan, area, action) = try await actionToEdit(visit)
        if let refusal = try await refusalToStep(action.id, visit) {
            return .refused(EditStep.page(plan, area, action, nil, visit.entry(refusal), visit))
        }
        let choices = try await choicesToWaitFor(visit)
        return .page(WaitFor.page(plan, area, action, choices, Entry(), visit))
    }

    func addWait(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let (plan, area, action) = try await actionToEdit(visit)
        do {
            guard let other: ID<ActionRecord> = visit.form.id("waitsFor") else {
                throw WaitFor.Refused.actionMissing
            }
            try await database.write(for: officer.authority) { connection in
                try WaitFor.add(
                    action.id, of: plan.header.id, waitsFor: other, why: visit.form["why"], by: officer,
                    at: visit.now, on: visit.today, connection)
            }
            return .redirect(
                to: PlansRoute.action.link(plan.header.id, action.id), notice: "What it waits for is saved.")
        } catch let refusal as WaitFor.Refused {
            let choices = try await choicesToWaitFor(visit)
            return .refused(WaitFor.page(plan, area, action, choices, visit.entry(refusal), visit))
        } catch let refusal as EditStep.Refused {
            return .refused(EditStep.page(plan, area, action, nil, visit.entry(refusal), visit))
        }
    }

    func endWait(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let (plan, area, action) = try await actionToEdit(visit)
        let wait: ID<ActionWait> = try visit.id("wait")
        do {
            try await database.write(for: officer.authority) { connection in
                try WaitFor.end(
                    wait, of: action.id, plan.header.id, by: officer, at: visit.now, on: visit.today,
                    connection)
            }
            return .redirect(
                to: PlansRoute.action.link(plan.header.id, action.id), notice: "It waits for that no longer.")
        } catch let refusal as EditStep.Refused {
            return .refused(EditStep.page(plan, area, action, nil, visit.entry(refusal), visit))
        }
    }

    private func choicesToWaitFor(_ visit: Visit) async throws -> [WaitingAction] {
        let officer = try visit.signedInOfficer
        return try await database.read { connection in
            let doer = try Doer.of(officer, connection, on: visit.today)
            let plans = try doer.plans(for: PlansRoute.readers, connection)
            return try StepsSQL.actions(of: plans, officer.authority, connection)
        }
    }
}

extension WaitFor {
    static func page(
        _ plan: KeptPlan, _ area: KeptPlan.Area, _ action: KeptPlan.Action, _ actions: [WaitingAction],
        _ entry: Entry, _ visit: Visit
    ) -> Page {
        let back = PlansRoute.action.link(plan.header.id, action.id)
        let mine = actions.filter { $0.plan == plan.header.id && $0.id != action.id }
        let others = actions.filter { $0.plan != plan.header.id && $0.closed == nil }
        return Page(
            "What this action waits for", section: .plan,
            breadcrumbs: PlanCrumbs.area(plan.header, area)
                + [Link(Markup(action.value.text.short), back)], errors: entry.errors
        ) { m in
            m.lead("When the other is late or slips, both actions say so.")
            m.form(
                to: StepsRoute.addWait.link(plan.header.id, action.id), key: visit.formKey, .class("narrow")
            ) { m in
                m.select(
                    "waitsFor", "It waits for",
                    [Choice("", "Choose an action")]
                        + mine.map { Choice($0.id.description, words($0)) }
                        + others.map { Choice($0.id.description, "\(words($0)) (\($0.planTitle.short))") },
                    in: entry)
                m.textArea(
                    "why", "Why?", in: entry, hint: "Such as: the target waits for the baseline")
                m.buttons { m in
                    m.button("Save what it waits for")
                    m.a("Cancel", .href(back))
                }
            }
        }
    }

    private static func words(_ action: WaitingAction) -> String {
        [action.reference, action.text.short].compactMap { $0 }.joined(separator: " ")
    }
}
