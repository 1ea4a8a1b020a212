import Kernel
import Statistics
import Storage

/// Which figures of one measure must not leave the inner circle: decided once for all that is known of it, so that
/// every page, chart, filter and file hides the same.
///
/// Hidden are counts of 1 to 5, shares whose numerator, rest or denominator is 1 to 5, and what would give those away:
/// by subtraction between a unit and its parts, between parts of a year and the year, between running totals.
struct Withholding: Sendable {
    struct Place: Hashable, Sendable {
        let period: Period
        let reach: MeasureFigure.Reach
    }

    private(set) var values: Set<Place> = []
    /// Where the number that is overdue must not be shown.
    private(set) var overdue: Set<Place> = []

    static let nothing = Withholding([], .count, UnitTree([]))

    init(_ figures: [MeasureFigure], _ shape: MeasureDefinition.Shape, _ tree: UnitTree) {
        let kept = figures.filter { if case .worker = $0.reach { false } else { true } }
        for group in Withholding.groups(kept) {
            let sums = Sums(group, tree)
            values.formUnion(sums.hidden(shape.people, partsOfLast: shape == .share))
            overdue.formUnion(sums.hidden([{ $0.overdue }], partsOfLast: false))
        }
    }

    mutating func hide(_ figure: MeasureFigure) {
        values.insert(Place(period: figure.period, reach: figure.reach))
    }

    func hides(_ figure: MeasureFigure) -> Bool {
        values.contains(Place(period: figure.period, reach: figure.reach))
    }

    func hidesOverdue(_ figure: MeasureFigure) -> Bool {
        overdue.contains(Place(period: figure.period, reach: figure.reach)) || hides(figure)
    }

    /// Periods in which anything is hidden.
    var periods: Set<Period> { Set(values.map(\.period)).union(overdue.map(\.period)) }

    /// Figures that have to be looked at together: of one period, of a longer one that others fill and add up to, and
    /// of totals that grow from one day on.
    private static func groups(_ figures: [MeasureFigure]) -> [[MeasureFigure]] {
        let byPeriod = Dictionary(grouping: figures, by: \.period)
        var groups: [Set<Period>] = []
        func join(_ periods: Set<Period>) {
            let touched = groups.filter { !$0.isDisjoint(with: periods) }
            groups.removeAll { !$0.isDisjoint(with: periods) }
            groups.append(touched.reduce(periods) { $0.union($1) })
        }
        for period in byPeriod.keys { join([period]) }
        let whole = figures.filter { $0.reach == .authority }
        for (total, parts) in Sums.tilings(Array(whole.indices), whole) {
            join(Set(([total] + parts).map { whole[$0].period }))
        }
        for (_, same) in Dictionary(grouping: byPeriod.keys, by: \.first) where same.count > 1 {
            join(Set(same))
        }
        return groups.map { group in
            group.sorted { ($0.first, $0.last) < ($1.first, $1.last) }.flatMap { byPeriod[$0] ?? [] }
        }
    }
}

extension MeasureDefinition.Shape {
    /// The counts of people in a figure: of a share the last is the total of the others.
    fileprivate var people: [(MeasureFigure) -> Int] {
        switch self {
        case .count, .rate: [{ $0.numerator }]
        case .share: [{ $0.numerator }, { $0.denominator - $0.numerator }, { $0.denominator }]
        case .mean: [{ $0.numerator }, { $0.denominator }]
        // The numerator is a sum of days.
        case .median: [{ $0.denominator }]
        }
    }
}

/// Figures with what adds up among them.
private struct Sums {
    let figures: [MeasureFigure]
    let places: [Withholding.Place]
    /// Positions of the parts of each position: units below, months within.
    let parts: [(total: Int, parts: [Int])]
    /// Totals that grow: positions in order of their last days.
    let running: [[Int]]

