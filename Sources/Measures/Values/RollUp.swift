package import Kernel
import Storage

/// One figure of a measure for one period and one place.
package struct MeasureFigure: Hashable, Sendable {
    /// Of whom it is.
    package enum Reach: Hashable, Sendable {
        case authority
        /// A unit and all below it.
        case unit(ID<Node>)
        /// What the return did not name a unit for that anybody has mapped.
        case unmapped
        case worker(String, in: ID<Node>)
    }

    package var measure: String
    package var version: Int
    package var reach: Reach
    package var period: Period
    package var numerator: Int
    /// 0 for a count; for a median how many values there are, and the numerator is their sum.
    package var denominator: Int
    package var overdue: Int
    package var excluded: Int
    /// For a median twice the value in the middle; nil for other measures, and where there is none.
    package var halves: Int?
    package var isPartial: Bool

    package init(
        _ measure: String, version: Int = 1, _ reach: Reach, _ period: Period, _ numerator: Int,
        of denominator: Int = 0, overdue: Int = 0, excluded: Int = 0, halves: Int? = nil,
        isPartial: Bool = false
    ) {
        self.measure = measure
        self.version = version
        self.reach = reach
        self.period = period
        self.numerator = numerator
        self.denominator = denominator
        self.overdue = overdue
        self.excluded = excluded
        self.halves = halves
        self.isPartial = isPartial
    }
}

/// From the cells of teams to figures of teams, areas, services and the authority.
enum RollUp {
    /// One figure for each place that anything was counted in, the authority's always. Units are as they stood on
    /// the last day of the period.
    static func figures(_ counts: MeasureCounts, _ tree: UnitTree) -> [MeasureFigure] {
        var sums: [MeasureFigure.Reach: MeasureFigure] = [:]
        var order: [MeasureFigure.Reach] = []
        var values: [MeasureFigure.Reach: [Int32]] = [:]
        func add(_ cell: MeasureCounts.Cell, to reach: MeasureFigure.Reach) {
            if sums[reach] == nil {
                sums[reach] = MeasureFigure(
                    counts.measure, version: counts.version, reach, counts.period, 0,
                    isPartial: counts.isPartial)
                order.append(reach)
            }
            sums[reach]?.numerator += cell.numerator
            sums[reach]?.denominator += cell.denominator
            sums[reach]?.overdue += cell.overdue
            sums[reach]?.excluded += cell.excluded
            if !cell.values.isEmpty { values[reach, default: []] += cell.values }
        }
        let nothing = MeasureCounts.Cell(nil, 0)
        add(nothing, to: .authority)
        for cell in counts.cells {
            add(cell, to: .authority)
            guard let node = cell.node, let version = tree.version(of: node, on: counts.period.last) else {
                add(cell, to: .unmapped)
                continue
            }
            // What is counted at the authority itself belongs to no unit, and lacks none.
            guard version.kind != "authority" else { continue }
            for unit in tree.line(from: node, on: counts.period.last) { add(cell, to: .unit(unit)) }
            if counts.byWorker, !cell.worker.isEmpty { add(cell, to: .worker(cell.worker, in: node)) }
        }
        for (reach, found) in values { sums[reach]?.halves = twiceTheMiddle(found) }
        return order.compactMap { sums[$0] }
    }

    private static func twiceTheMiddle(_ values: [Int32]) -> Int? {
        guard !values.isEmpty else { return nil }
        let sorted = values.sorted()
        let middle = sorted.count / 2
        return Int(sorted[middle]) + Int(sorted.count % 2 == 1 ? sorted[middle] : sorted[middle - 1])
    }
}
