import Kernel

/// What one row says to an indicator.
enum Verdict: UInt8, Sendable {
    /// It is not of those that are counted.
    case out
    /// It cannot be counted, or the definition leaves it out: counted as such.
    case excluded
    /// In the denominator only, and in both.
    case no, yes
}

/// Counts by span and unit, in one flat array.
struct Tally: Sendable {
    let reckoning: Reckoning
    private let units: Units
    /// Numerator, denominator, overdue, excluded of each unit of each span.
    private var counts: [Int32]
    /// For a median: the slot, and what was counted.
    private var values: [(slot: Int32, value: Int32)] = []

    init(_ reckoning: Reckoning, _ units: Units) {
        self.reckoning = reckoning
        self.units = units
        counts = Array(repeating: 0, count: reckoning.spans.count * units.count * 4)
    }

    @inline(__always) private func slot(_ span: Int, _ unit: Int32) -> Int { span * units.count + Int(unit) }

    @inline(__always) mutating func add(_ verdict: Verdict, _ span: Int, _ unit: Int32) {
        let base = slot(span, unit) * 4
        switch verdict {
        case .out: break
        case .excluded: counts[base + 3] += 1
        case .no: counts[base + 1] += 1
        case .yes:
            counts[base] += 1
            counts[base + 1] += 1
        }
    }

    @inline(__always) mutating func addOverdue(_ span: Int, _ unit: Int32) {
        counts[slot(span, unit) * 4 + 2] += 1
    }

    mutating func add(value: Int32, _ span: Int, _ unit: Int32) {
        let base = slot(span, unit) * 4
        counts[base] += value
        counts[base + 1] += 1
        values.append((Int32(slot(span, unit)), value))
    }

    /// So much to the numerator and to the denominator.
    mutating func add(_ numerator: Int, of denominator: Int, _ span: Int, _ unit: Int32) {
        let base = slot(span, unit) * 4
        counts[base] += Int32(clamping: numerator)
        counts[base + 1] += Int32(clamping: denominator)
    }

    /// All that was counted, as one figure of the population in each span; nil where nobody entered it.
    func rate(_ reckoning: Reckoning, _ population: Int?) -> Tally? {
        guard let population else { return nil }
        var result = Tally(reckoning, .none)
        for span in reckoning.spans.indices {
            var (numerator, excluded) = (0, Int32(0))
            for unit in 0..<units.count {
                let base = slot(span, Int32(unit)) * 4
                numerator += Int(counts[base])
                excluded += counts[base + 3]
            }
            result.add(numerator, of: population, span, 0)
            result.counts[span * 4 + 3] += excluded
        }
        return result
    }

    /// Of each span the cells in which something was counted.
    func cells(_ definition: IndicatorDefinition, _ source: IndicatorDefinition.Source) -> [IndicatorCells] {
        var lists: [Int32: [Int32]] = [:]
        if definition.shape == .median {
            for (slot, value) in values { lists[slot, default: []].append(value) }
        }
        let isCount = definition.shape == .count
        return reckoning.spans.enumerated().map { place, span in
            var cells: [IndicatorCells.Cell] = []
            for unit in units.ordered {
                let base = slot(place, unit) * 4
                guard counts[base] | counts[base + 1] | counts[base + 2] | counts[base + 3] != 0 else {
                    continue
                }
                let (team, worker) = units[unit]
                cells.append(
                    IndicatorCells.Cell(
                        team: team, worker: worker,
                        IndicatorFigure(
                            numerator: Int(counts[base]), denominator: isCount ? 0 : Int(counts[base + 1]),
                            overdue: Int(counts[base + 2]), excluded: Int(counts[base + 3]),
                            values: lists[Int32(base / 4)]?.sorted() ?? [])))
            }
            return IndicatorCells(
                definition, source, span.kind, span.period, isPartial: span.isPartial, cells: cells)
        }
    }
}
