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
    }

    package enum Direction: String, Sendable { case up, down, neutral }

    /// What is counted.
    package enum Unit: String, Sendable { case episodes, children, workers }

    /// Which file can tell it.
    package enum Source: String, Sendable { case annexA, cinCensus }

    package let id: IndicatorID
    package let version: Int
    package let name: String
    /// The question that it answers.
    package let question: String
    package let numerator: String
    package let denominator: String
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
    /// Where the definition comes from.
    package let basis: String

    package init(
        _ id: String, version: Int = 1, name: String, question: String, numerator: String,
        denominator: String,
        exclusions: String = "", shape: Shape = .share, direction: Direction, unit: Unit,
        sources: Set<Source>,
        isSnapshot: Bool, clock: ClockRuleID? = nil, convention: String = "", basis: String
    ) {
        self.id = IndicatorID(id)
        self.version = version
        self.name = name
        self.question = question
        self.numerator = numerator
        self.denominator = denominator
        self.exclusions = exclusions
        self.shape = shape
        self.direction = direction
        self.unit = unit
        self.sources = sources
        self.isSnapshot = isSnapshot
        self.clock = clock
        self.convention = convention
        self.basis = basis
    }
}

/// The counts of one indicator for one period, by what the file calls the team and the worker.
package struct IndicatorCells: Sendable {
    package struct Cell: Hashable, Sendable {
        /// As the file writes it; empty where it says none.
        package var team: String
        package var worker: String
        package var numerator: Int
        package var denominator: Int
        /// Open and past its limit on the day of the file: shown beside what was completed.
        package var overdue: Int
        /// Rows that could not be counted, or that the definition leaves out.
        package var excluded: Int

        package init(
            team: String, worker: String, numerator: Int = 0, denominator: Int = 0, overdue: Int = 0,
            excluded: Int = 0
        ) {
            self.team = team
            self.worker = worker
            self.numerator = numerator
            self.denominator = denominator
            self.overdue = overdue
            self.excluded = excluded
        }
    }

    package let definition: IndicatorDefinition
    package let period: Period
    package var cells: [Cell]

    package init(_ definition: IndicatorDefinition, _ period: Period, cells: [Cell] = []) {
        self.definition = definition
        self.period = period
        self.cells = cells
    }
}

/// What an authority may set.
package struct IndicatorSettings: Sendable {
    package var calendar = WorkingCalendar.englandAndWales
    /// The local interval of child protection visits, in working days.
    package var protectionVisitDays = 10
    /// After how many calendar days a child in need has not been seen for too long.
    package var needVisitDays = 42
    /// What stands for no worker, folded: `unallocated`, `#n/a`, `duty`.
    package var noWorker: Set<String> = [
        "", "#n/a", "nan", "-", "unallocated", "not allocated", "duty", "none",
    ]

    package init() {}
}
