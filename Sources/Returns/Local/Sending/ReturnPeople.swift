package import Kernel
package import Storage

/// Posts, who holds them and where they stand, on one day: as far as returns need it.
package struct ReturnPeople: Sendable {
    struct PostRow: Sendable {
        let title: String
        let node: ID<Node>?
        let reportsTo: ID<Post>?
        var holders: [String] = []
    }

    var posts: [ID<Post>: PostRow] = [:]
    var names: [ID<Person>: String] = [:]

    package static func read(
        _ connection: Connection, _ authority: ID<Authority>, on day: Day
    ) throws -> ReturnPeople {
        var people = ReturnPeople()
        let key: [SQLValue] = [.id(authority), .day(day)]
        let posts = try connection.rows(
            """
            SELECT id, title, node, reports_to FROM post
            WHERE authority = $1 AND (began_on IS NULL OR began_on <= $2) AND (ended_on IS NULL OR ended_on >= $2)
            """, key
        ) { row -> (ID<Post>, PostRow) in
            (
                try row.id(0),
                PostRow(title: try row.text(1), node: try row.idOrNil(2), reportsTo: try row.idOrNil(3))
            )
        }
        people.posts = Dictionary(uniqueKeysWithValues: posts)
        let persons = try connection.rows(
            "SELECT id, name FROM person WHERE authority = $1 AND (left_on IS NULL OR left_on >= $2)", key
        ) { (try $0.id(0) as ID<Person>, try $0.text(1)) }
        people.names = Dictionary(uniqueKeysWithValues: persons)
        let holdings = try connection.rows(
            """
            SELECT post, person FROM post_holding
            WHERE authority = $1 AND from_day <= $2 AND (until_day IS NULL OR until_day >= $2) ORDER BY post, person
            """, key
        ) { (try $0.id(0) as ID<Post>, try $0.id(1) as ID<Person>) }
        for (post, person) in holdings {
            if let name = people.names[person] { people.posts[post]?.holders.append(name) }
        }
        return people
    }

    /// The posts that manage a unit: those of the unit which answer to a post elsewhere, or to nobody.
    func managing(_ node: ID<Node>) -> Set<ID<Post>> {
        let own = posts.filter { $0.value.node == node }
        return Set(
            own.filter { post in post.value.reportsTo.map { own[$0] == nil } ?? true }.keys)
    }

    /// The posts behind a sender: the one that is named, or those that manage the unit where nobody is.
    func posts(of sender: LocalSender) -> Set<ID<Post>> {
        if let post = sender.post { return [post] }
        return sender.person == nil ? managing(sender.node) : []
    }

    /// "Team Manager, Harbour (Imran Shah)".
    func words(_ sender: LocalSender) -> String {
        if let person = sender.person { return names[person] ?? "somebody who has left" }
        let behind = posts(of: sender).sorted().compactMap { posts[$0] }.map { post in
            post.title + (post.holders.isEmpty ? " (vacant)" : " (\(post.holders.joined(separator: ", ")))")
        }
        return behind.isEmpty ? "whoever manages the unit" : behind.joined(separator: ", ")
    }

    var postsByTitle: [(id: ID<Post>, words: String)] {
        posts.map {
            (
                $0.key,
                $0.value.title
                    + ($0.value.holders.isEmpty ? "" : " (\($0.value.holders.joined(separator: ", ")))")
            )
        }
        .sorted { ($0.1, $0.0) < ($1.1, $1.0) }
    }

    var peopleByName: [(id: ID<Person>, words: String)] {
        names.map { ($0.key, $0.value) }.sorted { ($0.1, $0.0) < ($1.1, $1.0) }
    }
}

/// As what the officer answers, and who answers to them. App fills it.
package struct ReturnsLine: Sendable {
    package struct Standing: Sendable {
        package var posts: Set<ID<Post>>
        package var people: Set<ID<Person>>
        package var reportingPosts: Set<ID<Post>>
        package var reportingPeople: Set<ID<Person>>

        package init(
            posts: Set<ID<Post>>, people: Set<ID<Person>>, reportingPosts: Set<ID<Post>>,
            reportingPeople: Set<ID<Person>>
        ) {
            self.posts = posts
            self.people = people
            self.reportingPosts = reportingPosts
            self.reportingPeople = reportingPeople
        }
    }

    /// Their own posts and those that they act for, delegations included, on that day.
    package let standing: @Sendable (Connection, Officer, Day) throws -> Standing

    package init(standing: @escaping @Sendable (Connection, Officer, Day) throws -> Standing) {
        self.standing = standing
    }
}

/// The officer before returns: what they may fill in, and which figures they may see.
struct ReturnsDoer: Sendable {
    let officer: Officer
    let standing: ReturnsLine.Standing
    let people: ReturnPeople
    let tree: UnitTree
    let today: Day

    static func of(
        _ officer: Officer, _ line: ReturnsLine, _ connection: Connection, on today: Day
    ) throws -> ReturnsDoer {
        ReturnsDoer(
            officer: officer, standing: try line.standing(connection, officer, today),
            people: try ReturnPeople.read(connection, officer.authority, on: today),
            tree: try UnitTree.read(connection, officer.authority), today: today)
    }

    /// Whether they say what is asked and of whom.
    var isKeeper: Bool { officer.scopes(for: LocalRoute.keepers).contains(.authority) }

    func isSender(_ sender: LocalSender) -> Bool {
        if let person = sender.person { return standing.people.contains(person) }
        if !people.posts(of: sender).isDisjoint(with: standing.posts) { return true }
        return tree.isWithin(
            officer.scopes(for: [.teamManager]).filter { $0 != .authority }, sender.node, on: today)
    }

    /// Whether the sender answers to them.
    func manages(_ sender: LocalSender) -> Bool {
        guard !isSender(sender) else { return false }
        if let person = sender.person { return standing.reportingPeople.contains(person) }
        return !people.posts(of: sender).isDisjoint(with: standing.reportingPosts)
    }

    func mayFill(_ sender: LocalSender) -> Bool {
        officer.holds(LocalRoute.fillers) && (isKeeper || isSender(sender))
    }

    /// Whether they see a unit's figures as they are: the inner circle, whoever sends them, and whoever that answers to.
    func seesFigures(of node: ID<Node>, in local: LocalDefinition) -> Bool {
        if tree.isWithin(officer.scopes(for: LocalRoute.keepers.union([.teamManager])), node, on: today) {
            return true
        }
        return local.senders.contains {
            $0.node == node && $0.holds(on: today) && (isSender($0) || manages($0))
        }
    }

    /// Whether they see every figure of the authority.
    var isInnerCircle: Bool { officer.scopes(for: LocalRoute.keepers).contains(.authority) }
}
