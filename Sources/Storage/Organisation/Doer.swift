package import Kernel

/// The officer as somebody in the organisation: who they are, what they answer as, and how far their roles reach.
package struct Doer: Sendable {
    package let officer: Officer
    package let line: Line
    package let today: Day
    /// The posts and people that the officer answers as, delegations included; empty for an account tied to nobody.
    package let answersAs: Set<Accountable>

    package init(_ officer: Officer, line: Line, on today: Day) {
        self.officer = officer
        self.line = line
        self.today = today
        answersAs = officer.person.map { line.standsFor($0) } ?? []
    }

    package static func of(_ officer: Officer, _ connection: Connection, on today: Day) throws -> Doer {
        Doer(officer, line: try LineSQL.line(connection, officer.authority, on: today), on: today)
    }
}

extension Doer {
    package func answers(for accountable: Accountable?) -> Bool {
        accountable.map(answersAs.contains) ?? false
    }

    /// `(r.accountable_post IN (…) OR r.accountable_person IN (…))`. The numbers are our own identities.
    package func answersSQL(post: String, person: String) -> String {
        Doer.inSQL(answersAs, post: post, person: person)
    }

    /// Everybody whose nearest filled post above is one that the officer answers as.
    package var reports: Set<Accountable> {
        let mine = Set(answersAs.compactMap(\.post))
        guard !mine.isEmpty else { return [] }
        var found: Set<Accountable> = []
        for (id, post) in line.posts where !mine.contains(id) {
            var seen: Set<ID<Post>> = [id]
            var above = post.reportsTo
            while let next = above, seen.insert(next).inserted, let standing = line.posts[next] {
                if mine.contains(next) {
                    found.insert(.post(id))
                    for holder in post.holders { found.insert(.person(holder)) }
                    break
                }
                above = standing.holders.isEmpty ? standing.reportsTo : nil
            }
        }
        return found.subtracting(answersAs)
    }

    package static func inSQL(_ who: Set<Accountable>, post: String, person: String) -> String {
        let posts = who.compactMap { $0.post?.rawValue }.sorted().map(String.init)
        let people = who.compactMap { $0.person?.rawValue }.sorted().map(String.init)
        let parts = [
            posts.isEmpty ? nil : "\(post) IN (\(posts.joined(separator: ", ")))",
            people.isEmpty ? nil : "\(person) IN (\(people.joined(separator: ", ")))",
        ].compactMap { $0 }
        return parts.isEmpty ? "(1 = 0)" : "(\(parts.joined(separator: " OR ")))"
    }
}
