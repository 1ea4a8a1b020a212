import Kernel
import Storage

/// Keeping computations. Every statement runs on both engines.
enum MeasureVintageSQL {
    /// The computations that count now, by the return that they are of.
    static func standing(
        _ connection: Connection, _ authority: ID<Authority>
    ) throws -> [String: [ID<MeasureVintage>]] {
        let found = try connection.rows(
            """
            SELECT source, id FROM measure_vintage
            WHERE authority = $1 AND withdrawn_at IS NULL AND superseded_at IS NULL ORDER BY id
            """, [.id(authority)]
        ) { (try $0.text(0), try $0.id(1) as ID<MeasureVintage>) }
        return Dictionary(grouping: found, by: \.0).mapValues { $0.map(\.1) }
    }

    static func figures(
        of vintages: [ID<MeasureVintage>], _ connection: Connection, _ authority: ID<Authority>
    ) throws -> Set<MeasureFigure> {
        var figures: Set<MeasureFigure> = []
        for vintage in vintages {
            let found = try connection.rows(
                """
                SELECT \(MeasureValuesSQL.columns) FROM measure_value v
                WHERE v.authority = $1 AND v.vintage = $2
                """, [.id(authority), .id(vintage)], MeasureValuesSQL.figure)
            figures.formUnion(found.compactMap { $0 })
        }
        return figures
    }

    static func measures(
        of vintages: [ID<MeasureVintage>], _ connection: Connection, _ authority: ID<Authority>
    ) throws -> Set<String> {
        var measures: Set<String> = []
        for vintage in vintages {
            measures.formUnion(
                try connection.rows(
                    "SELECT DISTINCT measure FROM measure_value WHERE authority = $1 AND vintage = $2",
                    [.id(authority), .id(vintage)]
                ) { try $0.text(0) })
        }
        return measures
    }

    static func withdraw(
        _ vintages: [ID<MeasureVintage>], _ connection: Connection, _ authority: ID<Authority>,
        at now: Instant
    ) throws { try end("withdrawn_at", vintages, connection, authority, at: now) }

    static func supersede(
        _ vintages: [ID<MeasureVintage>], _ connection: Connection, _ authority: ID<Authority>,
        at now: Instant
    ) throws { try end("superseded_at", vintages, connection, authority, at: now) }

    private static func end(
        _ column: String, _ vintages: [ID<MeasureVintage>], _ connection: Connection,
        _ authority: ID<Authority>, at now: Instant
    ) throws {
        for vintage in vintages {
            try connection.run(
                "UPDATE measure_vintage SET \(column) = $3 WHERE authority = $1 AND id = $2",
                [.id(authority), .id(vintage), .instant(now)])
        }
    }

    static func store(
        _ figures: [MeasureFigure], _ taken: MeasureSources.Taken, _ connection: Connection,
        _ authority: ID<Authority>, at now: Instant
    ) throws {
        let id = ID<MeasureVintage>.make(at: now)
        try connection.run(
            """
            INSERT INTO measure_vintage (authority, id, source, name, as_at, taken_at, computed_at, weight)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            """,
            [
                .id(authority), .id(id), .text(taken.key), .text(taken.name), .day(taken.asAt),
                .instant(taken.at), .instant(now), .int(taken.weight),
            ])
        try connection.insert(
            into: "measure_value",
            [
                "authority", "vintage", "number", "measure", "version", "reach", "node", "worker",
                "first_day",
                "last_day", "numerator", "denominator", "overdue", "excluded", "halves", "is_partial",
            ],
            rows: figures.enumerated().map { [.id(authority), .id(id)] + row($1, number: $0) })
    }

    private static func row(_ figure: MeasureFigure, number: Int) -> [SQLValue] {
        let (reach, node, worker): (String, ID<Node>?, String?) =
            switch figure.reach {
            case .authority: ("authority", nil, nil)
            case .unit(let node): ("unit", node, nil)
            case .unmapped: ("unmapped", nil, nil)
            case .worker(let worker, let node): ("worker", node, worker)
            }
        return [
            .int(number), .text(figure.measure), .int(figure.version), .text(reach), .id(node),
            .optional(worker), .day(figure.period.first), .day(figure.period.last), .int(figure.numerator),
            .int(figure.denominator), .int(figure.overdue), .int(figure.excluded), .int(figure.halves),
            .bool(figure.isPartial),
        ]
    }
}
