package import Kernel
import PlanFormat
package import Storage

/// Reading and writing plans. Every statement runs on both engines.
package enum PlanSQL {}

// MARK: Reading

extension PlanSQL {
    /// The plans that those scopes reach, newest first. A node reaches the plans kept at it and below.
    package static func plans(
        _ connection: Connection, _ authority: ID<Authority>, within scopes: Set<Scope>, on today: Day
    ) throws -> [KeptPlan.Header] {
        let reach = Reach(scopes)
        return try connection.rows(
            """
            \(reach.subtree)
            SELECT \(headerColumns) FROM plan p
            WHERE p.authority = $1
                AND ($2 = 1 OR p.id IN (\(reach.planList)) OR p.node IN (SELECT id FROM reached))
            ORDER BY p.made_at DESC, p.id DESC
            """,
            [.id(authority), .bool(reach.isEverything), .day(today)], header)
    }

    /// Whether the scopes reach that plan.
    package static func isPlan(
        _ connection: Connection, _ authority: ID<Authority>, _ plan: ID<PlanRecord>,
        within scopes: Set<Scope>, on today: Day
    ) throws -> Bool {
        let reach = Reach(scopes)
        return try connection.first(
            """
            \(reach.subtree)
            SELECT 1 FROM plan p
            WHERE p.authority = $1 AND p.id = $4
                AND ($2 = 1 OR p.id IN (\(reach.planList)) OR p.node IN (SELECT id FROM reached))
            """,
            [.id(authority), .bool(reach.isEverything), .day(today), .id(plan)]
        ) { _ in true } ?? false
    }

    private static let headerColumns = """
        p.id, p.title, p.version, p.dated, p.status, p.owners, p.update_frequency, p.base_year,
        p.node, p.part_of, p.follows, p.inspection, p.source_file, p.source_name, p.made_at,
        p.revision
        """

    private static func header(_ row: Row) throws -> KeptPlan.Header {
        KeptPlan.Header(
            id: try row.id(0), title: try row.text(1), version: try row.textOrNil(2),
            date: try row.textOrNil(3).flatMap { PartialDate($0) }, status: try row.textOrNil(4),
            owners: strings(try row.text(5)),
            updateFrequency: try row.textOrNil(6).flatMap(Plan.Frequency.init), baseYear: try row.intOrNil(7),
            node: try row.idOrNil(8), partOf: try row.idOrNil(9), follows: try row.idOrNil(10),
            inspection: try row.idOrNil(11), sourceFile: try row.idOrNil(12),
            sourceName: try row.textOrNil(13), made: try row.instant(14), revision: try row.int(15))
    }

    package static func header(
        _ connection: Connection, _ authority: ID<Authority>, _ plan: ID<PlanRecord>
    ) throws -> KeptPlan.Header? {
        try connection.first(
            "SELECT \(headerColumns) FROM plan p WHERE p.authority = $1 AND p.id = $2",
            [.id(authority), .id(plan)], header)
    }

