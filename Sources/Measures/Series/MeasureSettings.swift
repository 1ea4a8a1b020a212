package import Kernel
package import Statistics

/// What the authority says of a measure: who owns it, which way is better, what has to be reached and by when.
package struct MeasureSettings: Sendable {
    /// What has to be reached by a day, for the authority or for one unit.
    package struct Target: Hashable, Sendable {
        package enum Rule: String, CaseIterable, Sendable {
            case median, betterQuartile

            var words: String {
                self == .median ? "the median of our neighbours" : "the better quartile of our neighbours"
            }
        }

        package var node: ID<Node>?
        package var by: Day
        /// Nil for a rule that nothing could be compared with yet.
        package var aim: Double?
        package var rule: Rule?
        /// What the rule's value was worked out from: "Neighbours 2024, year 2025-26".
        package var resolved: String?
    }

    /// From which day on the limits are set anew, and why.
    package struct Rebase: Hashable, Sendable {
        package var number: Int
        package var node: ID<Node>?
        package var from: Day
        package var reason: String
        package var at: Instant
        package var by: String
    }

    package var ownerPost: ID<Post>?
    package var ownerPerson: ID<Person>?
    /// Who that is, as a page says it.
    package var owner: String?
    package var direction: Direction?
    package var expectedLow: Double?
    package var expectedHigh: Double?
    /// The last day of the points that set the first limits; nil for the first twelve.
    package var baselineUntil: Day?
    package var convention: String?
    package var frequency: String?
    package var lagDays: Int?
    /// What was learned in another way: audits, what families say.
    package var note: String?
    package var targets: [Target] = []
    package var rebases: [Rebase] = []
    /// How many facts of settings stand: a form that was made from fewer is refused.
    package var revision = 0

    package init() {}

    /// The steps that hold for a unit: its own, else the authority's.
    func steps(_ node: ID<Node>?) -> [Target] {
        let own = targets.filter { $0.node == node }
        return (own.isEmpty ? targets.filter { $0.node == nil } : own).sorted { $0.by < $1.by }
    }
}
