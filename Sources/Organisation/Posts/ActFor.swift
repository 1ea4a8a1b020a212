import Kernel
import Markup
import Site
import Storage

/// Saying who acts for a post or a person, from a day, until when and why.
enum ActFor {
    enum Refused: Refusal {
        case delegateMissing, reasonMissing, themselves(String), holdsIt(String), left(String, Day)
        case endsBeforeItBegins(Day), alreadyActs(String, Day), changedMeanwhile, ended(String)
        case date(String, field: String)

        var sentence: String {
            switch self {
            case .delegateMissing: "Choose who acts"
            case .reasonMissing: "Say why, such as leave until March"
            case .themselves(let name): "\(name) cannot act for themselves"
            case .holdsIt(let name): "\(name) holds the post then, and needs nobody’s leave to act in it"
            case .left(let name, let day): "\(name) leaves on \(day.long): give a last day no later than that"
            case .endsBeforeItBegins(let day): "The last day stands before the first, \(day.long)"
            case .alreadyActs(let name, let day): "\(name) acts for them already, from \(day.long)"
            case .changedMeanwhile:
                "Somebody changed this while you had it open: look at it again and make your change once more"
            case .ended(let name): "\(name) is no longer there: nobody can act for them"
            case .date(let sentence, _): sentence
            }
        }

        var field: String? {
            switch self {
            case .delegateMissing, .themselves, .holdsIt, .alreadyActs: "delegate"
            case .reasonMissing: "reason"
            case .left, .endsBeforeItBegins: "until"
            case .date(_, let field): field
            case .changedMeanwhile, .ended: nil
            }
        }
    }

    static func decide(
        _ form: Fields, for whom: Delegation.Whom, _ structure: Structure, _ known: [Delegation],
        on today: Day, at now: Instant
    ) throws(Refused) -> Delegation {
        guard let id: ID<Person> = form.id("delegate"), let delegate = structure.people[id] else {
            throw .delegateMissing
        }
        guard form["reason"].count >= 3 else { throw .reasonMissing }
        guard let from = try day(form, "from", "the first day", required: true) else {
            throw .delegateMissing
        }
        let until = try day(form, "until", "the last day", required: false)
        if let until, until < from { throw .endsBeforeItBegins(from) }
        if let left = delegate.left, until.map({ $0 > left }) ?? true { throw .left(delegate.name, left) }
        switch whom {
        case .person(let person):
            guard person != id else { throw .themselves(delegate.name) }
            if let other = structure.people[person], let left = other.left, left < from {
                throw .ended(other.name)
            }
        case .post(let post):
            guard let post = structure.posts[post] else { throw .delegateMissing }
            if let ended = post.ended, ended < from { throw .ended(post.title) }
            let holding = Structure.Holding(person: id, from: from, until: until)
            guard !post.holdings.contains(where: { $0.person == id && $0.overlaps(holding) }) else {
                throw .holdsIt(delegate.name)
            }
        }
        let twin = known.first {
            $0.whom == whom && $0.delegate == id && $0.overlaps(from: from, until: until)
        }
        if let twin { throw .alreadyActs(delegate.name, twin.from) }
        return Delegation(
            id: .make(at: now), whom: whom, delegate: id, from: from, until: until, reason: form["reason"],
            revision: 1)
    }

    static func day(
        _ form: Fields, _ name: String, _ what: String, required: Bool
    ) throws(Refused) -> Day? {
        switch form.date(name, called: what) {
        case .empty:
            guard required else { return nil }
            throw .date("Give \(what)", field: name)
        case .day(let day): return day
        case .wrong(let sentence): throw .date(sentence, field: name)
        }
    }
}

// MARK: Acting

extension OrganisationFeature {
    func delegations(_ visit: Visit) async throws -> [Delegation] {
        let officer = try visit.signedInOfficer
        return try await database.read { try DelegationSQL.all($0, officer.authority) }
    }

    func newDelegateOfPost(_ visit: Visit) async throws -> Reply {
        let structure = try await structure(visit)
        return newDelegate(.post(try structure.post(visit).id), structure, visit)
    }

    func newDelegateOfPerson(_ visit: Visit) async throws -> Reply {
        let structure = try await structure(visit)
        return newDelegate(.person(try structure.person(visit).id), structure, visit)
    }

    private func newDelegate(_ whom: Delegation.Whom, _ structure: Structure, _ visit: Visit) -> Reply {
        .page(ActFor.adding(whom, structure, Entry([:], dates: ["from": visit.today]), visit))
    }

    func addDelegateOfPost(_ visit: Visit) async throws -> Reply {
        let structure = try await structure(visit)
        return try await addDelegate(.post(try structure.post(visit).id), structure, visit)
    }

