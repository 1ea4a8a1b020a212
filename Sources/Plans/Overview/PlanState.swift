import Kernel
import Markup
import PlanFormat
import Proof
import Storage

/// How a plan stands: what was promised, what its leads say, what somebody else accepted and what has moved.
struct PlanState: Sendable {
    var plan: KeptPlan
    var runs: [ID<ActionRecord>: ActionRun] = [:]
    /// Actions with evidence that somebody else accepted.
    var accepted: Set<ID<ActionRecord>> = []
    var standings: [ID<CriterionRecord>: Standing] = [:]

    static func read(
        _ plan: KeptPlan, _ connection: Connection, _ authority: ID<Authority>, on today: Day
    ) throws -> PlanState {
        PlanState(
            plan: plan, runs: try RunSQL.runs(connection, authority, plan.header.id),
            accepted: try EvidenceSQL.acceptedActions(connection, authority, plan.header.id),
            standings: try ProofSQL.standings(
                connection, authority, plan.header.id, at: nil, today: today
            ).mapValues(\.standing))
    }
}

extension PlanState {
    /// What is true of some actions, counted: each number is within the one before it but for contradictions.
    struct Counts: Hashable {
        var actions = 0
        /// Their leads say that they are done.
        var done = 0
        /// Somebody else accepted the evidence of what is done.
        var accepted = 0
        /// A measure or an audit proves what the done action was for.
        var moved = 0
        var red = 0
        var waiting = 0

        static func + (left: Counts, right: Counts) -> Counts {
            Counts(
                actions: left.actions + right.actions, done: left.done + right.done,
                accepted: left.accepted + right.accepted, moved: left.moved + right.moved,
                red: left.red + right.red, waiting: left.waiting + right.waiting)
        }
    }

    func counts(on today: Day) -> Counts {
        plan.areas.reduce(Counts()) { $0 + counts($1, on: today) }
    }

    func counts(_ area: KeptPlan.Area, on today: Day) -> Counts {
        var counts = Counts()
        for action in area.actions {
            let run = runs[action.id] ?? ActionRun()
            counts.actions += 1
            if progress(action, on: today) == .red { counts.red += 1 }
            if run.closing == .proposed { counts.waiting += 1 }
            guard run.closing != .open || run.claim == .blue else { continue }
            counts.done += 1
            guard accepted.contains(action.id) else { continue }
            counts.accepted += 1
            if hasMoved(action, in: area) { counts.moved += 1 }
        }
        return counts
    }

    func progress(_ action: KeptPlan.Action, on today: Day) -> BRAG? {
        let run = runs[action.id] ?? ActionRun()
        return Progress.of(
            Progress.Dates(
                closed: run.closed, hasBegun: run.hasBegun, start: action.value.timescale?.start,
                finish: action.value.timescale?.finish, forecast: run.forecast), on: today)
    }

    /// True when something of what the action is judged by is proven and nothing of it is contradicted. An action
    /// without criteria of its own is judged by its area's.
    private func hasMoved(_ action: KeptPlan.Action, in area: KeptPlan.Area) -> Bool {
        let own = area.criteria.filter { $0.action == action.id }
        let judged = own.isEmpty ? area.criteria.filter { $0.action == nil } : own
        let found = judged.compactMap { standings[$0.id] }
        return found.contains(.proven) && !found.contains(.contradicted)
    }

    /// An area's actions in order of state; those without a date by which they could be late are left out.
    func strip(_ area: KeptPlan.Area, on today: Day) -> [Symbol] {
        let states = area.actions.compactMap { progress($0, on: today)?.symbol }
        return Symbol.progress.flatMap { state in states.filter { $0 == state } }
    }

    /// The criteria in order of standing, contradicted first.
    func proof(_ criteria: [KeptPlan.Criterion]) -> [Symbol] {
        let found = criteria.map { standings[$0.id] ?? .notClaimed }
        return PlanState.order.flatMap { standing in found.filter { $0 == standing } }.map(\.symbol)
    }

    static let order: [Standing] = [.contradicted, .proven, .supported, .claimed, .notClaimed]
}