    /// The whole plan, its parts in order, as it stood at that moment or, for nil, as it stands.
    ///
    /// Nil when there is none of that identity, or was none then.
    package static func plan(
        _ connection: Connection, _ authority: ID<Authority>, _ plan: ID<PlanRecord>,
        at moment: Instant? = nil
    ) throws -> KeptPlan? {
        let key: [SQLValue] = [.id(authority), .id(plan)] + (moment.map { [.instant($0)] } ?? [])
        func source(_ table: PlanPast.Table, _ column: String = "plan") -> String {
            PlanPast.source(table, moment.map { _ in "$3" }, one: "x.\(column) = $2")
        }
        let head = source(.head, "id")
        guard
            let header = try connection.first(
                "SELECT \(headerColumns) FROM \(head) p WHERE p.authority = $1 AND p.id = $2", key, header)
        else { return nil }
        let leads = try PlanListSQL.leads(connection, authority, plan, at: moment)
        let actions = try connection.rows(
            """
            SELECT id, area, revision, label, reference, text, when_text, when_kind, start, finish,
                claimed_status, see_also, place, lead_place, when_place
            FROM \(source(.action)) t WHERE authority = $1 AND plan = $2 ORDER BY position
            """, key
        ) { try action($0, leads: leads) }
        let criteria = try connection.rows(
            """
            SELECT id, area, action, revision, label, text, kind, place
            FROM \(source(.criterion)) t WHERE authority = $1 AND plan = $2 ORDER BY position
            """, key, criterion)
        let items = try connection.rows(
            """
            SELECT area, kind, label, text, frequency, sample_percent, quota_number, quota_per, by_whom,
                place
            FROM \(source(.item)) t WHERE authority = $1 AND plan = $2 ORDER BY position
            """, key, item)
        var areas = try connection.rows(
            """
            SELECT id, revision, reference, section, title, sources, place
            FROM \(source(.area)) t WHERE authority = $1 AND plan = $2 ORDER BY position
            """, key, area)
        let index = Dictionary(
            areas.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        for action in actions {
            if let area = index[action.area] { areas[area].actions.append(action) }
        }
        for (area, criterion) in criteria {
            if let area = index[area] { areas[area].criteria.append(criterion) }
        }
        for (area, item) in items {
            guard let area = index[area] else { continue }
            switch item {
            case .change(let value): areas[area].value.changes.append(value)
            case .evidence(let value): areas[area].value.evidence.append(value)
            case .monitoring(let value): areas[area].value.monitoring.append(value)
            }
        }
        let rest = try connection.first(
            "SELECT rest_json FROM \(head) p WHERE authority = $1 AND id = $2", key
        ) { try PlanRest.plan(try $0.text(0)) }
        return KeptPlan(header: header, areas: areas, rest: rest ?? Plan())
    }

    private static func action(
        _ row: Row, leads: [ID<ActionRecord>: [KeptPlan.Lead]]
    ) throws -> KeptPlan.Action {
        let id: ID<ActionRecord> = try row.id(0)
        let people = leads[id] ?? []
        var value = Plan.Action(
            label: try row.textOrNil(3), text: try row.text(5), reference: try row.textOrNil(4),
            place: place(try row.textOrNil(12)))
        value.leads = people.map(\.printed)
        value.leadPlace = place(try row.textOrNil(13))
        if let text = try row.textOrNil(6),
            let kind = try row.textOrNil(7).flatMap(Plan.Timescale.Kind.init)
        {
            value.timescale = Plan.Timescale(
                text: text, start: try row.textOrNil(8).flatMap { PartialDate($0) },
                finish: try row.textOrNil(9).flatMap { PartialDate($0) }, kind: kind,
                place: place(try row.textOrNil(14)))
        }
        value.status = try row.textOrNil(10).flatMap(Plan.Action.Status.init)
        value.seeAlso = strings(try row.text(11))
        return KeptPlan.Action(
            id: id, area: try row.id(1), revision: try row.int(2), value: value, people: people)
    }

    private static func criterion(_ row: Row) throws -> (ID<AreaRecord>, KeptPlan.Criterion) {
        let value = Plan.Criterion(
            label: try row.textOrNil(4), text: try row.text(5),
            kind: Plan.Criterion.Kind(rawValue: try row.text(6)) ?? .success,
            place: place(try row.textOrNil(7)))
        return (
            try row.id(1),
            KeptPlan.Criterion(
                id: try row.id(0), action: try row.idOrNil(2), revision: try row.int(3), value: value)
        )
    }

    private enum AreaItem {
        case change(Plan.Item)
        case evidence(Plan.Item)
        case monitoring(Plan.Monitoring)
    }

    private static func item(_ row: Row) throws -> (ID<AreaRecord>, AreaItem) {
        let area: ID<AreaRecord> = try row.id(0)
        let stood = place(try row.textOrNil(9))
        guard try row.text(1) == "monitoring" else {
            let item = Plan.Item(label: try row.textOrNil(2), text: try row.text(3), place: stood)
            return (area, try row.text(1) == "change" ? .change(item) : .evidence(item))
        }
        var monitoring = Plan.Monitoring(label: try row.textOrNil(2), text: try row.text(3), place: stood)
        monitoring.frequency = try row.textOrNil(4).flatMap(Plan.Frequency.init)
        monitoring.samplePercent = try row.realOrNil(5)
        if let number = try row.intOrNil(6), let per = try row.textOrNil(7) {
            monitoring.quota = Plan.Monitoring.Quota(number: number, per: per)
        }
        monitoring.by = try row.textOrNil(8).map(strings) ?? []
        return (area, .monitoring(monitoring))
    }

    private static func area(_ row: Row) throws -> KeptPlan.Area {
        var value = Plan.Area(
            reference: try row.textOrNil(2), section: try row.textOrNil(3), title: try row.text(4),
            place: place(try row.textOrNil(6)))
        value.sources = strings(try row.text(5))
        return KeptPlan.Area(
            id: try row.id(0), revision: try row.int(1), value: value, actions: [], criteria: [])
    }

    static func strings(_ lines: String) -> [String] {
        lines.isEmpty ? [] : lines.split(separator: "\n").map(String.init)
    }

    private static func place(_ description: String?) -> Place? {
        description.flatMap(Place.init(description:))
    }
}

extension PlanSQL {
    /// Every plan of the authority by its title, for choosing what an account may reach.
    package static func titles(
        _ connection: Connection, _ authority: ID<Authority>
    ) throws -> [(id: ID<PlanRecord>, title: String)] {
        try connection.rows(
            "SELECT id, title FROM plan WHERE authority = $1 ORDER BY title, id", [.id(authority)]
        ) { (id: try $0.id(0), title: try $0.text(1)) }
    }
}
