package import Kernel

// What may be done to posts and to who holds them.

extension Structure {
    /// A new post of a node, vacant.
    @discardableResult
    package mutating func addPost(
        _ title: String, of node: ID<Node>?, reportsTo: ID<Post>? = nil, from day: Day?, at now: Instant
    ) throws(StructureRefused) -> ID<Post> {
        guard !title.isEmpty else { throw .titleMissing }
        guard let node, let place = nodes[node] else { throw .nodeMissing }
        if let end = place.until { throw .parentEnds(place.nearest(to: end).name, end) }
        let id = ID<Post>.make(at: now)
        posts[id] = PostRecord(id: id, title: title, node: node, reportsTo: reportsTo, began: day)
        touchedPosts.insert(id)
        deeds.append(
            Deed(
                kind: "post.added", subject: "post", subjectID: id.description, to: event(id),
                words: "The post \(title) is added to \(name(of: node, on: day ?? place.from))"))
        return id
    }

    /// Gives a post another title, place or line manager.
    package mutating func changePost(
        _ id: ID<Post>, title: String, node: ID<Node>?, reportsTo: ID<Post>?
    ) throws(StructureRefused) {
        guard var post = posts[id] else { throw .titleMissing }
        guard !title.isEmpty else { throw .titleMissing }
        guard let node, let place = nodes[node] else { throw .nodeMissing }
        if let end = place.until, post.ended.map({ $0 > end }) ?? true {
            throw .parentEnds(place.nearest(to: end).name, end)
        }
        guard reportsTo != id else { throw .ownLineManager }
        if let reportsTo, leads(up: reportsTo, to: id) { throw .postRing(posts[reportsTo]?.title ?? "") }
        guard post.title != title || post.node != node || post.reportsTo != reportsTo else { return }
        let before = event(id)
        let manager = reportsTo.flatMap { posts[$0]?.title }
        var parts: [String] = []
        if post.title != title { parts.append("is called \(title)") }
        if post.node != node { parts.append("moves to \(name(of: node, on: place.from))") }
        if post.reportsTo != reportsTo { parts.append("reports to \(manager ?? "nobody")") }
        let old = post.title
        (post.title, post.node, post.reportsTo) = (title, node, reportsTo)
        posts[id] = post
        touchedPosts.insert(id)
        deeds.append(
            Deed(
                kind: "post.changed", subject: "post", subjectID: id.description, from: before, to: event(id),
                words: "The post \(old) \(parts.joined(separator: ", "))"))
    }

    /// The post's last day. Who holds it then leaves it that day; nobody may still report to it.
    package mutating func endPost(_ id: ID<Post>, on last: Day) throws(StructureRefused) {
        guard var post = posts[id] else { throw .titleMissing }
        if let began = post.began, last < began { throw .endsBeforeBeginning(began) }
        let reporting = posts.values
            .filter { $0.reportsTo == id && ($0.ended.map { $0 > last } ?? true) }.map(\.title).sorted()
        guard reporting.isEmpty else { throw .postsReport(reporting) }
        let later = post.holdings.filter { $0.from > last }.compactMap { people[$0.person]?.name }
        guard later.isEmpty else { throw .heldLonger(later) }
        if let node = post.node.flatMap({ nodes[$0] }), let end = node.until, last > end {
            throw .parentEnds(node.nearest(to: end).name, end)
        }
        post.ended = last
        for index in post.holdings.indices where post.holdings[index].until.map({ $0 > last }) ?? true {
            post.holdings[index].until = last
        }
        posts[id] = post
        touchedPosts.insert(id)
        deeds.append(
            Deed(
                kind: "post.ended", subject: "post", subjectID: id.description,
                to: ["title": .string(post.title), "last day": .string(last.description)],
                words: "The post \(post.title) ends on \(last.long)"))
    }

    /// What happens to who holds a post when somebody else takes it up.
    package enum Others: String, Sendable {
        /// They leave it the day before.
        case leave
        /// They hold it together.
        case share
    }

