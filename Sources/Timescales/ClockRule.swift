package import Kernel

/// One time limit of children's services as it held for a time: a version of a rule.
///
/// The rules are dated data: `inForce(_:on:)` gives a plan of 2004, an audit of 2011 and a census of 2026 each the
/// rule of its day. The day that counts is that of the event that starts the clock. No rule has a stop or a pause;
/// what is late stays late, with its reason.
package struct ClockRule: Hashable, Sendable {
    /// Where a limit comes from.
    package enum Basis: String, Sendable {
        case statute = "the law"
        case guidance = "statutory guidance"
        /// What the DfE publishes, where that is not what the law counts.
        case statistic = "the published statistic"
        /// No national limit: what is given is what many use, and the authority sets its own.
        case local = "local"
    }

    /// How the rule was established.
    package enum Certainty: String, Sendable {
        /// The text of the law was read.
        case primary
        /// Somebody's account of it was read.
        case secondary
        case unverified
    }

    package let id: ClockRuleID
    /// The events that may start the clock, the rule's own first; others are what some sources count from.
    package let starts: [String]
    /// What has to happen.
    package let event: String
    /// Nil where there is no limit in numbers.
    package let limit: ClockLimit?
    package let basis: Basis
    package let certainty: Certainty
    package let source: String
    /// Nil where it is older than is known here.
    package let from: Day?
    /// The last day; nil while it holds.
    package let through: Day?

    init(
        _ id: ClockRuleID, _ starts: String..., to event: String, _ limit: ClockLimit?, _ basis: Basis,
        _ certainty: Certainty, _ source: String, from: Int? = nil, through: Int? = nil
    ) {
        self.init(
            id, starts, event, limit, basis, certainty, source, from.flatMap(ClockRule.day),
            through.flatMap(ClockRule.day))
    }

    private init(
        _ id: ClockRuleID, _ starts: [String], _ event: String, _ limit: ClockLimit?, _ basis: Basis,
        _ certainty: Certainty, _ source: String, _ from: Day?, _ through: Day?
    ) {
        self.id = id
        self.starts = starts
        self.event = event
        self.limit = limit
        self.basis = basis
        self.certainty = certainty
        self.source = source
        self.from = from
        self.through = through
    }

    /// 20130415 is 15 April 2013.
    static func day(_ digits: Int) -> Day? {
        Day(year: digits / 10_000, month: digits / 100 % 100, day: digits % 100)
    }

    package func holds(on day: Day) -> Bool {
        (from.map { $0 <= day } ?? true) && (through.map { day <= $0 } ?? true)
    }

    /// The authority's own, tighter or first, limit. It stands beside this rule and does not replace it.
    package func locally(_ limit: ClockLimit, source: String, from: Day?, through: Day? = nil) -> ClockRule {
        ClockRule(id, starts, event, limit, .local, .primary, source, from, through)
    }
}

extension ClockRule {
    /// Every version of every rule, by subject and then by date.
    package static let all = frontDoor + protection + care + review + inspection

    /// The versions of one rule, oldest first.
    package static func versions(_ id: ClockRuleID) -> [ClockRule] { all.filter { $0.id == id } }

    /// The version that held on that day; nil where there was no such rule.
    package static func inForce(_ id: ClockRuleID, on day: Day) -> ClockRule? {
        all.first { $0.id == id && $0.holds(on: day) }
    }
}
