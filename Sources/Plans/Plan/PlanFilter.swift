package import Kernel
package import Storage

/// What of a plan's actions to show: from the address, so that a list can be sent to somebody.
package struct PlanFilter: Hashable, Sendable {
    package var area: ID<AreaRecord>?
    /// A lead, by the name shown; empty for actions without one.
    package var lead: String?
    package var due: Due?
    /// Who answers.
    package var answers: Answers?
    /// How the work stands.
    package var work: Work?
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

    package enum Answers: Hashable, Sendable {
        case nobody
        case somebody(Accountable)

        /// As an address carries it: `-`, `post:…`, `person:…`.
        package var choice: String {
            switch self {
            case .nobody: "-"
            case .somebody(let accountable): accountable.choice
            }
        }

        package init?(choice: String) {
            if choice == "-" {
                self = .nobody
            } else if let accountable = Accountable(choice: choice) {
                self = .somebody(accountable)
            } else {
                return nil
            }
        }
    }

    package enum Work: String, CaseIterable, Sendable {
        /// The colours that the dates give; none where there is no finish date.
        case blue, green, amber, red, grey, none
        /// The lead claims another colour than the dates give.
        case differs
        /// Proposed to be closed, and not yet looked at.
        case proposed

        package var label: String {
            switch self {
            case .blue: "Blue by its dates"
            case .green: "Green by its dates"
            case .amber: "Amber by its dates"
            case .red: "Red by its dates"
            case .grey: "Grey by its dates"
            case .none: "No finish date"
            case .differs: "Claim differs from its dates"
            case .proposed: "Waits for a verifier"
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
