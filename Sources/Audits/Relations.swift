package import Kernel
package import Storage

/// What people are to a case, by the line of the day: only who is nothing to it is independent.
package struct CaseRelations: Sendable {
    package let line: Line
    let tree: UnitTree
    let today: Day
    /// Everybody who holds a post at each node.
    private let posts: [ID<Node>: Set<ID<Person>>]

    package static func read(
        _ connection: Connection, _ authority: ID<Authority>, on today: Day
    ) throws -> CaseRelations {
        let holdings = try connection.rows(
            """
            SELECT p.node, h.person FROM post p
            JOIN post_holding h ON h.authority = p.authority AND h.post = p.id
            WHERE p.authority = $1 AND p.node IS NOT NULL AND h.from_day <= $2
                AND (h.until_day IS NULL OR h.until_day >= $2)
                AND (p.ended_on IS NULL OR p.ended_on >= $2)
            """, [.id(authority), .day(today)]
        ) { (try $0.id(0) as ID<Node>, try $0.id(1) as ID<Person>) }
        return CaseRelations(
            line: try LineSQL.line(connection, authority, on: today),
            tree: try UnitTree.read(connection, authority), today: today,
            posts: Dictionary(grouping: holdings, by: \.0).mapValues { Set($0.map(\.1)) })
    }

    /// Everybody who manages the case: above its holder at any distance; where the holder is nobody of ours, whoever
    /// has a post in the team or in a part above it.
    package func managers(holder: ID<Person>?, node: ID<Node>?) -> Set<ID<Person>> {
        var found = holder.map { line.managers(of: $0) } ?? []
        if found.isEmpty, let node {
            for part in tree.lineUp(from: node, on: today) where tree.kind(part, on: today) != "authority" {
                found.formUnion(posts[part] ?? [])
            }
        }
        if let holder { found.remove(holder) }
        return found
    }

    /// The nearest manager of the case: the holder's line manager, or whoever leads the team.
    package func manager(holder: ID<Person>?, node: ID<Node>?) -> Set<ID<Person>> {
        if let holder {
            let above = line.lineManagers(of: .person(holder))
            if !above.isEmpty { return above }
        }
        guard let node else { return [] }
        for part in tree.lineUp(from: node, on: today) {
            // Of a team's posts the one that answers to none of the others in it leads it.
            let here = posts[part] ?? []
            let top = here.filter { person in
                line.managers(of: person).isDisjoint(with: here) && person != holder
            }
            if !top.isEmpty { return top }
        }
        return []
    }

    package func relation(
        of person: ID<Person>, holder: ID<Person>?, node: ID<Node>?
    ) -> Relation {
        if person == holder { return .own }
        let above = managers(holder: holder, node: node)
        if above.contains(person) { return .line }
        // Whoever acts for the holder or for one above stands where they stand.
        let standsFor = Set(line.standsFor(person).compactMap(\.person))
        if let holder, standsFor.contains(holder) { return .own }
        if !standsFor.isDisjoint(with: above) { return .line }
        let acted = line.standsFor(person).compactMap(\.post).flatMap { line.posts[$0]?.holders ?? [] }
        if let holder, acted.contains(holder) { return .own }
        return acted.contains(where: above.contains) ? .line : .independent
    }

    /// Why the person may not verify the case, in a sentence; nil for somebody independent.
    package func whyNot(
        verifier person: ID<Person>, holder: ID<Person>?, node: ID<Node>?, chair: ID<Person>?
    ) -> String? {
        let name = line.names[person] ?? "This person"
        guard line.names[person] != nil else {
            return "\(name) is not in the organisation today, so nobody can tell whether they are independent"
        }
        if chair == person {
            return "\(name) chaired this child’s conference, so somebody else must verify it"
        }
        switch relation(of: person, holder: holder, node: node) {
        case .own: return "\(name) holds this case, so somebody else must verify it"
        case .line: return "\(name) is above the holder of this case, so somebody else must verify it"
        case .independent: break
        }
        // Nobody marks the work of whoever they answer to.
        if let holder, line.managers(of: person).contains(holder) {
            return "\(name) reports to the holder of this case, so somebody else must verify it"
        }
        return nil
    }
}
