import ExampleData
import Kernel
import Storage

/// The teams that the files name and the plan does not: their nodes, their managers and workers, and who sees the cases
/// of which.
enum ExampleTeams {
    private static let opened = "2024-04-01"

    /// `workers` hold cases: whoever is there today gets a post below the manager of the team.
    static func insert(
        workers: [Workforce.Worker] = [], _ connection: Connection, _ authority: ID<Authority>,
        at now: Instant
    ) throws {
        var nodes: [String: ID<Node>] = [:]
        _ = try connection.rows(
            "SELECT name, node FROM node_version WHERE authority = $1 AND until_day IS NULL", [.id(authority)]
        ) { nodes[try $0.text(0)] = try $0.id(1) }
        func add(_ name: String, _ kind: String, teamKind: String?, under parent: String) throws {
            guard nodes[name] == nil else { return }
            let id = ID<Node>.make(at: now)
            nodes[name] = id
            try connection.insert(into: "node", ["authority", "id"], rows: [[.id(authority), .id(id)]])
            try connection.insert(
                into: "node_version",
                ["authority", "node", "from_day", "kind", "team_kind", "name", "parent"],
                rows: [
                    [
                        .id(authority), .id(id), .text(opened), .text(kind), .optional(teamKind),
                        .text(name), .id(nodes[parent]),
                    ]
                ])
        }
        try add("Children in Care", "service", teamKind: nil, under: "Ashmere County Council")
        for team in Workforce.Team.allCases {
            try add(team.name, "team", teamKind: team.kind, under: team.parent)
            try addManager(of: team, nodes, connection, authority, at: now)
        }
        try addWorkers(
            workers.filter { $0.until.map { $0 >= Example.today } ?? true }, nodes, connection, authority,
            at: now)
        for (name, role, team) in [
            ("Imran Shah", Role.teamManager, "Harbour team"),
            ("Owen Castellane", .teamManager, "Millbrook team"),
            ("Lucy Penhaligon", .worker, "Harbour team"),
        ] {
            try grant(role, to: name, nodes[team], connection, authority, at: now)
        }
    }

    /// A post for each team's manager; the person where there is none yet.
    private static func addManager(
        of team: Workforce.Team, _ nodes: [String: ID<Node>], _ connection: Connection,
        _ authority: ID<Authority>, at now: Instant
    ) throws {
        let known = try connection.first(
            "SELECT 1 FROM person WHERE authority = $1 AND name = $2", [.id(authority), .text(team.manager)]
        ) { _ in true }
        guard known == nil else { return }
        let person = ID<Person>.make(at: now)
        let post = ID<Post>.make(at: now)
        try connection.insert(
            into: "person", ["authority", "id", "name"],
            rows: [[.id(authority), .id(person), .text(team.manager)]])
        try connection.insert(
            into: "post", ["authority", "id", "title", "node", "reports_to"],
            rows: [
                [
                    .id(authority), .id(post), .text("Team Manager, \(team.name)"), .id(nodes[team.name]),
                    .id(try head(above: team, connection, authority)),
                ]
            ])
        try connection.insert(
            into: "post_holding", ["authority", "post", "person", "from_day"],
            rows: [[.id(authority), .id(post), .id(person), .text(opened)]])
    }

    /// The post of the head of the team's service; nil where it has none here.
    private static func head(
        above team: Workforce.Team, _ connection: Connection, _ authority: ID<Authority>
    ) throws -> ID<Post>? {
        let service = ["North area", "South area"].contains(team.parent) ? "Children in Need" : team.parent
        return try connection.first(
            "SELECT id FROM post WHERE authority = $1 AND title = $2",
            [.id(authority), .text("Head of \(service)")]
        ) { try $0.id(0) }
    }

    /// Who holds cases, each with a post that reports to the team's manager.
    private static func addWorkers(
        _ workers: [Workforce.Worker], _ nodes: [String: ID<Node>], _ connection: Connection,
        _ authority: ID<Authority>, at now: Instant
    ) throws {
        guard !workers.isEmpty else { return }
        var posts: [String: ID<Post>] = [:]
        _ = try connection.rows(
            """
            SELECT p.name, h.post FROM post_holding h
            JOIN person p ON p.authority = h.authority AND p.id = h.person
            WHERE h.authority = $1 AND h.until_day IS NULL
            """, [.id(authority)]
        ) { posts[try $0.text(0)] = try $0.id(1) }
        var (people, made, held): ([[SQLValue]], [[SQLValue]], [[SQLValue]]) = ([], [], [])
        for worker in workers where posts[worker.name] == nil {
            let (person, post) = (ID<Person>.make(at: now), ID<Post>.make(at: now))
            posts[worker.name] = post
            people.append([.id(authority), .id(person), .text(worker.name)])
            made.append([
                .id(authority), .id(post),
                .text(worker.isRegistered ? "Social Worker" : "Family Support Worker"),
                .id(nodes[worker.team.name]), .id(posts[worker.team.manager]),
            ])
            held.append([.id(authority), .id(post), .id(person), .day(worker.from)])
        }
        try connection.insert(into: "person", ["authority", "id", "name"], rows: people)
        try connection.insert(into: "post", ["authority", "id", "title", "node", "reports_to"], rows: made)
        try connection.insert(into: "post_holding", ["authority", "post", "person", "from_day"], rows: held)
    }

    private static func grant(
        _ role: Role, to name: String, _ node: ID<Node>?, _ connection: Connection,
        _ authority: ID<Authority>, at now: Instant
    ) throws {
        guard let node,
            let account = try connection.first(
                "SELECT id FROM account WHERE authority = $1 AND name = $2", [.id(authority), .text(name)],
                { try $0.id(0) as ID<Account> })
        else { return }
        try connection.insert(
            into: "access_grant",
            [
                "authority", "id", "account", "role", "scope_kind", "scope_id", "from_day", "given", "reason",
            ],
            rows: [
                [
                    .id(authority), .id(ID<Grant>.make(at: now)), .id(account), .text(role.rawValue),
                    .text("node"), .id(node), .day(Example.today.adding(days: -200)), .instant(now),
                    .text("Cases of the team"),
                ]
            ])
    }
}
