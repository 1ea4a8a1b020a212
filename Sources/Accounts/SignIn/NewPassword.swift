import Kernel
import Markup
import Site
import Storage

/// Setting a password by a one-time link: the first after an invitation, or a new one.
struct NewPassword: Sendable {
    let feature: AccountsFeature

    private struct Holder: Sendable {
        let link: LinkRecord
        let account: AccountRecord
        let authority: AuthorityRecord
    }

    func register(on site: inout SiteBuilder) {
        site.on(SignInRoute.newPassword) { visit in
            guard let holder = try await holder(visit) else { return .page(spent) }
            return .page(page(holder, visit, Entry()))
        }
        site.on(SignInRoute.setPassword) { try await set($0) }
    }

    private func holder(_ visit: Visit) async throws -> Holder? {
        let token = Token(text: visit.parameters["token"] ?? "")
        guard let authority = token.authority else { return nil }
        return try await feature.database.read { connection -> Holder? in
            guard let link = try connection.link(token, at: visit.now),
                let account = try connection.account(link.account, of: authority), !account.isDisabled,
                let record = try connection.authorities().first(where: { $0.id == authority })
            else { return nil }
            return Holder(link: link, account: account, authority: record)
        }
    }

    private func set(_ visit: Visit) async throws -> Reply {
        guard let holder = try await holder(visit) else { return .refused(spent) }
        let account = holder.account
        let rule = PasswordRule(authority: holder.authority.name, person: account.name, email: account.email)
        let errors = rule.errors(in: visit.form)
        guard errors.isEmpty else { return .refused(page(holder, visit, visit.entry(errors))) }
        let hash = try await PasswordHash.make(of: visit.form.exact("password"))
        let token = Token(text: visit.parameters["token"] ?? "")
        let done = try await feature.database.write(for: account.authority) { connection -> Bool in
            guard try connection.use(token, at: visit.now) else { return false }
            try connection.setPassword(hash, of: account.id, in: account.authority)
            if holder.link.dropsSecondFactor {
                try connection.dropSecondFactor(of: account.id, in: account.authority)
            }
            try connection.endSteps(of: account.id, in: account.authority)
            try connection.endSessions(of: account, by: account.id, why: "new password", at: visit.now)
            try connection.record(
                account.event(
                    "account.passwordSet", at: visit.now, by: account.id,
                    to: [
                        "by": .string(holder.link.kind.rawValue),
                        "secondFactorDropped": .bool(holder.link.dropsSecondFactor),
                    ]))
            return true
        }
        guard done else { return .refused(spent) }
        // Somebody else may be signed in on this machine: they sign out before this person comes in.
        guard visit.officer == nil else {
            return Reply.redirect(
                to: SignInRoute.page.link(), notice: "The password is set. Sign in with it."
            )
            .endingSession()
        }
        return try await SecondStep(feature: feature).ask(account, holder.authority, back: "", visit)
    }

    private func page(_ holder: Holder, _ visit: Visit, _ entry: Entry) -> Page {
        let isFirst = holder.link.kind == .invitation
        return Page(
            isFirst ? "Choose your password" : "Set a new password",
            facts: [Markup(holder.account.name), Markup(holder.authority.name)], errors: entry.errors
        ) { m in
            m.form(
                to: SignInRoute.setPassword.link(visit.parameters["token"] ?? ""), key: visit.formKey,
                .class("narrow")
            ) { m in
                m.p("You sign in as \(holder.account.email).")
                m.newPasswordFields(entry)
                m.button("Save the password")
            }
        }
    }

    private var spent: Page {
        Page("This link no longer opens anything") { m in
            m.lead(
                "It was used already, its time has run out, or a newer one was made. Ask an administrator for another."
            )
            m.p("\(link: "Sign in", to: SignInRoute.page.link())")
        }
    }
}
