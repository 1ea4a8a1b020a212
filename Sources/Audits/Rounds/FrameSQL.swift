import Kernel
import Storage

/// The frame's lines in the records.
enum FrameSQL {
    static func insert(
        _ lines: [FrameLine], of round: ID<AuditRound>, _ authority: ID<Authority>,
        _ connection: Connection
    ) throws {
        try connection.run(
            "DELETE FROM audit_frame WHERE authority = $1 AND round = $2", [.id(authority), .id(round)])
        try connection.insert(
            into: "audit_frame",
            [
                "authority", "round", "position", "reference", "holder", "holder_person", "chair",
                "chair_person", "team", "node", "area", "grouping", "event_on", "excluded",
            ],
            rows: lines.enumerated().map { index, line in
                [
                    .id(authority), .id(round), .int(index + 1), .sensitive(line.reference),
                    .text(line.holder), .id(line.holderPerson), .text(line.chair), .id(line.chairPerson),
                    .text(line.team), .id(line.node), .text(line.area), .text(line.group), .day(line.on),
                    .optional(line.excluded),
                ]
            })
    }

    /// What may be drawn, with its stratum, person or event.
    static func items(
        _ connection: Connection, _ authority: ID<Authority>, _ round: Round
    ) throws -> [DrawRule.Item] {
        let part = part(of: round)
        return try connection.rows(
            """
            SELECT position, reference, \(part) FROM audit_frame f
            WHERE authority = $1 AND round = $2 AND excluded IS NULL ORDER BY position
            """, [.id(authority), .id(round.id)]
        ) {
            DrawRule.Item(position: try $0.int(0), reference: try $0.sensitive(1), part: try $0.text(2))
        }
    }

    /// What a part of the draw is known by. An event is what one chair did on one day.
    static func part(of round: Round) -> String {
        switch (round.kind, round.stratum) {
        case (.stratified, .team): "team"
        case (.stratified, .area): "area"
        case (.stratified, .group): "grouping"
        case (.perPerson, _): "holder"
        case (.perEvent, _): "COALESCE(event_on, '') || ' ' || chair"
        default: "''"
        }
    }

    struct Counts: Sendable {
        /// Lines of the list.
        var all = 0
        /// Lines that may be drawn.
        var count = 0
        /// Reason to how many.
        var excluded: [(reason: String, count: Int)] = []
        /// Of the lines that may be drawn: holders and chairs who are nobody of ours, with how many.
        var strangers: [(holder: String, count: Int)] = []
        var withoutHolder = 0
        var withoutTeam = 0
        var withoutArea = 0
        var withoutGroup = 0
        var withoutDay = 0
        /// What the draw goes by, with how many; empty where it goes by nothing.
        var parts: [(name: String, count: Int)] = []
    }

    static func counts(
        _ connection: Connection, _ authority: ID<Authority>, _ round: Round
    ) throws -> Counts {
        let key: [SQLValue] = [.id(authority), .id(round.id)]
        var counts = Counts()
        try connection.rows(
            """
            SELECT excluded, COUNT(*) FROM audit_frame WHERE authority = $1 AND round = $2
            GROUP BY excluded ORDER BY COUNT(*) DESC, excluded
            """, key
        ) { (try $0.textOrNil(0), try $0.int(1)) }.forEach { reason, count in
            counts.all += count
            if let reason { counts.excluded.append((reason, count)) } else { counts.count = count }
        }
        let drawn = "FROM audit_frame f WHERE authority = $1 AND round = $2 AND excluded IS NULL"
        _ = try connection.first(
            """
            SELECT SUM(CASE WHEN holder = '' THEN 1 ELSE 0 END), SUM(CASE WHEN team = '' THEN 1 ELSE 0 END),
                SUM(CASE WHEN area = '' THEN 1 ELSE 0 END), SUM(CASE WHEN grouping = '' THEN 1 ELSE 0 END),
                SUM(CASE WHEN event_on IS NULL THEN 1 ELSE 0 END) \(drawn)
            """, key
        ) { row in
            counts.withoutHolder = try row.intOrNil(0) ?? 0
            counts.withoutTeam = try row.intOrNil(1) ?? 0
            counts.withoutArea = try row.intOrNil(2) ?? 0
            counts.withoutGroup = try row.intOrNil(3) ?? 0
            counts.withoutDay = try row.intOrNil(4) ?? 0
        }
        counts.strangers = try connection.rows(
            """
            SELECT holder, COUNT(*) \(drawn) AND holder <> '' AND holder_person IS NULL
            GROUP BY holder ORDER BY COUNT(*) DESC, holder
            """, key
        ) { (try $0.text(0), try $0.int(1)) }
        if [.stratified, .perPerson, .perEvent].contains(round.kind) {
            let part = part(of: round)
            counts.parts = try connection.rows(
                "SELECT \(part), COUNT(*) \(drawn) GROUP BY \(part) ORDER BY \(part)", key
            ) { (try $0.text(0), try $0.int(1)) }
        }
        return counts
    }
}

extension FrameSQL {
    /// Lines in the order of the list, for a page or a file.
    static func lines(
        _ connection: Connection, _ authority: ID<Authority>, _ round: ID<AuditRound>, limit: Int,
        offset: Int
    ) throws -> [FrameLine] {
        try connection.rows(
            """
            SELECT reference, holder, chair, team, area, grouping, event_on, excluded FROM audit_frame
            WHERE authority = $1 AND round = $2 ORDER BY position LIMIT $3 OFFSET $4
            """, [.id(authority), .id(round), .int(limit), .int(offset)]
        ) {
            FrameLine(
                reference: try $0.sensitive(0), holder: try $0.text(1), chair: try $0.text(2),
                team: try $0.text(3), area: try $0.text(4), group: try $0.text(5), on: try $0.dayOrNil(6),
                excluded: try $0.textOrNil(7))
        }
    }
}
