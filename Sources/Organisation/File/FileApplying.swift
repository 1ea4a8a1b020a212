package import Kernel

/// Applies the rows of a file to the organisation: the same rules as by hand, and every row's fault told at once.
package struct FileApplying {
    /// What is wrong with a row.
    package struct Fault: Sendable, Equatable {
        package let row: Int
        package let sentence: String
    }

    package private(set) var structure: Structure
    package private(set) var faults: [Fault] = []
    /// The first day of what bears no date.
    private let begins: Day
    private let now: Instant
    private var faultyRows: Set<Int> = []

    /// Nothing of `structure` is stored here: the caller stores what comes back where `faults` is empty.
    package init(_ file: OrganisationFile, to structure: Structure, begins: Day, at now: Instant) {
        self.structure = structure
        self.begins = begins
        self.now = now
        let dated = file.rows.compactMap { row in dates(row).map { Dated(row: row, from: $0.0, until: $0.1) }
        }
        applyNodes(dated.filter(\.row.isNode))
        applyPosts(dated.filter { !$0.row.isNode })
        faults.sort { ($0.row, $0.sentence) < ($1.row, $1.sentence) }
    }

    private struct Dated {
        let row: OrganisationFile.Row
        let from: Day?
        let until: Day?
    }

    private mutating func fault(_ row: OrganisationFile.Row, _ sentence: String) {
        faults.append(Fault(row: row.number, sentence: sentence))
        faultyRows.insert(row.number)
    }

    private mutating func dates(_ row: OrganisationFile.Row) -> (Day?, Day?)? {
        var days: [Day?] = []
        for field in [OrganisationFile.Field.from, .until] {
            let text = row[field]
            let day = text.isEmpty ? nil : FileDay.read(text)
            if !text.isEmpty, day == nil {
                fault(row, "There is no such day as “\(text)”: write it as 2026-03-31")
                return nil
            }
            days.append(day)
        }
        if let from = days[0], let until = days[1], until < from {
            fault(row, "The last day, \(until.long), stands before the first, \(from.long)")
            return nil
        }
        return (days[0], days[1])
    }

    // MARK: Parts

    /// Rows may stand in any order: each waits until what it is part of is there.
    private mutating func applyNodes(_ rows: [Dated]) {
        var waiting = rows
        var seen: [String: Int] = [:]
        for dated in rows {
            let key =
                NameKey.fold(dated.row[.node]) + "|" + NameKey.fold(dated.row[.parent])
                + "|" + dated.row[.from]
            if let first = seen[key] {
                fault(dated.row, "\(dated.row[.node]) stands in row \(first) already")
            } else {
                seen[key] = dated.row.number
            }
        }
        waiting.removeAll { faultyRows.contains($0.row.number) }
        let coming = Set(waiting.map { NameKey.fold($0.row[.node]) })
        while !waiting.isEmpty {
            var later: [Dated] = []
            for dated in waiting {
                let above = dated.row[.parent]
                let isThere = above.isEmpty || (try? findNode(above, on: dated.from ?? begins)) != nil
                if isThere || !coming.contains(NameKey.fold(lastName(above))) {
                    applyNode(dated)
                } else {
                    later.append(dated)
                }
            }
            if later.count == waiting.count {
                for dated in later {
                    fault(
                        dated.row, "“\(dated.row[.parent])” cannot be put in its place, so this cannot either"
                    )
                }
                return
            }
            waiting = later
        }
    }

    private mutating func applyNode(_ dated: Dated) {
        let row = dated.row
        do {
            guard !row[.node].isEmpty else { throw Trouble("Give the name of the part in the column “node”") }
            let day = dated.from ?? begins
            let known = try knownNode(row, on: day)
            if let known, structure.nodes[known]?.isRoot == true { return }
            let kind = try kind(row, known, on: day)
            let parent: ID<Node>?
            if row[.parent].isEmpty {
                parent = known.flatMap { structure.nodes[$0]?.nearest(to: day).parent } ?? structure.root?.id
            } else {
                parent = try findNode(row[.parent], on: day)
            }
            if let known {
                try changeNode(known, row, kind, parent, dated)
            } else {
                let version = Structure.Version(
                    from: day, until: nil, kind: kind, teamKind: row[.teamKind].nilIfEmpty,
                    name: lastName(row[.node]),
                    parent: parent)
                let id = try structure.addNode(version, at: now)
                if let until = dated.until { try structure.endNode(id, on: until) }
            }
        } catch {
            fault(row, sentence(error))
        }
    }

    private mutating func changeNode(
        _ id: ID<Node>, _ row: OrganisationFile.Row, _ kind: Structure.Kind, _ parent: ID<Node>?,
        _ dated: Dated
    ) throws {
        guard let before = structure.nodes[id]?.nearest(to: dated.from ?? begins) else { return }
        let teamKind = row[.teamKind].isEmpty ? before.teamKind : row[.teamKind]
        let isSame =
            before.kind == kind && before.parent == parent && before.name == lastName(row[.node])
            && (before.teamKind == teamKind || kind != .team)
        if !isSame {
            try structure.changeNode(
                id, name: lastName(row[.node]), kind: kind, teamKind: teamKind, parent: parent,
                from: dated.from ?? begins)
        }
        if let until = dated.until, structure.nodes[id]?.until != until {
            try structure.endNode(id, on: until)
        }
    }

    /// The node of the row where it is on record: under the same node above, or the only one of its name.
    private func knownNode(_ row: OrganisationFile.Row, on day: Day) throws -> ID<Node>? {
        let found = nodes(called: lastName(row[.node]), on: day)
        if !row[.parent].isEmpty, let parent = try? findNode(row[.parent], on: day) {
            let here = found.filter { structure.nodes[$0]?.nearest(to: day).parent == parent }
            if let one = here.first { return one }
        }
        guard found.count < 2 else {
            throw Trouble(
                "\(counted(found.count, "part")) are called \(lastName(row[.node])): say in the column “parent” which one"
            )
        }
        return found.first
    }

    private func kind(_ row: OrganisationFile.Row, _ known: ID<Node>?, on day: Day) throws -> Structure.Kind {
        let word = NameKey.fold(row[.kind])
        if word.isEmpty {
            if let known, let kind = structure.nodes[known]?.nearest(to: day).kind { return kind }
            if !row[.teamKind].isEmpty { return .team }
            throw Trouble("Say in the column “kind” whether \(row[.node]) is a service, an area or a team")
        }
        switch word {
        case "service", "department", "division", "directorate": return .service
        case "area", "locality", "district", "region": return .area
        case "team", "unit", "pod": return .team
        default: throw Trouble("“\(row[.kind])” is no kind of part: write service, area or team")
        }
    }

    // MARK: Posts and people

    private mutating func applyPosts(_ rows: [Dated]) {
        // Earlier holders first, so that whoever follows them takes up the same post.
        let ordered = rows.enumerated().sorted {
            ($0.element.from ?? begins, $0.offset) < ($1.element.from ?? begins, $1.offset)
        }.map(\.element)
        var posts: [Int: ID<Post>] = [:]
        for dated in ordered {
            do { posts[dated.row.number] = try applyPost(dated) } catch { fault(dated.row, sentence(error)) }
        }
        // Line managers once every post of the file is there.
        for dated in ordered {
            guard let id = posts[dated.row.number], !dated.row[.reportsTo].isEmpty else { continue }
            do { try applyReportsTo(dated.row, id, on: dated.from ?? begins) } catch {
                fault(dated.row, sentence(error))
            }
        }
    }

    private mutating func applyPost(_ dated: Dated) throws -> ID<Post>? {
        let row = dated.row
        let person = try person(row, dated)
        guard !row[.post].isEmpty else {
            guard let person else { throw Trouble("Give a person or a post") }
            if !row[.reportsTo].isEmpty || !row[.node].isEmpty {
                throw Trouble("Give the post that \(row[.person]) holds in the column “post”")
            }
            if let until = dated.until, let kept = structure.people[person] {
                try structure.changePerson(person, name: kept.name, email: kept.email, left: until)
            }
            return nil
        }
        let day = dated.from ?? begins
        let node = row[.node].isEmpty ? try nodeOfOnlyPost(row, on: day) : try findNode(row[.node], on: day)
        let id = try post(row, node, person, dated)
        if let person { try hold(id, person, dated) }
        return id
    }

    private mutating func hold(_ id: ID<Post>, _ person: ID<Person>, _ dated: Dated) throws {
        let held = structure.posts[id]?.holdings.first {
            $0.person == person && (dated.from == nil ? $0.until == nil : $0.from == dated.from)
        }
        if let held {
            if dated.until != held.until, dated.until != nil || dated.from != nil {
                try structure.changeHolding(of: id, by: person, from: held.from, until: dated.until)
            }
        } else {
            try structure.hold(id, by: person, from: dated.from ?? begins, until: dated.until)
        }
    }

    private mutating func person(_ row: OrganisationFile.Row, _ dated: Dated) throws -> ID<Person>? {
        guard !row[.person].isEmpty || !row[.email].isEmpty else { return nil }
        let email = row[.email].lowercased()
        if !email.isEmpty,
            let known = structure.people.values.first(where: { $0.email?.lowercased() == email })
        {
            if !row[.person].isEmpty, known.name != row[.person] {
                try structure.changePerson(known.id, name: row[.person], email: known.email, left: known.left)
            }
            return known.id
        }
        guard !row[.person].isEmpty else {
            throw Trouble("Nobody on record has the address \(row[.email]): give the name too")
        }
        let key = NameKey.fold(row[.person])
        let named = structure.people.values.filter {
            NameKey.fold($0.name) == key && (email.isEmpty || $0.email == nil)
        }
        guard named.count < 2 else {
            throw Trouble(
                "\(named.count) people are called \(row[.person]): give the email address that tells them apart"
            )
        }
        guard let known = named.first else {
            return try structure.addPerson(named: row[.person], email: email.nilIfEmpty, at: now)
        }
        if !email.isEmpty {
            try structure.changePerson(known.id, name: known.name, email: email, left: known.left)
        }
        return known.id
    }

    /// The post of the row: the one that the person holds, else one that is vacant then, else a new one.
    private mutating func post(
        _ row: OrganisationFile.Row, _ node: ID<Node>, _ person: ID<Person>?, _ dated: Dated
    ) throws -> ID<Post> {
        let key = NameKey.fold(row[.post])
        let day = dated.from ?? begins
        let same = structure.posts.values
            .filter {
                $0.node == node && NameKey.fold($0.title) == key && ($0.ended.map { day <= $0 } ?? true)
            }
            .sorted { $0.id < $1.id }
        guard let person else {
            if let vacant = same.first(where: { $0.holdings.allSatisfy { !$0.holds(on: day) } }) ?? same.first
            {
                return vacant.id
            }
            return try structure.addPost(row[.post], of: node, from: dated.from, at: now)
        }
        let holding = Structure.Holding(person: person, from: day, until: dated.until)
        if let own = same.first(where: {
            $0.holdings.contains { $0.person == person && $0.overlaps(holding) }
        }) {
            return own.id
        }
        if let vacant = same.first(where: { post in post.holdings.allSatisfy { !$0.overlaps(holding) } }) {
            return vacant.id
        }
        return try structure.addPost(row[.post], of: node, from: dated.from, at: now)
    }

    private func nodeOfOnlyPost(_ row: OrganisationFile.Row, on day: Day) throws -> ID<Node> {
        let key = NameKey.fold(row[.post])
        let nodes = Set(
            structure.posts.values.filter { NameKey.fold($0.title) == key && $0.stands(on: day) }.compactMap(
                \.node))
        guard nodes.count == 1, let node = nodes.first else {
            throw Trouble("Say in the column “node” which part the post \(row[.post]) belongs to")
        }
        return node
    }

    private mutating func applyReportsTo(_ row: OrganisationFile.Row, _ id: ID<Post>, on day: Day) throws {
        guard let post = structure.posts[id] else { return }
        let above = try findPost(row[.reportsTo], for: post, on: day)
        try structure.changePost(id, title: post.title, node: post.node, reportsTo: above)
    }

    /// The post of that title: the only one, else the nearest up the tree; or the post of the person of that name.
    private func findPost(_ text: String, for post: Structure.PostRecord, on day: Day) throws -> ID<Post> {
        let parts = split(text)
        let key = NameKey.fold(parts[0])
        var found = structure.posts.values.filter {
            NameKey.fold($0.title) == key && $0.id != post.id && ($0.ended.map { day <= $0 } ?? true)
        }
        if parts.count > 1 {
            let place = NameKey.fold(parts[parts.count - 1])
            found = found.filter { NameKey.fold(structure.name(of: $0.node, on: day)) == place }
            if let one = found.min(by: { $0.id < $1.id }) { return one.id }
        }
        if found.count == 1 { return found[0].id }
        if found.isEmpty {
            let holding = structure.people.values.filter { NameKey.fold($0.name) == NameKey.fold(text) }
                .flatMap { structure.posts(heldBy: $0.id, on: day) }.filter { $0.id != post.id }
            guard holding.count == 1 else {
                throw Trouble("No post is called “\(text)”, and nobody of that name holds one")
            }
            return holding[0].id
        }
        var next = post.node
        for _ in 0..<32 {
            guard let node = next else { break }
            let here = found.filter { $0.node == node }
            if let one = here.first, here.count == 1 { return one.id }
            next = structure.nodes[node]?.nearest(to: day).parent
        }
        throw Trouble(
            "\(found.count) posts are called “\(text)”: write it as “\(parts[0]) / name of its team”")
    }

    // MARK: Finding parts

    private func findNode(_ text: String, on day: Day) throws -> ID<Node> {
        let whole = nodes(called: text, on: day)
        if whole.count == 1 { return whole[0] }
        let parts = split(text)
        var found = nodes(called: parts[parts.count - 1], on: day)
        if parts.count > 1 {
            let above = NameKey.fold(parts[parts.count - 2])
            found = found.filter {
                NameKey.fold(structure.name(of: structure.nodes[$0]?.nearest(to: day).parent, on: day))
                    == above
            }
        }
        guard found.count < 2 else {
            throw Trouble(
                "\(found.count) parts are called “\(text)”: write it as “name of the part above / \(parts[parts.count - 1])”"
            )
        }
        guard let one = found.first else { throw Trouble("No part of the organisation is called “\(text)”") }
        return one
    }

    /// Nodes of that name: those that stand on the day, else those that stand later.
    private func nodes(called name: String, on day: Day) -> [ID<Node>] {
        let key = NameKey.fold(name)
        let standing = structure.nodes.values.filter {
            $0.version(on: day).map { NameKey.fold($0.name) == key } ?? false
        }
        let found =
            standing.isEmpty
            ? structure.nodes.values.filter { $0.from > day && NameKey.fold($0.versions[0].name) == key }
            : standing
        return found.map(\.id).sorted()
    }

    private func split(_ text: String) -> [String] {
        let parts = text.split(separator: " / ").map { $0.trimmed }.filter { !$0.isEmpty }
        return parts.isEmpty ? [text] : parts
    }

    private func lastName(_ text: String) -> String { split(text).last ?? text }

    private struct Trouble: Error {
        let sentence: String
        init(_ sentence: String) { self.sentence = sentence }
    }

    private func sentence(_ error: any Error) -> String {
        if let trouble = error as? Trouble { return trouble.sentence }
        if let refusal = error as? any Refusal { return refusal.sentence }
        return "This row cannot be understood"
    }
}

extension StringProtocol {
    fileprivate var trimmed: String {
        String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
}
