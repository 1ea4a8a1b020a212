import Indicators
package import Kernel
package import Storage

/// Every measure that there is a definition for, by its key, every version.
package struct MeasureCatalogue: Sendable {
    private let versions: [String: [MeasureDefinition]]

    package init(_ definitions: [MeasureDefinition]) {
        versions = Dictionary(grouping: definitions, by: \.key)
            .mapValues { $0.sorted { $0.version < $1.version } }
    }

    package static func read(
        _ sources: MeasureSources, _ connection: Connection, _ authority: ID<Authority>
    ) throws -> MeasureCatalogue {
        MeasureCatalogue(
            Indicators.definitions.map { MeasureDefinition($0) }
                + (try sources.definitions(connection, authority)))
    }

    /// The newest version.
    package subscript(key: String) -> MeasureDefinition? { versions[key]?.last }

    func all(of key: String) -> [MeasureDefinition] { versions[key] ?? [] }

    /// The measure and the other kinds of its whole, where it is one of them.
    func kinds(with key: String) -> Set<String> {
        guard let whole = Withholding.whole(of: key) else { return [key] }
        return Set(versions.keys.filter { Withholding.whole(of: $0) == whole })
    }

    package var keys: [String] { versions.keys.sorted() }
}
