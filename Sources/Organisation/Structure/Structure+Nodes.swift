package import Kernel

// What may be done to the tree. Every rule looks at whole spans of days, not at today alone.

extension Structure {
    /// Hangs a new node below another from that day on.
    @discardableResult
    package mutating func addNode(_ version: Version, at now: Instant) throws(StructureRefused) -> ID<Node> {
        guard !version.name.isEmpty else { throw .nameMissing }
        guard version.kind != .authority else { throw .kindMissing }
        try checkSpan(version)
        let id = ID<Node>.make(at: now)
        try checkPlace(id, version)
        nodes[id] = NodeRecord(id: id, versions: [version.tidy])
        touchedNodes.insert(id)
        let parent = name(of: version.parent, on: version.from)
        deeds.append(
            Deed(
                kind: "node.added", subject: "node", subjectID: id.description,
                to: event(version),
                words:
                    "\(version.name), \(version.kind.words.lowercased()), is added under \(parent) from \(version.from.long)"
            ))
        return id
    }

    /// Makes the authority's own node, which has no other above it.
    package mutating func addRoot(named name: String, at now: Instant) {
        let id = ID<Node>.make(at: now)
        let version = Version(
            from: Structure.beginning, until: nil, kind: .authority, teamKind: nil, name: name, parent: nil)
        nodes[id] = NodeRecord(id: id, versions: [version])
        touchedNodes.insert(id)
        deeds.append(
            Deed(
                kind: "node.added", subject: "node", subjectID: id.description, to: event(version),
                words: "\(name) is the authority"))
    }

    /// Gives a node another name, kind or place from a day on: the version before is closed the day before.
    ///
    /// A change dated on the day that a version began corrects that version. Later versions stay as they are.
    package mutating func changeNode(
        _ id: ID<Node>, name: String, kind: Kind, teamKind: String?, parent: ID<Node>?, from day: Day
    ) throws(StructureRefused) {
        guard let node = nodes[id] else { throw .nodeMissing }
        guard !name.isEmpty else { throw .nameMissing }
        guard day >= node.from else { throw .beforeBeginning(node.versions[0].name, node.from) }
        guard let index = node.versions.firstIndex(where: { $0.holds(on: day) }) else {
            throw .afterEnd(node.nearest(to: day).name, node.until ?? day)
        }
        let before = node.versions[index]
        guard node.isRoot ? parent == nil && kind == .authority : true else { throw .rootStays }
        guard node.isRoot || kind != .authority else { throw .kindMissing }
        let after = Version(
            from: day, until: before.until, kind: kind, teamKind: teamKind, name: name, parent: parent
        ).tidy
        var same = before
        same.from = day
        guard same != after else { return }
        try checkPlace(id, after)
        var changed = node
        changed.versions[index] = after
        if before.from < day {
            var closed = before
            closed.until = day.adding(days: -1)
            changed.versions.insert(closed, at: index)
        }
        let kept = nodes[id]
        nodes[id] = changed
        if let ringed = ring(from: id, in: Period(day, through: after.until ?? farthest)) {
            nodes[id] = kept
            throw .ring(name, under: ringed)
        }
        touchedNodes.insert(id)
        record(id, before, after)
    }

    /// The node's last day. What is part of it, and its posts, must have moved or ended by then.
    package mutating func endNode(_ id: ID<Node>, on last: Day) throws(StructureRefused) {
        guard var node = nodes[id] else { throw .nodeMissing }
        guard !node.isRoot else { throw .rootStays }
        guard last >= node.from else { throw .endsBeforeBeginning(node.from) }
        let below = nodes.values
            .filter { child in
                child.versions.contains { $0.parent == id && ($0.until.map { $0 > last } ?? true) }
            }
            .map { $0.nearest(to: last).name }
        let standing = posts.values.filter { $0.node == id && ($0.ended.map { $0 > last } ?? true) }.map(
            \.title)
        guard below.isEmpty, standing.isEmpty else { throw .stillBelow((below + standing).sorted()) }
        let before = node.until
        node.versions.removeAll { $0.from > last }
        var final = node.versions.removeLast()
        final.until = last
        try checkPlace(id, final)
        node.versions.append(final)
        guard before != last else { return }
        nodes[id] = node
        touchedNodes.insert(id)
        deeds.append(
            Deed(
                kind: "node.ended", subject: "node", subjectID: id.description,
                from: event(final, until: before),
                to: ["name": .string(final.name), "last day": .string(last.description)],
                words: "\(final.name) ends on \(last.long)"))
    }

