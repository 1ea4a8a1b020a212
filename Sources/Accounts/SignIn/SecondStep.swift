import Kernel
import Markup
import Site
import Storage

/// The second step: a code of the authenticator or a recovery code; or setting the authenticator up.
struct SecondStep: Sendable {
    let feature: AccountsFeature

    func register(on site: inout SiteBuilder) {
        site.on(SignInRoute.code) { try await check($0) }
        site.on(SignInRoute.enrol) { try await confirm($0) }
    }

    /// After the right password: asks for a code, has an authenticator set up, or lets in where none is demanded.
    func ask(_ account: AccountRecord, _ authority: AuthorityRecord, back: String, _ visit: Visit)
        async throws -> Reply
    {
        let factor = try await feature.database.read { try $0.secondFactor(of: account.id, in: authority.id) }
        if factor == nil {
            guard !authority.demandsSecondFactor else { return try await enrol(account, back: back, visit) }
            let token = try await feature.database.write(for: authority.id) { connection in
                try begin(connection, account, "password", visit)
            }
            return Reply.redirect(to: destination(back)).beginning(session: token.text)
        }
        let step = try await feature.database.write(for: authority.id) {
            try $0.beginStep(.code, for: account, back: back, at: visit.now)
        }
        return .page(CodePage.page(step: step.text, Entry(), visit))
    }

    /// Shows a new authenticator's secret and asks for its first code.
    func enrol(_ account: AccountRecord, back: String, _ visit: Visit) async throws -> Reply {
        let totp = TOTP.make()
        let step = try await feature.database.write(for: account.authority) {
            try $0.beginStep(.enrol, for: account, totp: totp, back: back, at: visit.now)
        }
        return .page(try await enrolmentPage(account, totp, step, Entry(), visit))
    }

    // MARK: A code of an authenticator that is set up

    private struct Asked: Sendable {
        let account: AccountRecord
        let step: StepRecord
        let factor: FactorRecord
        let recoverySalt: [UInt8]?
        let wait: Instant?
    }

    private func check(_ visit: Visit) async throws -> Reply {
        let token = Token(text: visit.form["step"])
        guard let asked = try await asked(token, visit) else { return startAgain }
        if let wait = asked.wait {
            return .refused(CodePage.page(step: token.text, visit.entry([.tooMany(wait)]), visit))
        }
        let typed = visit.form["code"]
        let step = asked.factor.totp.stepMatching(typed, at: visit.now, after: asked.factor.lastStep)
        var recovery: String?
        if step == nil, let code = RecoveryCodes.normalised(typed), let salt = asked.recoverySalt {
            recovery = try await RecoveryCodes.hash(code, salt: salt)
        }
        let entered = try await enter(asked, token, step, recovery, visit)
        guard let entered else {
            try await recordFailure(asked.account, visit)
            let error = FieldError("code", "This code is not right, has run out, or has been used")
            return .refused(CodePage.page(step: token.text, visit.entry([error]), visit))
        }
        return Reply.redirect(to: destination(asked.step.back), notice: entered.notice)
            .beginning(session: entered.token.text)
    }

    private func asked(_ token: Token, _ visit: Visit) async throws -> Asked? {
        guard let authority = token.authority else { return nil }
        return try await feature.database.write(for: authority) { connection -> Asked? in
            guard let step = try connection.step(.code, token, at: visit.now),
                let account = try connection.account(step.account, of: authority), !account.isDisabled,
                let factor = try connection.secondFactor(of: account.id, in: authority)
            else { return nil }
            let address = try connection.addressReference(visit.remote, in: authority)
            return Asked(
                account: account, step: step, factor: factor,
                recoverySalt: try connection.recoverySalt(of: account.id, in: authority),
                wait: try connection.countGuess(
                    email: account.email, address: address, in: authority, at: visit.now
                ).wait)
        }
    }

    private struct Entered: Sendable {
        let token: Token
        let notice: String?
    }

