package import Kernel
import Timescales

/// One time that a rhythm falls due.
package struct Occurrence: Hashable, Sendable {
    package var id: ID<OccurrenceRecord>
    package var rhythm: ID<RhythmRecord>
    /// Where the rhythm puts it, whatever moved it since.
    package var naturalOn: Day
    /// The one of "each"; nil where one post or person does it.
    package var person: ID<Person>?
    package var dueOn: Day
    package var movedReason: String?
    /// To whom it was given instead.
    package var assigned: ID<Person>?
    package var round: ID<AuditRound>?
    /// When that round closed; it is done then.
    package var roundClosedOn: Day?
    /// How many of its amount are done so far.
    package var doneCount: Int?
    package var doneOn: Day?
    package var doneBy: ID<Account>?
    package var doneByName: String?
    package var note: String?
    package var revision: Int
}

extension Occurrence {
    package enum State: String, CaseIterable, Sendable {
        /// A sample without a round: what it is drawn from is not fixed yet.
        case waiting
        case assigned, done
        /// Done after its day.
        case doneLate
        case late
        /// Not done when the next fell due, or within 20 working days.
        case missed
        /// Done after it was missed. It stays among the missed.
        case doneMissed

        package var words: String {
            switch self {
            case .waiting: "Waits for its frame"
            case .assigned: "Assigned"
            case .done: "Done"
            case .doneLate: "Done late"
            case .late: "Late"
            case .missed: "Missed"
            case .doneMissed: "Missed, done since"
            }
        }

        package var isOpen: Bool { self == .waiting || self == .assigned || self == .late }
        package var isMissed: Bool { self == .missed || self == .doneMissed }
    }

    /// So many working days after its day it is missed, where the next has not fallen due before.
    static let patience = 20

    package var finishedOn: Day? { doneOn ?? roundClosedOn }

    /// The first day on which it stands as missed.
    package func missedFrom(_ rhythm: Rhythm) -> Day {
        let limit = WorkingCalendar.englandAndWales.adding(Self.patience, to: dueOn).adding(days: 1)
        guard let next = RhythmDays.next(after: naturalOn, rhythm).map(RhythmDays.due), next > dueOn else {
            return limit
        }
        return min(next, limit)
    }

    package func state(_ rhythm: Rhythm, on today: Day) -> State {
        let missedFrom = missedFrom(rhythm)
        if let finished = finishedOn {
            return finished >= missedFrom ? .doneMissed : finished > dueOn ? .doneLate : .done
        }
        if today >= missedFrom { return .missed }
        if today > dueOn { return .late }
        return rhythm.terms.kind == .sample && round == nil && rhythm.terms.needsFrame ? .waiting : .assigned
    }
}

extension Rhythm.Terms {
    /// A share can only be drawn from a list; a number of files at an event is done there and then.
    package var needsFrame: Bool {
        if case .event = every { return false }
        return kind == .sample
    }
}