    func addDelegateOfPerson(_ visit: Visit) async throws -> Reply {
        let structure = try await structure(visit)
        return try await addDelegate(.person(try structure.person(visit).id), structure, visit)
    }

    private func addDelegate(
        _ whom: Delegation.Whom, _ structure: Structure, _ visit: Visit
    ) async throws -> Reply {
        let officer = try visit.signedInOfficer
        do {
            let says = try await database.write(for: officer.authority) { connection in
                let known = try DelegationSQL.all(connection, officer.authority)
                let delegation = try ActFor.decide(
                    visit.form, for: whom, structure, known, on: visit.today, at: visit.now)
                try DelegationSQL.insert(delegation, connection, officer.authority)
                let says = ActFor.words(delegation, structure)
                try connection.record(
                    ActFor.event("delegation.added", says, delegation.reason, delegation, officer, visit))
                return says
            }
            return .redirect(to: ActFor.address(whom), notice: "\(says).")
        } catch let refusal as ActFor.Refused {
            return .refused(ActFor.adding(whom, structure, visit.entry(refusal), visit))
        }
    }

    func lastDayOfDelegation(_ visit: Visit) async throws -> Reply {
        let structure = try await structure(visit)
        let delegation = try await delegation(visit)
        let until = delegation.until ?? visit.today
        return .page(ActFor.ending(delegation, structure, Entry([:], dates: ["until": until]), visit))
    }

    func endDelegation(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let structure = try await structure(visit)
        let delegation = try await delegation(visit)
        do {
            guard visit.form["revision"] == "\(delegation.revision)" else {
                throw ActFor.Refused.changedMeanwhile
            }
            guard let last = try ActFor.day(visit.form, "until", "the last day", required: true) else {
                throw ActFor.Refused.changedMeanwhile
            }
            guard last >= delegation.from else { throw ActFor.Refused.endsBeforeItBegins(delegation.from) }
            if let delegate = structure.people[delegation.delegate], let left = delegate.left, last > left {
                throw ActFor.Refused.left(delegate.name, left)
            }
            let says =
                "\(structure.people[delegation.delegate]?.name ?? "") acts for \(ActFor.name(delegation.whom, structure)) until \(last.long)"
            try await database.write(for: officer.authority) { connection in
                guard try DelegationSQL.end(delegation, on: last, connection, officer.authority) else {
                    throw ActFor.Refused.changedMeanwhile
                }
                try connection.record(
                    ActFor.event("delegation.ended", says, nil, delegation, officer, visit))
            }
            return .redirect(to: ActFor.address(delegation.whom), notice: "\(says).")
        } catch let refusal as ActFor.Refused {
            return .refused(ActFor.ending(delegation, structure, visit.entry(refusal), visit))
        }
    }

    private func delegation(_ visit: Visit) async throws -> Delegation {
        let id: ID<DelegationRecord> = try visit.id("delegation")
        guard let found = try await delegations(visit).first(where: { $0.id == id }) else { throw NotFound() }
        return found
    }
}

extension ActFor {
    static func event(
        _ kind: String, _ says: String, _ reason: String?, _ delegation: Delegation, _ officer: Officer,
        _ visit: Visit
    ) -> Event {
        let subject = delegation.whom.post == nil ? "person" : "post"
        let id = delegation.whom.post?.description ?? delegation.whom.person?.description ?? ""
        return Event(
            authority: officer.authority, at: visit.now, actor: officer.account, kind: kind, subject: subject,
            subjectID: id, to: ["says": .string(says)], reason: reason)
    }

    /// "the post Head of Children in Need", or a person's name.
    static func name(_ whom: Delegation.Whom, _ structure: Structure) -> String {
        switch whom {
        case .post(let post): "the post \(structure.posts[post]?.title ?? "")"
        case .person(let person): structure.people[person]?.name ?? ""
        }
    }

    static func words(_ delegation: Delegation, _ structure: Structure) -> String {
        "\(structure.people[delegation.delegate]?.name ?? "") acts for \(name(delegation.whom, structure)) from \(delegation.from.long)"
            + (delegation.until.map { " until \($0.long)" } ?? "")
    }

    static func address(_ whom: Delegation.Whom) -> String {
        switch whom {
        case .post(let post): OrganisationRoute.post.link(post)
        case .person(let person): OrganisationRoute.person.link(person)
        }
    }
}

// MARK: Pages

