import Kernel
import Markup
import Site
import Storage

/// One's own account: password, second step, recovery codes, and where one is signed in.
struct OwnAccount: Sendable {
    let feature: AccountsFeature

    enum Refusal: String, Kernel.Refusal, CaseIterable {
        case wrongPassword = "This is not your password"
        case wrongCode = "This is not the code that the app shows now"

        var field: String? { self == .wrongPassword ? "current" : "code" }
    }

    func register(on site: inout SiteBuilder) {
        site.on(OwnAccountRoute.page) { try await show($0) }
        site.on(OwnAccountRoute.password) { visit in .page(ChangePasswordPage.page(Entry(), visit)) }
        site.on(OwnAccountRoute.changePassword) { try await changePassword($0) }
        site.on(OwnAccountRoute.secondFactor) { visit in .page(RenewSecondStepPage.page(Entry(), visit)) }
        site.on(OwnAccountRoute.renewSecondFactor) { try await renew($0) }
        site.on(OwnAccountRoute.confirmSecondFactor) { try await confirm($0) }
        site.on(OwnAccountRoute.endOtherSessions) { try await endSessions($0, only: nil) }
        site.on(OwnAccountRoute.endSession) { try await endSessions($0, only: try $0.id("session")) }
    }

    private func show(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let view = try await feature.database.read { connection -> OwnAccountPage.View? in
            guard let account = try connection.account(officer.account, of: officer.authority) else {
                return nil
            }
            return OwnAccountPage.View(
                account: account, officer: officer,
                factor: try connection.secondFactor(of: account.id, in: account.authority)?.since,
                codesLeft: try connection.recoveryCodesLeft(of: account.id, in: account.authority),
                sessions: try connection.livingSessions(of: account.id, in: account.authority, at: visit.now),
                ownSession: visit.session.map(Token.hash(of:)),
                grants: try connection.grants(of: account.id, in: account.authority).filter {
                    $0.ended == nil
                },
                scopes: .empty, key: visit.formKey, today: visit.today)
        }
        guard var view else { throw NotFound() }
        view.scopes = try await ScopeNames.read(feature, officer.authority, visit.today)
        return .page(OwnAccountPage.page(view))
    }

    // MARK: Password

    private func changePassword(_ visit: Visit) async throws -> Reply {
        let (account, errors) = try await owner(visit)
        guard errors.isEmpty else { return .refused(ChangePasswordPage.page(visit.entry(errors), visit)) }
        let authority = try await feature.authority(of: try visit.signedInOfficer)
        let rule = PasswordRule(authority: authority.name, person: account.name, email: account.email)
        let wrong = rule.errors(in: visit.form)
        guard wrong.isEmpty else { return .refused(ChangePasswordPage.page(visit.entry(wrong), visit)) }
        let hash = try await PasswordHash.make(of: visit.form.exact("password"))
        let own = visit.session.map(Token.hash(of:))
        let ended = try await feature.database.write(for: account.authority) { connection in
            try connection.setPassword(hash, of: account.id, in: account.authority)
            try connection.endLinks(of: account.id, in: account.authority, at: visit.now)
            try connection.record(
                account.event(
                    "account.passwordSet", at: visit.now, by: account.id, to: ["by": .string("owner")]))
            return try connection.endSessions(
                of: account, except: own, by: account.id, why: "new password", at: visit.now)
        }
        let others = ended == 0 ? "" : " You are signed out everywhere else."
        return .redirect(
            to: OwnAccountRoute.page.link(), notice: "Your new password holds from now on." + others)
    }

    /// The account of who asks, once the password that they typed again is right; guesses are counted.
    private func owner(_ visit: Visit) async throws -> (AccountRecord, [FieldError]) {
        let officer = try visit.signedInOfficer
        let found = try await feature.database.write(for: officer.authority) {
            connection -> (AccountRecord, Instant?)? in
            guard let account = try connection.account(officer.account, of: officer.authority) else {
                return nil
            }
            let address = try connection.addressReference(visit.remote, in: officer.authority)
            return (
                account,
                try connection.countGuess(
                    email: account.email, address: address, in: officer.authority, at: visit.now
                ).wait
            )
        }
        guard let (account, wait) = found else { throw NotFound() }
        if let wait { return (account, [.tooMany(wait)]) }
        // In the example nobody has a password.
        guard let password = account.password else { return (account, [FieldError(Refusal.wrongPassword)]) }
        guard try await password.matches(visit.form.exact("current")) else {
            try await feature.database.write(for: officer.authority) { connection in
                let event = account.event(
                    "signin.failed", at: visit.now, by: account.id, to: ["step": .string("own password")])
                try connection.record(event)
            }
            return (account, [FieldError(Refusal.wrongPassword)])
        }
        try await feature.database.write(for: officer.authority) { connection in
            let address = try connection.addressReference(visit.remote, in: officer.authority)
            try connection.forgetGuesses(
                at: account.id, email: account.email, in: officer.authority, address: address)
        }
        return (account, [])
    }

