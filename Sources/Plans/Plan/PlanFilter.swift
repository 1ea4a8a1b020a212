package import Kernel

/// What of a plan's actions to show: from the address, so that a list can be sent to somebody.
package struct PlanFilter: Hashable, Sendable {
    package var area: ID<AreaRecord>?
    /// A lead, by the name shown; empty for actions without one.
    package var lead: String?
    package var due: Due?
    package var words: String = ""

    package init() {}

    package enum Due: String, CaseIterable, Sendable {
        case past, fourWeeks = "4-weeks", later, none

        package var label: String {
            switch self {
            case .past: "Past its date"
            case .fourWeeks: "In the next 4 weeks"
            case .later: "Later than that"
            case .none: "No finish date"
            }
        }
    }

    package var isEmpty: Bool { self == PlanFilter() }

    package static func due(_ finish: Day?, on today: Day) -> Due {
        guard let finish else { return .none }
        if finish < today { return .past }
        return finish <= today.adding(days: 28) ? .fourWeeks : .later
    }
}