    /// Somebody takes a post up.
    package mutating func hold(
        _ id: ID<Post>, by person: ID<Person>, from day: Day, until last: Day? = nil, others: Others? = nil
    ) throws(StructureRefused) {
        guard var post = posts[id] else { throw .titleMissing }
        guard let holder = people[person] else { throw .personMissing }
        let holding = Holding(person: person, from: day, until: last)
        if let last, last < day { throw .endsBeforeBeginning(day) }
        if let end = post.ended, last.map({ $0 > end }) ?? true { throw .postEnds(post.title, end) }
        if let left = holder.left, last.map({ $0 > left }) ?? true { throw .leftBy(holder.name, left) }
        if let own = post.holdings.first(where: { $0.person == person && $0.overlaps(holding) }) {
            throw .heldAlready(holder.name, from: own.from)
        }
        let meeting = post.holdings.indices.filter { post.holdings[$0].overlaps(holding) }
        switch others {
        case .share: break
        case .leave where meeting.allSatisfy({ post.holdings[$0].from < day }):
            for index in meeting { post.holdings[index].until = day.adding(days: -1) }
        case .leave, nil:
            guard meeting.isEmpty else {
                throw .heldByAnother(meeting.compactMap { people[post.holdings[$0].person]?.name })
            }
        }
        post.holdings.append(holding)
        post.holdings.sort { ($0.from, $0.person) < ($1.from, $1.person) }
        // A post that was held was there.
        if let began = post.began, day < began { post.began = day }
        posts[id] = post
        touchedPosts.insert(id)
        deeds.append(
            Deed(
                kind: "post.held", subject: "post", subjectID: id.description,
                to: [
                    "post": .string(post.title), "by": .string(holder.name), "from": .string(day.description),
                    "until": .optional(last?.description),
                ],
                words: "\(holder.name) holds the post \(post.title) from \(day.long)"
                    + (last.map { " until \($0.long)" } ?? "")))
    }

    /// Says until when somebody holds a post; nil while nobody knows.
    package mutating func changeHolding(
        of id: ID<Post>, by person: ID<Person>, from day: Day, until last: Day?
    ) throws(StructureRefused) {
        guard var post = posts[id],
            let index = post.holdings.firstIndex(where: { $0.person == person && $0.from == day }),
            let holder = people[person]
        else { throw .personMissing }
        if let last, last < day { throw .endsBeforeBeginning(day) }
        if let end = post.ended, last.map({ $0 > end }) ?? true { throw .postEnds(post.title, end) }
        if let left = holder.left, last.map({ $0 > left }) ?? true { throw .leftBy(holder.name, left) }
        let before = post.holdings[index]
        guard before.until != last else { return }
        post.holdings[index].until = last
        let overlapping = post.holdings.indices.contains {
            $0 != index && post.holdings[$0].person == person
                && post.holdings[$0].overlaps(post.holdings[index])
        }
        guard !overlapping else { throw .heldAlready(holder.name, from: day) }
        posts[id] = post
        touchedPosts.insert(id)
        deeds.append(
            Deed(
                kind: "post.left", subject: "post", subjectID: id.description,
                from: [
                    "post": .string(post.title), "by": .string(holder.name),
                    "until": .optional(before.until?.description),
                ],
                to: ["until": .optional(last?.description)],
                words:
                    "\(holder.name) holds the post \(post.title) \(last.map { "until \($0.long)" } ?? "with no last day")"
            ))
    }

    private func leads(up start: ID<Post>, to id: ID<Post>) -> Bool {
        var next: ID<Post>? = start
        for _ in 0...posts.count {
            guard let above = next else { return false }
            if above == id { return true }
            next = posts[above]?.reportsTo
        }
        return false
    }

    private func event(_ id: ID<Post>) -> JSON {
        guard let post = posts[id] else { return .null }
        return [
            "title": .string(post.title),
            "part": .optional(post.node.map { name(of: $0, on: post.began ?? Structure.beginning) }),
            "reports to": .optional(post.reportsTo.flatMap { posts[$0]?.title }),
        ]
    }
}
