package import Kernel
package import Storage

/// The organisation out of its tables and back. Every statement runs on both engines.
package enum StructureSQL {
    package static func read(_ connection: Connection, _ authority: ID<Authority>) throws -> Structure {
        var structure = Structure()
        try readNodes(connection, authority, &structure)
        let people = try connection.rows(
            "SELECT id, revision, name, email, left_on FROM person WHERE authority = $1", [.id(authority)]
        ) { row in
            Structure.PersonRecord(
                id: try row.id(0), revision: try row.int(1), name: try row.text(2),
                email: try row.textOrNil(3),
                left: try row.dayOrNil(4))
        }
        structure.people = Dictionary(uniqueKeysWithValues: people.map { ($0.id, $0) })
        try readPosts(connection, authority, &structure)
        return structure
    }

    private static func readNodes(
        _ connection: Connection, _ authority: ID<Authority>, _ structure: inout Structure
    ) throws {
        let rows = try connection.rows(
            """
            SELECT v.node, n.revision, v.from_day, v.until_day, v.kind, v.team_kind, v.name, v.parent
            FROM node_version v JOIN node n ON n.authority = v.authority AND n.id = v.node
            WHERE v.authority = $1 ORDER BY v.node, v.from_day
            """, [.id(authority)]
        ) { row in
            guard let kind = Structure.Kind(rawValue: try row.text(4)) else {
                throw StorageError.fault("A node is of no known kind.")
            }
            return (
                id: try row.id(0) as ID<Node>, revision: try row.int(1),
                version: Structure.Version(
                    from: try row.day(2), until: try row.dayOrNil(3), kind: kind,
                    teamKind: try row.textOrNil(5), name: try row.text(6), parent: try row.idOrNil(7))
            )
        }
        for (id, found) in Dictionary(grouping: rows, by: \.id) {
            structure.nodes[id] = Structure.NodeRecord(
                id: id, revision: found[0].revision, versions: found.map(\.version))
        }
    }

    private static func readPosts(
        _ connection: Connection, _ authority: ID<Authority>, _ structure: inout Structure
    ) throws {
        let posts = try connection.rows(
            """
            SELECT id, revision, title, node, reports_to, began_on, ended_on FROM post WHERE authority = $1
            """, [.id(authority)]
        ) { row in
            Structure.PostRecord(
                id: try row.id(0), revision: try row.int(1), title: try row.text(2), node: try row.idOrNil(3),
                reportsTo: try row.idOrNil(4), began: try row.dayOrNil(5), ended: try row.dayOrNil(6))
        }
        structure.posts = Dictionary(uniqueKeysWithValues: posts.map { ($0.id, $0) })
        let holdings = try connection.rows(
            """
            SELECT post, person, from_day, until_day FROM post_holding
            WHERE authority = $1 ORDER BY from_day, person
            """, [.id(authority)]
        ) { row in
            (
                post: try row.id(0) as ID<Post>,
                holding: Structure.Holding(
                    person: try row.id(1), from: try row.day(2), until: try row.dayOrNil(3))
            )
        }
        for (post, holding) in holdings { structure.posts[post]?.holdings.append(holding) }
    }
}

// MARK: Writing

extension StructureSQL {
    /// Writes what was touched, and its events, in the transaction of `connection`.
    package static func save(
        _ structure: Structure, _ connection: Connection, _ authority: ID<Authority>, by actor: ID<Account>?,
        at now: Instant
    ) throws {
        try saveNodes(structure, connection, authority)
        for person in structure.touchedPeople.sorted().compactMap({ structure.people[$0] }) {
            try connection.run(
                """
                INSERT INTO person (authority, id, name, email, left_on, revision) VALUES ($1, $2, $3, $4, $5, 1)
                ON CONFLICT (authority, id) DO UPDATE SET
                    name = excluded.name, email = excluded.email, left_on = excluded.left_on,
                    revision = person.revision + 1
                """,
                [
                    .id(authority), .id(person.id), .text(person.name), .optional(person.email),
                    .day(person.left),
                ])
        }
        try savePosts(structure, connection, authority)
        for deed in structure.deeds {
            try connection.record(
                Event(
                    authority: authority, at: now, actor: actor, kind: deed.kind, subject: deed.subject,
                    subjectID: deed.subjectID, from: deed.from, to: deed.to))
        }
    }

    private static func saveNodes(
        _ structure: Structure, _ connection: Connection, _ authority: ID<Authority>
    ) throws {
        let touched = structure.touchedNodes.sorted().compactMap { structure.nodes[$0] }
        // Every node before any version: a version may name a parent that is as new as it is.
        for node in touched {
            try connection.run(
                """
                INSERT INTO node (authority, id, revision) VALUES ($1, $2, 1)
                ON CONFLICT (authority, id) DO UPDATE SET revision = node.revision + 1
                """, [.id(authority), .id(node.id)])
        }
        for node in touched {
            try connection.run(
                "DELETE FROM node_version WHERE authority = $1 AND node = $2", [.id(authority), .id(node.id)])
            for version in node.versions {
                try connection.run(
                    """
                    INSERT INTO node_version
                        (authority, node, from_day, until_day, kind, team_kind, name, parent)
                    VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
                    """,
                    [
                        .id(authority), .id(node.id), .day(version.from), .day(version.until),
                        .text(version.kind.rawValue), .optional(version.teamKind), .text(version.name),
                        .id(version.parent),
                    ])
            }
        }
    }

    private static func savePosts(
        _ structure: Structure, _ connection: Connection, _ authority: ID<Authority>
    ) throws {
        let touched = structure.touchedPosts.sorted().compactMap { structure.posts[$0] }
        for post in touched {
            try connection.run(
                """
                INSERT INTO post (authority, id, title, node, began_on, ended_on, revision)
                VALUES ($1, $2, $3, $4, $5, $6, 1)
                ON CONFLICT (authority, id) DO UPDATE SET
                    title = excluded.title, node = excluded.node, began_on = excluded.began_on,
                    ended_on = excluded.ended_on, revision = post.revision + 1
                """,
                [
                    .id(authority), .id(post.id), .text(post.title), .id(post.node), .day(post.began),
                    .day(post.ended),
                ])
        }
        // Line managers once every post is there.
        for post in touched {
            try connection.run(
                "UPDATE post SET reports_to = $3 WHERE authority = $1 AND id = $2",
                [.id(authority), .id(post.id), .id(post.reportsTo)])
            try connection.run(
                "DELETE FROM post_holding WHERE authority = $1 AND post = $2", [.id(authority), .id(post.id)])
            for holding in post.holdings {
                try connection.run(
                    """
                    INSERT INTO post_holding (authority, post, person, from_day, until_day)
                    VALUES ($1, $2, $3, $4, $5)
                    """,
                    [
                        .id(authority), .id(post.id), .id(holding.person), .day(holding.from),
                        .day(holding.until),
                    ])
            }
        }
    }
}
