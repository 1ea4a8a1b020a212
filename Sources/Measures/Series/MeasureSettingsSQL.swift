import Kernel
import Statistics
import Storage

/// What holds of measures, read for many at once. Every statement runs on both engines.
enum MeasureSettingsSQL {
    /// By the measure's key; nothing for one of which nothing was said.
    static func settings(
        _ connection: Connection, _ authority: ID<Authority>, of measure: String? = nil
    ) throws -> [String: MeasureSettings] {
        var all: [String: MeasureSettings] = [:]
        let key: [SQLValue] = [.id(authority)] + (measure.map { [.text($0)] } ?? [])
        let isMeant = measure == nil ? "" : "AND f.measure = $2"
        let said = try connection.rows(
            """
            SELECT f.measure, f.owner_post, f.owner_person, f.direction, f.expected_low, f.expected_high,
                f.baseline_until, f.convention, f.frequency, f.lag_days, f.note, f.number,
                COALESCE(p.name, o.title)
            FROM measure_setting f
            LEFT JOIN person p ON p.authority = f.authority AND p.id = f.owner_person
            LEFT JOIN post o ON o.authority = f.authority AND o.id = f.owner_post
            WHERE f.authority = $1 \(isMeant) ORDER BY f.measure, f.number
            """, key
        ) { row -> (String, MeasureSettings) in
            var own = MeasureSettings()
            own.ownerPost = try row.idOrNil(1)
            own.ownerPerson = try row.idOrNil(2)
            own.direction = try row.textOrNil(3).flatMap(Direction.init)
            own.expectedLow = try row.textOrNil(4).flatMap { Double($0) }
            own.expectedHigh = try row.textOrNil(5).flatMap { Double($0) }
            own.baselineUntil = try row.dayOrNil(6)
            own.convention = try row.textOrNil(7)
            own.frequency = try row.textOrNil(8)
            own.lagDays = try row.intOrNil(9)
            own.note = try row.textOrNil(10)
            own.revision = try row.int(11)
            own.owner = try row.textOrNil(12)
            return (try row.text(0), own)
        }
        for (measure, own) in said { all[measure] = own }
        for (measure, target) in try targets(connection, isMeant, key) {
            all[measure, default: MeasureSettings()].targets.removeAll {
                $0.by == target.by && $0.node == target.node
            }
            if target.aim != nil || target.rule != nil { all[measure]?.targets.append(target) }
        }
        for (measure, rebase, isUndone) in try rebases(connection, isMeant, key) {
            all[measure, default: MeasureSettings()].rebases.removeAll {
                $0.from == rebase.from && $0.node == rebase.node
            }
            if !isUndone { all[measure]?.rebases.append(rebase) }
        }
        return all
    }

    private static func targets(
        _ connection: Connection, _ isMeant: String, _ key: [SQLValue]
    ) throws -> [(String, MeasureSettings.Target)] {
        try connection.rows(
            """
            SELECT f.measure, f.node, f.by_day, f.aim, f.rule, f.resolved FROM measure_target f
            WHERE f.authority = $1 \(isMeant) ORDER BY f.measure, f.number
            """, key
        ) { row in
            (
                try row.text(0),
                MeasureSettings.Target(
                    node: try row.idOrNil(1), by: try row.day(2),
                    aim: try row.textOrNil(3).flatMap { Double($0) },
                    rule: try row.textOrNil(4).flatMap(MeasureSettings.Target.Rule.init),
                    resolved: try row.textOrNil(5))
            )
        }
    }

    private static func rebases(
        _ connection: Connection, _ isMeant: String, _ key: [SQLValue]
    ) throws -> [(String, MeasureSettings.Rebase, isUndone: Bool)] {
        try connection.rows(
            """
            SELECT f.measure, f.number, f.node, f.from_day, f.reason, f.at, COALESCE(a.name, 'Plumbline'), f.is_undone
            FROM measure_rebase f
            LEFT JOIN account a ON a.authority = f.authority AND a.id = f.account
            WHERE f.authority = $1 \(isMeant) ORDER BY f.measure, f.number
            """, key
        ) { row in
            (
                try row.text(0),
                MeasureSettings.Rebase(
                    number: try row.int(1), node: try row.idOrNil(2), from: try row.day(3),
                    reason: try row.text(4), at: try row.instant(5), by: try row.text(6)),
                try row.bool(7)
            )
        }
    }

    /// Adds a fact about a measure. The number follows the last, so that two at once cannot both be the next.
    static func insert(
        into table: String, _ measure: String, _ columns: [(name: String, value: SQLValue)],
        _ authority: ID<Authority>, by account: ID<Account>, _ connection: Connection, at now: Instant
    ) throws {
        let places = columns.indices.map { "$\($0 + 5)" }
        try connection.run(
            """
            INSERT INTO \(table) (authority, measure, number, at, account,
                \(columns.map(\.name).joined(separator: ", ")))
            SELECT $1, $2, COALESCE(MAX(number), 0) + 1, $3, $4, \(places.joined(separator: ", "))
            FROM \(table) WHERE authority = $1 AND measure = $2
            """,
            [.id(authority), .text(measure), .instant(now), .id(account)] + columns.map(\.value))
    }
}
