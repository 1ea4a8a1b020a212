package import Kernel

/// One of the dates that an action has had. The first is kept for ever; each later one has a reason and an approver.
package struct ActionDate: Hashable, Sendable {
    /// 1 for the first.
    package var sequence: Int
    package var start: PartialDate?
    package var finish: PartialDate
    /// The words that it was given in: the document's own for the first.
    package var printed: String
    /// True for a first date given after the plan was first published.
    package var isDatedLate: Bool
    package var reason: String?
    package var approver: String?
    package var approved: Day?
    package var at: Instant
}

/// Somebody's wish for another date, and what was decided.
package struct DateRequest: Hashable, Sendable {
    package var id: ID<DateRequest>
    package var plan: ID<PlanRecord>
    package var action: ID<ActionRecord>
    /// The finish that stood when it was asked.
    package var was: PartialDate
    package var start: PartialDate?
    package var finish: PartialDate
    package var reason: String
    package var different: String?
    package var asked: Day
    package var account: ID<Account>
    package var person: ID<Person>?
    package var askedBy: String
    package var decision: Decision?

    package struct Decision: Hashable, Sendable {
        package var isApproved: Bool
        package var day: Day
        /// Who decided, in words, where somebody only records it: "the Improvement Board".
        package var body: String?
        package var words: String?
        package var by: String

        /// `Ruth Ashworth-Bello`, or `the Improvement Board`.
        package var approver: String { body ?? by }
    }
}

extension DateRequest {
    /// `30 June 2026`, or `1 May 2026 to 30 June 2026`.
    var words: String { start.map { "\($0.long) to \(finish.long)" } ?? finish.long }
}

/// What the dates of an action come to, from its dates in order.
enum DateStory {
    /// How often it was put later, and how often it was moved without being put later.
    static func count(_ finishes: [PartialDate]) -> (slips: Int, others: Int) {
        var (slips, others) = (0, 0)
        for (before, after) in zip(finishes, finishes.dropFirst()) {
            if after.last > before.last { slips += 1 } else { others += 1 }
        }
        return (slips, others)
    }

    /// The middle of the numbers, the mean of the two middle ones where they are even; nil for none.
    static func middle(_ days: [Int]) -> Int? {
        guard !days.isEmpty else { return nil }
        let sorted = days.sorted()
        let half = sorted.count / 2
        return sorted.count % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2
    }

    /// `once`, `twice`, `3 times`.
    static func times(_ count: Int) -> String {
        switch count {
        case 1: "once"
        case 2: "twice"
        default: "\(count) times"
        }
    }
}
