import Kernel
import Storage

/// What of a plan's dates to show: from the address.
enum DatesFilter: String, CaseIterable, Sendable {
    case slipped, moved, asked, late, none

    var label: String {
        switch self {
        case .slipped: "Slipped"
        case .moved: "Moved at all"
        case .asked: "New date asked for"
        case .late: "Dated late"
        case .none: "No finish date"
        }
    }

    /// Over `plan_action a` and `action_run r`.
    var condition: String {
        switch self {
        case .slipped: "a.finish_last > r.first_finish_last"
        case .moved: "(SELECT COUNT(*) FROM action_date d WHERE d.authority = $1 AND d.action = a.id) > 1"
        case .asked: DatesPageSQL.isAsked
        case .late: "r.dated_late = 1"
        case .none: "a.finish_last IS NULL"
        }
    }
}

/// How the dates of a plan stand together.
struct DateTotals: Hashable, Sendable {
    var actions = 0
    /// Days from the first to the present date of each action that stands later than its first.
    var slips: [Int] = []
    /// Moved, and not later than the first date now.
    var movedOtherwise = 0
    var asFirstSet = 0
    var undated = 0
    var asked = 0
    var datedLate = 0
    /// Dated, and not locked: the plan is not published yet.
    var open = 0
}

enum DatesPageSQL {
    static let isAsked = """
        EXISTS (SELECT 1 FROM date_request q WHERE q.authority = $1 AND q.action = a.id AND NOT EXISTS
            (SELECT 1 FROM date_decision c WHERE c.authority = $1 AND c.request = q.id))
        """

    struct Entry: Sendable {
        var id: ID<ActionRecord>
        var area: ID<AreaRecord>
        var areaReference: String?
        var areaTitle: String
        var reference: String?
        var text: String
        var whenText: String?
        var now: PartialDate?
        var first: PartialDate?
        var isDatedLate: Bool
        var slips: Int
        var dates: [ActionDate] = []
        var open: (id: ID<DateRequest>, finish: PartialDate?)?
    }

    static func totals(
        _ connection: Connection, _ authority: ID<Authority>, _ plan: ID<PlanRecord>
    ) throws -> DateTotals {
        var totals = DateTotals()
        let rows = try connection.rows(
            """
            SELECT a.finish_last, r.first_finish_last, r.dated_late, CASE WHEN \(isAsked) THEN 1 ELSE 0 END,
                (SELECT COUNT(*) FROM action_date d WHERE d.authority = $1 AND d.action = a.id)
            FROM plan_action a JOIN action_run r ON r.authority = a.authority AND r.action = a.id
            WHERE a.authority = $1 AND a.plan = $2
            """, [.id(authority), .id(plan)]
        ) { (try $0.dayOrNil(0), try $0.dayOrNil(1), try $0.bool(2), try $0.bool(3), try $0.int(4)) }
        for (now, first, isLate, isAsked, dates) in rows {
            totals.actions += 1
            if isLate { totals.datedLate += 1 }
            if isAsked { totals.asked += 1 }
            guard let now else {
                totals.undated += 1
                continue
            }
            guard let first else {
                totals.open += 1
                continue
            }
            if now > first {
                totals.slips.append(now - first)
            } else if dates > 1 {
                totals.movedOtherwise += 1
            } else {
                totals.asFirstSet += 1
            }
        }
        return totals
    }

    static func page(
        _ connection: Connection, _ authority: ID<Authority>, _ plan: ID<PlanRecord>, _ filter: DatesFilter?,
        limit: Int, offset: Int
    ) throws -> (entries: [Entry], shown: Int) {
        let tables = """
            FROM plan_action a
            JOIN plan_area area ON area.authority = a.authority AND area.id = a.area
            JOIN action_run r ON r.authority = a.authority AND r.action = a.id
            WHERE a.authority = $1 AND a.plan = $2 \(filter.map { "AND \($0.condition)" } ?? "")
            """
        let key: [SQLValue] = [.id(authority), .id(plan)]
        let shown = try connection.first("SELECT COUNT(*) \(tables)", key) { try $0.int(0) } ?? 0
        var entries = try connection.rows(
            """
            SELECT a.id, a.area, area.reference, area.title, a.reference, a.text, a.when_text, a.finish,
                r.first_finish, r.dated_late, r.slips
            \(tables) ORDER BY area.position, a.position LIMIT $3 OFFSET $4
            """, key + [.int(limit), .int(offset)], entry)
        try fill(&entries, connection, authority)
        return (entries, shown)
    }

    /// The moves and the open requests of those entries.
    private static func fill(
        _ entries: inout [Entry], _ connection: Connection, _ authority: ID<Authority>
    ) throws {
        guard !entries.isEmpty else { return }
        let list = entries.map { "\($0.id.rawValue)" }.joined(separator: ", ")
        let index = Dictionary(
            entries.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        let dates = try connection.rows(
            """
            SELECT action, sequence, start, finish, printed, dated_late, reason, approver, approved_on, at
            FROM action_date WHERE authority = $1 AND action IN (\(list)) ORDER BY action, sequence
            """, [.id(authority)]
        ) { (try $0.id(0) as ID<ActionRecord>, try DatesSQL.date($0, from: 1)) }
        for (action, date) in dates {
            if let place = index[action] { entries[place].dates.append(date) }
        }
        let requests = try connection.rows(
            """
            SELECT q.action, q.id, q.finish FROM date_request q
            WHERE q.authority = $1 AND q.action IN (\(list)) AND NOT EXISTS
                (SELECT 1 FROM date_decision c WHERE c.authority = $1 AND c.request = q.id)
            """, [.id(authority)]
        ) { (try $0.id(0) as ID<ActionRecord>, try $0.id(1) as ID<DateRequest>, PartialDate(try $0.text(2))) }
        for (action, id, finish) in requests {
            if let place = index[action] { entries[place].open = (id, finish) }
        }
    }

    private static func entry(_ row: Row) throws -> Entry {
        Entry(
            id: try row.id(0), area: try row.id(1), areaReference: try row.textOrNil(2),
            areaTitle: try row.text(3), reference: try row.textOrNil(4), text: try row.text(5),
            whenText: try row.textOrNil(6), now: try row.textOrNil(7).flatMap { PartialDate($0) },
            first: try row.textOrNil(8).flatMap { PartialDate($0) }, isDatedLate: try row.bool(9),
            slips: try row.int(10))
    }
}
