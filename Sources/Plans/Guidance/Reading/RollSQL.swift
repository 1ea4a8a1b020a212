import Kernel
import Storage

/// What reading lists are worked out from.
enum RollSQL {
    static func membership(_ connection: Connection, _ authority: ID<Authority>) throws -> Membership {
        var membership = Membership()
        membership.nodes = try connection.rows(
            "SELECT node, name, parent, from_day, until_day FROM node_version WHERE authority = $1",
            [.id(authority)]
        ) { row in
            Membership.Node(
                id: try row.id(0), name: try row.text(1), parent: try row.idOrNil(2), from: try row.day(3),
                until: try row.dayOrNil(4))
        }
        membership.holdings = try connection.rows(
            """
            SELECT h.post, post.node, h.person, h.from_day,
                CASE WHEN post.ended_on IS NULL OR h.until_day <= post.ended_on THEN h.until_day
                    ELSE post.ended_on END
            FROM post_holding h JOIN post ON post.authority = h.authority AND post.id = h.post
            WHERE h.authority = $1
            """, [.id(authority)]
        ) { row in
            Membership.Holding(
                post: try row.id(0), node: try row.idOrNil(1), person: try row.id(2), from: try row.day(3),
                until: try row.dayOrNil(4))
        }
        let people = try connection.rows(
            "SELECT id, name, left_on FROM person WHERE authority = $1", [.id(authority)]
        ) { (try $0.id(0) as ID<Person>, Membership.Somebody(try $0.text(1), left: try $0.dayOrNil(2))) }
        membership.people = Dictionary(people, uniquingKeysWith: { first, _ in first })
        return membership
    }

    static func readings(
        _ connection: Connection, _ authority: ID<Authority>, where condition: String, _ values: [SQLValue]
    ) throws -> [ID<GuidanceRecord>: [ReadingRoll.Reading]] {
        let rows = try connection.rows(
            """
            SELECT r.guidance, r.version, r.reader, r.read_on, r.on_paper FROM guidance_reading r
            WHERE r.authority = $1 AND \(condition) ORDER BY r.at
            """, [.id(authority)] + values
        ) { row in
            (
                try row.id(0) as ID<GuidanceRecord>,
                ReadingRoll.Reading(
                    version: try row.int(1), person: try row.id(2), on: try row.day(3),
                    onPaper: try row.bool(4))
            )
        }
        return Dictionary(grouping: rows, by: \.0).mapValues { $0.map(\.1) }
    }

    static func roll(
        _ connection: Connection, _ authority: ID<Authority>, _ id: ID<GuidanceRecord>,
        _ issues: [GuidanceIssue], on day: Day
    ) throws -> ReadingRoll? {
        guard !issues.isEmpty else { return nil }
        let readings = try readings(connection, authority, where: "r.guidance = $2", [.id(id)])[id] ?? []
        return ReadingRoll.of(
            issues.map(\.forRoll), readings, try membership(connection, authority), on: day)
    }

    /// Keeps a reading once: false when it was there already.
    static func insert(
        _ reading: ReadingRoll.Reading, of id: ID<GuidanceRecord>, by officer: Officer, at now: Instant,
        _ connection: Connection
    ) throws -> Bool {
        try connection.run(
            """
            INSERT INTO guidance_reading
                (authority, guidance, version, reader, read_on, on_paper, at, account, person)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING
            """,
            [
                .id(officer.authority), .id(id), .int(reading.version), .id(reading.person),
                .day(reading.on), .bool(reading.onPaper), .instant(now), .id(officer.account),
                .id(officer.person),
            ]) == 1
    }
}

extension GuidanceIssue {
    var forRoll: ReadingRoll.Issue {
        ReadingRoll.Issue(version: version, on: on, readAnew: readAnew, to: Set(to))
    }
}

// MARK: Of one reader

extension RollSQL {
    /// A document that somebody is to read or has read.
    struct Due: Sendable {
        var guidance: Guidance
        var issued: Day
        var readBy: Day?
        /// When they read the version in force, or an earlier one that still counts.
        var read: Day?
    }

    /// What is issued to the person on that day: the lists of the versions in force, through their posts, the
    /// parts of the tree above those, and their name.
    static func issued(
        to person: ID<Person>, _ connection: Connection, _ authority: ID<Authority>, on day: Day,
        unreadOnly: Bool
    ) throws -> [Due] {
        let unread = unreadOnly ? "HAVING MAX(r.read_on) IS NULL" : ""
        let grouped = GuidanceSQL.columns
        return try connection.rows(
            """
            WITH RECURSIVE held (post, node) AS (
                SELECT post.id, post.node FROM post_holding h
                JOIN post ON post.authority = h.authority AND post.id = h.post
                WHERE h.authority = $1 AND h.person = $2 AND h.from_day <= $3
                    AND (h.until_day IS NULL OR h.until_day >= $3)
                    AND (post.ended_on IS NULL OR post.ended_on >= $3)
            ), above (node) AS (
                SELECT node FROM held WHERE node IS NOT NULL
                UNION
                SELECT v.parent FROM node_version v JOIN above ON above.node = v.node
                WHERE v.authority = $1 AND v.parent IS NOT NULL AND v.from_day <= $3
                    AND (v.until_day IS NULL OR v.until_day >= $3)
            )
            SELECT \(grouped), MIN(i.issued_on), MIN(i.read_by), MAX(r.read_on) FROM guidance g
            JOIN guidance_issue i
                ON i.authority = g.authority AND i.guidance = g.id AND i.version = g.issued_version
            JOIN guidance_issue_to t ON t.authority = i.authority AND t.issue = i.id
            JOIN person p ON p.authority = g.authority AND p.id = $2
            LEFT JOIN guidance_reading r ON r.authority = g.authority AND r.guidance = g.id AND r.reader = $2
                AND r.version >= g.read_from AND r.version <= g.issued_version
            WHERE g.authority = $1 AND g.withdrawn_on IS NULL AND (p.left_on IS NULL OR p.left_on >= $3)
                AND (t.person = $2 OR t.post IN (SELECT post FROM held) OR t.node IN (SELECT node FROM above))
            GROUP BY \(grouped) \(unread) ORDER BY MIN(i.issued_on) DESC, g.id
            """, [.id(authority), .id(person), .day(day)]
        ) { row in
            let first = GuidanceSQL.columnCount
            return Due(
                guidance: try GuidanceSQL.guidance(row), issued: try row.day(first),
                readBy: try row.dayOrNil(first + 1), read: try row.dayOrNil(first + 2))
        }
    }
}
