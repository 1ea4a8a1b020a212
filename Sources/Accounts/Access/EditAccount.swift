import Kernel
import Markup
import Site
import Storage

/// Correcting an account's name, email address, or who it is in the organisation.
struct EditAccount: Sendable {
    let feature: AccountsFeature

    func register(on site: inout SiteBuilder) {
        site.on(AccessRoute.edit) { visit in
            let account = try await account(visit)
            let entry = Entry(filled: [
                "name": account.name, "email": account.email, "person": account.person?.description ?? "",
            ])
            return .page(try await page(account, visit, entry))
        }
        site.on(AccessRoute.saveEdit) { try await save($0) }
    }

    private func account(_ visit: Visit) async throws -> AccountRecord {
        let authority = try visit.signedInOfficer.authority
        let id: ID<Account> = try visit.id("account")
        guard let account = try await feature.database.read({ try $0.account(id, of: authority) }) else {
            throw NotFound()
        }
        return account
    }

    private func save(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let account = try await account(visit)
        let people = try await feature.neighbours.people(officer.authority, visit.today)
        let form = visit.form
        do {
            let isKnown = people.contains { $0.id.description == form["person"] }
            guard form["person"].isEmpty || isKnown || form.id("person") == account.person else {
                throw Invitation.Refusal.personUnknown
            }
            let wanted = try Invitation.account(
                name: form["name"], email: form["email"], person: form.id("person"), in: officer.authority,
                at: visit.now)
            try await feature.database.write(for: officer.authority) { connection in
                let others = try connection.accounts(of: officer.authority).filter { $0.id != account.id }
                guard !others.contains(where: { $0.email == wanted.email }) else {
                    throw Invitation.Refusal.emailTaken
                }
                guard wanted.person == nil || !others.contains(where: { $0.person == wanted.person }) else {
                    throw Invitation.Refusal.personTaken
                }
                try connection.change(account, to: wanted, by: officer.account, at: visit.now)
            }
            return .redirect(to: AccessRoute.account.link(account.id), notice: "The account is corrected.")
        } catch let refusal as Invitation.Refusal {
            return .refused(try await page(account, visit, visit.entry([FieldError(refusal)])))
        }
    }

    private func page(_ account: AccountRecord, _ visit: Visit, _ entry: Entry) async throws -> Page {
        let people = try await feature.neighbours.people(account.authority, visit.today)
        return Page(
            "Correct an account",
            breadcrumbs: [
                Link("People and access", AccessRoute.list.link()),
                Link(Markup(account.name), AccessRoute.account.link(account.id)),
            ], errors: entry.errors
        ) { m in
            m.form(to: AccessRoute.saveEdit.link(account.id), key: visit.formKey) { m in
                m.textField("name", "Name", in: entry, autocomplete: "off")
                m.textField("email", "Email address", in: entry, kind: "email", autocomplete: "off")
                if !people.isEmpty { m.personField(people, entry) }
                m.button("Save the account")
            }
        }
    }
}

extension Markup {
    /// Who the account's owner is in the organisation.
    mutating func personField(_ people: [Named<Person>], _ entry: Entry) {
        select(
            "person", "Who it is in the organisation",
            [Choice("", "Nobody listed: an inspector, adviser or partner")]
                + people.map { Choice($0.id.description, $0.name) }, in: entry)
    }
}

extension Connection {
    fileprivate func change(
        _ account: AccountRecord, to wanted: AccountRecord, by actor: ID<Account>, at now: Instant
    ) throws {
        try run(
            "UPDATE account SET name = $3, email = $4, person = $5 WHERE authority = $1 AND id = $2",
            [
                .id(account.authority), .id(account.id), .text(wanted.name), .text(wanted.email),
                .id(wanted.person),
            ])
        func fields(_ record: AccountRecord) -> JSON {
            [
                "name": .string(record.name), "email": .string(record.email),
                "person": .optional(record.person?.description),
            ]
        }
        try record(
            account.event("account.changed", at: now, by: actor, from: fields(account), to: fields(wanted)))
    }
}