    /// Takes the code for good and begins the session; nil when the code does not hold.
    private func enter(
        _ asked: Asked, _ token: Token, _ step: Int64?, _ recovery: String?, _ visit: Visit
    ) async throws -> Entered? {
        let account = asked.account
        let authority = account.authority
        return try await feature.database.write(for: authority) { connection -> Entered? in
            var notice: String?
            if let step {
                guard try connection.take(step: step, of: account.id, in: authority) else { return nil }
            } else if let recovery {
                guard
                    try connection.take(recoveryHash: recovery, of: account.id, in: authority, at: visit.now)
                else { return nil }
                let left = try connection.recoveryCodesLeft(of: account.id, in: authority)
                notice = "You came in with a recovery code. \(left) of \(RecoveryCodes.count) are left."
                try connection.record(
                    account.event(
                        "account.recoveryCodeUsed", at: visit.now, by: account.id,
                        to: ["left": .integer(Int64(left))]))
            } else {
                return nil
            }
            guard try connection.endStep(token) else { return nil }
            return Entered(
                token: try begin(connection, account, recovery == nil ? "code" : "recovery code", visit),
                notice: notice)
        }
    }

    private func recordFailure(_ account: AccountRecord, _ visit: Visit) async throws {
        try await feature.database.write(for: account.authority) { connection in
            let address = try connection.addressReference(visit.remote, in: account.authority)
            try connection.record(
                account.event(
                    "signin.failed", at: visit.now, by: nil,
                    to: ["step": .string("code"), "address": .string(address)]))
        }
    }

    // MARK: Setting the authenticator up

    private func confirm(_ visit: Visit) async throws -> Reply {
        let token = Token(text: visit.form["step"])
        guard let authority = token.authority else { return startAgain }
        let found = try await feature.database.read { connection -> (StepRecord, AccountRecord)? in
            guard let step = try connection.step(.enrol, token, at: visit.now),
                let account = try connection.account(step.account, of: authority), !account.isDisabled
            else { return nil }
            return (step, account)
        }
        guard let (step, account) = found, let secret = step.secret else { return startAgain }
        let totp = TOTP(secret: secret)
        guard let used = totp.stepMatching(visit.form["code"], at: visit.now, after: nil) else {
            let error = FieldError("code", "This is not the code that the app shows now")
            return .refused(try await enrolmentPage(account, totp, token, visit.entry([error]), visit))
        }
        let codes = RecoveryCodes.make()
        let hashed = try await HashedCodes.make(of: codes)
        let session = try await feature.database.write(for: authority) { connection -> Token? in
            guard try connection.endStep(token) else { return nil }
            try connection.enrol(totp, step: used, codes: hashed, for: account, by: account.id, at: visit.now)
            return try begin(connection, account, "new authenticator", visit)
        }
        guard let session else { return startAgain }
        return Reply.page(RecoveryCodesPage.page(codes, onwards: destination(step.back)))
            .beginning(session: session.text)
    }

    private func enrolmentPage(
        _ account: AccountRecord, _ totp: TOTP, _ step: Token, _ entry: Entry, _ visit: Visit
    ) async throws -> Page {
        let issuer = try await feature.authority().map { "Plumbline \($0.name)" } ?? "Plumbline"
        return EnrolmentPage.page(
            .init(
                totp: totp, address: totp.address(account: account.email, issuer: issuer), step: step.text,
                target: SignInRoute.enrol.link(), entry: entry, key: visit.formKey))
    }

    // MARK: Both

    private func begin(
        _ connection: Connection, _ account: AccountRecord, _ how: String, _ visit: Visit
    ) throws -> Token {
        try connection.beginSession(
            of: account, address: try connection.addressReference(visit.remote, in: account.authority),
            agent: visit.agent, how: how, at: visit.now)
    }

    private var startAgain: Reply {
        .redirect(to: SignInRoute.page.link(), notice: "That took longer than ten minutes. Sign in again.")
    }

    private func destination(_ back: String) -> String {
        back.isEmpty || !LocalAddress.isLocal(back) ? feature.home : back
    }
}
