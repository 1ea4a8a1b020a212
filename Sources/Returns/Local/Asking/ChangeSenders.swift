import Kernel
import Markup
import Site
import Storage

/// Saying who sends a return for a unit, from a day and until a day.
enum ChangeSenders {
    static func decide(
        _ local: LocalDefinition, _ sender: DefineReturn.Sender, from: Day, _ tree: UnitTree
    ) throws {
        guard from >= local.began else {
            throw FieldRefused(
                "from",
                "The return was first asked for on \(local.began.long): choose that day or a later one")
        }
        let others = local.senders.filter { $0.until.map { from <= $0 } ?? true }
        if let same = others.first(where: { $0.node == sender.node }) {
            // Somebody else takes over: the one before sends until the day before.
            guard same.from < from else {
                throw FieldRefused(
                    "from", "That unit has a sender from \(same.from.long) already: choose a later day")
            }
        }
        try DefineReturn.checkNesting(
            others.map(\.node).filter { $0 != sender.node } + [sender.node], tree, on: from)
    }
}

extension ReturnsFeature {
    func localSenders(_ visit: Visit) async throws -> Reply {
        let (local, doer) = try await kept(visit)
        let from = max(local.began, local.period(holding: visit.today).first)
        return .page(ChangeSenders.page(local, doer, Entry([:], day: from, "from"), visit))
    }

    func addSender(_ visit: Visit) async throws -> Reply {
        let form = visit.form
        let officer = try visit.signedInOfficer
        do {
            let from = try form.neededDay("from", called: "the day from which it is sent")
            guard let node: ID<Node> = form.id("node") else { throw FieldRefused("node", "Choose a unit") }
            try await change(visit) { local, connection in
                let tree = try UnitTree.read(connection, officer.authority)
                guard tree.units(on: from).contains(where: { $0.id == node }) else {
                    throw FieldRefused("node", "That unit does not exist on \(from.long)")
                }
                let people = try ReturnPeople.read(connection, officer.authority, on: visit.today)
                var sender = DefineReturn.Sender(node)
                if let post: ID<Post> = form.id("who"), people.posts[post] != nil { sender.post = post }
                if let person: ID<Person> = form.id("who"), people.names[person] != nil, sender.post == nil {
                    sender.person = person
                }
                try ChangeSenders.decide(local, sender, from: from, tree)
                try connection.run(
                    """
                    UPDATE local_sender SET until_day = $4 WHERE authority = $1 AND local_return = $2 AND node = $3
                        AND (until_day IS NULL OR until_day >= $5)
                    """,
                    [
                        .id(officer.authority), .id(local.id), .id(node), .day(from.adding(days: -1)),
                        .day(from),
                    ])
                let kept = LocalSender(
                    id: .make(at: visit.now), node: node, post: sender.post, person: sender.person,
                    from: from,
                    until: nil)
                try LocalWriting.insert(kept, of: local.id, officer.authority, connection)
                return (
                    "return.sender",
                    "\(local.name) of \(tree.name(node, on: from)) is sent by \(people.words(kept)) from \(from.long)",
                    nil
                )
            }
            return .redirect(
                to: LocalRoute.senders.link(try visit.id("return", of: LocalReturn.self)),
                notice: "They are asked from \(from.long).")
        } catch let refusal as any Refusal {
            return try await refused(visit, refusal)
        }
    }

    func endSender(_ visit: Visit) async throws -> Reply {
        let form = visit.form
        let officer = try visit.signedInOfficer
        do {
            guard let sender: ID<LocalSender> = form.id("sender") else {
                throw FieldRefused("sender", "Choose which unit is no longer asked")
            }
            let last = try form.neededDay("until", called: "the last day")
            try await change(visit) { local, connection in
                guard let standing = local.senders.first(where: { $0.id == sender }) else { throw NotFound() }
                guard last >= standing.from else {
                    throw FieldRefused(
                        "until", "It is sent from \(standing.from.long): choose that day or a later one")
                }
                try connection.run(
                    "UPDATE local_sender SET until_day = $3 WHERE authority = $1 AND id = $2",
                    [.id(officer.authority), .id(sender), .day(last)])
                let tree = try UnitTree.read(connection, officer.authority)
                return (
                    "return.sender",
                    "\(local.name) of \(tree.name(standing.node, on: last)) is asked for until \(last.long)",
                    nil
                )
            }
            return .redirect(
                to: LocalRoute.senders.link(try visit.id("return", of: LocalReturn.self)),
                notice: "They are asked until \(last.long).")
        } catch let refusal as any Refusal {
            return try await refused(visit, refusal)
        }
    }

    private func refused(_ visit: Visit, _ refusal: any Refusal) async throws -> Reply {
        let (local, doer) = try await kept(visit)
        // A unit that cannot be chosen is a unit here.
        let field = refusal.field == "unit" ? "node" : refusal.field
        return .refused(
            ChangeSenders.page(local, doer, visit.entry([FieldError(field, refusal.sentence)]), visit))
    }
}

extension ChangeSenders {
    static func page(_ local: LocalDefinition, _ doer: ReturnsDoer, _ entry: Entry, _ visit: Visit) -> Page {
        Page("Who sends it", section: .returns, breadcrumbs: ReturnCrumbs.local(local), errors: entry.errors)
        { m in
            m.lead(
                "One sender for each unit. A unit within another one is not asked besides it: its figures would count twice."
            )
            m.table(
                "Senders",
                [Column("Unit", .name), Column("Who sends"), Column("From", .short), Column("Until", .short)]
            ) { rows in
                for sender in local.senders {
                    rows.row { r in
                        r.cell(doer.tree.name(sender.node, on: visit.today))
                        r.cell(doer.people.words(sender))
                        r.cell(sender.from.short)
                        if let until = sender.until { r.cell(until.short) } else { r.empty("no last day") }
                    }
                }
            }
            m.part("Ask another unit, or somebody else for one") { m in
                m.form(to: LocalRoute.addSender.link(local.id), key: visit.formKey, .class("narrow")) { m in
                    m.hiddenField("revision", "\(local.revision)")
                    m.select(
                        "node", "Unit",
                        [Choice("", "Choose a unit")]
                            + doer.tree.units(on: visit.today).map {
                                Choice($0.id.description, String(repeating: "– ", count: $0.depth) + $0.name)
                            }, in: entry)
                    m.select(
                        "who", "Who sends",
                        [Choice("", "Whoever manages the unit")]
                            + doer.people.postsByTitle.map { Choice($0.id.description, $0.words) }
                            + doer.people.peopleByName.map { Choice($0.id.description, $0.words) }, in: entry)
                    m.dateField(
                        "from", "From", in: entry,
                        hint: "Whoever sent for the unit before does so until the day before.")
                    m.buttons { m in m.button("Ask them") }
                }
            }
            let open = local.senders.filter { $0.until == nil }
            if !open.isEmpty {
                m.part("No longer ask a unit") { m in
                    m.form(to: LocalRoute.endSender.link(local.id), key: visit.formKey, .class("narrow")) {
                        m in
                        m.hiddenField("revision", "\(local.revision)")
                        m.select(
                            "sender", "Unit",
                            [Choice("", "Choose a unit")]
                                + open.map {
                                    Choice($0.id.description, doer.tree.name($0.node, on: visit.today))
                                }, in: entry)
                        m.dateField("until", "The last day", in: entry)
                        m.buttons { m in m.button("No longer ask them", .other) }
                    }
                }
            }
        }
    }
}
