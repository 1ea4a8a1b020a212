package import Kernel
import Statistics
package import Storage

/// A measure as another part of the house may take its figures from: plans, packs.
package struct MeasureOffer: Sendable {
    package enum Rhythm: Sendable { case week, month, quarter, year, other }

    package struct Step: Hashable, Sendable {
        package let node: ID<Node>?
        package let by: Day
        /// Written with at most three places.
        package let aim: String
    }

    /// One figure of a period that is over.
    package struct Value: Hashable, Sendable {
        package let end: Day
        /// Nil for the authority.
        package let node: ID<Node>?
        package let isShare: Bool
        package let numerator: Int
        package let denominator: Int
        /// Of what is no share: the number, with at most one place.
        package let text: String
        /// The return that it comes from.
        package let source: String
        package let vintage: Instant
        /// True where it must not leave the inner circle: as every page of measures decides it.
        package let isWithheld: Bool
    }

    package let key: String
    package let name: String
    package let isShare: Bool
    /// Nil where no direction is good.
    package let isHigherBetter: Bool?
    package let rhythm: Rhythm
    package let steps: [Step]

    /// Every measure that has a figure, by name.
    package static func all(
        _ sources: MeasureSources, _ connection: Connection, _ authority: ID<Authority>
    ) throws -> [MeasureOffer] {
        let catalogue = try MeasureCatalogue.read(sources, connection, authority)
        let settings = try MeasureSettingsSQL.settings(connection, authority)
        let periods = try MeasureValuesSQL.periods(connection, authority)
        return catalogue.keys.compactMap { key -> MeasureOffer? in
            guard let definition = catalogue[key], let own = periods[key] else { return nil }
            let said = settings[key]
            let direction = said?.direction ?? definition.direction
            return MeasureOffer(
                key: key, name: definition.name, isShare: definition.shape == .share,
                isHigherBetter: direction == .neutral ? nil : direction == .up,
                rhythm: Rhythm(MeasureRhythm.of(own)),
                steps: (said?.targets ?? []).compactMap { target in
                    target.aim.map { Step(node: target.node, by: target.by, aim: text($0, places: 3)) }
                })
        }.sorted { ($0.name, $0.key) < ($1.name, $1.key) }
    }

    /// The figures of periods that are over, of the usual rhythm of each measure, by its key.
    package static func values(
        _ keys: Set<String>, _ sources: MeasureSources, _ connection: Connection, _ authority: ID<Authority>,
        at moment: Instant? = nil
    ) throws -> [String: [Value]] {
        let catalogue = try MeasureCatalogue.read(sources, connection, authority)
        let found = Dictionary(
            grouping: try MeasureValuesSQL.values(
                connection, authority, of: Set(keys.flatMap(catalogue.kinds)), at: moment),
            by: \.figure.measure)
        let tree = try UnitTree.read(connection, authority)
        var all: [String: [Value]] = [:]
        let decided = Withholding.decided(
            found.mapValues { $0.map(\.figure) }, catalogue, tree)
        for (key, values) in found where keys.contains(key) {
            guard let definition = catalogue[key] else { continue }
            let shape = definition.shape
            let withheld = decided[key] ?? .nothing
            let rhythm = MeasureRhythm.of(
                values.filter { $0.figure.reach == .authority }.map(\.figure.period))
            all[key] = values.compactMap { value -> Value? in
                let figure = value.figure
                let node: ID<Node>?
                switch figure.reach {
                case .authority: node = nil
                case .unit(let unit): node = unit
                case .unmapped, .worker: return nil
                }
                guard !figure.isPartial, (MeasureRhythm(figure.period) ?? rhythm) == rhythm,
                    let number = shape.value(figure.numerator, figure.denominator, halves: figure.halves)
                else { return nil }
                return Value(
                    end: figure.period.last, node: node, isShare: shape == .share,
                    numerator: figure.numerator, denominator: figure.denominator,
                    text: text(number, places: 1), source: value.vintage.name,
                    vintage: value.vintage.computed,
                    isWithheld: definition.isInnerOnly || withheld.hides(figure))
            }
        }
        return all
    }

    /// A number of 0 or more, rounded once, without a trailing nought.
    private static func text(_ number: Double, places: Int) -> String {
        let scale = [1, 10, 100, 1000][places]
        let scaled = Int((max(0, number) * Double(scale)).rounded())
        guard scaled % scale != 0 else { return "\(scaled / scale)" }
        var fraction = String(scaled % scale)
        fraction = String(repeating: "0", count: places - fraction.count) + fraction
        while fraction.hasSuffix("0") { fraction.removeLast() }
        return "\(scaled / scale).\(fraction)"
    }
}

extension MeasureOffer.Rhythm {
    init(_ rhythm: MeasureRhythm) {
        switch rhythm {
        case .week: self = .week
        case .month: self = .month
        case .quarter: self = .quarter
        case .year: self = .year
        case .other: self = .other
        }
    }
}
