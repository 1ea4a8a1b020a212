package import Kernel
package import Storage

/// Who does what falls due: by post, by name, or each holder of a post of a title.
package struct RhythmPeople: Sendable {
    let line: Line
    let tree: UnitTree
    private let posts: [PostRow]
    /// The post that somebody who has left held last: what was theirs goes to the line above it.
    private let lastPosts: [ID<Person>: ID<Post>]

    private struct PostRow: Sendable {
        let id: ID<Post>
        let title: String
        let node: ID<Node>?
        let began: Day?
        let ended: Day?
        var holdings: [(person: ID<Person>, from: Day, until: Day?)] = []
    }

    package static func read(
        _ connection: Connection, _ authority: ID<Authority>, line: Line
    ) throws -> RhythmPeople {
        let key: [SQLValue] = [.id(authority)]
        var posts = try connection.rows(
            "SELECT id, title, node, began_on, ended_on FROM post WHERE authority = $1 ORDER BY title, id",
            key
        ) {
            PostRow(
                id: try $0.id(0), title: try $0.text(1), node: try $0.idOrNil(2), began: try $0.dayOrNil(3),
                ended: try $0.dayOrNil(4))
        }
        let places = Dictionary(uniqueKeysWithValues: posts.enumerated().map { ($1.id, $0) })
        var last: [ID<Person>: ID<Post>] = [:]
        let holdings = try connection.rows(
            """
            SELECT post, person, from_day, until_day FROM post_holding WHERE authority = $1
            ORDER BY COALESCE(until_day, '9999-12-31'), from_day, post
            """, key
        ) { (try $0.id(0) as ID<Post>, try $0.id(1) as ID<Person>, try $0.day(2), try $0.dayOrNil(3)) }
        for (post, person, from, until) in holdings {
            if let place = places[post] { posts[place].holdings.append((person, from, until)) }
            last[person] = post
        }
        return RhythmPeople(
            line: line, tree: try UnitTree.read(connection, authority), posts: posts,
            lastPosts: last.filter { line.names[$0.key] == nil })
    }

    /// "Team Manager" is the title of "Team Manager" and "Team Manager, Harbour", and not of "Team Managers’ Assistant".
    static func isTitle(_ title: String, of post: String) -> Bool {
        let wanted = NameKey.fold(title).split(separator: " ")
        let found = NameKey.fold(post).split(separator: " ")
        return !wanted.isEmpty && found.starts(with: wanted)
    }

    /// Who holds a post of that title in that part of the organisation on the day, in the order of their posts' titles.
    package func holders(of title: String, in node: ID<Node>?, on day: Day) -> [ID<Person>] {
        var found: [ID<Person>] = []
        for post in posts where Self.isTitle(title, of: post.title) && isWithin(post.node, node, day) {
            guard (post.began ?? day) <= day, day <= (post.ended ?? day) else { continue }
            for holding in post.holdings where holding.from <= day && day <= (holding.until ?? day) {
                if !found.contains(holding.person) { found.append(holding.person) }
            }
        }
        return found
    }

    /// Posts of that title that nobody holds on the day.
    package func vacant(_ title: String, in node: ID<Node>?, on day: Day) -> [String] {
        posts.filter { post in
            Self.isTitle(title, of: post.title) && isWithin(post.node, node, day)
                && (post.began ?? day) <= day && day <= (post.ended ?? day)
                && !post.holdings.contains { $0.from <= day && day <= ($0.until ?? day) }
        }.map(\.title)
    }

    private func isWithin(_ node: ID<Node>?, _ part: ID<Node>?, _ day: Day) -> Bool {
        guard let part else { return true }
        guard let node else { return false }
        return tree.isWithin([.node(part)], node, on: day)
    }

    // MARK: Who it stands with today

    package func accountable(_ occurrence: Occurrence, _ rhythm: Rhythm) -> Accountable? {
        if let person = occurrence.assigned ?? occurrence.person { return .person(person) }
        switch rhythm.terms.doer {
        case .post(let post): return .post(post)
        case .person(let person): return .person(person)
        case .each: return nil
        }
    }

    /// Who is to do it and is there today, whoever acts for them among them; empty for a post that nobody holds and for
    /// somebody who has left.
    package func people(_ accountable: Accountable) -> Set<ID<Person>> {
        line.people(behind: accountable).filter { line.names[$0] != nil }
    }

    /// Who hears when it is late, and does it where nobody is there to: the nearest people above.
    package func managers(_ accountable: Accountable) -> Set<ID<Person>> {
        if let person = accountable.person, let post = lastPosts[person] {
            return line.lineManagers(of: .post(post)).filter { line.names[$0] != nil }
        }
        return line.lineManagers(of: accountable).filter { line.names[$0] != nil }
    }

    package func words(_ accountable: Accountable?) -> String {
        guard let accountable else { return "nobody" }
        if people(accountable).isEmpty, let above = managers(accountable).compactMap({ line.names[$0] }).min()
        {
            return "\(line.words(accountable)), so with \(above)"
        }
        return line.words(accountable)
    }

    package func words(_ rhythm: Rhythm) -> String {
        switch rhythm.terms.doer {
        case .post(let post): words(.post(post))
        case .person(let person): words(.person(person))
        case .each(let title): "each \(title)"
        }
    }

    var postChoices: [(id: ID<Post>, words: String)] {
        line.posts.map { ($0.key, line.words(.post($0.key))) }.sorted { ($0.1, $0.0) < ($1.1, $1.0) }
    }

    var personChoices: [(id: ID<Person>, words: String)] {
        line.names.map { ($0.key, $0.value) }.sorted { ($0.1, $0.0) < ($1.1, $1.0) }
    }

    /// The post that plain words mean: "Head of Child Protection". Nil where none, or more than one, is called so.
    func post(called words: String) -> ID<Post>? {
        let key = NameKey.fold(words)
        let found = line.posts.filter { NameKey.fold($0.value.title) == key }
        return found.count == 1 ? found.first?.key : nil
    }

    func person(called words: String) -> ID<Person>? {
        let key = NameKey.fold(words)
        let found = line.names.filter { NameKey.fold($0.value) == key }
        return found.count == 1 ? found.first?.key : nil
    }
}
