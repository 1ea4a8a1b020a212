package import Kernel

/// Who holds which post, who answers to whom and who acts for whom, on one day: what independence is judged by.
package struct Line: Sendable {
    package struct PostInLine: Sendable {
        package var title: String
        package var reportsTo: ID<Post>?
        package var holders: Set<ID<Person>>

        package init(title: String, reportsTo: ID<Post>?, holders: Set<ID<Person>>) {
            self.title = title
            self.reportsTo = reportsTo
            self.holders = holders
        }
    }

    package var posts: [ID<Post>: PostInLine] = [:]
    /// People whose last day is not behind, by identity.
    package var names: [ID<Person>: String] = [:]
    /// Who acts for a post or a person, besides its holder.
    package var delegates: [Accountable: Set<ID<Person>>] = [:]

    package init() {}
}

extension Line {
    /// Everybody who answers: the holders of the post or the person, and whoever acts for either.
    package func people(behind accountable: Accountable) -> Set<ID<Person>> {
        var people = delegates[accountable] ?? []
        switch accountable {
        case .person(let person): people.insert(person)
        case .post(let post):
            for holder in posts[post]?.holders ?? [] {
                people.insert(holder)
                people.formUnion(delegates[.person(holder)] ?? [])
            }
        }
        return people
    }

    package func posts(heldBy person: ID<Person>) -> Set<ID<Post>> {
        Set(posts.lazy.filter { $0.value.holders.contains(person) }.map(\.key))
    }

    /// The posts and people that the person answers as: their own, and those that they act for.
    package func standsFor(_ person: ID<Person>) -> Set<Accountable> {
        var all: Set<Accountable> = [.person(person)]
        for post in posts(heldBy: person) { all.insert(.post(post)) }
        for (accountable, acting) in delegates where acting.contains(person) {
            all.insert(accountable)
            if case .person(let other) = accountable {
                for post in posts(heldBy: other) { all.insert(.post(post)) }
            }
        }
        return all
    }

    /// Everybody above the person in the line, at any distance, through every post that they hold.
    package func managers(of person: ID<Person>) -> Set<ID<Person>> {
        var managers: Set<ID<Person>> = []
        var seen: Set<ID<Post>> = []
        var next = posts(heldBy: person).compactMap { posts[$0]?.reportsTo }
        while let post = next.popLast() {
            guard seen.insert(post).inserted, let above = posts[post] else { continue }
            managers.formUnion(above.holders)
            // A vacant post does not cut the line: whoever is above it is above those below it.
            if let higher = above.reportsTo { next.append(higher) }
        }
        managers.remove(person)
        return managers
    }

    /// The nearest people above: the holders of the next post up that somebody holds.
    package func lineManagers(of accountable: Accountable) -> Set<ID<Person>> {
        let starts: Set<ID<Post>> =
            switch accountable {
            case .post(let post): [post]
            case .person(let person): posts(heldBy: person)
            }
        var found: Set<ID<Person>> = []
        for start in starts {
            var seen: Set<ID<Post>> = [start]
            var above = posts[start]?.reportsTo
            while let post = above, seen.insert(post).inserted, let line = posts[post] {
                if !line.holders.isEmpty {
                    found.formUnion(line.holders)
                    break
                }
                above = line.reportsTo
            }
        }
        return found.subtracting(people(behind: accountable))
    }

    /// "Maya Okonkwo, Head of Children in Need", or a post with nobody in it.
    package func words(_ accountable: Accountable) -> String {
        switch accountable {
        case .person(let person): return names[person] ?? "somebody who has left"
        case .post(let post):
            guard let line = posts[post] else { return "a post that has ended" }
            let holders = line.holders.compactMap { names[$0] }.sorted().joined(separator: ", ")
            return holders.isEmpty ? "\(line.title) (vacant)" : "\(line.title) (\(holders))"
        }
    }
}

package enum LineSQL {
    package static func line(
        _ connection: Connection, _ authority: ID<Authority>, on day: Day
    ) throws -> Line {
        var line = Line()
        let key: [SQLValue] = [.id(authority), .day(day)]
        let posts = try connection.rows(
            """
            SELECT id, title, reports_to FROM post
            WHERE authority = $1 AND (began_on IS NULL OR began_on <= $2)
                AND (ended_on IS NULL OR ended_on >= $2)
            """, key
        ) { (try $0.id(0) as ID<Post>, try $0.text(1), try $0.idOrNil(2) as ID<Post>?) }
        for (id, title, above) in posts {
            line.posts[id] = Line.PostInLine(title: title, reportsTo: above, holders: [])
        }
        let holdings = try connection.rows(
            """
            SELECT post, person FROM post_holding
            WHERE authority = $1 AND from_day <= $2 AND (until_day IS NULL OR until_day >= $2)
            """, key
        ) { (try $0.id(0) as ID<Post>, try $0.id(1) as ID<Person>) }
        for (post, person) in holdings { line.posts[post]?.holders.insert(person) }
        let people = try connection.rows(
            "SELECT id, name FROM person WHERE authority = $1 AND (left_on IS NULL OR left_on >= $2)", key
        ) { (try $0.id(0) as ID<Person>, try $0.text(1)) }
        for (person, name) in people { line.names[person] = name }
        let delegations = try connection.rows(
            """
            SELECT post, person, delegate FROM delegation
            WHERE authority = $1 AND from_day <= $2 AND (until_day IS NULL OR until_day >= $2)
            """, key
        ) { row in
            (
                Accountable(post: try row.idOrNil(0), person: try row.idOrNil(1)),
                try row.id(2) as ID<Person>
            )
        }
        for case (let accountable?, let delegate) in delegations {
            line.delegates[accountable, default: []].insert(delegate)
        }
        return line
    }
}
