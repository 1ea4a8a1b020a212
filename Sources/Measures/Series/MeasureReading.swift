import Indicators
import Kernel
import Statistics
import Storage

/// One measure with all that a page says of it, as one reader may see it.
struct MeasureReading: Sendable {
    let definition: MeasureDefinition
    let settings: MeasureSettings
    let values: [MeasureValuesSQL.Value]
    let withheld: Withholding
    let viewer: MeasureViewer
    let tree: UnitTree

    init(
        _ definition: MeasureDefinition, _ settings: MeasureSettings, _ values: [MeasureValuesSQL.Value],
        _ viewer: MeasureViewer, _ tree: UnitTree, withheld: Withholding?
    ) {
        self.definition = definition
        self.settings = settings
        self.values = values
        self.viewer = viewer
        self.tree = tree
        self.withheld = withheld ?? .nothing
    }

    /// What is kept from the reader; nothing from the inner circle.
    static func withheld(
        _ values: [String: [MeasureValuesSQL.Value]], _ viewer: MeasureViewer, _ catalogue: MeasureCatalogue,
        _ tree: UnitTree
    ) -> [String: Withholding] {
        guard viewer.circle != .inner else { return [:] }
        return Withholding.decided(values.mapValues { $0.map(\.figure) }, catalogue, tree)
    }

    var direction: Direction { settings.direction ?? definition.direction }

    /// Its points for the authority or one unit, those of its usual rhythm alone.
    func points(_ node: ID<Node>?) -> [SeriesPoint] {
        let reach: MeasureFigure.Reach = node.map { .unit($0) } ?? .authority
        let own = values.filter { $0.figure.reach == reach }
        let rhythm = MeasureRhythm.of(own.map(\.figure.period))
        return own.filter { (MeasureRhythm($0.figure.period) ?? rhythm) == rhythm }.map(point)
    }

    func point(_ value: MeasureValuesSQL.Value) -> SeriesPoint {
        let figure = value.figure
        return SeriesPoint(
            period: figure.period, version: figure.version, numerator: figure.numerator,
            denominator: figure.denominator, overdue: figure.overdue, excluded: figure.excluded,
            halves: figure.halves, isPartial: figure.isPartial, isHidden: viewer.isHidden(figure, withheld),
            source: value.vintage.name)
    }

    func series(_ node: ID<Node>?) -> MeasureSeries {
        MeasureSeries(
            points(node), definition.shape, direction,
            rebases: settings.rebases.filter { $0.node == nil || $0.node == node },
            baselineUntil: settings.baselineUntil)
    }

    /// The figure of a place in a period.
    func value(_ reach: MeasureFigure.Reach, in period: Period) -> MeasureValuesSQL.Value? {
        values.first { $0.figure.reach == reach && $0.figure.period == period }
    }

    /// The units that have a figure in the period, each below the one above it, that this reader may set side by side.
    func units(in period: Period) -> [(
        node: ID<Node>, name: String, depth: Int, value: MeasureValuesSQL.Value
    )] {
        guard viewer.seesUnits else { return [] }
        let found = Dictionary(
            values.compactMap { value -> (ID<Node>, MeasureValuesSQL.Value)? in
                guard value.figure.period == period, case .unit(let node) = value.figure.reach else {
                    return nil
                }
                return (node, value)
            }, uniquingKeysWith: { first, _ in first })
        let standing = tree.unitsBelowAuthority(on: period.last).compactMap { unit in
            found[unit.node].map { (node: unit.node, name: unit.name, depth: unit.depth, value: $0) }
        }
        let rest = found.keys.filter { node in !standing.contains { $0.node == node } }.sorted()
        return standing
            + rest.compactMap { node in
                found[node].map { (node: node, name: tree.name(node, on: period.last), depth: 0, value: $0) }
            }
    }

    /// The readings of many measures, in the order of their families and names, in a few queries.
    static func all(
        _ sources: MeasureSources, _ viewer: MeasureViewer, _ tree: UnitTree, _ connection: Connection,
        _ authority: ID<Authority>, only keys: Set<String>? = nil
    ) throws -> [MeasureReading] {
        let catalogue = try MeasureCatalogue.read(sources, connection, authority)
        let settings = try MeasureSettingsSQL.settings(connection, authority)
        let values = Dictionary(
            grouping: try MeasureValuesSQL.values(connection, authority, of: keys), by: \.figure.measure)
        let withheld = MeasureReading.withheld(values, viewer, catalogue, tree)
        return catalogue.keys.compactMap { key -> MeasureReading? in
            guard let definition = catalogue[key], let own = values[key], viewer.sees(definition) else {
                return nil
            }
            return MeasureReading(
                definition, settings[key] ?? MeasureSettings(), own, viewer, tree, withheld: withheld[key])
        }.sorted { $0.definition.place < $1.definition.place }
    }
}

extension MeasureDefinition {
    /// Where a family stands: as the work flows from the front door on, then local returns by name.
    private static let families = Dictionary(
        zip(IndicatorDefinition.Family.allCases.map(\.rawValue), 0...),
        uniquingKeysWith: { first, _ in first })

    /// Its place in a list.
    var place: (Int, String, String) { (Self.families[family] ?? Self.families.count, family, name) }
}
