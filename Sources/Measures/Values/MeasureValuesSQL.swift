package import Kernel
package import Storage

/// Reading the values of measures. Every statement runs on both engines.
package enum MeasureValuesSQL {
    /// Where a value comes from.
    package struct Vintage: Hashable, Sendable {
        package var id: ID<MeasureVintage>
        /// The return's key.
        package var source: String
        package var name: String
        package var asAt: Day
        package var taken: Instant
        package var computed: Instant
    }

    /// A figure with the return that it comes from.
    package struct Value: Sendable {
        package var figure: MeasureFigure
        package var vintage: Vintage
    }

    static let columns = """
        v.measure, v.version, v.reach, v.node, v.worker, v.first_day, v.last_day, v.numerator, v.denominator, \
        v.overdue, v.excluded, v.is_partial, v.halves
        """

    static func figure(_ row: Row) throws -> MeasureFigure? {
        guard let period = Period(try row.day(5), through: try row.day(6)) else { return nil }
        let reach: MeasureFigure.Reach
        switch (try row.text(2), try row.idOrNil(3) as ID<Node>?) {
        case ("unit", let node?): reach = .unit(node)
        case ("worker", let node?): reach = .worker(try row.text(4), in: node)
        case ("unmapped", _): reach = .unmapped
        default: reach = .authority
        }
        return MeasureFigure(
            try row.text(0), version: try row.int(1), reach, period, try row.int(7), of: try row.int(8),
            overdue: try row.int(9), excluded: try row.int(10), halves: try row.intOrNil(12),
            isPartial: try row.bool(11))
    }

    private static let vintageColumns = "k.id, k.source, k.name, k.as_at, k.taken_at, k.computed_at"

    private static func value(_ row: Row) throws -> Value? {
        guard let figure = try figure(row) else { return nil }
        return Value(
            figure: figure,
            vintage: Vintage(
                id: try row.id(13), source: try row.text(14), name: try row.text(15), asAt: try row.day(16),
                taken: try row.instant(17), computed: try row.instant(18)))
    }

    /// The values that count, of every place but workers, in order of measure and period: for each period those of
    /// the newest return that tells of all of it, as was on record at the moment where one is given.
    ///
    /// All places of one period come from one return, so that they add up.
    package static func values(
        _ connection: Connection, _ authority: ID<Authority>, of measures: Set<String>? = nil,
        at: Instant? = nil
    ) throws -> [Value] {
        if let measures, measures.isEmpty { return [] }
        let moment: SQLValue = .text(at?.description ?? "9999")
        let names = (measures ?? []).sorted()
        let places = names.indices.map { "$\($0 + 3)" }.joined(separator: ", ")
        let isMeant = measures == nil ? "" : "AND v.measure IN (\(places))"
        return try connection.rows(
            """
            SELECT \(columns), \(vintageColumns)
            FROM (
                SELECT v.measure, v.first_day, v.last_day, v.vintage, ROW_NUMBER() OVER (
                    PARTITION BY v.measure, v.first_day, v.last_day
                    ORDER BY v.is_partial, k.weight, k.as_at DESC, k.taken_at DESC, k.id DESC) AS place
                FROM measure_value v
                JOIN measure_vintage k ON k.authority = v.authority AND k.id = v.vintage
                WHERE v.authority = $1 AND v.reach = 'authority' AND k.computed_at <= $2
                    AND (k.withdrawn_at IS NULL OR k.withdrawn_at > $2)
                    AND (k.superseded_at IS NULL OR k.superseded_at > $2) \(isMeant)
            ) c
            JOIN measure_value v ON v.authority = $1 AND v.vintage = c.vintage AND v.measure = c.measure
                AND v.first_day = c.first_day AND v.last_day = c.last_day
            JOIN measure_vintage k ON k.authority = $1 AND k.id = c.vintage
            WHERE c.place = 1 AND v.reach <> 'worker'
            ORDER BY v.measure, v.last_day, v.first_day, v.number
            """, [.id(authority), moment] + names.map { .text($0) }, value
        ).compactMap { $0 }
    }

    /// The periods that the authority has a whole figure for, by measure.
    static func periods(_ connection: Connection, _ authority: ID<Authority>) throws -> [String: [Period]] {
        let found = try connection.rows(
            """
            SELECT DISTINCT v.measure, v.first_day, v.last_day
            FROM measure_value v JOIN measure_vintage k ON k.authority = v.authority AND k.id = v.vintage
            WHERE v.authority = $1 AND v.reach = 'authority' AND v.is_partial = 0
                AND k.withdrawn_at IS NULL AND k.superseded_at IS NULL
            """, [.id(authority)]
        ) { (try $0.text(0), Period(try $0.day(1), through: try $0.day(2))) }
        var periods: [String: [Period]] = [:]
        for (measure, period) in found { if let period { periods[measure, default: []].append(period) } }
        return periods
    }

    /// What was ever said of the authority or a unit, withdrawn and superseded values too, newest first.
    static func said(
        _ connection: Connection, _ authority: ID<Authority>, _ measure: String, _ node: ID<Node>?
    ) throws -> [(value: Value, ended: Instant?, isWithdrawn: Bool)] {
        let place = node == nil ? "v.reach = 'authority'" : "v.reach = 'unit' AND v.node = $3"
        return try connection.rows(
            """
            SELECT \(columns), \(vintageColumns), k.withdrawn_at, k.superseded_at
            FROM measure_value v JOIN measure_vintage k ON k.authority = v.authority AND k.id = v.vintage
            WHERE v.authority = $1 AND v.measure = $2 AND \(place)
            ORDER BY v.last_day DESC, k.computed_at DESC, k.id DESC
            """, [.id(authority), .text(measure)] + (node.map { [.id($0)] } ?? [])
        ) { row in
            try value(row).map {
                (
                    value: $0, ended: try row.instantOrNil(19) ?? row.instantOrNil(20),
                    isWithdrawn: try row.instantOrNil(19) != nil
                )
            }
        }.compactMap { $0 }
    }

    /// The latest figures by worker of those units.
    static func workers(
        _ connection: Connection, _ authority: ID<Authority>, _ measure: String,
        of vintage: ID<MeasureVintage>
    ) throws -> [MeasureFigure] {
        try connection.rows(
            """
            SELECT \(columns) FROM measure_value v
            WHERE v.authority = $1 AND v.vintage = $2 AND v.measure = $3 AND v.reach = 'worker'
            ORDER BY v.worker
            """, [.id(authority), .id(vintage), .text(measure)], figure
        ).compactMap { $0 }
    }
}