    private mutating func record(_ id: ID<Node>, _ before: Version, _ after: Version) {
        let moved = before.parent != after.parent
        let renamed = before.name != after.name
        var parts: [String] = []
        if renamed { parts.append("is called \(after.name)") }
        if moved {
            parts.append(
                "moves from \(name(of: before.parent, on: after.from)) to \(name(of: after.parent, on: after.from))"
            )
        }
        if before.kind != after.kind {
            parts.append("is \(after.kind.article) \(after.kind.words.lowercased())")
        }
        if before.teamKind != after.teamKind { parts.append("does: \(after.teamKind ?? "not said")") }
        deeds.append(
            Deed(
                kind: moved ? "node.moved" : renamed ? "node.renamed" : "node.changed", subject: "node",
                subjectID: id.description, from: event(before), to: event(after),
                words: "\(before.name) \(parts.joined(separator: ", ")) from \(after.from.long)"))
    }

    private func event(_ version: Version) -> JSON { event(version, until: version.until) }

    private func event(_ version: Version, until: Day?) -> JSON {
        [
            "name": .string(version.name), "kind": .string(version.kind.rawValue),
            "team kind": .optional(version.teamKind),
            "under": .optional(version.parent.map { name(of: $0, on: version.from) }),
            "from": .string(version.from.description), "until": .optional(until?.description),
        ]
    }
}

// MARK: Rules

extension Structure {
    private var farthest: Day { Day(number: 2_932_896) }

    private func checkSpan(_ version: Version) throws(StructureRefused) {
        if let until = version.until, until < version.from { throw .endsBeforeBeginning(version.from) }
    }

    /// The node above must be there on every day of the version, and hold no other node of that name.
    private func checkPlace(_ id: ID<Node>, _ version: Version) throws(StructureRefused) {
        guard version.kind != .authority else { return }
        guard let parentID = version.parent, let parent = nodes[parentID] else { throw .parentMissing }
        let parentName = parent.nearest(to: version.from).name
        guard parentID != id else { throw .ring(version.name, under: parentName) }
        guard parent.from <= version.from else { throw .parentLater(parentName, parent.from) }
        if let end = parent.until, version.until.map({ $0 > end }) ?? true {
            throw .parentEnds(parentName, end)
        }
        let key = NameKey.fold(version.name)
        let twin = nodes.values.contains { other in
            other.id != id
                && other.versions.contains {
                    $0.parent == parentID && NameKey.fold($0.name) == key && $0.overlaps(version)
                }
        }
        guard !twin else { throw .nameTaken(version.name, under: parentName) }
    }

    /// The node above by which a way upwards comes back to where it began, on any day of the period.
    private func ring(from id: ID<Node>, in period: Period?) -> String? {
        guard let period else { return nil }
        let days = Set(
            nodes.values.flatMap { $0.versions.map(\.from) }.filter(period.contains) + [period.first])
        for day in days {
            var next = nodes[id]?.version(on: day)?.parent
            for _ in 0...nodes.count {
                guard let above = next else { break }
                if above == id { return name(of: nodes[id]?.version(on: day)?.parent, on: day) }
                next = nodes[above]?.version(on: day)?.parent
            }
        }
        return nil
    }
}

extension Structure.Version {
    /// Only a team has a kind of team.
    fileprivate var tidy: Self {
        var version = self
        if kind != .team || teamKind?.isEmpty == true { version.teamKind = nil }
        return version
    }

    fileprivate func overlaps(_ other: Self) -> Bool {
        (until.map { other.from <= $0 } ?? true) && (other.until.map { from <= $0 } ?? true)
    }
}

extension Structure.Kind {
    var article: String { self == .area || self == .authority ? "an" : "a" }
}
