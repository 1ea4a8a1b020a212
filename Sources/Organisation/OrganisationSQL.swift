package import Kernel
package import Storage

/// Reading the organisation. Every statement runs on both engines.
package enum OrganisationSQL {
    /// A node as it stands on a day.
    package struct NodeRow: Sendable {
        package let id: ID<Node>
        package let name: String
        /// 0 for the authority itself.
        package let depth: Int
    }

    /// The nodes that those scopes reach on that day, each after the one above it.
    package static func nodes(
        _ connection: Connection, _ authority: ID<Authority>, within scopes: Set<Scope>, on day: Day
    ) throws -> [NodeRow] {
        let rows = try connection.rows(
            """
            SELECT node, name, parent FROM node_version
            WHERE authority = $1 AND from_day <= $2 AND (until_day IS NULL OR until_day >= $2)
            ORDER BY name, node
            """, [.id(authority), .day(day)]
        ) { row in
            (id: try row.id(0) as ID<Node>, name: try row.text(1), parent: try row.idOrNil(2) as ID<Node>?)
        }
        let children = Dictionary(grouping: rows.filter { $0.parent != nil }, by: \.parent)
        var reached: [NodeRow] = []
        func walk(_ id: ID<Node>, _ name: String, depth: Int, inside: Bool) {
            let isReached = inside || scopes.contains(.authority) || scopes.contains(.node(id))
            if isReached { reached.append(NodeRow(id: id, name: name, depth: depth)) }
            // A dated tree has no rings, but a wrong one must not hang the page.
            guard depth < 16 else { return }
            for child in children[id] ?? [] {
                walk(child.id, child.name, depth: depth + 1, inside: isReached)
            }
        }
        for row in rows where row.parent == nil { walk(row.id, row.name, depth: 0, inside: false) }
        return reached
    }
}

extension OrganisationSQL {
    /// People whose last day is not behind that day, by name.
    package static func people(
        _ connection: Connection, _ authority: ID<Authority>, on day: Day
    ) throws -> [(id: ID<Person>, name: String)] {
        try connection.rows(
            """
            SELECT id, name FROM person
            WHERE authority = $1 AND (left_on IS NULL OR left_on >= $2) ORDER BY name, id
            """, [.id(authority), .day(day)]
        ) { (id: try $0.id(0), name: try $0.text(1)) }
    }

    /// The title of the post that the person holds on that day: the latest where there are several.
    package static func post(
        of person: ID<Person>, _ connection: Connection, _ authority: ID<Authority>, on day: Day
    ) throws -> String? {
        try connection.first(
            """
            SELECT post.title FROM post_holding h
            JOIN post ON post.authority = h.authority AND post.id = h.post
            WHERE h.authority = $1 AND h.person = $2 AND h.from_day <= $3
                AND (h.until_day IS NULL OR h.until_day >= $3)
            ORDER BY h.from_day DESC, post.id LIMIT 1
            """, [.id(authority), .id(person), .day(day)]
        ) { try $0.text(0) }
    }
}
