import Kernel
import Markup
import Site
import Storage

/// Adding an account: the administrator gets a one-time link to hand over, and never chooses a password.
struct Invitation: Sendable {
    let feature: AccountsFeature

    enum Refusal: String, Kernel.Refusal, CaseIterable {
        case nameMissing = "Give the person’s name"
        case emailWrong = "Give an email address, like name@ashmere.gov.uk"
        case emailTaken = "There is an account with this email address already"
        case personTaken = "This person has an account already"
        case personUnknown = "Choose one of the people listed, or nobody"

        var field: String? {
            switch self {
            case .nameMissing: "name"
            case .emailWrong, .emailTaken: "email"
            case .personTaken, .personUnknown: "person"
            }
        }
    }

    func register(on site: inout SiteBuilder) {
        site.on(AccessRoute.add) { visit in
            let entry = Entry(filled: ["person": visit.query["person"], "name": visit.query["name"]])
            return .page(try await page(visit, entry))
        }
        site.on(AccessRoute.invite) { try await invite($0) }
    }

    private func invite(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let people = try await feature.neighbours.people(officer.authority, visit.today)
        let form = visit.form
        do {
            guard form["person"].isEmpty || people.contains(where: { $0.id.description == form["person"] })
            else {
                throw Refusal.personUnknown
            }
            let account = try Invitation.account(
                name: form["name"], email: form["email"], person: form.id("person"), in: officer.authority,
                at: visit.now)
            let token = try await feature.database.write(for: officer.authority) { connection in
                try Invitation.act(connection, account, by: officer.account)
            }
            return .page(
                LinkPage.page(
                    name: account.name, token: token, kind: .invitation, site: feature.publicAddress,
                    account: account.id))
        } catch let refusal as Refusal {
            return .refused(try await page(visit, visit.entry([FieldError(refusal)])))
        }
    }

    /// The account as it will be, from what was typed.
    static func account(
        name: String, email: String, person: ID<Person>?, in authority: ID<Authority>, at now: Instant
    ) throws(Refusal) -> AccountRecord {
        guard !name.isEmpty else { throw .nameMissing }
        guard let address = Email(email) else { throw .emailWrong }
        return AccountRecord(
            authority: authority, id: .make(at: now), email: address.text, name: name, person: person,
            password: nil,
            created: now, lastSignedIn: nil, disabled: nil)
    }

    static func act(
        _ connection: Connection, _ account: AccountRecord, by actor: ID<Account>?, note: JSON.Member? = nil
    ) throws -> Token {
        let others = try connection.accounts(of: account.authority)
        guard !others.contains(where: { $0.email == account.email }) else { throw Refusal.emailTaken }
        guard account.person == nil || !others.contains(where: { $0.person == account.person }) else {
            throw Refusal.personTaken
        }
        try connection.insert(account, by: actor, note: note)
        return try connection.makeLink(
            .invitation, for: account, dropsSecondFactor: false, by: actor, note: note, at: account.created)
    }

    private func page(_ visit: Visit, _ entry: Entry) async throws -> Page {
        let people = try await feature.neighbours.people(try visit.signedInOfficer.authority, visit.today)
        return Page(
            "Add an account", breadcrumbs: [Link("People and access", AccessRoute.list.link())],
            errors: entry.errors
        ) { m in
            m.p("You get a link that works once, to give to the person. They choose their own password.")
            m.form(to: AccessRoute.invite.link(), key: visit.formKey, .class("narrow")) { m in
                m.textField("name", "Name", in: entry, autocomplete: "off")
                m.textField("email", "Email address", in: entry, kind: "email", autocomplete: "off")
                if !people.isEmpty { m.personField(people, entry) }
                m.button("Add the account")
            }
        }
    }
}

/// Shows a one-time link, once.
enum LinkPage {
    static func page(
        name: String, token: Token, kind: LinkRecord.Kind, site: String, account: ID<Account>? = nil
    ) -> Page {
        let days = kind == .invitation ? "7 days" : "1 day"
        return Page(
            "A link for \(name)", breadcrumbs: [Link("People and access", AccessRoute.list.link())],
            facts: ["Shown once", Markup("Holds for \(days)")]
        ) { m in
            m.lead("Give it to \(name) yourself: whoever has it can choose the password.")
            if site.isEmpty { m.p("Put the address of your site before it.") }
            m.p(.class("secret")) { m in
                m.element("code", [], site + SignInRoute.newPassword.link(token.text))
            }
            m.p("It works once. Making another ends this one.")
            if let account {
                m.buttonLink("Give \(name) a role", to: AccessRoute.addGrant.link(account))
            } else {
                m.buttonLink("Back to people and access", to: AccessRoute.list.link(), .other)
            }
        }
    }
}
