package import Kernel

/// What an indicator came to: for a team and worker, or for all that were added to it.
package struct IndicatorFigure: Hashable, Sendable {
    package var numerator: Int
    package var denominator: Int
    /// Open and past its limit at the end of the period: shown beside what was completed.
    package var overdue: Int
    /// Rows that could not be counted, or that the definition leaves out.
    package var excluded: Int
    /// For a median what it is the middle of, ascending; else empty.
    package var values: [Int32]

    package init(
        numerator: Int = 0, denominator: Int = 0, overdue: Int = 0, excluded: Int = 0, values: [Int32] = []
    ) {
        self.numerator = numerator
        self.denominator = denominator
        self.overdue = overdue
        self.excluded = excluded
        self.values = values
    }

    package mutating func add(_ other: Self) {
        numerator += other.numerator
        denominator += other.denominator
        overdue += other.overdue
        excluded += other.excluded
        if !other.values.isEmpty { values = (values + other.values).sorted() }
    }

    /// What is shown: percent of a share, the count, how many of 10,000, the mean or the median; nil where nothing was
    /// counted that it could be of.
    package func value(_ shape: IndicatorDefinition.Shape) -> Double? {
        switch shape {
        case .count: Double(numerator)
        case .share: denominator > 0 ? 100 * Double(numerator) / Double(denominator) : nil
        case .rate: denominator > 0 ? 10_000 * Double(numerator) / Double(denominator) : nil
        case .mean: denominator > 0 ? Double(numerator) / Double(denominator) : nil
        case .median: median
        }
    }

    /// Of an even number of values the mean of the middle two; nil where there are none.
    package var median: Double? {
        guard !values.isEmpty else { return nil }
        let middle = values.count / 2
        return values.count % 2 == 1
            ? Double(values[middle]) : (Double(values[middle - 1]) + Double(values[middle])) / 2
    }
}

/// The counts of one indicator for one period, by what the file calls the team and the worker.
///
/// Cells add up: those of some teams to the figure of their area, all of them to the authority's. Where children or
/// workers are counted, each stands in one cell, that of their latest row, so that no sum counts one twice. Periods
/// do not add up: a child may stand in two months.
package struct IndicatorCells: Sendable {
    package struct Cell: Hashable, Sendable {
        /// As the file writes it; empty where it says none.
        package var team: String
        package var worker: String
        package var figure: IndicatorFigure

        package init(team: String, worker: String, _ figure: IndicatorFigure) {
            self.team = team
            self.worker = worker
            self.figure = figure
        }
    }

    package enum Span: String, Sendable { case day, halfYear, month, year }

    package let definition: IndicatorDefinition
    package let source: IndicatorDefinition.Source
    package let span: Span
    /// The month, year, half year or day. The running month or year ends on the day of the file.
    package let period: Period
    /// True where the file was made before the month or year was over.
    package let isPartial: Bool
    /// None where nothing was counted; by team and then by worker.
    package let cells: [Cell]

    package init(
        _ definition: IndicatorDefinition, _ source: IndicatorDefinition.Source, _ span: Span,
        _ period: Period,
        isPartial: Bool = false, cells: [Cell] = []
    ) {
        self.definition = definition
        self.source = source
        self.span = span
        self.period = period
        self.isPartial = isPartial
        self.cells = cells
    }

    /// The authority's figure.
    package var total: IndicatorFigure { total { _ in true } }

    /// The figure of the cells that are wanted, of an area's teams for instance.
    package func total(of isWanted: (Cell) -> Bool) -> IndicatorFigure {
        var sum = IndicatorFigure()
        var values: [Int32] = []
        for cell in cells where isWanted(cell) {
            values += cell.figure.values
            var figure = cell.figure
            figure.values = []
            sum.add(figure)
        }
        sum.values = values.sorted()
        return sum
    }
}
