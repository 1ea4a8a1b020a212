import Kernel
import Markup
import Site

/// Saying who holds a post from a day, and until when.
enum HoldPost {}

extension OrganisationFeature {
    func newHolder(_ visit: Visit) async throws -> Reply {
        let structure = try await structure(visit)
        let post = try structure.post(visit)
        let entry = Entry(["others": "leave"], dates: ["from": visit.today])
        return .page(HoldPost.page(post, structure, entry, visit))
    }

    func addHolder(_ visit: Visit) async throws -> Reply {
        let post = try await structure(visit).post(visit)
        let form = visit.form
        do {
            let from = try form.day("from", called: "the first day")
            let until = try form.dayOrNil("until", called: "the last day")
            let name = try await change(visit) { structure, _ in
                try visit.expect(try structure.post(visit).revision)
                let person: ID<Person>
                if let chosen: ID<Person> = form.id("person"), structure.people[chosen] != nil {
                    person = chosen
                } else {
                    guard !form["newName"].isEmpty else { throw StructureRefused.personMissing }
                    person = try structure.addPerson(
                        named: form["newName"], email: form["newEmail"].nilIfEmpty, at: visit.now)
                }
                try structure.hold(
                    post.id, by: person, from: from, until: until,
                    others: Structure.Others(rawValue: form["others"]))
                return structure.people[person]?.name ?? ""
            }
            return .redirect(
                to: OrganisationRoute.post.link(post.id), notice: "\(name) holds the post from \(from.long).")
        } catch let refusal as StructureRefused {
            return .refused(HoldPost.page(post, try await structure(visit), visit.entry(refusal), visit))
        }
    }

    func editHolder(_ visit: Visit) async throws -> Reply {
        let structure = try await structure(visit)
        let (post, holding) = try holding(structure, visit)
        return .page(
            HoldPost.until(post, holding, structure, Entry([:], dates: ["until": holding.until]), visit))
    }

    func changeHolder(_ visit: Visit) async throws -> Reply {
        let (post, holding) = try holding(try await structure(visit), visit)
        do {
            let last = try visit.form.dayOrNil("until", called: "the last day")
            try await change(visit) { structure, _ in
                try visit.expect(try structure.post(visit).revision)
                try structure.changeHolding(of: post.id, by: holding.person, from: holding.from, until: last)
            }
            return .redirect(
                to: OrganisationRoute.post.link(post.id),
                notice: last.map { "The last day in the post is \($0.long)." }
                    ?? "The post is held with no last day.")
        } catch let refusal as StructureRefused {
            return .refused(
                HoldPost.until(post, holding, try await structure(visit), visit.entry(refusal), visit))
        }
    }

    private func holding(
        _ structure: Structure, _ visit: Visit
    ) throws -> (Structure.PostRecord, Structure.Holding) {
        let post = try structure.post(visit)
        let person: ID<Person> = try visit.id("person")
        let from = Day(visit.parameters["from"] ?? "")
        guard let holding = post.holdings.first(where: { $0.person == person && $0.from == from }) else {
            throw NotFound()
        }
        return (post, holding)
    }
}

// MARK: Pages

extension HoldPost {
    static func page(
        _ post: Structure.PostRecord, _ structure: Structure, _ entry: Entry, _ visit: Visit
    ) -> Page {
        let holders = structure.holders(of: post, on: visit.today)
        return Page(
            "Who holds the post \(post.title)", breadcrumbs: OrganisationCrumbs.post(post, structure, visit),
            errors: entry.errors
        ) { m in
            m.form(to: OrganisationRoute.addHolder.link(post.id), key: visit.formKey, .class("narrow")) { m in
                m.hiddenField("revision", "\(post.revision)")
                m.select(
                    "person", "Person",
                    [Choice("", "Choose a person")]
                        + structure.peopleByName(on: visit.today).map { Choice($0.id.description, $0.name) },
                    in: entry)
                m.disclosure("They are not on the list", isOpen: !entry.value("newName").isEmpty) { m in
                    m.textField("newName", "Name of the new person", in: entry)
                    m.textField("newEmail", "Their email address", in: entry, kind: "email")
                }
                m.dateField("from", "From", in: entry)
                m.dateField(
                    "until", "Until", in: entry, hint: "Their last day in the post. Empty while nobody knows")
                if !post.holdings.isEmpty {
                    m.radios(
                        "others",
                        holders.isEmpty
                            ? "If somebody holds it then"
                            : "\(holders.map(\.name).joined(separator: " and ")) holds it now",
                        [Choice("leave", "They leave it the day before"), Choice("share", "They share it")],
                        in: entry)
                }
                m.buttons { m in
                    m.button("Save who holds it")
                    m.a("Cancel", .href(OrganisationRoute.post.link(post.id)))
                }
            }
        }
    }

    static func until(
        _ post: Structure.PostRecord, _ holding: Structure.Holding, _ structure: Structure, _ entry: Entry,
        _ visit: Visit
    ) -> Page {
        let name = structure.people[holding.person]?.name ?? ""
        return Page(
            "Until when \(name) holds the post", breadcrumbs: OrganisationCrumbs.post(post, structure, visit),
            facts: [Markup(post.title), "From \(holding.from.long)"], errors: entry.errors
        ) { m in
            m.form(
                to: OrganisationRoute.changeHolder.link(post.id, holding.person, holding.from),
                key: visit.formKey, .class("narrow")
            ) { m in
                m.hiddenField("revision", "\(post.revision)")
                m.dateField("until", "The last day", in: entry, hint: "Empty while nobody knows")
                m.buttons { m in
                    m.button("Save the last day")
                    m.a("Cancel", .href(OrganisationRoute.post.link(post.id)))
                }
            }
        }
    }
}
