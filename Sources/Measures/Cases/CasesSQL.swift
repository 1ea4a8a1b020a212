import Indicators
import Kernel
import Storage

/// Reading the case lists: scope and filter in the statement.
enum CasesSQL {
    /// The file that the lists are of, and the day of the one before it.
    struct Header: Sendable {
        var asAt: Day
        var before: Day?
    }

    static func header(_ connection: Connection, _ authority: ID<Authority>) throws -> Header? {
        try connection.first(
            """
            SELECT l.as_at, (SELECT MAX(c.as_at) FROM case_count c
                WHERE c.authority = l.authority AND c.as_at < l.as_at)
            FROM case_list l WHERE l.authority = $1
            """, [.id(authority)]
        ) { Header(asAt: try $0.day(0), before: try $0.dayOrNil(1)) }
    }

    /// Who looks: how far they reach, and whose cases alone they see, where it is their own.
    struct View: Sendable {
        var authority: ID<Authority>
        var scopes: Set<Scope>
        /// Folded by `NameKey`; nil where the whole scope is seen.
        var ownKey: String?
        var today: Day
    }

    struct KindCount: Sendable {
        var kind: CaseClock.Kind
        var running: Int
        var late: Int
        var dueSoon: Int
    }

    /// How many clocks run, are late and are due within seven days, by kind.
    static func kinds(_ connection: Connection, _ view: View) throws -> [KindCount] {
        let reach = Reach(view.scopes)
        return try connection.rows(
            """
            \(reach.subtree)
            SELECT c.kind, COUNT(*), SUM(CASE WHEN c.due_on < $3 THEN 1 ELSE 0 END),
                SUM(CASE WHEN c.due_on >= $3 AND c.due_on <= $4 THEN 1 ELSE 0 END)
            FROM case_clock c
            WHERE c.authority = $1 AND ($2 = 1 OR c.node IN (SELECT id FROM reached))
                AND ($5 = '' OR c.worker_key = $5)
            GROUP BY c.kind
            """,
            [
                .id(view.authority), .bool(reach.isEverything), .day(view.today),
                .day(view.today.adding(days: 7)), .text(view.ownKey ?? ""),
            ]
        ) { row in
            guard let kind = CaseClock.Kind(rawValue: try row.text(0)) else { return nil }
            return KindCount(
                kind: kind, running: try row.int(1), late: try row.int(2), dueSoon: try row.int(3))
        }.compactMap { $0 }
    }

    /// How many were late on the day of an earlier file, by kind.
    static func late(
        on day: Day, _ connection: Connection, _ view: View
    ) throws -> [CaseClock.Kind: Int] {
        let reach = Reach(view.scopes)
        let found: [(CaseClock.Kind, Int)?] = try connection.rows(
            """
            \(reach.subtree)
            SELECT c.kind, SUM(c.late) FROM case_count c
            WHERE c.authority = $1 AND c.as_at = $4 AND ($2 = 1 OR c.node IN (SELECT id FROM reached))
            GROUP BY c.kind
            """, [.id(view.authority), .bool(reach.isEverything), .day(view.today), .day(day)]
        ) { row in
            let count = try row.int(1)
            return CaseClock.Kind(rawValue: try row.text(0)).map { ($0, count) }
        }
        return Dictionary(found.compactMap { $0 }, uniquingKeysWith: +)
    }

    struct Filter: Hashable, Sendable {
        var node: ID<Node>?
        var kind: CaseClock.Kind?
        /// Folded by `NameKey`; `-` for no worker.
        var worker = ""
        /// The latest due day that is shown.
        var through: Day
        var dueFirst: Day?
    }

    struct Entry: Sendable {
        var reference: Sensitive<String>
        var kind: CaseClock.Kind
        var trigger: Day
        var due: Day
        var team: String
        var node: ID<Node>?
        var worker: String
        var isAllocated: Bool
        var status: OpenCase.Status?
        var lastSeen: Day?
    }

    /// One page of the list, the longest due first, with how many there are in all and of how many children.
    static func entries(
        _ connection: Connection, _ view: View, _ filter: Filter, limit: Int, offset: Int
    ) throws -> (entries: [Entry], total: Int, children: Int) {
        let reach = Reach(view.scopes)
        var counts = (total: 0, children: 0)
        let entries = try connection.rows(
            """
            \(reach.subtree), shown AS (
                SELECT c.* FROM case_clock c
                WHERE c.authority = $1 AND ($2 = 1 OR c.node IN (SELECT id FROM reached))
                    AND ($4 = '' OR c.worker_key = $4) AND c.due_on <= $5
                    AND ($6 = 0 OR c.node = $6) AND ($7 = '' OR c.kind = $7)
                    AND ($8 = '' OR ($8 = '-' AND c.is_allocated = 0) OR ($8 <> '-' AND c.worker_key = $8))
            )
            SELECT ch.reference, c.kind, c.trigger_on, c.due_on, c.team, c.node, c.worker, c.is_allocated,
                o.status, o.last_seen, (SELECT COUNT(*) FROM shown), (SELECT COUNT(DISTINCT number) FROM shown)
            FROM shown c
            JOIN case_child ch ON ch.authority = c.authority AND ch.number = c.number
            LEFT JOIN case_open o ON o.authority = c.authority AND o.number = c.number
            ORDER BY c.due_on, ch.reference, c.kind LIMIT $9 OFFSET $10
            """,
            [
                .id(view.authority), .bool(reach.isEverything), .day(view.today), .text(view.ownKey ?? ""),
                .day(filter.through), .integer(filter.node?.rawValue ?? 0),
                .text(filter.kind?.rawValue ?? ""), .text(filter.worker), .int(limit), .int(offset),
            ]
        ) { row in
            counts = (try row.int(10), try row.int(11))
            return Entry(
                reference: try row.sensitive(0),
                kind: CaseClock.Kind(rawValue: try row.text(1)) ?? .assessment,
                trigger: try row.day(2), due: try row.day(3), team: try row.text(4),
                node: try row.idOrNil(5), worker: try row.text(6), isAllocated: try row.bool(7),
                status: try row.textOrNil(8).flatMap(OpenCase.Status.init), lastSeen: try row.dayOrNil(9))
        }
        return (entries, counts.total, counts.children)
    }

    /// What the filter offers: teams with clocks, and workers with clocks.
    static func choices(
        _ connection: Connection, _ view: View
    ) throws -> (teams: [ID<Node>: String], workers: [String: String]) {
        let reach = Reach(view.scopes)
        var teams: [ID<Node>: String] = [:]
        var workers: [String: String] = [:]
        _ = try connection.rows(
            """
            \(reach.subtree)
            SELECT DISTINCT c.node, v.name, c.worker_key, c.worker FROM case_clock c
            LEFT JOIN node_version v ON v.authority = c.authority AND v.node = c.node AND v.from_day <= $3
                AND (v.until_day IS NULL OR v.until_day >= $3)
            WHERE c.authority = $1 AND ($2 = 1 OR c.node IN (SELECT id FROM reached))
                AND ($4 = '' OR c.worker_key = $4)
            """,
            [
                .id(view.authority), .bool(reach.isEverything), .day(view.today),
                .text(view.ownKey ?? ""),
            ]
        ) { row in
            if let node: ID<Node> = try row.idOrNil(0) {
                teams[node] = try row.textOrNil(1) ?? "A team that ended"
            }
            let key = try row.text(2)
            if !key.isEmpty { workers[key] = try row.text(3) }
        }
        return (teams, workers)
    }
}
