import Kernel

/// The owner of a cohort's identity.
package enum Cohort {}

/// A list of children each of whom is reviewed at their own next conference.
struct CohortRecord: Hashable, Sendable {
    let id: ID<Cohort>
    let title: String
    let question: String
    let node: ID<Node>
    let listWords: String
    let listOn: Day
    /// Ended ones are looked at again after so many months.
    let lookAfterMonths: Int
    /// How many the list was taken from; nil where nobody has said.
    let whole: Int?
    let after: After?
    let revision: Int

    /// What such a list comes to later.
    struct After: Hashable, Sendable {
        let on: Day
        let count: Int
        let whole: Int
    }
}

/// What the conference decided for a child.
package enum CohortDecision: String, CaseIterable, Sendable {
    case goesOn = "continue"
    case end
    case other

    var words: String {
        switch self {
        case .goesOn: "Continues"
        case .end: "Ended"
        case .other: "Something else"
        }
    }
}

/// One child of a cohort.
struct CohortChild: Hashable, Sendable {
    let cohort: ID<Cohort>
    /// "Child 12" wherever the reference is not shown.
    let number: Int
    let reference: Sensitive<String>
    let holder: String
    let holderPerson: ID<Person>?
    let team: String
    let node: ID<Node>?
    /// The child's own next conference, and the day that was set first; nil where none is known.
    let dueOn: Day?
    let firstDueOn: Day?
    let decision: Decided?
    /// When an ended one is looked at again.
    let lookOn: Day?
    let looked: Looked?
    let revision: Int

    struct Decided: Hashable, Sendable {
        let what: CohortDecision
        let on: Day
        /// As it was recorded: "The conference, chaired by Bea Lindqvist".
        let by: String
        let why: String
    }

    enum Looked: String, CaseIterable, Sendable {
        case right, again

        var words: String {
            switch self {
            case .right: "It was right to end"
            case .again: "The child needs it again"
            }
        }
    }

    enum State: String, CaseIterable, Sendable {
        case open, late, undated, decided, ended, look

        var words: String {
            switch self {
            case .open: "Not decided yet"
            case .late: "Late"
            case .undated: "Without a date"
            case .decided: "Decided"
            case .ended: "Ended"
            case .look: "To be looked at again"
            }
        }
    }

    /// Late from the day after the conference on.
    func isLate(on today: Day) -> Bool { decision == nil && dueOn.map { $0 < today } ?? false }

    func isToBeLookedAt(on today: Day) -> Bool { looked == nil && lookOn.map { $0 <= today } ?? false }
}

/// How a cohort stands, in numbers that add up.
struct CohortTally: Hashable, Sendable {
    var children = 0
    var continued = 0
    var ended = 0
    var other = 0
    var late = 0
    var undated = 0
    /// Decided by the day that was set first, of those decided that had one.
    var inTime = 0
    var dated = 0
    /// Ended ones whose second look is due and not done, and those looked at, of whom some need it again.
    var toLook = 0
    var looked = 0
    var again = 0

    var decided: Int { continued + ended + other }
    var open: Int { children - decided }
}
