package import Kernel
package import Storage

/// The dated tree of the organisation, as far as returns need it: who is called what, and below whom.
package struct UnitTree: Sendable {
    struct Version: Sendable {
        let from: Day
        let until: Day?
        let name: String
        let kind: String
        let parent: ID<Node>?
    }

    struct Unit: Hashable, Sendable {
        let id: ID<Node>
        let name: String
        let depth: Int
        let kind: String
    }

    private let versions: [ID<Node>: [Version]]

    init(_ versions: [ID<Node>: [Version]]) {
        self.versions = versions
    }

    package static func read(_ connection: Connection, _ authority: ID<Authority>) throws -> UnitTree {
        let rows = try connection.rows(
            """
            SELECT node, from_day, until_day, name, kind, parent FROM node_version
            WHERE authority = $1 ORDER BY node, from_day
            """, [.id(authority)]
        ) { row -> (ID<Node>, Version) in
            (
                try row.id(0),
                Version(
                    from: try row.day(1), until: try row.dayOrNil(2), name: try row.text(3),
                    kind: try row.text(4), parent: try row.idOrNil(5))
            )
        }
        return UnitTree(Dictionary(grouping: rows, by: \.0).mapValues { $0.map(\.1) })
    }

    /// The node as it stood on that day; as it first stood before that, and as it last stood after its end.
    private func version(_ node: ID<Node>, on day: Day) -> Version? {
        let all = versions[node] ?? []
        return all.last { $0.from <= day } ?? all.first
    }

    package func name(_ node: ID<Node>, on day: Day) -> String {
        version(node, on: day)?.name ?? "A unit that is gone"
    }

    /// The node and everything above it on that day, nearest first.
    package func lineUp(from node: ID<Node>, on day: Day) -> [ID<Node>] {
        var found: [ID<Node>] = []
        var next: ID<Node>? = node
        while let id = next, found.count < 16, !found.contains(id) {
            found.append(id)
            next = version(id, on: day)?.parent
        }
        return found
    }

    /// Whether the node stands below one of the scopes, or is one of them.
    package func isWithin(_ scopes: Set<Scope>, _ node: ID<Node>, on day: Day) -> Bool {
        scopes.contains(.authority) || lineUp(from: node, on: day).contains { scopes.contains(.node($0)) }
    }

    /// The units that exist on that day, each after the one above it.
    func units(on day: Day) -> [Unit] {
        let standing = versions.compactMap { id, all -> (ID<Node>, Version)? in
            all.last { $0.from <= day && ($0.until.map { day <= $0 } ?? true) }.map { (id, $0) }
        }
        let below = Dictionary(grouping: standing.filter { $0.1.parent != nil }, by: \.1.parent)
        var found: [Unit] = []
        func walk(_ id: ID<Node>, _ version: Version, depth: Int) {
            found.append(Unit(id: id, name: version.name, depth: depth, kind: version.kind))
            guard depth < 16 else { return }
            for child in (below[id] ?? []).sorted(by: { ($0.1.name, $0.0) < ($1.1.name, $1.0) }) {
                walk(child.0, child.1, depth: depth + 1)
            }
        }
        for (id, version) in standing where version.parent == nil { walk(id, version, depth: 0) }
        return found
    }

    /// What each node was called first: for periods that lie before the tree begins.
    var firstNames: [(String, ID<Node>)] {
        versions.compactMap { id, all in all.first.map { ($0.name, id) } }
    }
}