extension ActFor {
    static func adding(
        _ whom: Delegation.Whom, _ structure: Structure, _ entry: Entry, _ visit: Visit
    ) -> Page {
        let address =
            switch whom {
            case .post(let post): OrganisationRoute.addDelegateOfPost.link(post)
            case .person(let person): OrganisationRoute.addDelegateOfPerson.link(person)
            }
        return Page(
            "Who acts for \(name(whom, structure))", breadcrumbs: crumbs(whom, structure),
            errors: entry.errors
        ) { m in
            m.p(
                "They act under their own name, for \(name(whom, structure)). What they do is theirs and counts as the same side: they judge none of it."
            )
            m.form(to: address, key: visit.formKey, .class("narrow")) { m in
                m.select(
                    "delegate", "Who acts",
                    [Choice("", "Choose a person")]
                        + structure.peopleByName(on: visit.today)
                        .filter { whom.person != $0.id }
                        .map { Choice($0.id.description, $0.name) }, in: entry)
                m.dateField("from", "From", in: entry)
                m.dateField("until", "Until", in: entry, hint: "Their last day. Empty while nobody knows")
                m.textField("reason", "Why", in: entry, hint: "Such as leave, or a vacant post")
                m.buttons { m in
                    m.button("Save who acts")
                    m.a("Cancel", .href(Self.address(whom)))
                }
            }
        }
    }

    static func ending(
        _ delegation: Delegation, _ structure: Structure, _ entry: Entry, _ visit: Visit
    ) -> Page {
        let delegate = structure.people[delegation.delegate]?.name ?? ""
        return Page(
            "Until when \(delegate) acts", breadcrumbs: crumbs(delegation.whom, structure),
            facts: [
                Markup("For \(name(delegation.whom, structure))"), "From \(delegation.from.long)",
                Markup(delegation.reason),
            ], errors: entry.errors
        ) { m in
            m.form(
                to: OrganisationRoute.endDelegation.link(delegation.id), key: visit.formKey, .class("narrow")
            ) { m in
                m.hiddenField("revision", "\(delegation.revision)")
                m.dateField("until", "The last day", in: entry)
                m.buttons { m in
                    m.button("Save the last day")
                    m.a("Cancel", .href(address(delegation.whom)))
                }
            }
        }
    }

    private static func crumbs(_ whom: Delegation.Whom, _ structure: Structure) -> [Link] {
        let title =
            switch whom {
            case .post(let post): structure.posts[post]?.title ?? ""
            case .person(let person): structure.people[person]?.name ?? ""
            }
        return OrganisationCrumbs.top + [Link(Markup(title), address(whom))]
    }

    /// Who acts for them, on a post's or a person's page.
    static func part(
        _ whom: Delegation.Whom, _ delegations: [Delegation], _ structure: Structure, mayChange: Bool,
        _ m: inout Markup
    ) {
        let found = delegations.filter { $0.whom == whom }
        guard mayChange || !found.isEmpty else { return }
        m.part("Who acts for \(whom.post == nil ? "them" : "it")") { m in
            m.note("Delegates act under their own name, for \(name(whom, structure)).")
            if found.isEmpty { m.p("Nobody.") } else { table(found, structure, mayChange: mayChange, &m) }
            guard mayChange else { return }
            let add =
                switch whom {
                case .post(let post): OrganisationRoute.newDelegateOfPost.link(post)
                case .person(let person): OrganisationRoute.newDelegateOfPerson.link(person)
                }
            m.p { $0.a("Say who acts", .href(add)) }
        }
    }

    /// For whom a person acts, on their own page.
    static func actsFor(
        _ person: ID<Person>, _ delegations: [Delegation], _ structure: Structure, _ today: Day,
        _ m: inout Markup
    ) {
        let found = delegations.filter { $0.delegate == person && $0.holds(on: today) }
        guard !found.isEmpty else { return }
        m.part("Acts for") { m in
            m.ul { m in
                for delegation in found {
                    m.li { m in
                        m.a(
                            name(delegation.whom, structure).capitalisedFirst,
                            .href(address(delegation.whom)))
                        m.add(", from \(delegation.from.long)")
                        if let until = delegation.until { m.add(" until \(until.long)") }
                        m.add(": \(delegation.reason)")
                    }
                }
            }
        }
    }

    private static func table(
        _ found: [Delegation], _ structure: Structure, mayChange: Bool, _ m: inout Markup
    ) {
        var columns = [
            Column("Person", .name), Column("From", .short), Column("Until", .short), Column("Why"),
        ]
        if mayChange { columns.append(Column("Change")) }
        m.table("Who acts", columns) { rows in
            for delegation in found {
                let name = structure.people[delegation.delegate]?.name ?? ""
                rows.row { row in
                    row.cell { $0.a(name, .href(OrganisationRoute.person.link(delegation.delegate))) }
                    row.cell(delegation.from.short)
                    if let until = delegation.until {
                        row.cell(until.short)
                    } else {
                        row.empty("no last day")
                    }
                    row.cell(delegation.reason)
                    guard mayChange else { return }
                    row.cell {
                        $0.a(
                            "Until when\(hidden: " \(name) acts")",
                            .href(OrganisationRoute.lastDayOfDelegation.link(delegation.id)))
                    }
                }
            }
        }
    }
}
