import Kernel
import Storage

/// What of a plan's dates to draw: from the address.
struct TimelineFilter: Hashable, Sendable {
    enum State: String, CaseIterable, Sendable {
        case open, late, slipped, closed, undated

        var label: String {
            switch self {
            case .open: "Open"
            case .late: "Open and past its date"
            case .slipped: "Later than first set"
            case .closed: "Closed"
            case .undated: "No finish date"
            }
        }
    }

    enum Answering: Hashable, Sendable {
        case nobody
        case one(Accountable)
    }

    var area: ID<AreaRecord>?
    var who: Answering?
    var state: State?

    var isEmpty: Bool { self == TimelineFilter() }
    var whoChoice: String {
        switch who {
        case nil: ""
        case .nobody: "-"
        case .one(let accountable): accountable.choice
        }
    }

    /// Words for the file that the list is taken away as; nil where nothing is hidden.
    func note(shown: Int, of all: Int) -> String? { isEmpty ? nil : "\(shown) of \(all) actions" }
}

/// What the timeline draws, and no more of the plan than that.
enum TimelineSQL {
    struct Entry: Sendable {
        var id: ID<ActionRecord>
        var area: ID<AreaRecord>
        var areaReference: String?
        var areaTitle: String
        var reference: String?
        var text: String
        var whenText: String?
        var start: PartialDate?
        var finish: PartialDate?
        var firstStart: PartialDate?
        var firstFinish: PartialDate?
        var hasBegun: Bool
        var forecast: Day?
        var closed: Day?
        var moves: Int
        var answers: String?
        var steps: [(due: Day, isDone: Bool)] = []
        var waitsFor: [String] = []
    }

    struct Choices: Sendable {
        var areas: [(id: ID<AreaRecord>, name: String)]
        var who: [(accountable: Accountable, name: String)]
        var actions: Int
        var undated: Int
    }

    static func entries(
        _ connection: Connection, _ authority: ID<Authority>, _ plan: ID<PlanRecord>,
        _ filter: TimelineFilter,
        on today: Day
    ) throws -> [Entry] {
        var values: [SQLValue] = [.id(authority), .id(plan)]
        var condition = ""
        func add(_ sql: String, _ value: SQLValue) {
            values.append(value)
            condition += " AND \(sql) $\(values.count)"
        }
        if let area = filter.area { add("a.area =", .id(area)) }
        switch filter.who {
        case nil: break
        case .nobody: condition += " AND r.accountable_post IS NULL AND r.accountable_person IS NULL"
        case .one(.post(let post)): add("r.accountable_post =", .id(post))
        case .one(.person(let person)): add("r.accountable_person =", .id(person))
        }
        switch filter.state {
        case nil: break
        case .open: condition += " AND r.closed_on IS NULL"
        case .late:
            condition += " AND r.closed_on IS NULL"
            add("a.finish_last <", .day(today))
        case .slipped: condition += " AND a.finish_last > r.first_finish_last"
        case .closed: condition += " AND r.closed_on IS NOT NULL"
        case .undated: condition += " AND a.finish_last IS NULL"
        }
        return try connection.rows(
            """
            SELECT a.id, a.area, area.reference, area.title, a.reference, a.text, a.when_text, a.start, a.finish,
                r.first_start, r.first_finish, r.has_begun, r.forecast, r.closed_on,
                (SELECT COUNT(*) FROM action_date d WHERE d.authority = a.authority AND d.action = a.id),
                COALESCE(accountable_person.name, accountable_post.title)
            FROM plan_action a
            JOIN plan_area area ON area.authority = a.authority AND area.id = a.area
            JOIN action_run r ON r.authority = a.authority AND r.action = a.id
            \(RunSQL.joins)
            WHERE a.authority = $1 AND a.plan = $2\(condition)
            ORDER BY area.position, a.position
            """, values, entry)
    }

