import Kernel
import Site
import Storage

/// Who opened which weekly sheet when. Every statement runs on both engines.
enum WeeklySheetSQL {
    struct Opening: Sendable {
        let node: ID<Node>
        let week: Day
        let name: String
        let at: Instant
    }

    /// The owner of the identities of openings.
    enum OpeningRecord {}

    /// Keeps that somebody opened it: once a day.
    static func open(
        _ node: ID<Node>, week: Day, _ officer: Officer, _ connection: Connection, at now: Instant,
        on today: Day
    ) throws {
        let last = try connection.first(
            """
            SELECT at FROM weekly_sheet_opening
            WHERE authority = $1 AND node = $2 AND account = $3 ORDER BY at DESC LIMIT 1
            """, [.id(officer.authority), .id(node), .id(officer.account)]
        ) { try $0.instant(0) }
        guard last?.inLondon.day != now.inLondon.day else { return }
        let id = ID<OpeningRecord>.make(at: now)
        try connection.run(
            """
            INSERT INTO weekly_sheet_opening (authority, id, node, week_ends, account, person, name, at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            """,
            [
                .id(officer.authority), .id(id), .id(node), .day(week), .id(officer.account),
                .id(officer.person), .text(officer.name), .instant(now),
            ])
        try connection.record(
            Event(
                authority: officer.authority, at: now, actor: officer.account, kind: "weekly.sheet.opened",
                subject: "node", subjectID: node,
                to: ["says": .string("Opened the weekly sheet of the week to \(week.long)")]))
    }

    static func openings(
        _ connection: Connection, _ authority: ID<Authority>, of node: ID<Node>? = nil, week: Day? = nil
    ) throws -> [Opening] {
        let (condition, value): (String, SQLValue) =
            node.map { ("node = $2", .id($0)) } ?? ("week_ends = $2", .day(week))
        return try connection.rows(
            """
            SELECT node, week_ends, name, at FROM weekly_sheet_opening
            WHERE authority = $1 AND \(condition) ORDER BY at DESC, id DESC LIMIT 200
            """, [.id(authority), value]
        ) {
            Opening(node: try $0.id(0), week: try $0.day(1), name: try $0.text(2), at: try $0.instant(3))
        }
    }
}
