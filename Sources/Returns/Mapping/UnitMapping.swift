package import Kernel
package import Storage

/// Which part of the organisation files mean by each of their teams.
package struct UnitMapping: Sendable {
    package enum Meaning: Hashable, Sendable {
        case node(ID<Node>)
        /// Another authority's, or none: its rows count for the authority alone.
        case notOurs
    }

    /// One saying, or a name that matched by itself.
    package struct Saying: Hashable, Sendable {
        /// The team as files write it, folded (`NameKey`).
        package let key: String
        package let written: String
        package let meaning: Meaning
        /// Nil where the name is the node's own, and nobody had to say so.
        package let at: Instant?
        package let by: String?
    }

    private var sayings: [String: Saying] = [:]

    package init(_ sayings: [Saying] = []) {
        for saying in sayings { self.sayings[saying.key] = saying }
    }

    package subscript(key: String) -> Saying? { sayings[key] }

    package var all: [Saying] { sayings.values.sorted { $0.key < $1.key } }

    /// Folded names of teams, with the node that each is.
    package var nodes: [String: ID<Node>] {
        sayings.compactMapValues { if case .node(let node) = $0.meaning { node } else { nil } }
    }
}

package enum UnitMappingSQL {
    /// What was said; where nothing was, a node of exactly that name on that day that no other node shares.
    package static func mapping(
        _ connection: Connection, _ authority: ID<Authority>, on day: Day
    ) throws -> UnitMapping {
        let said = try connection.rows(
            """
            SELECT m.name_key, m.written, m.node, m.at, a.name, m.is_open FROM unit_mapping m
            LEFT JOIN account a ON a.authority = m.authority AND a.id = m.account
            WHERE m.authority = $1 AND NOT EXISTS (
                SELECT 1 FROM unit_mapping l WHERE l.authority = m.authority AND l.name_key = m.name_key
                    AND l.id > m.id)
            """, [.id(authority)]
        ) { row in
            (
                saying: UnitMapping.Saying(
                    key: try row.text(0), written: try row.text(1),
                    meaning: try row.idOrNil(2).map(UnitMapping.Meaning.node) ?? .notOurs,
                    at: try row.instant(3), by: try row.textOrNil(4)), isOpen: try row.bool(5)
            )
        }
        var byItself: [String: UnitMapping.Saying?] = [:]
        for node in try nodes(connection, authority, on: day) {
            let key = NameKey.fold(node.name)
            let saying = UnitMapping.Saying(
                key: key, written: node.name, meaning: .node(node.id), at: nil, by: nil)
            // Two nodes of one name: nobody can tell which is meant.
            byItself[key] = byItself[key] == nil ? .some(saying) : .some(nil)
        }
        return UnitMapping(
            byItself.values.compactMap { $0 } + said.filter { !$0.isOpen }.map(\.saying))
    }

    struct NodeRow: Sendable {
        let id: ID<Node>
        let name: String
        let kind: String
        let parent: ID<Node>?
    }

    /// The tree as it stands on that day, by name.
    static func nodes(
        _ connection: Connection, _ authority: ID<Authority>, on day: Day
    ) throws -> [NodeRow] {
        try connection.rows(
            """
            SELECT node, name, kind, parent FROM node_version
            WHERE authority = $1 AND from_day <= $2 AND (until_day IS NULL OR until_day >= $2)
            ORDER BY name, node
            """, [.id(authority), .day(day)]
        ) {
            NodeRow(
                id: try $0.id(0), name: try $0.text(1), kind: try $0.text(2), parent: try $0.idOrNil(3))
        }
    }

    static func insert(
        _ key: String, _ written: String, _ meaning: UnitMapping.Meaning?, by account: ID<Account>?,
        at now: Instant, _ connection: Connection, _ authority: ID<Authority>
    ) throws {
        var node: ID<Node>?
        if case .node(let chosen)? = meaning { node = chosen }
        try connection.run(
            """
            INSERT INTO unit_mapping (authority, id, name_key, written, at, account, node, is_open)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            """,
            [
                .id(authority), .id(ID<UnitMapping>.make(at: now)), .text(key), .text(written),
                .instant(now), .id(account), .id(node), .bool(meaning == nil),
            ])
    }
}
