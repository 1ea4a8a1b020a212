package import Kernel

/// The owner of a rhythm's identity.
package enum RhythmRecord {}
/// The owner of the identity of one time that a rhythm falls due.
package enum OccurrenceRecord {}

/// Something that is done again and again, as a person confirmed it.
package struct Rhythm: Hashable, Sendable {
    package var id: ID<RhythmRecord>
    package var terms: Terms
    /// Nil where somebody made it by hand.
    package var source: Source?
    /// The rhythm that it goes on from, changed.
    package var follows: ID<RhythmRecord>?
    /// Its last day; nil while it goes on.
    package var endedOn: Day?
    package var endedReason: String?
    package var revision: Int
}

extension Rhythm {
    /// What is to be done, how often and by whom.
    package struct Terms: Hashable, Sendable {
        package var kind: Kind
        package var title: String
        /// Only of a sample.
        package var amount: Amount?
        package var ofWhat: String
        package var every: Every
        /// The first day that it falls on; for an event the first day that one counts.
        package var startsOn: Day
        /// It falls on the last day of its months, however long they are.
        package var isMonthEnd: Bool
        package var doer: Doing
        package var tool: ID<AuditTool>?
        /// The part of the organisation that it is of; nil for the whole authority.
        package var node: ID<Node>?

        package init(
            kind: Kind, title: String, amount: Amount? = nil, ofWhat: String = "", every: Every,
            startsOn: Day, isMonthEnd: Bool = false, doer: Doing, tool: ID<AuditTool>? = nil,
            node: ID<Node>? = nil
        ) {
            self.kind = kind
            self.title = title
            self.amount = amount
            self.ofWhat = ofWhat
            self.every = every
            self.startsOn = startsOn
            self.isMonthEnd = isMonthEnd
            self.doer = doer
            self.tool = tool
            self.node = node
        }
    }

    package enum Kind: String, CaseIterable, Sendable {
        case sample, report, survey, duty

        package var words: String {
            switch self {
            case .sample: "Sample"
            case .report: "Report"
            case .survey: "Survey"
            case .duty: "Duty"
            }
        }
    }

    package enum Amount: Hashable, Sendable {
        /// 1 to 9999.
        case number(Int)
        /// 1 to 100.
        case percent(Int)

        package var words: String {
            switch self {
            case .number(let number): "\(number)"
            case .percent(let percent): "\(percent)%"
            }
        }
    }

    package enum Span: String, CaseIterable, Sendable {
        case week, month, quarter, halfYear, year

        /// How many months; nil for weeks.
        var months: Int? {
            switch self {
            case .week: nil
            case .month: 1
            case .quarter: 3
            case .halfYear: 6
            case .year: 12
            }
        }

        package var noun: String { self == .halfYear ? "half-year" : rawValue }
    }

    package enum Every: Hashable, Sendable {
        /// Each so many units of time, 1 to 52.
        case time(Int, Span)
        /// Each event of that name.
        case event(String)

        /// "every month", "every 2 weeks", "each supervision session".
        package var words: String {
            switch self {
            case .time(1, let span): "every \(span.noun)"
            case .time(let count, let span): "every \(count) \(span.noun)s"
            case .event(let name): "each \(name)"
            }
        }
    }

    package enum Doing: Hashable, Sendable {
        case post(ID<Post>)
        case person(ID<Person>)
        /// Each holder of a post of that title, or of one that begins with it: "Team Manager", "Team Manager, Harbour".
        case each(String)
    }

    /// The words of a plan that it comes from, as they were when it was confirmed.
    package struct Source: Hashable, Sendable {
        package var plan: ID<PlanRecord>
        package var place: String
        package var words: String
    }
}

extension Rhythm.Terms {
    /// "20% of conference minutes, every month".
    package var rhythmWords: String {
        var joint = " "
        if case .percent = amount { joint = " of " }
        let what = [amount?.words, ofWhat.isEmpty ? nil : ofWhat].compactMap { $0 }.joined(separator: joint)
        return what.isEmpty ? every.words : "\(what), \(every.words)"
    }
}
