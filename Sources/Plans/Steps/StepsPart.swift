import Kernel
import Markup
import Site
import Storage

/// The action's steps, what it waits for, and what it holds up.
struct StepsPart: ActionPart {
    let steps: [ActionStep]
    let waits: [ActionWait]
    let graph: WaitGraph
    /// Those of the actions that the officer may see.
    let actions: [ID<ActionRecord>: WaitingAction]

    static func read(_ connection: Connection, _ action: ActionInQuestion) throws -> StepsPart {
        let authority = action.doer.officer.authority
        let all = try StepsSQL.waits(authority, connection)
        let graph = WaitGraph(all.lazy.map { ($0.action, $0.waitsFor) })
        let id = action.action.id
        let ids = Set(graph.heldUp(by: id) + graph.waited(by: id))
        var actions: [ID<ActionRecord>: WaitingAction] = [:]
        if !ids.isEmpty {
            let plans = try action.doer.plans(for: PlansRoute.readers, connection)
            actions = try StepsSQL.actions(ids.union([id]), authority, connection)
                .filter { plans.contains($0.value.plan) }
        }
        return StepsPart(
            steps: try StepsSQL.steps(of: id, authority, connection),
            waits: all.filter { $0.action == id || $0.waitsFor == id }, graph: graph, actions: actions)
    }

    private func mayChange(_ action: ActionInQuestion) -> Bool {
        (action.isMine || action.mayEdit) && action.run.closing != .closed
    }

    func deeds(_ action: ActionInQuestion) -> [Link] {
        guard mayChange(action) else { return [] }
        return [
            Link("Add a step", StepsRoute.newStep.link(action.planID, action.action.id)),
            Link("Say what it waits for", StepsRoute.newWait.link(action.planID, action.action.id)),
        ]
    }

    func main(_ action: ActionInQuestion, _ m: inout Markup) {
        if !steps.isEmpty {
            m.part("Steps", id: "steps") { m in
                m.note(Markup(StepsPart.sentence(steps, on: action.visit.today)))
                table(action, &m)
            }
        }
        if !waits.isEmpty { m.part("Waits", id: "waits") { m in waiting(action, &m) } }
    }

    /// `2 of 5 steps are done. 1 is late.`
    static func sentence(_ steps: [ActionStep], on today: Day) -> String {
        let done = steps.count { $0.done != nil }
        let late = steps.count { $0.isLate(on: today) }
        let words = "\(done) of \(counted(steps.count, "step")) \(done == 1 ? "is" : "are") done."
        return late == 0 ? words : words + " \(late) \(late == 1 ? "is" : "are") late."
    }

    private func table(_ action: ActionInQuestion, _ m: inout Markup) {
        let (today, mayChange) = (action.visit.today, mayChange(action))
        let columns = [Column("Step", .name), Column("Due", .short), Column("Done", .text)]
        m.table("Steps of this action", mayChange ? columns + [Column("Change")] : columns) { rows in
            for step in steps {
                rows.row { cells in
                    cells.cell(step.text)
                    cells.cell(step.due.short)
                    if let done = step.done {
                        cells.cell("\(done.day.short), \(done.by)")
                    } else if step.isLate(on: today) {
                        cells.cell { $0.tag(.amber, "\(WaitWords.length(today - step.due)) late") }
                    } else {
                        cells.empty()
                    }
                    guard mayChange else { return }
                    cells.cell { m in change(step, action, &m) }
                }
            }
        }
    }

    private func change(_ step: ActionStep, _ action: ActionInQuestion, _ m: inout Markup) {
        let (plan, id) = (action.planID, action.action.id)
        m.a(
            "Change\(hidden: " the step \(step.text.short)")",
            .href(StepsRoute.editStep.link(plan, id, step.id)))
        m.form(to: StepsRoute.tickStep.link(plan, id, step.id), key: action.visit.formKey) { m in
            m.hiddenField("revision", "\(step.revision)")
            m.hiddenField("done", step.done == nil ? "yes" : "no")
            let words: Markup = step.done == nil ? "Done today" : "Open it again"
            m.button("\(words)\(hidden: ": \(step.text.short)")", .other)
        }
    }
}

// MARK: Waits

extension StepsPart {
    private func waiting(_ action: ActionInQuestion, _ m: inout Markup) {
        let (id, today) = (action.action.id, action.visit.today)
        for sentence in trouble(id, today) { m.p { $0.tag(.amber, sentence) } }
        let before = waits.filter { $0.action == id }
        let after = waits.filter { $0.waitsFor == id }
        if !before.isEmpty {
            list("It waits for", before, { $0.waitsFor }, ends: mayChange(action), action, &m)
        }
        if !after.isEmpty { list("Waiting for it", after, { $0.action }, ends: false, action, &m) }
        let further = graph.heldUp(by: id).filter { other in !after.contains { $0.action == other } }
            .compactMap { actions[$0]?.name }
        if !further.isEmpty { m.note("Through these it holds up \(WaitWords.list(further)) too.") }
    }

    /// What is late or slipped here or before it, and where the dates of two do not fit.
    private func trouble(_ id: ID<ActionRecord>, _ today: Day) -> [String] {
        var sentences: [String] = []
        for other in [id] + graph.waited(by: id) {
            guard let action = actions[other] else { continue }
            let held = graph.heldUp(by: other).compactMap { actions[$0] }.filter { $0.closed == nil }.map(
                \.name)
            if let sentence = WaitWords.holdsUp(action, held, on: today) { sentences.append(sentence) }
        }
        for wait in waits {
            guard let waited = actions[wait.waitsFor], let waiting = actions[wait.action],
                let sentence = WaitWords.clash(waited, waiting)
            else { continue }
            sentences.append(sentence)
        }
        return sentences
    }

    private func list(
        _ caption: String, _ waits: [ActionWait], _ other: (ActionWait) -> ID<ActionRecord>, ends: Bool,
        _ action: ActionInQuestion, _ m: inout Markup
    ) {
        let columns = [
            Column("Ref", .reference), Column(caption, .name), Column("Why"), Column("Due", .short),
        ]
        m.table(caption, ends ? columns + [Column("Change")] : columns) { rows in
            for wait in waits {
                let found = actions[other(wait)]
                rows.row { cells in
                    cells.cell(found?.reference ?? "")
                    if let found {
                        cells.cell { m in
                            m.a(found.text, .href(PlansRoute.action.link(found.plan, found.id)))
                            if found.plan != action.planID { m.note("in \(found.planTitle)") }
                        }
                    } else {
                        cells.cell("An action of another plan")
                    }
                    cells.cell(wait.why)
                    if found?.closed != nil {
                        cells.cell("closed")
                    } else if let finish = found?.finish {
                        cells.cell(finish.short)
                    } else {
                        cells.empty("no finish date")
                    }
                    guard ends else { return }
                    cells.cell { m in
                        m.form(
                            to: StepsRoute.endWait.link(action.planID, action.action.id, wait.id),
                            key: action.visit.formKey
                        ) { m in
                            m.button(
                                "Waits no longer\(hidden: " for \(found?.name ?? "the other action")")",
                                .other)
                        }
                    }
                }
            }
        }
    }
}
