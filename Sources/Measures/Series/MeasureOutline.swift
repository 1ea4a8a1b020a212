package import Kernel
import Statistics
package import Storage

/// A measure as the command line prints it: for whoever may read the records on the machine, so as it is.
package struct MeasureOutline: Sendable {
    package struct Line: Sendable {
        package let period: Period
        package let words: String
        package let numerator: Int
        package let denominator: Int
        /// A percentage, the count, or what its shape makes of both; nil for none of none.
        package let value: Double?
        package let overdue: Int
        package let isPartial: Bool
        package let reading: String
        package let source: String
    }

    package let key: String
    package let name: String
    package let family: String
    package let shape: String
    package let version: Int
    /// What its line says, in words.
    package let signal: String
    package let sentence: String
    package let lines: [Line]

    package var latest: Line? { lines.last { !$0.isPartial } ?? lines.last }

    package static func all(
        _ sources: MeasureSources, _ connection: Connection, _ authority: ID<Authority>
    ) throws -> [MeasureOutline] {
        let tree = try UnitTree.read(connection, authority)
        return try MeasureReading.all(sources, .everything, tree, connection, authority).map { reading in
            let series = reading.series(nil)
            let shape = reading.definition.shape
            let words = MeasureWords.sentence(series)
            return MeasureOutline(
                key: reading.definition.key, name: reading.definition.name,
                family: reading.definition.family, shape: shape.rawValue,
                version: reading.definition.version, signal: MeasureWords.words(series),
                sentence: [words.strong, words.rest].filter { !$0.isEmpty }.joined(separator: " "),
                lines: series.points.enumerated().map { place, point in
                    Line(
                        period: point.period, words: MeasureRhythm.words(point.period),
                        numerator: point.numerator, denominator: point.denominator,
                        value: point.value(shape), overdue: point.overdue, isPartial: point.isPartial,
                        reading: series.signals[place]?.cause.rawValue ?? "", source: point.source)
                })
        }
    }
}

extension MeasureViewer {
    /// Whoever works on the machine itself.
    static let everything = MeasureViewer(circle: .inner, seesUnits: true, seesWorkers: false, keeps: false)
}