    // MARK: Second step

    private func renew(_ visit: Visit) async throws -> Reply {
        let (account, errors) = try await owner(visit)
        guard errors.isEmpty else { return .refused(RenewSecondStepPage.page(visit.entry(errors), visit)) }
        if visit.form["deed"] == "codes" { return try await newCodes(account, visit) }
        let totp = TOTP.make()
        let step = try await feature.database.write(for: account.authority) {
            try $0.beginStep(.enrol, for: account, totp: totp, back: "", at: visit.now)
        }
        return .page(try await enrolmentPage(account, totp, step, Entry(), visit))
    }

    private func newCodes(_ account: AccountRecord, _ visit: Visit) async throws -> Reply {
        let codes = RecoveryCodes.make()
        let hashed = try await HashedCodes.make(of: codes)
        try await feature.database.write(for: account.authority) { connection in
            try connection.replaceRecoveryCodes(with: hashed, for: account)
            try connection.record(account.event("account.recoveryCodesMade", at: visit.now, by: account.id))
        }
        return .page(RecoveryCodesPage.page(codes, onwards: OwnAccountRoute.page.link()))
    }

    private func confirm(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let token = Token(text: visit.form["step"])
        let found = try await feature.database.read { connection -> (StepRecord, AccountRecord)? in
            guard token.authority == officer.authority,
                let step = try connection.step(.enrol, token, at: visit.now), step.account == officer.account,
                let account = try connection.account(officer.account, of: officer.authority)
            else { return nil }
            return (step, account)
        }
        guard let (step, account) = found, let secret = step.secret else {
            return .redirect(to: OwnAccountRoute.secondFactor.link())
        }
        let totp = TOTP(secret: secret)
        guard let used = totp.stepMatching(visit.form["code"], at: visit.now, after: nil) else {
            let entry = visit.entry([FieldError(Refusal.wrongCode)])
            return .refused(try await enrolmentPage(account, totp, token, entry, visit))
        }
        let codes = RecoveryCodes.make()
        let hashed = try await HashedCodes.make(of: codes)
        let own = visit.session.map(Token.hash(of:))
        try await feature.database.write(for: account.authority) { connection in
            guard try connection.endStep(token) else { throw NotFound() }
            try connection.enrol(totp, step: used, codes: hashed, for: account, by: account.id, at: visit.now)
            try connection.endSessions(
                of: account, except: own, by: account.id, why: "new authenticator", at: visit.now)
        }
        return .page(RecoveryCodesPage.page(codes, onwards: OwnAccountRoute.page.link()))
    }

    private func enrolmentPage(
        _ account: AccountRecord, _ totp: TOTP, _ step: Token, _ entry: Entry, _ visit: Visit
    ) async throws -> Page {
        let authority = try await feature.authority(of: try visit.signedInOfficer)
        return EnrolmentPage.page(
            .init(
                totp: totp,
                address: totp.address(account: account.email, issuer: "Plumbline \(authority.name)"),
                step: step.text, target: OwnAccountRoute.confirmSecondFactor.link(), entry: entry,
                key: visit.formKey))
    }

    // MARK: Sessions

    private func endSessions(_ visit: Visit, only: ID<SessionRecord>?) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let own = visit.session.map(Token.hash(of:))
        let ended = try await feature.database.write(for: officer.authority) { connection -> Int in
            guard let account = try connection.account(officer.account, of: officer.authority) else {
                return 0
            }
            return try connection.endSessions(
                of: account, except: own, only: only, by: account.id, why: "signed out by the owner",
                at: visit.now)
        }
        // Another's session, or one that is over, is not there.
        guard ended > 0 || only == nil else { throw NotFound() }
        let notice =
            ended == 0
            ? "You were signed in nowhere else."
            : "Signed out in \(ended) other place\(ended == 1 ? "" : "s")."
        return .redirect(to: OwnAccountRoute.page.link(), notice: notice)
    }
}
