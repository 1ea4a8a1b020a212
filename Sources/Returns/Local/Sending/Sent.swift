package import Kernel

/// What one unit answered to one question.
package struct LocalAnswer: Hashable, Sendable {
    /// The count, or the numerator; nil where the answer is not known, or is words.
    package var count: Int?
    /// The denominator of a share or a ratio.
    package var base: Int?
    /// How many for each reason, by code.
    package var reasons: [String: Int]
    package var text: String?
    /// The sender's word on what was asked back: why nothing is known, or that a surprising figure is right.
    package var note: String?

    package init(
        count: Int? = nil, base: Int? = nil, reasons: [String: Int] = [:], text: String? = nil,
        note: String? = nil
    ) {
        self.count = count
        self.base = base
        self.reasons = reasons
        self.text = text
        self.note = note
    }

    package var isKnown: Bool { count != nil }
}

/// What one unit sent for one period: a vintage, never changed.
package struct LocalSent: Sendable {
    package let id: ID<LocalSent>
    package let node: ID<Node>
    package let periodEnd: Day
    /// 1 for the first, counted up by corrections.
    package let number: Int
    package let at: Instant
    /// The day on which it came.
    package let on: Day
    package let by: String
    /// "Nothing to report" was said: each count is 0 because somebody said so.
    package let isNil: Bool
    package let source: Source
    /// Why it corrects the one before; nil for the first.
    package let reason: String?
    package var answers: [String: LocalAnswer]

    package enum Source: String, Sendable {
        case page, file
    }

    /// The answer to a question, with what "nothing to report" says.
    package func answer(_ question: LocalQuestion) -> LocalAnswer? {
        guard isNil else { return answers[question.key] }
        switch question.kind {
        case .count, .reasons: return LocalAnswer(count: 0)
        case .share, .ratio: return LocalAnswer(count: 0, base: 0)
        case .text, .clearance, .choice, .themes: return nil
        }
    }
}

/// How a sender stands for a period.
package enum SenderState: Hashable, Sendable {
    /// In, by the last day.
    case received
    /// In, but after it.
    case late
    /// Past its last day, and nothing came.
    case missing
    /// "Nothing to report" was said, in time or not.
    case nothing
    /// The day that it is due is not over.
    case notYetDue

    package var words: String {
        switch self {
        case .received: "Received"
        case .late: "Late"
        case .missing: "Missing"
        case .nothing: "Nothing to report"
        case .notYetDue: "Not yet due"
        }
    }

    package var isIn: Bool { self == .received || self == .late || self == .nothing }

    /// `first` is the first vintage, whose day says whether it was in time, and `latest` the one that holds.
    package static func of(
        first: LocalSent?, latest: LocalSent?, lastDay: Day, on today: Day
    ) -> SenderState {
        guard let first, let latest else { return today > lastDay ? .missing : .notYetDue }
        if latest.isNil { return .nothing }
        return first.on > lastDay ? .late : .received
    }
}
