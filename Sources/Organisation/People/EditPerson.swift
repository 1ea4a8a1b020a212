import Kernel
import Markup
import Site

/// Adding a person, correcting one, and saying the last day of one who leaves.
enum EditPerson {
    static func entry(_ person: Structure.PersonRecord) -> Entry {
        Entry(["name": person.name, "email": person.email ?? ""], dates: ["until": person.left])
    }
}

extension OrganisationFeature {
    func newPerson(_ visit: Visit) async throws -> Reply { .page(EditPerson.page(nil, Entry(), visit)) }

    func addPerson(_ visit: Visit) async throws -> Reply {
        let (name, email) = (visit.form["name"], visit.form["email"].nilIfEmpty)
        do {
            let id = try await change(visit) { structure, _ in
                try structure.addPerson(named: name, email: email, at: visit.now)
            }
            return .redirect(to: OrganisationRoute.person.link(id), notice: "\(name) is on record.")
        } catch let refusal as StructureRefused {
            return .refused(EditPerson.page(nil, visit.entry(refusal), visit))
        }
    }

    func editPerson(_ visit: Visit) async throws -> Reply {
        let person = try await structure(visit).person(visit)
        return .page(EditPerson.page(person, EditPerson.entry(person), visit))
    }

    func changePerson(_ visit: Visit) async throws -> Reply {
        let person = try await structure(visit).person(visit)
        do {
            let left = try visit.form.dayOrNil("until", called: "the last day")
            try await change(visit) { structure, _ in
                try visit.expect(try structure.person(visit).revision)
                try structure.changePerson(
                    person.id, name: visit.form["name"], email: visit.form["email"].nilIfEmpty, left: left)
            }
            return .redirect(to: OrganisationRoute.person.link(person.id), notice: "The person is changed.")
        } catch let refusal as StructureRefused {
            return .refused(EditPerson.page(person, visit.entry(refusal), visit))
        }
    }
}

extension EditPerson {
    static func page(_ person: Structure.PersonRecord?, _ entry: Entry, _ visit: Visit) -> Page {
        var crumbs = OrganisationCrumbs.top + [Link("People", OrganisationRoute.people.link())]
        if let person { crumbs.append(Link(Markup(person.name), OrganisationRoute.person.link(person.id))) }
        return Page(
            person.map { "Change \($0.name)" } ?? "Add a person", breadcrumbs: crumbs, errors: entry.errors
        ) { m in
            let address =
                person.map { OrganisationRoute.changePerson.link($0.id) }
                ?? OrganisationRoute.addPerson.link()
            m.form(to: address, key: visit.formKey, .class("narrow")) { m in
                if let person { m.hiddenField("revision", "\(person.revision)") }
                m.textField("name", "Name", in: entry)
                m.textField(
                    "email", "Email address", in: entry, hint: "Empty where nobody knows", kind: "email")
                if person != nil {
                    m.dateField(
                        "until", "Last day with the authority", in: entry,
                        hint:
                            "Empty while they stay. They leave every post that day; what they did stays on the record."
                    )
                }
                m.buttons { m in
                    m.button(person == nil ? "Add this person" : "Save the person")
                    m.a(
                        "Cancel",
                        .href(
                            person.map { OrganisationRoute.person.link($0.id) }
                                ?? OrganisationRoute.people.link()))
                }
            }
        }
    }
}
