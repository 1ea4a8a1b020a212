package import Kernel
package import Storage

/// One thing that falls due on a day: on the month's page and in a calendar program by the same entry.
package struct CalendarEntry: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case finish, step, update, target, approval, review, inspection

        /// Before the title: "Finish: 1.6 Supervise every case".
        package var words: String {
            switch self {
            case .finish: "Finish"
            case .step: "Step"
            case .update: "Update due"
            case .target: "Target"
            case .approval: "Approval"
            case .review: "Review"
            case .inspection: "Inspection"
            }
        }
    }

    package var kind: Kind
    /// Tells this entry from every other of its kind, for as long as the thing is there.
    package var key: String
    package var day: Day
    /// Reference and title and no more, as plain text: "1.6 Supervise every case".
    package var title: String
    /// What else the page says, and nothing that leaves: the words of a step.
    package var detail: String?
    package var address: String
    /// Nil for what belongs to the authority.
    package var plan: ID<PlanRecord>?
    package var isDone: Bool

    package init(
        _ kind: Kind, key: String, on day: Day, _ title: String, detail: String? = nil,
        _ address: String, plan: ID<PlanRecord>?, isDone: Bool = false
    ) {
        self.kind = kind
        self.key = key
        self.day = day
        self.title = title
        self.detail = detail
        self.address = address
        self.plan = plan
        self.isDone = isDone
    }

    /// "Finish: 1.6 Supervise every case".
    package var words: String { "\(kind.words): \(title)" }
}

/// Which entries are asked for. The plans are those that may be seen, or some of them.
package struct CalendarScope: Sendable {
    package let authority: ID<Authority>
    package let plans: [ID<PlanRecord>]
    package let first: Day
    package let last: Day
    /// Only what this person answers for; nil for everything.
    package let mine: Doer?
    /// Whether what belongs to the whole authority is among it.
    package let hasAuthority: Bool

    package init(
        _ authority: ID<Authority>, plans: [ID<PlanRecord>], from first: Day, to last: Day, mine: Doer? = nil,
        hasAuthority: Bool = true
    ) {
        self.authority = authority
        self.plans = plans
        self.first = first
        self.last = last
        self.mine = mine
        self.hasAuthority = hasAuthority
    }

    /// `$1` is the authority, `$2` and `$3` the first and last day.
    package var values: [SQLValue] { [.id(authority), .day(first), .day(last)] }

    /// The plans as a list for `IN (…)`. The numbers are our own identities, never text from outside.
    package var planList: String {
        plans.isEmpty ? "-1" : plans.map { String($0.rawValue) }.joined(separator: ", ")
    }

    /// A condition on who answers for an action, by the columns of `action_run`; true where all is asked for.
    package func answers(post: String, person: String) -> String {
        mine.map { $0.answersSQL(post: post, person: person) } ?? "(1 = 1)"
    }
}

/// A part of the work that puts days into the calendar.
package protocol CalendarSource: Sendable {
    /// What falls due in the period, in one or two queries.
    static func entries(_ connection: Connection, _ scope: CalendarScope) throws -> [CalendarEntry]
}

package enum PlanCalendar {
    static let sources: [any CalendarSource.Type] = [
        ActionDays.self, StepDays.self, UpdateDays.self, TargetDays.self, DocumentDays.self,
        InspectionDays.self,
    ]

    /// Everything that falls due in the period, by day.
    package static func entries(_ connection: Connection, _ scope: CalendarScope) throws -> [CalendarEntry] {
        try sources.flatMap { try $0.entries(connection, scope) }
            .sorted { ($0.day, $0.kind.order, $0.title) < ($1.day, $1.kind.order, $1.title) }
    }
}

extension CalendarEntry.Kind {
    fileprivate var order: Int { CalendarEntry.Kind.allCases.firstIndex(of: self) ?? 0 }
}
