import Kernel
import Markup
import Site
import Storage

/// Coming in with email and password; `SecondStep` asks for the rest.
struct SignIn: Sendable {
    let feature: AccountsFeature

    func register(on site: inout SiteBuilder) {
        site.on(SignInRoute.page) { visit in
            guard let authority = try await feature.authority() else {
                return .redirect(to: SetUpRoute.page.link())
            }
            return .page(try await page(visit, authority, Entry(filled: ["back": visit.query["back"]])))
        }
        site.on(SignInRoute.password) { try await come($0) }
        site.on(SignInRoute.help) { visit in
            guard let authority = try await feature.authority() else {
                return .redirect(to: SetUpRoute.page.link())
            }
            return .page(SignInHelp.page(authority))
        }
        site.on(SignInRoute.asExample) { try await ExampleSignIn(feature: feature).come($0) }
        site.on(SignInRoute.signOut) { try await leave($0) }
        SecondStep(feature: feature).register(on: &site)
    }

    /// What came of counting the guess.
    private enum Gate: Sendable {
        case wait(Instant)
        case go(ID<Throttle>, AccountRecord?)
    }

    private func come(_ visit: Visit) async throws -> Reply {
        guard let authority = try await feature.authority() else {
            return .redirect(to: SetUpRoute.page.link())
        }
        let email = visit.form["email"].lowercased()
        let password = visit.form.exact("password")
        guard !email.isEmpty, !password.isEmpty else {
            let missing = [
                email.isEmpty ? FieldError("email", "Give your email address") : nil,
                password.isEmpty ? FieldError("password", "Give your password") : nil,
            ].compactMap(\.self)
            return .refused(try await page(visit, authority, visit.entry(missing)))
        }
        switch try await gate(email, visit, authority) {
        case .wait(let until):
            return .refused(try await page(visit, authority, visit.entry([.tooMany(until)])))
        case .go(let guess, let account):
            // The same work is done whether there is such an account or not.
            let matches = try await (account?.password ?? .ofNobody).matches(password)
            guard let account, account.password != nil, matches, !account.isDisabled else {
                try await recordFailure(email, account, visit, authority)
                let error = FieldError(nil, "The email address or the password is not right")
                return .refused(try await page(visit, authority, visit.entry([error])))
            }
            try await feature.database.write(for: authority.id) { try $0.forget(guess, in: authority.id) }
            return try await SecondStep(feature: feature).ask(
                account, authority, back: visit.form["back"], visit)
        }
    }

    private func gate(_ email: String, _ visit: Visit, _ authority: AuthorityRecord) async throws -> Gate {
        try await feature.database.write(for: authority.id) { connection in
            let address = try connection.addressReference(visit.remote, in: authority.id)
            switch try connection.countGuess(email: email, address: address, in: authority.id, at: visit.now)
            {
            case .wait(let until): return .wait(until)
            case .go(let guess): return .go(guess, try connection.account(email: email, of: authority.id))
            }
        }
    }

    // What was typed may be a password in the wrong field: the event holds a salted hash of it.
    private func recordFailure(
        _ email: String, _ account: AccountRecord?, _ visit: Visit, _ authority: AuthorityRecord
    ) async throws {
        try await feature.database.write(for: authority.id) { connection in
            let typed = try connection.reference(to: Sensitive("email " + email), in: authority.id)
            try connection.record(
                Event(
                    authority: authority.id, at: visit.now, actor: nil, kind: "signin.failed",
                    subject: account == nil ? "sign-in" : "account",
                    subjectID: account?.id.description ?? typed,
                    to: [
                        "step": .string("password"), "email": .string("hash " + typed.prefix(16)),
                        "address": .string(try connection.addressReference(visit.remote, in: authority.id)),
                    ]))
        }
    }

    private func leave(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let hash = visit.session.map(Token.hash(of:))
        try await feature.database.write(for: officer.authority) { connection in
            guard let account = try connection.account(officer.account, of: officer.authority), let hash,
                let session = try connection.session(tokenHash: hash, in: officer.authority)
            else { return }
            try connection.endSessions(
                of: account, only: session.id, by: officer.account, why: "signed out", at: visit.now)
        }
        return Reply.redirect(to: SignInRoute.page.link(), notice: "You are signed out.").endingSession()
    }

    func page(_ visit: Visit, _ authority: AuthorityRecord, _ entry: Entry) async throws -> Page {
        let examples = authority.isExample ? try await ExampleSignIn(feature: feature).people(authority) : []
        return SignInPage.page(
            .init(authority: authority.name, entry: entry, examples: examples, key: visit.formKey))
    }
}

extension FieldError {
    /// Says when the next guess may be made; the same for accounts that exist and that do not.
    static func tooMany(_ until: Instant) -> FieldError {
        FieldError(nil, "There were too many wrong guesses: try again after \(until.clock)")
    }
}

extension Instant {
    /// `09:14` in London, to the minute begun: what is allowed then is allowed.
    var clock: String {
        let minutes = adding(seconds: 59).inLondon.minutes
        return "\(minutes / 60 < 10 ? "0" : "")\(minutes / 60):\(minutes % 60 < 10 ? "0" : "")\(minutes % 60)"
    }
}
