import Kernel
import Markup
import Site
import Storage

/// People and access: who has an account, and what it may do. For administrators.
struct PeopleAndAccess: Sendable {
    let feature: AccountsFeature

    func register(on site: inout SiteBuilder) {
        site.on(AccessRoute.list) { try await list($0) }
        Invitation(feature: feature).register(on: &site)
        site.on(AccessRoute.account) { visit in .page(try await accountPage(visit, nil)) }
        site.on(AccessRoute.change) { try await change($0) }
        EditAccount(feature: feature).register(on: &site)
        GivingAccess(feature: feature).register(on: &site)
    }

    // MARK: The list

    private func list(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let rows = try await feature.database.read { connection -> [AccountList.Row] in
            let grants = Dictionary(
                grouping: try connection.standingGrants(of: officer.authority), by: \.account)
            let enrolled = try connection.enrolledAccounts(of: officer.authority)
            return try connection.accounts(of: officer.authority).map { account in
                AccountList.Row(
                    account: account,
                    grants: (grants[account.id] ?? []).map(\.grant).filter { $0.holds(on: visit.today) },
                    hasSecondFactor: enrolled.contains(account.id))
            }
        }
        return .page(
            AccountList.page(
                rows, filter: AccountList.Filter(visit.query), page: Int(visit.query["page"]) ?? 1,
                query: Query(visit.query)))
    }

    // MARK: One account

    /// What the buttons of an account's page do.
    enum Deed: String {
        case disable, enable, reset, resetBoth, endSessions
    }

    enum Refusal: String, Kernel.Refusal, CaseIterable {
        case ownAccount = "Use your own account’s page for that: nobody manages their own account here"
        case isDisabled = "This account is disabled: enable it first"
        case isEnabled = "This account is enabled already"

        var field: String? { nil }
    }

    private func change(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let id: ID<Account> = try visit.id("account")
        guard let deed = Deed(rawValue: visit.form["deed"]) else { throw BadRequest() }
        let reason = visit.form["reason"]
        do {
            let outcome = try await feature.database.write(for: officer.authority) { connection in
                guard let account = try connection.account(id, of: officer.authority) else {
                    throw NotFound()
                }
                return try act(deed, on: account, by: officer, reason: reason, connection, visit)
            }
            guard let link = outcome.link else {
                return .redirect(to: AccessRoute.account.link(id), notice: outcome.notice)
            }
            return .page(
                LinkPage.page(
                    name: outcome.name, token: link, kind: outcome.kind, site: feature.publicAddress))
        } catch let refusal as any Kernel.Refusal {
            return .refused(try await accountPage(visit, FieldError(refusal)))
        }
    }

    private struct Outcome: Sendable {
        let name: String
        var notice = ""
        var link: Token?
        var kind = LinkRecord.Kind.reset
    }

    private func act(
        _ deed: Deed, on account: AccountRecord, by officer: Officer, reason: String,
        _ connection: Connection,
        _ visit: Visit
    ) throws -> Outcome {
        guard account.id != officer.account else { throw Refusal.ownAccount }
        let authority = account.authority
        switch deed {
        case .disable:
            guard !account.isDisabled else { throw Refusal.isDisabled }
            let grants = try connection.grantsHolding(on: visit.today, for: account.id, in: authority)
            try RemovalRule.decide(
                isOwn: false, isAdministrator: grants.contains { $0.role == .administrator },
                remaining: try connection.otherAdministrators(
                    than: account.id, in: authority, on: visit.today),
                reason: reason)
            try connection.disable(account, by: officer.account, reason: reason, at: visit.now)
            return Outcome(
                name: account.name,
                notice: "\(account.name) can no longer sign in, and is signed out everywhere.")
        case .enable:
            guard account.isDisabled else { throw Refusal.isEnabled }
            try connection.setDisabled(nil, of: account.id, in: authority)
            try connection.record(
                account.event("account.enabled", at: visit.now, by: officer.account, reason: reason))
            return Outcome(name: account.name, notice: "\(account.name) can sign in again.")
        case .reset, .resetBoth:
            guard !account.isDisabled else { throw Refusal.isDisabled }
            let kind: LinkRecord.Kind = account.password == nil ? .invitation : .reset
            let token = try connection.makeLink(
                kind, for: account, dropsSecondFactor: deed == .resetBoth, by: officer.account, at: visit.now)
            return Outcome(name: account.name, link: token, kind: kind)
        case .endSessions:
            let count = try connection.endSessions(
                of: account, by: officer.account, why: "ended by an administrator", at: visit.now)
            return Outcome(
                name: account.name,
                notice: count == 0
                    ? "\(account.name) was signed in nowhere." : "\(account.name) is signed out everywhere.")
        }
    }

    private func accountPage(_ visit: Visit, _ error: FieldError?) async throws -> Page {
        let officer = try visit.signedInOfficer
        let id: ID<Account> = try visit.id("account")
        let found = try await feature.database.read { connection -> AccountPage.View? in
            guard let account = try connection.account(id, of: officer.authority) else { return nil }
            return AccountPage.View(
                account: account, isOwn: id == officer.account,
                grants: try connection.grants(of: id, in: officer.authority),
                names: try connection.accountNames(of: officer.authority),
                secondFactor: try connection.secondFactor(of: id, in: officer.authority)?.since,
                sessions: try connection.livingSessions(of: id, in: officer.authority, at: visit.now).count,
                entry: visit.entry(error.map { [$0] } ?? []), key: visit.formKey, today: visit.today)
        }
        guard var view = found else { throw NotFound() }
        view.scopes = try await ScopeNames.read(feature, officer.authority, visit.today)
        return AccountPage.page(view)
    }
}

extension Connection {
    func enrolledAccounts(of authority: ID<Authority>) throws -> Set<ID<Account>> {
        Set(
            try rows("SELECT account FROM second_factor WHERE authority = $1", [.id(authority)]) {
                try $0.id(0)
            })
    }

    /// Bars the account: its sessions, links and half-done sign-ins end at once.
    func disable(_ account: AccountRecord, by actor: ID<Account>?, reason: String, at now: Instant) throws {
        try setDisabled(now, of: account.id, in: account.authority)
        try endLinks(of: account.id, in: account.authority, at: now)
        try endSteps(of: account.id, in: account.authority)
        try record(account.event("account.disabled", at: now, by: actor, reason: reason))
        try endSessions(of: account, by: actor, why: "account disabled", at: now)
    }
}
