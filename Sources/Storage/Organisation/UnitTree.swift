package import Kernel

/// The dated tree of the organisation: who is called what and stands below whom, for rolling up and for naming.
package struct UnitTree: Sendable {
    package struct Version: Sendable {
        package var node: ID<Node>
        package var from: Day
        package var until: Day?
        package var kind: String
        package var name: String
        package var parent: ID<Node>?

        package init(
            _ node: ID<Node>, _ kind: String, _ name: String, under parent: ID<Node>?, from: Day,
            until: Day? = nil
        ) {
            self.node = node
            self.kind = kind
            self.name = name
            self.parent = parent
            self.from = from
            self.until = until
        }

        func holds(on day: Day) -> Bool { from <= day && (until.map { day <= $0 } ?? true) }
    }

    private let versions: [ID<Node>: [Version]]

    package init(_ versions: [Version]) {
        self.versions = Dictionary(grouping: versions, by: \.node).mapValues {
            $0.sorted { $0.from < $1.from }
        }
    }

    package static func read(_ connection: Connection, _ authority: ID<Authority>) throws -> UnitTree {
        UnitTree(
            try connection.rows(
                """
                SELECT node, kind, name, parent, from_day, until_day FROM node_version
                WHERE authority = $1 ORDER BY node, from_day
                """, [.id(authority)]
            ) {
                Version(
                    try $0.id(0), try $0.text(1), try $0.text(2), under: try $0.idOrNil(3),
                    from: try $0.day(4), until: try $0.dayOrNil(5))
            })
    }

    /// As it was on the day. A figure for a unit that was not there then counts where the unit first or last stood.
    package func version(of node: ID<Node>, on day: Day) -> Version? {
        guard let own = versions[node], let first = own.first else { return nil }
        return own.last { $0.from <= day } ?? first
    }

    /// The node and every unit above it on the day, the authority left out; empty for the authority itself.
    package func line(from node: ID<Node>, on day: Day) -> [ID<Node>] {
        var line: [ID<Node>] = []
        var next: ID<Node>? = node
        // A dated tree has no rings, but a wrong one must not hang.
        while let node = next, line.count < 16, let version = version(of: node, on: day) {
            guard version.kind != "authority" else { break }
            line.append(node)
            next = version.parent
        }
        return line
    }

    package func parent(of node: ID<Node>, on day: Day) -> ID<Node>? {
        guard let parent = version(of: node, on: day)?.parent, kind(parent, on: day) != "authority" else {
            return nil
        }
        return parent
    }

    package func name(_ node: ID<Node>, on day: Day) -> String {
        version(of: node, on: day)?.name ?? "a part that has ended"
    }

    package func kind(_ node: ID<Node>, on day: Day) -> String { version(of: node, on: day)?.kind ?? "" }

    /// The node and everything above it on that day, nearest first, the authority last.
    package func lineUp(from node: ID<Node>, on day: Day) -> [ID<Node>] {
        var found: [ID<Node>] = []
        var next: ID<Node>? = node
        while let id = next, found.count < 16, !found.contains(id) {
            found.append(id)
            next = version(of: id, on: day)?.parent
        }
        return found
    }

    /// Whether the node stands below one of the scopes, or is one of them.
    package func isWithin(_ scopes: Set<Scope>, _ node: ID<Node>, on day: Day) -> Bool {
        scopes.contains(.authority) || lineUp(from: node, on: day).contains { scopes.contains(.node($0)) }
    }

    /// A part of the organisation as it stands on a day.
    package struct Unit: Hashable, Sendable {
        package let id: ID<Node>
        package let name: String
        /// 0 for the authority, 1 for what hangs from it.
        package let depth: Int
        package let kind: String
    }

    /// The parts that stand on that day, the authority too, each after the one above it.
    package func units(on day: Day) -> [Unit] {
        let standing = versions.values.compactMap { $0.last { $0.holds(on: day) } }
        let below = Dictionary(grouping: standing, by: \.parent)
        var found: [Unit] = []
        func walk(_ parent: ID<Node>?, depth: Int) {
            guard depth <= 16 else { return }
            for version in (below[parent] ?? []).sorted(by: { ($0.name, $0.node) < ($1.name, $1.node) }) {
                found.append(Unit(id: version.node, name: version.name, depth: depth, kind: version.kind))
                walk(version.node, depth: depth + 1)
            }
        }
        walk(nil, depth: 0)
        return found
    }

    /// The same without the authority itself; depth 0 is a service.
    package func unitsBelowAuthority(on day: Day) -> [(node: ID<Node>, name: String, depth: Int)] {
        units(on: day).filter { $0.kind != "authority" }.map { ($0.id, $0.name, $0.depth - 1) }
    }

    /// What each node was called first: for periods that lie before the tree begins.
    package var firstNames: [(String, ID<Node>)] {
        versions.compactMap { id, all in all.first.map { ($0.name, id) } }
    }

    /// The units of the set and all below them, on the day.
    package func below(_ nodes: Set<ID<Node>>, on day: Day) -> Set<ID<Node>> {
        Set(versions.keys.filter { !nodes.isDisjoint(with: line(from: $0, on: day)) })
    }
}