    private static func entry(_ row: Row) throws -> Entry {
        func date(_ column: Int) throws -> PartialDate? {
            try row.textOrNil(column).flatMap { PartialDate($0) }
        }
        return Entry(
            id: try row.id(0), area: try row.id(1), areaReference: try row.textOrNil(2),
            areaTitle: try row.text(3), reference: try row.textOrNil(4), text: try row.text(5),
            whenText: try row.textOrNil(6), start: try date(7), finish: try date(8), firstStart: try date(9),
            firstFinish: try date(10), hasBegun: try row.bool(11), forecast: try row.dayOrNil(12),
            closed: try row.dayOrNil(13), moves: max(0, try row.int(14) - 1), answers: try row.textOrNil(15))
    }

    /// Adds the steps and waits of those entries.
    static func fill(
        _ entries: inout [Entry], of plan: ID<PlanRecord>, _ connection: Connection,
        _ authority: ID<Authority>
    ) throws {
        guard !entries.isEmpty else { return }
        let list = entries.map { "\($0.id.rawValue)" }.joined(separator: ", ")
        let index = Dictionary(
            entries.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        let steps = try connection.rows(
            """
            SELECT s.action, s.due, CASE WHEN s.done_on IS NULL THEN 0 ELSE 1 END FROM action_step s
            WHERE s.authority = $1 AND s.action IN (\(list)) AND s.withdrawn = 0 AND s.revision =
                (SELECT MAX(v.revision) FROM action_step v WHERE v.authority = s.authority AND v.id = s.id)
            ORDER BY s.due
            """, [.id(authority)]
        ) { (try $0.id(0) as ID<ActionRecord>, try $0.day(1), try $0.bool(2)) }
        for (action, due, isDone) in steps {
            if let place = index[action] { entries[place].steps.append((due, isDone)) }
        }
        let waits = try connection.rows(
            """
            SELECT w.action, b.plan, b.reference, b.text FROM action_wait w
            JOIN plan_action b ON b.authority = w.authority AND b.id = w.waits_for
            WHERE w.authority = $1 AND w.ended_at IS NULL AND w.action IN (\(list)) ORDER BY w.id
            """, [.id(authority)]
        ) { row in
            let isHere = try row.id(1) as ID<PlanRecord> == plan
            let name = try row.textOrNil(2) ?? row.text(3).short
            return (try row.id(0) as ID<ActionRecord>, isHere ? name : "an action of another plan")
        }
        for (action, name) in waits {
            if let place = index[action] { entries[place].waitsFor.append(name) }
        }
    }

    static func choices(
        _ connection: Connection, _ authority: ID<Authority>, _ plan: ID<PlanRecord>
    ) throws -> Choices {
        let key: [SQLValue] = [.id(authority), .id(plan)]
        let counts = try connection.first(
            """
            SELECT COUNT(*), COUNT(finish_last) FROM plan_action WHERE authority = $1 AND plan = $2
            """, key
        ) { (try $0.int(0), try $0.int(1)) }
        let (actions, dated) = counts ?? (0, 0)
        let who = try connection.rows(
            """
            SELECT DISTINCT r.accountable_post, r.accountable_person,
                COALESCE(accountable_person.name, accountable_post.title) AS name
            FROM action_run r \(RunSQL.joins) WHERE r.authority = $1 AND r.plan = $2
                AND (r.accountable_post IS NOT NULL OR r.accountable_person IS NOT NULL)
            ORDER BY name
            """, key
        ) { (Accountable(post: try $0.idOrNil(0), person: try $0.idOrNil(1)), try $0.textOrNil(2) ?? "") }
        return Choices(
            areas: try connection.rows(
                "SELECT id, reference, title FROM plan_area WHERE authority = $1 AND plan = $2 ORDER BY position",
                key
            ) { row in
                let name = [try row.textOrNil(1), try row.text(2).short].compactMap { $0 }
                return (id: try row.id(0), name: name.joined(separator: " "))
            }, who: who.compactMap { found in found.0.map { (accountable: $0, name: found.1) } },
            actions: actions, undated: actions - dated)
    }

    /// The day that the inspectors return, where the plan answers an inspection that says one.
    static func inspectorsReturn(
        _ connection: Connection, _ authority: ID<Authority>, _ inspection: ID<InspectionRecord>
    ) throws -> Day? {
        try connection.first(
            "SELECT inspectors_return_on FROM inspection WHERE authority = $1 AND id = $2",
            [.id(authority), .id(inspection)]
        ) { try $0.dayOrNil(0) } ?? nil
    }
}
