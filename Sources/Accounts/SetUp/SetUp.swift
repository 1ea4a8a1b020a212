import Kernel
import Markup
import Site
import Storage

/// The first run: the authority, its first administrator, then the second step and a plan to import.
struct SetUp: Sendable {
    let feature: AccountsFeature

    enum Refusal: String, Kernel.Refusal, CaseIterable {
        case wrongCode = "This is not the set-up code that Plumbline printed when it started"
        case authorityMissing = "Give the authority’s name"
        case nameMissing = "Give your name"
        case emailWrong = "Give your email address, like name@ashmere.gov.uk"
        case alreadyDone = "Plumbline is already set up"

        var field: String? {
            switch self {
            case .wrongCode: "code"
            case .authorityMissing: "authority"
            case .nameMissing: "name"
            case .emailWrong: "email"
            case .alreadyDone: nil
            }
        }
    }

    func register(on site: inout SiteBuilder) {
        site.on(SetUpRoute.page) { visit in
            guard try await feature.authority() == nil else { return .redirect(to: SignInRoute.page.link()) }
            return .page(page(visit, Entry()))
        }
        site.on(SetUpRoute.found) { try await found($0) }
    }

    private func found(_ visit: Visit) async throws -> Reply {
        guard try await feature.authority() == nil else { return .redirect(to: SignInRoute.page.link()) }
        let form = visit.form
        let wrong = errors(in: form)
        guard wrong.isEmpty else { return .refused(page(visit, visit.entry(wrong))) }
        let hash = try await PasswordHash.make(of: form.exact("password"))
        let account = try await feature.database.write { connection -> AccountRecord? in
            guard try connection.authorities().isEmpty else { return nil }
            return try act(connection, form, hash, at: visit.now)
        }
        guard let account else { return .redirect(to: SignInRoute.page.link()) }
        return try await SecondStep(feature: feature).enrol(account, back: feature.afterSetUp, visit)
    }

    private func errors(in form: Fields) -> [FieldError] {
        var refusals: [Refusal] = []
        // The code first and alone: a stranger learns nothing else.
        let typed = form["code"].lowercased().filter { !$0.isWhitespace }
        guard SecretComparison.equal(typed, feature.setUpCode) else { return [FieldError(Refusal.wrongCode)] }
        if form["authority"].isEmpty { refusals.append(.authorityMissing) }
        if form["name"].isEmpty { refusals.append(.nameMissing) }
        if Email(form["email"]) == nil { refusals.append(.emailWrong) }
        let rule = PasswordRule(authority: form["authority"], person: form["name"], email: form["email"])
        return refusals.map { FieldError($0) } + rule.errors(in: form)
    }

    private func act(
        _ connection: Connection, _ form: Fields, _ hash: PasswordHash, at now: Instant
    ) throws -> AccountRecord {
        let authority = try connection.found(authority: form["authority"], at: now)
        let account = AccountRecord(
            authority: authority, id: .make(at: now), email: Email(form["email"])?.text ?? "",
            name: form["name"],
            person: nil, password: hash, created: now, lastSignedIn: nil, disabled: nil)
        try connection.insert(account, by: account.id)
        // The only time that somebody gives access to themselves: there is nobody else yet.
        for role in [Role.administrator, .programmeManager] {
            try connection.give(
                Grant(role: role, scope: .authority, from: now.inLondon.day, until: nil), to: account.id,
                in: authority, by: account.id, reason: "Set Plumbline up", at: now)
        }
        return account
    }

    private func page(_ visit: Visit, _ entry: Entry) -> Page {
        Page(
            "Set Plumbline up",
            facts: ["Three steps: this page, your second step, your first plan"], errors: entry.errors
        ) { m in
            m.lead(
                "Plumbline keeps everything on this machine. Say whose it is, and who looks after it first.")
            m.form(to: SetUpRoute.found.link(), key: visit.formKey, .class("narrow")) { m in
                m.textField(
                    "code", "Set-up code", in: entry,
                    hint: "Plumbline printed it where it was started: two groups of five, like abcde-fghij",
                    width: .half, autocomplete: "off")
                m.textField(
                    "authority", "Name of the authority", in: entry, hint: "As letters have it",
                    autocomplete: "organization")
                m.textField("name", "Your name", in: entry, autocomplete: "name")
                m.textField("email", "Your email address", in: entry, kind: "email", autocomplete: "username")
                m.newPasswordFields(entry)
                m.button("Set Plumbline up")
            }
        }
    }
}
