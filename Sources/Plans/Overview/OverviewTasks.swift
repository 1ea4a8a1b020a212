import Kernel
import Markup
import PlanChecks
import PlanFormat
import Proof
import Site
import Storage

/// What needs somebody today, the worst first.
enum OverviewTasks {
    static func write(_ values: OverviewPage.Values, _ visit: Visit, _ m: inout Markup) {
        var list = List(plan: values.plan.header.id)
        if values.isPublished { running(values, visit, &list) }
        promised(values, visit.today, &list)
        if list.tasks.isEmpty {
            m.emptyState("Nothing waits", "The plan has leads, dates and no open error, and nothing is late.")
        } else {
            m.taskList(list.tasks)
        }
    }

    private struct List {
        let plan: ID<PlanRecord>
        var tasks: [TaskItem] = []

        /// Adds `3 errors stand in the plan`, where there are any.
        mutating func add(
            _ count: Int, _ one: String, _ many: String, _ address: String, why: Markup, state: Markup = ""
        ) {
            guard count > 0 else { return }
            tasks.append(
                TaskItem(Link("\(count) \(count == 1 ? one : many)", address), why: why, state: state))
        }
    }

    private static func running(_ values: OverviewPage.Values, _ visit: Visit, _ list: inout List) {
        let today = visit.today
        let state = values.state
        let counts = state.counts(on: today)
        list.add(
            state.standings.values.count { $0 == .contradicted }, "criterion is contradicted",
            "criteria are contradicted",
            CriteriaRoute.proof.link(list.plan, query: ["standing": "contradicted"]),
            why: "Said to be met; a measure or an audit says no",
            state: "\(Markup { $0.tag(.contradicted) })")
        list.add(
            counts.red, "action is red", "actions are red",
            PlansRoute.planList.link(list.plan, query: ["work": "red"]),
            why: "Past the approved date by more than 4 weeks", state: "\(Markup { $0.tag(.red) })")
        list.add(
            counts.waiting, "done action waits for a verifier", "done actions wait for a verifier",
            PlansRoute.planList.link(list.plan, query: ["work": "proposed"]),
            why: "The lead has proposed closing; somebody independent looks next")
        // Where nobody answers, nobody owes an update.
        let late = state.runs.values.count {
            $0.accountable != nil && ($0.updateDue ?? today) < today && $0.closing != .closed
        }
        let maySeeMissing = visit.officer?.holds(MissingRoute.readers) ?? false
        list.add(
            maySeeMissing ? late : 0, "update is missing", "updates are missing",
            MissingRoute.missing.link(query: ["plan": list.plan.description]),
            why: "The day that it was due is behind us")
        let unanswered = state.plan.actions.count { state.runs[$0.id]?.accountable == nil }
        list.add(
            values.mayEdit ? unanswered : 0, "action has nobody who answers",
            "actions have nobody who answers", UpdatesRoute.whoAnswers.link(list.plan),
            why: "No update can be asked for")
    }

    private static func promised(_ values: OverviewPage.Values, _ today: Day, _ list: inout List) {
        let promise = PlanPromise(values.plan.areas, on: today)
        list.add(
            values.checked?.count(.error) ?? 0, "error stands in the plan", "errors stand in the plan",
            PlansRoute.checks.link(list.plan, query: ["severity": "error"]),
            why: "Each is a fault that a reader of the plan would hold against it",
            state: "\(Markup { $0.tag(.red, "Error") })")
        list.add(
            promise.actions - promise.led, "action has no lead", "actions have no lead",
            PlansRoute.planList.link(list.plan, query: ["lead": "-"]), why: "Nobody answers for them")
        if !values.isPublished {
            list.add(
                promise.past, "date has passed", "dates have passed",
                PlansRoute.planList.link(list.plan, query: ["due": "past"]),
                why: "The finish that the plan gives is behind us")
        }
        list.add(
            promise.soon, "action is due in 4 weeks", "actions are due in 4 weeks",
            PlansRoute.planList.link(list.plan, query: ["due": "4-weeks"]),
            why: "By \(today.adding(days: 28).long)")
        list.add(
            promise.actions - promise.dated, "action has no finish date", "actions have no finish date",
            PlansRoute.planList.link(list.plan, query: ["due": "none"]), why: "They can never be late")
        let unmapped = Set(
            values.plan.actions.flatMap(\.people).filter { !$0.isSettled }.map { NameKey.fold($0.printed) }
        ).count
        list.add(
            values.mayEdit ? unmapped : 0, "name is not tied to anybody", "names are not tied to anybody",
            "/organisation/names", why: "Say once who is meant, and every row is mended")
    }
}
