import Kernel
import PlanFormat

/// What a plan promises, counted: before it runs, nothing more can be said of it.
struct PlanPromise: Hashable {
    var actions = 0
    var led = 0
    var dated = 0
    /// A criterion says how anyone will know.
    var judged = 0
    var past = 0
    var soon = 0

    init(_ areas: [KeptPlan.Area], on today: Day) {
        for area in areas {
            let shared = area.criteria.contains { $0.action == nil }
            let own = Set(area.criteria.compactMap(\.action))
            for action in area.actions {
                actions += 1
                if !action.people.isEmpty { led += 1 }
                if shared || own.contains(action.id) { judged += 1 }
                guard let finish = action.value.timescale?.finish?.last else { continue }
                dated += 1
                if finish < today { past += 1 } else if finish <= today.adding(days: 28) { soon += 1 }
            }
        }
    }
}
