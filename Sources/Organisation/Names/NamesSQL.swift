package import Kernel
package import Storage

/// The names that plans print for their leads, and whom each means. Every statement runs on both engines.
package enum NamesSQL {
    /// A printed name that means nobody yet.
    package struct Unmapped: Sendable, Equatable {
        package let key: String
        package let printed: String
        /// Actions that it leads, by plan.
        package var actions: [ID<PlanRecord>: Int]

        package var total: Int { actions.values.reduce(0, +) }
    }

    /// A printed name and what it means.
    package struct Mapping: Sendable, Equatable {
        package let key: String
        package let printed: String
        package let meaning: Meaning
    }

    package enum Meaning: Sendable, Hashable {
        case person(ID<Person>)
        case post(ID<Post>)
        case node(ID<Node>)
        /// A board or a body outside: it stays as printed.
        case body
    }

    /// Every name that leads an action and means nobody, the most used first.
    package static func unmapped(
        _ connection: Connection, _ authority: ID<Authority>
    ) throws -> [Unmapped] {
        let rows = try connection.rows(
            """
            SELECT l.name_key, l.plan, MIN(l.printed), COUNT(DISTINCT l.action) FROM plan_action_lead l
            LEFT JOIN name_mapping m ON m.authority = l.authority AND m.name_key = l.name_key
            WHERE l.authority = $1 AND m.name_key IS NULL
            GROUP BY l.name_key, l.plan ORDER BY l.name_key, l.plan
            """, [.id(authority)], counted)
        var names: [Unmapped] = []
        for row in rows {
            if names.last?.key == row.key {
                names[names.count - 1].actions[row.plan] = row.count
            } else {
                names.append(Unmapped(key: row.key, printed: row.printed, actions: [row.plan: row.count]))
            }
        }
        return names.sorted { ($1.total, $0.key) < ($0.total, $1.key) }
    }

    /// How a name is printed and where, mapped or not; nil where no plan prints it.
    package static func uses(
        of key: String, _ connection: Connection, _ authority: ID<Authority>
    ) throws -> Unmapped? {
        let rows = try connection.rows(
            """
            SELECT l.name_key, l.plan, MIN(l.printed), COUNT(DISTINCT l.action) FROM plan_action_lead l
            WHERE l.authority = $1 AND l.name_key = $2 GROUP BY l.name_key, l.plan ORDER BY l.plan
            """, [.id(authority), .text(key)], counted)
        guard let first = rows.first else { return nil }
        return Unmapped(
            key: key, printed: first.printed,
            actions: Dictionary(rows.map { ($0.plan, $0.count) }, uniquingKeysWith: +))
    }

    private static func counted(
        _ row: Row
    ) throws -> (key: String, plan: ID<PlanRecord>, printed: String, count: Int) {
        (try row.text(0), try row.id(1), try row.text(2), try row.int(3))
    }

    package static func mappings(_ connection: Connection, _ authority: ID<Authority>) throws -> [Mapping] {
        try connection.rows(
            """
            SELECT name_key, printed, person, post, node FROM name_mapping
            WHERE authority = $1 ORDER BY name_key
            """, [.id(authority)], mapping)
    }

    package static func mapping(
        of key: String, _ connection: Connection, _ authority: ID<Authority>
    ) throws -> Mapping? {
        try connection.first(
            """
            SELECT name_key, printed, person, post, node FROM name_mapping
            WHERE authority = $1 AND name_key = $2
            """, [.id(authority), .text(key)], mapping)
    }

    private static func mapping(_ row: Row) throws -> Mapping {
        let person: ID<Person>? = try row.idOrNil(2)
        let post: ID<Post>? = try row.idOrNil(3)
        let node: ID<Node>? = try row.idOrNil(4)
        let meaning: Meaning =
            person.map { .person($0) } ?? post.map { .post($0) } ?? node.map { .node($0) } ?? .body
        return Mapping(key: try row.text(0), printed: try row.text(1), meaning: meaning)
    }

    /// Says whom a name means, in place of what it meant before.
    package static func save(
        _ mapping: Mapping, _ connection: Connection, _ authority: ID<Authority>
    ) throws {
        try connection.run(
            """
            INSERT INTO name_mapping (authority, name_key, printed, means, person, post, node)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            ON CONFLICT (authority, name_key) DO UPDATE SET
                means = excluded.means, person = excluded.person, post = excluded.post, node = excluded.node
            """,
            [
                .id(authority), .text(mapping.key), .text(mapping.printed), .text(mapping.meaning.kind),
                .id(mapping.meaning.person), .id(mapping.meaning.post), .id(mapping.meaning.node),
            ])
    }

    package static func remove(_ key: String, _ connection: Connection, _ authority: ID<Authority>) throws {
        try connection.run(
            "DELETE FROM name_mapping WHERE authority = $1 AND name_key = $2", [.id(authority), .text(key)])
    }
}

extension NamesSQL.Meaning {
    package var kind: String {
        switch self {
        case .person: "person"
        case .post: "post"
        case .node: "node"
        case .body: "body"
        }
    }

    var person: ID<Person>? { if case .person(let id) = self { id } else { nil } }
    var post: ID<Post>? { if case .post(let id) = self { id } else { nil } }
    var node: ID<Node>? { if case .node(let id) = self { id } else { nil } }

    /// As a form sends it: `person:0123456789abc`.
    var formValue: String {
        switch self {
        case .person(let id): "person:\(id)"
        case .post(let id): "post:\(id)"
        case .node(let id): "node:\(id)"
        case .body: "body"
        }
    }

    /// What a form chose, where it is on record.
    init?(_ text: String, in structure: Structure) {
        let parts = text.split(separator: ":").map(String.init)
        if parts == ["body"] {
            self = .body
        } else if parts.count == 2, parts[0] == "person", let id = ID<Person>(parts[1]),
            structure.people[id] != nil
        {
            self = .person(id)
        } else if parts.count == 2, parts[0] == "post", let id = ID<Post>(parts[1]),
            structure.posts[id] != nil
        {
            self = .post(id)
        } else if parts.count == 2, parts[0] == "node", let id = ID<Node>(parts[1]),
            structure.nodes[id] != nil
        {
            self = .node(id)
        } else {
            return nil
        }
    }

    func words(_ structure: Structure, on day: Day) -> String {
        switch self {
        case .person(let id): structure.people[id]?.name ?? "Somebody"
        case .post(let id): structure.posts[id].map { structure.words($0, on: day) } ?? "A post"
        case .node(let id): structure.name(of: id, on: day)
        case .body: "A body that stays as printed"
        }
    }
}
