import Indicators
package import Kernel
import ReturnFormats
package import Storage

/// The owner of the identities of computations.
package enum MeasureVintage {}

/// Working out the values of measures from the returns, in the transaction that changed one or all at once.
package enum MeasureCompute {
    /// Which returns to look at again.
    package enum What: Hashable, Sendable {
        case everything
        /// The returns whose key begins so.
        case returns(String)
    }

    package struct Outcome: Hashable, Sendable {
        /// Returns whose values were stored anew, because they differ from what was stored.
        package var stored = 0
        package var unchanged = 0
        package var withdrawn = 0
        package var values = 0
        /// The measures whose values may have changed.
        package var measures: Set<String> = []

        package init() {}
    }

    /// Computes, and stores what is new. What was stored before stays, superseded or withdrawn, with its moment.
    @discardableResult
    package static func run(
        _ what: What, _ sources: MeasureSources, _ connection: Connection, _ authority: ID<Authority>,
        at now: Instant
    ) throws -> Outcome {
        let tree = try UnitTree.read(connection, authority)
        let prefix: String? = if case .returns(let prefix) = what { prefix } else { nil }
        let all = try sources.taken(connection, authority, prefix, now)
        let settings = try CaseSettings.read(connection, authority).settings.indicators
        let standing = try MeasureVintageSQL.standing(connection, authority)
        var outcome = Outcome()
        func isMeant(_ key: String) -> Bool {
            prefix.map { key == $0 || key.hasPrefix($0 + ".") } ?? true
        }
        for taken in all where isMeant(taken.key) {
            let old = standing[taken.key] ?? []
            guard taken.withdrawn == nil else {
                if !old.isEmpty {
                    outcome.measures.formUnion(try MeasureVintageSQL.measures(of: old, connection, authority))
                    try MeasureVintageSQL.withdraw(old, connection, authority, at: now)
                    outcome.withdrawn += 1
                }
                continue
            }
            let figures: [MeasureFigure]
            if let own = taken.figures {
                figures = own
            } else {
                guard let content = try sources.content(connection, authority, taken.key) else { continue }
                figures = counts(content, asAt: taken.asAt, settings).flatMap { RollUp.figures($0, tree) }
            }
            let before = try MeasureVintageSQL.figures(of: old, connection, authority)
            guard old.count != 1 || before != Set(figures) else {
                outcome.unchanged += 1
                continue
            }
            try MeasureVintageSQL.supersede(old, connection, authority, at: now)
            try MeasureVintageSQL.store(figures, taken, connection, authority, at: now)
            outcome.stored += 1
            outcome.values += figures.count
            outcome.measures.formUnion(figures.map(\.measure))
            outcome.measures.formUnion(before.map(\.measure))
        }
        let known = Set(all.map(\.key))
        for (key, old) in standing where isMeant(key) && !known.contains(key) {
            outcome.measures.formUnion(try MeasureVintageSQL.measures(of: old, connection, authority))
            try MeasureVintageSQL.withdraw(old, connection, authority, at: now)
            outcome.withdrawn += 1
        }
        return outcome
    }

    /// The counts of a file, with its teams as nodes.
    static func counts(
        _ content: MeasureSources.Content, asAt: Day, _ usual: IndicatorSettings
    ) -> [MeasureCounts] {
        func settings(_ words: CaseSources.Words) -> IndicatorSettings {
            var own = usual
            if let noWorker = words.noWorker { own.noWorker = noWorker }
            return own
        }
        switch content {
        case .counts(let counts): return counts
        case .annexA(let file, let words):
            return Indicators.compute(file, asAt: asAt, settings(words)).map { counted($0, words) }
        case .census(let file, let words):
            return Indicators.compute(file, asAt: asAt, settings(words)).map { counted($0, words) }
        }
    }

    private static func counted(_ cells: IndicatorCells, _ words: CaseSources.Words) -> MeasureCounts {
        let definition = cells.definition
        var nodes: [String: ID<Node>?] = [:]
        func node(_ team: String) -> ID<Node>? {
            if let known = nodes[team] { return known }
            let found = words.units[NameKey.fold(team)]
            nodes[team] = found
            return found
        }
        return MeasureCounts(
            definition.id.key, version: definition.version, cells.period, isPartial: cells.isPartial,
            byWorker: definition.isSnapshot && definition.shape != .rate,
            cells: cells.cells.map { cell in
                let figure = cell.figure
                return MeasureCounts.Cell(
                    node(cell.team), figure.numerator, of: figure.denominator, worker: cell.worker,
                    overdue: figure.overdue, excluded: figure.excluded, values: figure.values)
            })
    }
}
