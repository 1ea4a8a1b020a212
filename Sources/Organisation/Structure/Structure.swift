package import Kernel

/// The whole organisation as it is on record: every version of every node, people, posts and who held them.
///
/// A value: what may be done to it is decided here, from values and days alone, and saved in one transaction.
package struct Structure: Sendable {
    package internal(set) var nodes: [ID<Node>: NodeRecord] = [:]
    package internal(set) var people: [ID<Person>: PersonRecord] = [:]
    package internal(set) var posts: [ID<Post>: PostRecord] = [:]
    /// What was done since it was read, in order, for the journal.
    package internal(set) var deeds: [Deed] = []
    var touchedNodes: Set<ID<Node>> = []
    var touchedPeople: Set<ID<Person>> = []
    var touchedPosts: Set<ID<Post>> = []

    package init() {}

    /// The first day of the authority itself: no form takes an earlier one.
    package static let beginning = Day(number: -25_567)

    package enum Kind: String, CaseIterable, Sendable {
        case authority, service, area, team
    }

    /// What a node was called, and where it hung, from one day through another.
    package struct Version: Hashable, Sendable {
        package var from: Day
        /// The last day; nil while nobody has said.
        package var until: Day?
        package var kind: Kind
        /// What the team does, as the authority says it; nil for what is no team.
        package var teamKind: String?
        package var name: String
        /// Nil for the authority itself.
        package var parent: ID<Node>?

        package func holds(on day: Day) -> Bool { from <= day && (until.map { day <= $0 } ?? true) }
    }

    package struct NodeRecord: Sendable {
        package let id: ID<Node>
        package var revision = 1
        /// Never empty, oldest first, without gaps.
        package var versions: [Version]

        package func version(on day: Day) -> Version? { versions.first { $0.holds(on: day) } }

        /// How it stands on that day, or stood last, or will stand first.
        package func nearest(to day: Day) -> Version {
            version(on: day) ?? versions.last { $0.from <= day } ?? versions[0]
        }

        package var from: Day { versions[0].from }
        package var until: Day? { versions[versions.count - 1].until }
        package var isRoot: Bool { versions[0].kind == .authority }
    }

    package struct PersonRecord: Sendable {
        package let id: ID<Person>
        package var revision = 1
        package var name: String
        package var email: String?
        /// The last day with the authority.
        package var left: Day?
    }

    package struct PostRecord: Sendable {
        package let id: ID<Post>
        package var revision = 1
        package var title: String
        package var node: ID<Node>?
        /// The post of the line manager.
        package var reportsTo: ID<Post>?
        /// Nil where nobody knows.
        package var began: Day?
        /// The last day.
        package var ended: Day?
        /// Oldest first.
        package var holdings: [Holding] = []

        package func stands(on day: Day) -> Bool {
            (began.map { $0 <= day } ?? true) && (ended.map { day <= $0 } ?? true)
        }
    }

    /// Who holds a post, from one day through another.
    package struct Holding: Hashable, Sendable {
        package var person: ID<Person>
        package var from: Day
        package var until: Day?

        package func holds(on day: Day) -> Bool { from <= day && (until.map { day <= $0 } ?? true) }

        func overlaps(_ other: Holding) -> Bool {
            (until.map { other.from <= $0 } ?? true) && (other.until.map { from <= $0 } ?? true)
        }
    }

    /// One line for the journal.
    package struct Deed: Sendable {
        package let kind: String
        package let subject: String
        package let subjectID: String
        package var from: JSON = .null
        package var to: JSON = .null
        /// The same in words, for a person to read before it is stored.
        package let words: String
    }
}

// MARK: Asking

extension Structure {
    /// A node as it stands on a day, with its depth below the authority.
    package struct Standing: Sendable {
        package let id: ID<Node>
        package let version: Version
        package let depth: Int
    }

    package var root: NodeRecord? { nodes.values.first { $0.isRoot } }

    /// The tree on that day, each node after the one above it, those beside each other by name.
    package func tree(on day: Day) -> [Standing] {
        var below: [ID<Node>?: [(ID<Node>, Version)]] = [:]
        for node in nodes.values {
            if let version = node.version(on: day) {
                below[version.parent, default: []].append((node.id, version))
            }
        }
        var standings: [Standing] = []
        func walk(_ parent: ID<Node>?, _ depth: Int) {
            let children = (below[parent] ?? []).sorted { ($0.1.name, $0.0) < ($1.1.name, $1.0) }
            for (id, version) in children {
                standings.append(Standing(id: id, version: version, depth: depth))
                // A ring is refused before it is stored, but a wrong one must not hang the page.
                if depth < 32 { walk(id, depth + 1) }
            }
        }
        walk(nil, 0)
        return standings
    }

    package func name(of node: ID<Node>?, on day: Day) -> String {
        node.flatMap { nodes[$0]?.nearest(to: day).name } ?? ""
    }

    /// The posts of the node on that day, by title.
    package func posts(of node: ID<Node>, on day: Day) -> [PostRecord] {
        posts.values.filter { $0.node == node && $0.stands(on: day) }.sorted {
            ($0.title, $0.id) < ($1.title, $1.id)
        }
    }

    package func holders(of post: PostRecord, on day: Day) -> [PersonRecord] {
        post.holdings.filter { $0.holds(on: day) }.compactMap { people[$0.person] }
    }

    /// The posts that the person holds on that day, the longest held first.
    package func posts(heldBy person: ID<Person>, on day: Day) -> [PostRecord] {
        posts.values
            .compactMap { post in
                post.holdings.first { $0.person == person && $0.holds(on: day) }.map { (post, $0.from) }
            }
            .sorted { ($0.1, $0.0.id) < ($1.1, $1.0.id) }.map(\.0)
    }

    /// Whom the person answers to on that day: for each post held, the post above it and who holds that.
    package func lineManagers(of person: ID<Person>, on day: Day) -> [(
        post: PostRecord, people: [PersonRecord]
    )] {
        posts(heldBy: person, on: day).compactMap { post in
            guard let above = post.reportsTo.flatMap({ posts[$0] }), above.stands(on: day) else { return nil }
            return (above, holders(of: above, on: day))
        }
    }

    package func peopleByName(on day: Day? = nil) -> [PersonRecord] {
        people.values
            .filter { person in day.map { day in person.left.map { day <= $0 } ?? true } ?? true }
            .sorted { ($0.name, $0.id) < ($1.name, $1.id) }
    }

    /// `Team Manager, Harbour team`: a title alone names several posts.
    package func words(_ post: PostRecord, on day: Day) -> String {
        let place = name(of: post.node, on: day)
        return place.isEmpty ? post.title : "\(post.title), \(place)"
    }
}

extension Structure.Kind {
    package var words: String {
        switch self {
        case .authority: "Authority"
        case .service: "Service"
        case .area: "Area"
        case .team: "Team"
        }
    }
}
