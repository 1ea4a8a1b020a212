package import Indicators
import Kernel
package import Statistics
import Timescales

/// What one measure counts, of whom, and which way is better: an indicator of a national file, or a question of a
/// local return.
package struct MeasureDefinition: Hashable, Sendable {
    package enum Shape: String, Sendable {
        /// A numerator out of a denominator, shown as a percentage.
        case share
        /// A count; the denominator is 0.
        case count
        /// A count for each 10,000 of the denominator.
        case rate
        /// What the numerator makes for each one of the denominator.
        case mean
        /// A value in the middle; the denominator is how many there are.
        case median
    }

    /// Its name in the records: `assessments.within45`, or `local.<return>.<question>`. Never renamed.
    package var key: String
    /// A changed definition is a new version, and breaks the line.
    package var version: Int
    package var name: String
    /// The heading that it stands under in the list.
    package var family: String
    package var question: String
    package var numerator: String
    package var denominator: String
    package var exclusions: String
    package var shape: Shape
    package var direction: Direction
    /// What is counted, in the plural: `episodes`.
    package var unit: String
    /// True where it says how things stand on a day; false where it says what happened in a period.
    package var isSnapshot: Bool
    /// The clock rule with its version where there is one, and how the clock is counted.
    package var convention: String
    /// What counts as open and past its limit; empty where nothing does.
    package var overdue: String
    /// Where the definition comes from.
    package var basis: String
    /// True where it may be shown by worker, to their line and the quality lead.
    package var byWorker: Bool
    /// True where its figures would give others back by subtraction: nobody outside the inner circle sees any of them.
    package var isInnerOnly: Bool

    package init(
        _ key: String, version: Int = 1, name: String, family: String, question: String = "",
        numerator: String = "", denominator: String = "", exclusions: String = "", shape: Shape = .share,
        direction: Direction, unit: String = "", isSnapshot: Bool = false, convention: String = "",
        overdue: String = "", basis: String = "", byWorker: Bool = false, isInnerOnly: Bool = false
    ) {
        self.key = key
        self.version = version
        self.name = name
        self.family = family
        self.question = question
        self.numerator = numerator
        self.denominator = denominator
        self.exclusions = exclusions
        self.shape = shape
        self.direction = direction
        self.unit = unit
        self.isSnapshot = isSnapshot
        self.convention = convention
        self.overdue = overdue
        self.basis = basis
        self.byWorker = byWorker
        self.isInnerOnly = isInnerOnly
    }

    /// An indicator as a measure. By worker it is told only where it says how things stand on the day of the file.
    package init(_ indicator: IndicatorDefinition) {
        let clock = indicator.clock.map { "\($0.rawValue). " } ?? ""
        self.init(
            indicator.id.key, version: indicator.version, name: indicator.name,
            family: indicator.family.rawValue, question: indicator.question,
            numerator: indicator.numerator, denominator: indicator.denominator,
            exclusions: indicator.exclusions,
            shape: Shape(rawValue: indicator.shape.rawValue) ?? .share,
            direction: Direction(rawValue: indicator.direction.rawValue) ?? .neutral,
            unit: indicator.unit.rawValue, isSnapshot: indicator.isSnapshot,
            convention: clock + indicator.convention, overdue: indicator.overdue,
            basis: [indicator.basis, indicator.cannotTell].filter { !$0.isEmpty }.joined(separator: ". "),
            byWorker: indicator.isSnapshot)
    }
}
