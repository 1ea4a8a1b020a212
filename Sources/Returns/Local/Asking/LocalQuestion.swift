package import Kernel

/// One question of a return, as it is asked from a day.
package struct LocalQuestion: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        /// How many.
        case count
        /// So many of so many.
        case share
        /// So many for each of so many, where the first may be the larger: points for each worker.
        case ratio
        /// How many, and how many of them for each reason.
        case reasons
        /// Words; never counted.
        case text
        /// Not asked: the stock at the period's end over what went out, as working days to clear it.
        case clearance
        /// One answer of a list, from each person who is asked: feedback and surveys.
        case choice
        /// Any number of themes of a list, from each person who is asked: feedback and surveys.
        case themes

        package var words: String {
            switch self {
            case .count: "A count"
            case .share: "So many of so many"
            case .ratio: "So many for each of so many"
            case .reasons: "A count with its reasons"
            case .text: "Words"
            case .clearance: "Days to clear, worked out"
            case .choice: "One answer of a list"
            case .themes: "Any number of themes of a list"
            }
        }
    }

    package enum Better: String, CaseIterable, Sendable {
        case higher, lower, neither

        package var words: String {
            switch self {
            case .higher: "Higher is better"
            case .lower: "Lower is better"
            case .neither: "Neither is better"
            }
        }
    }

    /// A reason to choose from, or an answer to choose; `isGood` marks the answers that count towards the share.
    package struct Option: Hashable, Sendable {
        package let code: String
        package let words: String
        package let isGood: Bool

        package init(_ code: String, _ words: String, isGood: Bool = false) {
            self.code = code
            self.words = words
            self.isGood = isGood
        }
    }

    /// What a stock must come to: the last stock, and what came in, less what went out. Keys of questions.
    package struct Balance: Hashable, Sendable {
        package let into: String
        package let out: String

        package init(into: String, out: String) {
            self.into = into
            self.out = out
        }
    }

    /// Small letters, digits and hyphens; the same for every version of the question.
    package let key: String
    /// What is counted: "Children with an allocated, qualified social worker".
    package var words: String
    /// The second figure of a share or a ratio: "Children with a plan on that day".
    package var ofWords: String
    /// What counts and what does not.
    package var definition: String
    package var kind: Kind
    package var better: Better
    package var options: [Option]
    package var balance: Balance?
    /// What a ratio or a clearance is counted in: "points for each worker".
    package var unit: String

    package init(
        _ key: String, _ kind: Kind, _ words: String, of ofWords: String = "", definition: String = "",
        better: Better = .neither, options: [Option] = [], balance: Balance? = nil, unit: String = ""
    ) {
        self.key = key
        self.kind = kind
        self.words = words
        self.ofWords = ofWords
        self.definition = definition
        self.better = better
        self.options = options
        self.balance = balance
        self.unit = unit
    }

    /// Whether a sender gives figures for it.
    package var isAsked: Bool { ![.clearance, .choice, .themes].contains(kind) }

    /// Whether what it means is the same: a figure before and a figure after may stand on one line.
    package func means(theSameAs other: LocalQuestion) -> Bool {
        kind == other.kind && words == other.words && ofWords == other.ofWords
            && definition == other.definition && options == other.options && balance == other.balance
    }
}

/// A question from a day on: asked, or no longer.
package struct QuestionVersion: Hashable, Sendable {
    package let from: Day
    package let question: LocalQuestion
    package let isAsked: Bool
    package let position: Int
    /// Why it was changed; nil for the first.
    package let reason: String?
}

/// What a return is, from a day on.
package struct ReturnTerms: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        /// Each unit sends its figures.
        case units
        /// What families say, entered one by one.
        case feedback
        /// What staff say, without their names.
        case survey
    }

    package var from: Day
    package var name: String
    /// What it is for, in a sentence.
    package var purpose: String
    package var rhythm: ReturnRhythm
    package var due: DueRule
    /// Working days after it is due before it is late.
    package var grace: Int
    /// How many answers a result needs before it is shown: 5 or more. Feedback and surveys only.
    package var leastAnswers: Int

    package init(
        from: Day, name: String, purpose: String, rhythm: ReturnRhythm, due: DueRule, grace: Int = 0,
        leastAnswers: Int = 5
    ) {
        self.from = from
        self.name = name
        self.purpose = purpose
        self.rhythm = rhythm
        self.due = due
        self.grace = grace
        self.leastAnswers = max(5, leastAnswers)
    }
}
