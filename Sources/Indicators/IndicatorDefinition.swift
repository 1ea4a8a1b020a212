package import Kernel
package import Timescales

/// What an indicator is called in the records: `assessments.within45`. Never renamed.
package struct IndicatorID: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let key: String

    package init(_ key: String) { self.key = key }

    package var description: String { key }
    package static func < (left: Self, right: Self) -> Bool { left.key < right.key }
}

/// One indicator as it has been defined since a day. A changed definition is a new version, and a break in the line.
package struct IndicatorDefinition: Hashable, Sendable {
    package enum Shape: String, Sendable {
        /// A numerator out of a denominator, shown as a percentage.
        case share
        /// A count; the denominator is 0.
        case count
        /// A count for each 10,000 of the denominator. It stands for the authority only.
        case rate
        /// What the numerator makes for each one of the denominator: children for each worker.
        case mean
        /// The middle of `IndicatorFigure.values`; the denominator is how many there are, the numerator their sum.
        case median
    }

    package enum Direction: String, Sendable {
        case up, down
        /// Neither more nor less is good in itself.
        case neutral
    }

    /// What is counted.
    package enum Unit: String, Sendable { case episodes, children, workers }

    /// Which file can tell it.
    package enum Source: String, Sendable, CaseIterable { case annexA, cinCensus }

    package enum Family: String, Sendable, CaseIterable {
        case frontDoor = "Front door"
        case assessment = "Assessment"
        case conference = "Section 47 and conference"
        case protection = "Child protection plans"
        case need = "Children in need and workload"
        case care = "Children in care"
        case leavers = "Care leavers"
    }

    package let id: IndicatorID
    package let version: Int
    /// The first day that this version defines; nil where there is none before it.
    package let from: Day?
    /// The last one; nil while it holds.
    package let through: Day?
    package let family: Family
    package let name: String
    /// The question that it answers.
    package let question: String
    package let numerator: String
    /// Empty for a count.
    package let denominator: String
    /// What is left out and counted as left out; besides it, always, codes nobody recognises and dates nobody can read.
    package let exclusions: String
    package let shape: Shape
    package let direction: Direction
    package let unit: Unit
    package let sources: Set<Source>
    /// True where it says how things stand on the day of the file; false where it says what happened in a period.
    package let isSnapshot: Bool
    package let clock: ClockRuleID?
    /// How the clock is counted, in words, where sources differ.
    package let convention: String
    /// What is counted as open and past its limit at the end of the period; empty where nothing is.
    package let overdue: String
    /// What the file cannot tell.
    package let cannotTell: String
    /// Where the definition comes from.
    package let basis: String

    package func holds(on day: Day) -> Bool {
        (from.map { $0 <= day } ?? true) && (through.map { day <= $0 } ?? true)
    }
}