    init(_ figures: [MeasureFigure], _ tree: UnitTree) {
        self.figures = figures
        let places = figures.map { Withholding.Place(period: $0.period, reach: $0.reach) }
        self.places = places
        let position = Dictionary(zip(places, places.indices), uniquingKeysWith: { first, _ in first })
        var below: [Int: [Int]] = [:]
        for (index, figure) in figures.enumerated() {
            let above: MeasureFigure.Reach
            switch figure.reach {
            case .authority, .worker: continue
            case .unmapped: above = .authority
            case .unit(let node):
                above =
                    tree.parent(of: node, on: figure.period.last).map(MeasureFigure.Reach.unit) ?? .authority
            }
            guard let total = position[Withholding.Place(period: figure.period, reach: above)] else {
                continue
            }
            below[total, default: []].append(index)
        }
        var all = below.sorted { $0.key < $1.key }.map { (total: $0.key, parts: $0.value) }
        var running: [[Int]] = []
        for (_, own) in Dictionary(grouping: figures.indices, by: { figures[$0].reach }) where own.count > 1 {
            let ordered = own.sorted { figures[$0].period.last < figures[$1].period.last }
            all += Sums.tilings(ordered, figures)
            for (_, same) in Dictionary(grouping: ordered, by: { figures[$0].period.first })
            where same.count > 1 {
                running.append(same)
            }
        }
        parts = all
        self.running = running
    }

    /// A longer period that shorter ones fill without a gap, and add up to.
    static func tilings(_ own: [Int], _ figures: [MeasureFigure]) -> [(total: Int, parts: [Int])] {
        own.compactMap { total in
            let whole = figures[total].period
            let inside = own.filter {
                $0 != total && whole.first <= figures[$0].period.first
                    && figures[$0].period.last <= whole.last
            }
            var next = whole.first
            var parts: [Int] = []
            while next <= whole.last {
                guard
                    let part = inside.filter({ figures[$0].period.first == next })
                        .min(by: { figures[$0].period.last < figures[$1].period.last })
                else { return nil }
                parts.append(part)
                next = figures[part].period.last.adding(days: 1)
            }
            let sum = parts.reduce(0) { $0 + figures[$1].numerator }
            let base = parts.reduce(0) { $0 + figures[$1].denominator }
            return parts.count > 1 && sum == figures[total].numerator && base == figures[total].denominator
                ? (total, parts) : nil
        }
    }

    /// The places that hide, where each figure has those counts; `partsOfLast` where the last is the total of the
    /// others.
    func hidden(_ counts: [(MeasureFigure) -> Int], partsOfLast: Bool) -> Set<Withholding.Place> {
        var numbers: [Int] = []
        for count in counts { numbers += figures.map { max(0, count($0)) } }
        let size = figures.count
        var sums: [Suppression.Sum] = []
        for layer in counts.indices {
            for (total, parts) in parts {
                let members = parts.map { layer * size + $0 }
                // What is counted at a place itself and in no part of it is a part that nobody sees named.
                let rest = numbers[layer * size + total] - members.reduce(0) { $0 + numbers[$1] }
                guard rest >= 0 else { continue }
                if rest > 0 { numbers.append(rest) }
                sums.append(
                    Suppression.Sum(
                        total: layer * size + total, parts: members + (rest > 0 ? [numbers.count - 1] : [])))
            }
        }
        if partsOfLast {
            let last = counts.count - 1
            for index in figures.indices {
                sums.append(
                    Suppression.Sum(total: last * size + index, parts: (0..<last).map { $0 * size + index }))
            }
        }
        var hiding = runningSeeds(counts.count, numbers)
        while true {
            guard let decided = Suppression(numbers, sums: sums, hiding: hiding)?.hidden else {
                // What does not add up cannot be protected piece by piece.
                return Set(places)
            }
            let out = figures.indices.filter { index in
                counts.indices.contains { decided[$0 * size + index] }
            }
            let wider = Set(out.flatMap { index in counts.indices.map { $0 * size + index } })
            guard !wider.isSubset(of: hiding) else { return Set(out.map { places[$0] }) }
            hiding.formUnion(wider)
        }
    }

    private func runningSeeds(_ layers: Int, _ numbers: [Int]) -> Set<Int> {
        var seeds: Set<Int> = []
        for same in running {
            for layer in 0..<layers {
                let positions = same.map { layer * figures.count + $0 }
                for (position, isHidden) in zip(
                    positions, SmallNumber.hidden(inRunningTotal: positions.map { numbers[$0] }))
                where isHidden { seeds.insert(position) }
            }
        }
        return seeds
    }
}
