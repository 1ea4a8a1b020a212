package import Kernel

/// Everything that the standing of one criterion is computed from.
package struct ProofFacts: Hashable, Sendable {
    package var asked: Asked
    /// The day on which the action was done, as its lead says; nil while nobody says so, or where there is no action.
    package var done: Day?
    /// That somebody says the criterion is met, and has not taken it back.
    package var claim: Claim?
    /// The days on which somebody else accepted evidence.
    package var accepted: [Day] = []
    package var baselines: [Baseline] = []
    package var steps: [Step] = []
    package var values: [Value] = []
    package var rounds: [Round] = []

    /// The figures that are hidden wherever small ones are.
    package var withheld: Set<Figure> {
        Set(values.lazy.filter(\.isWithheld).map(\.figure)).union(
            rounds.lazy.filter(\.isWithheld).map { .share($0.met, of: $0.sampled) })
    }

    package init(_ asked: Asked = Asked()) {
        self.asked = asked
    }
}

extension ProofFacts {
    /// What the criterion asks of its figures.
    package struct Asked: Hashable, Sendable {
        /// True where a measure or an audit question is named for it.
        package var isTied = false
        package var unit = MeasureUnit.percent
        package var better = Better.higher
        /// For how many periods running the target has to be met.
        package var periods = 3
        /// How often a figure comes; nil where nobody has said, and then no gap can be seen.
        package var rhythm: FigureRhythm?

        package init() {}
    }

    package struct Claim: Hashable, Sendable {
        package var day: Day
        /// Who says so; empty where the name is not known.
        package var by: String

        package init(_ day: Day, by: String = "") {
            self.day = day
            self.by = by
        }
    }

    /// Where it stood before.
    package struct Baseline: Hashable, Sendable {
        package var day: Day
        package var figure: Figure
        /// Nil for the authority's.
        package var unit: ID<Node>?

        package init(_ day: Day, _ figure: Figure, unit: ID<Node>? = nil) {
            self.day = day
            self.figure = figure
            self.unit = unit
        }
    }

    /// What has to be reached by a day.
    package struct Step: Hashable, Sendable {
        package var by: Day
        /// Nil for a rule whose value nobody has given yet.
        package var aim: Amount?
        /// "median of our neighbours", where the aim is a rule's.
        package var rule: String?
        package var unit: ID<Node>?

        package init(by: Day, _ aim: Amount?, rule: String? = nil, unit: ID<Node>? = nil) {
            self.by = by
            self.aim = aim
            self.rule = rule
            self.unit = unit
        }
    }

    /// One figure of the measure, from one source, for the period that ends on a day.
    package struct Value: Hashable, Sendable {
        package var end: Day
        package var figure: Figure
        package var source: String
        /// When it was given: of two for one period and source the later counts.
        package var vintage: Instant
        package var unit: ID<Node>?
        /// True where a small number could be worked out from it: hidden wherever small ones are.
        package var isWithheld: Bool

        package init(
            _ end: Day, _ figure: Figure, source: String, vintage: Instant, unit: ID<Node>? = nil,
            isWithheld: Bool = false
        ) {
            self.end = end
            self.figure = figure
            self.source = source
            self.vintage = vintage
            self.unit = unit
            self.isWithheld = isWithheld
        }
    }

    /// One round of audit that asked the criterion's question.
    package struct Round: Hashable, Sendable {
        package var day: Day
        package var met: Int
        package var sampled: Int
        /// True where somebody outside the work graded it; others never prove anything.
        package var isIndependent: Bool
        package var name: String
        package var vintage: Instant
        package var unit: ID<Node>?
        /// True where a small number could be worked out from it: hidden wherever small ones are.
        package var isWithheld: Bool

        package init(
            _ day: Day, met: Int, of sampled: Int, independent: Bool, name: String, vintage: Instant,
            unit: ID<Node>? = nil, isWithheld: Bool = false
        ) {
            self.day = day
            self.met = met
            self.sampled = sampled
            isIndependent = independent
            self.name = name
            self.vintage = vintage
            self.unit = unit
            self.isWithheld = isWithheld
        }
    }
}

/// How often a figure comes. Two figures are consecutive when their periods are.
package enum FigureRhythm: String, CaseIterable, Sendable {
    case week, fourWeeks, month, quarter, halfYear, year

    /// The number of the period in which the day lies: the next period has the next number.
    package func period(of day: Day) -> Int {
        let (year, month, _) = day.civil
        switch self {
        case .week: return (Int(day.number) + 3) / 7
        case .fourWeeks: return Int(day.number) / 28
        case .month: return year * 12 + month
        case .quarter: return year * 4 + (month - 1) / 3
        case .halfYear: return year * 2 + (month - 1) / 6
        case .year: return year
        }
    }
}
