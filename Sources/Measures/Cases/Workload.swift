import Indicators
import Kernel
import Statistics
import Storage

/// Who holds how many cases on the day of the file.
struct Workload: Sendable {
    /// One worker of one team, or the cases of a team that nobody holds.
    struct Holding: Sendable {
        var node: ID<Node>?
        var team: String
        /// Empty for nobody.
        var key: String
        var name: String
        var cases: [OpenCase.Status: Int] = [:]
        var enquiries = 0
        /// Nil where the authority has no register.
        var registered: CaseSources.Registered?
        var isOnRegister: Bool?

        var count: Int { cases.values.reduce(0, +) }

        func points(_ settings: CaseSettings) -> Int {
            cases.reduce(enquiries * settings.enquiryPoints) { $0 + $1.value * settings.points(of: $1.key) }
        }

        func isOver(_ settings: CaseSettings) -> Bool {
            !key.isEmpty && (count > settings.mostCases || points(settings) > settings.mostPoints)
        }
    }

    struct Team: Sendable {
        var node: ID<Node>?
        var name: String
        /// As the organisation says: assessment, long term; nil where it does not.
        var kind: String?
        var holdings: [Holding]

        var workers: [Holding] { holdings.filter { !$0.key.isEmpty } }
        var unallocated: Int { holdings.filter { $0.key.isEmpty }.reduce(0) { $0 + $1.count } }
        var cases: Int { holdings.reduce(0) { $0 + $1.count } }
        var enquiries: Int { holdings.reduce(0) { $0 + $1.enquiries } }
        /// The middle caseload of the workers; nil without any.
        var median: Double? { Quantile.median(workers.map { Double($0.count) }) }
    }

    var asAt: Day
    var teams: [Team]
    var settings: CaseSettings
    var hasRegister: Bool

    var workers: [Holding] { teams.flatMap(\.workers) }
}

extension Workload {
    /// What the scopes reach; nil while there is no case list.
    static func read(
        _ connection: Connection, _ authority: ID<Authority>, within scopes: Set<Scope>, team: ID<Node>?,
        _ register: [CaseSources.Registered]?, on today: Day
    ) throws -> Workload? {
        guard let header = try CasesSQL.header(connection, authority) else { return nil }
        let reach = Reach(scopes)
        let known = register.map {
            Dictionary($0.map { (NameKey.fold($0.name), $0) }, uniquingKeysWith: { first, _ in first })
        }
        struct Key: Hashable {
            let node: ID<Node>?
            let worker: String
        }
        var holdings: [Key: Holding] = [:]
        var names: [ID<Node>: (name: String, kind: String?)] = [:]
        _ = try connection.rows(
            """
            \(reach.subtree)
            SELECT c.node, v.name, v.team_kind, MIN(c.team), c.worker_key, MIN(c.worker), c.status, COUNT(*),
                SUM(c.enquiries)
            FROM case_open c
            LEFT JOIN node_version v ON v.authority = c.authority AND v.node = c.node AND v.from_day <= $3
                AND (v.until_day IS NULL OR v.until_day >= $3)
            WHERE c.authority = $1 AND ($2 = 1 OR c.node IN (SELECT id FROM reached)) AND ($4 = 0 OR c.node = $4)
            GROUP BY c.node, v.name, v.team_kind, c.worker_key, c.status
            """,
            [.id(authority), .bool(reach.isEverything), .day(today), .integer(team?.rawValue ?? 0)]
        ) { row in
            let node: ID<Node>? = try row.idOrNil(0)
            let worker = try row.text(4)
            if let node {
                names[node] = (try row.textOrNil(1) ?? "A team that ended", try row.textOrNil(2))
            }
            let key = Key(node: node, worker: worker)
            let team = try node.flatMap { names[$0]?.name } ?? row.text(3)
            var holding =
                try holdings[key]
                ?? Holding(node: node, team: team, key: worker, name: worker.isEmpty ? "" : row.text(5))
            if let status = OpenCase.Status(rawValue: try row.text(6)) {
                holding.cases[status, default: 0] += try row.int(7)
            }
            holding.enquiries += try row.int(8)
            if let known, !worker.isEmpty {
                holding.registered = known[worker]
                holding.isOnRegister = known[worker] != nil
            }
            holdings[key] = holding
        }
        let teams = Dictionary(grouping: holdings.values, by: \.node).map { node, holdings in
            Team(
                node: node, name: node.flatMap { names[$0]?.name } ?? "Teams that are not mapped",
                kind: node.flatMap { names[$0]?.kind },
                holdings: holdings.sorted { ($1.count, $0.name) < ($0.count, $1.name) })
        }
        return Workload(
            asAt: header.asAt, teams: teams.sorted { $0.name < $1.name },
            settings: try CaseSettings.read(connection, authority).settings, hasRegister: known != nil)
    }
}
