package import Kernel

/// The organisation through time, as far as reading lists need it: the tree, posts, who held them, who has left.
package struct Membership: Sendable {
    package struct Node: Sendable {
        package var id: ID<Kernel.Node>
        package var name: String
        package var parent: ID<Kernel.Node>?
        package var from: Day
        package var until: Day?

        package init(
            id: ID<Kernel.Node>, name: String, parent: ID<Kernel.Node>?, from: Day, until: Day? = nil
        ) {
            self.id = id
            self.name = name
            self.parent = parent
            self.from = from
            self.until = until
        }
    }

    package struct Holding: Sendable {
        package var post: ID<Post>
        package var node: ID<Kernel.Node>?
        package var person: ID<Person>
        package var from: Day
        /// The last day; nil while nobody has said.
        package var until: Day?

        package init(
            post: ID<Post>, node: ID<Kernel.Node>?, person: ID<Person>, from: Day, until: Day? = nil
        ) {
            self.post = post
            self.node = node
            self.person = person
            self.from = from
            self.until = until
        }
    }

    package struct Somebody: Sendable {
        package var name: String
        /// Their last day.
        package var left: Day?

        package init(_ name: String, left: Day? = nil) {
            self.name = name
            self.left = left
        }
    }

    package var nodes: [Node] = []
    package var holdings: [Holding] = []
    package var people: [ID<Person>: Somebody] = [:]

    package init() {}
}

extension Membership {
    /// Everybody whom the targets mean on that day.
    package func members(_ targets: Set<GuidanceTarget>, on day: Day) -> Set<ID<Person>> {
        var members: Set<ID<Person>> = []
        for case .person(let person) in targets where isHere(person, on: day) { members.insert(person) }
        let wanted = nodes(under: targets, on: day)
        for holding in holdings where holds(holding, on: day) && isHere(holding.person, on: day) {
            if targets.contains(.post(holding.post)) || holding.node.map(wanted.contains) == true {
                members.insert(holding.person)
            }
        }
        return members
    }

    /// The part of the authority in which the person works on that day: where their latest post stands.
    package func team(of person: ID<Person>, on day: Day) -> String? {
        let latest = holdings.filter { $0.person == person && holds($0, on: day) && $0.node != nil }
            .max { ($0.from, $0.post) < ($1.from, $1.post) }
        return latest.flatMap { holding in
            nodes.first { $0.id == holding.node && $0.from <= day && ($0.until.map { day <= $0 } ?? true) }
        }?.name
    }

    private func isHere(_ person: ID<Person>, on day: Day) -> Bool {
        people[person].map { $0.left.map { day <= $0 } ?? true } ?? false
    }

    private func holds(_ holding: Holding, on day: Day) -> Bool {
        holding.from <= day && (holding.until.map { day <= $0 } ?? true)
    }

    private func nodes(under targets: Set<GuidanceTarget>, on day: Day) -> Set<ID<Kernel.Node>> {
        var found: Set<ID<Kernel.Node>> = []
        for case .node(let node) in targets { found.insert(node) }
        guard !found.isEmpty else { return [] }
        let today = nodes.filter { $0.from <= day && ($0.until.map { day <= $0 } ?? true) }
        // As often as the tree is deep: a node below one that was found is found too.
        var grows = true
        while grows {
            grows = false
            for node in today {
                if let parent = node.parent, found.contains(parent), found.insert(node.id).inserted {
                    grows = true
                }
            }
        }
        return found
    }
}

/// Who must read a document on a day, who has, and who has not.
package struct ReadingRoll: Sendable {
    /// That somebody has read a version.
    package struct Reading: Hashable, Sendable {
        package var version: Int
        package var person: ID<Person>
        package var on: Day
        package var onPaper: Bool

        package init(version: Int, person: ID<Person>, on: Day, onPaper: Bool = false) {
            self.version = version
            self.person = person
            self.on = on
            self.onPaper = onPaper
        }
    }

    package struct Reader: Sendable {
        package var person: ID<Person>
        package var name: String
        /// Empty for somebody in no post of the tree.
        package var team: String
        /// True for who came onto the list after the version was issued.
        package var joined: Bool
        package var reading: Reading?
    }

    package struct Issue: Sendable {
        package var version: Int
        package var on: Day
        package var readAnew: Bool
        package var to: Set<GuidanceTarget>

        package init(version: Int, on: Day, readAnew: Bool = false, to: Set<GuidanceTarget>) {
            self.version = version
            self.on = on
            self.readAnew = readAnew
            self.to = to
        }
    }

    package var version: Int
    /// Everybody on the list that day, by team and name.
    package var readers: [Reader]
    /// Who has read it and is no longer on the list.
    package var left: [Reader]

    package var read: [Reader] { readers.filter { $0.reading != nil } }
    package var outstanding: [Reader] { readers.filter { $0.reading == nil } }
    package var joined: [Reader] { readers.filter(\.joined) }
}

extension ReadingRoll {
    /// The roll of the version that is in force on that day; nil when none has been issued by then.
    ///
    /// The list is worked out anew for each day: who comes is to read it, who leaves owes nothing and what they
    /// read stays, and who moves inside the list stays on it. A reading of an earlier version counts as far back
    /// as the latest version that was to be read anew.
    package static func of(
        _ issues: [Issue], _ readings: [Reading], _ membership: Membership, on day: Day
    ) -> ReadingRoll? {
        let issued = issues.filter { $0.on <= day }
        guard let version = issued.map(\.version).max() else { return nil }
        let current = issued.filter { $0.version == version }
        let first = readFrom(issued, version)
        var latest: [ID<Person>: Reading] = [:]
        for reading in readings where (first...version).contains(reading.version) && reading.on <= day {
            if let known = latest[reading.person], known.version >= reading.version { continue }
            latest[reading.person] = reading
        }
        let members = membership.members(current.reduce(into: []) { $0.formUnion($1.to) }, on: day)
        let present = current.reduce(into: Set<ID<Person>>()) { present, issue in
            present.formUnion(membership.members(issue.to, on: issue.on))
        }
        func reader(_ person: ID<Person>) -> Reader {
            Reader(
                person: person, name: membership.people[person]?.name ?? "Somebody",
                team: membership.team(of: person, on: day) ?? "", joined: !present.contains(person),
                reading: latest[person])
        }
        func sorted(_ readers: [Reader]) -> [Reader] {
            readers.sorted { ($0.team, $0.name, $0.person) < ($1.team, $1.name, $1.person) }
        }
        return ReadingRoll(
            version: version, readers: sorted(members.map(reader)),
            left: sorted(latest.keys.filter { !members.contains($0) }.map(reader)))
    }

    /// The first version of which a reading counts for this one.
    package static func readFrom(_ issues: [Issue], _ version: Int) -> Int {
        let numbers = issues.filter { $0.version <= version }
        return numbers.filter(\.readAnew).map(\.version).max() ?? numbers.map(\.version).min() ?? version
    }

    /// `46 of 48 have read version 2; two joined since.`
    package var sentence: String {
        guard !readers.isEmpty else { return "Nobody is on the list of version \(version) today." }
        let joined = joined.count
        let since = joined == 0 ? "" : "; \(ReadingRoll.number(joined)) joined since"
        if outstanding.isEmpty {
            return readers.count == 1
                ? "The one person on the list has read version \(version)."
                : "All \(readers.count) have read version \(version)\(since)."
        }
        return "\(read.count) of \(readers.count) have read version \(version)\(since)."
    }

    private static func number(_ count: Int) -> String {
        let words = ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
        return count < words.count ? words[count] : "\(count)"
    }
}
