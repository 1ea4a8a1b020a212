import Kernel
import Markup
import Site
import Storage

/// Giving a role to an account, and ending it.
struct GivingAccess: Sendable {
    let feature: AccountsFeature

    enum FormRefusal: Kernel.Refusal, Equatable {
        case roleMissing, scopeMissing
        case wrongDate(field: String, sentence: String)

        var sentence: String {
            switch self {
            case .roleMissing: "Choose a role"
            case .scopeMissing: "Choose how far the role reaches"
            case .wrongDate(_, let sentence): sentence
            }
        }

        var field: String? {
            switch self {
            case .roleMissing: "role"
            case .scopeMissing: "scope"
            case .wrongDate(let field, _): field
            }
        }
    }

    func register(on site: inout SiteBuilder) {
        site.on(AccessRoute.addGrant) { visit in
            let today = visit.today.civil
            let entry = Entry(filled: [
                "scope": "authority", "from-day": "\(today.day)", "from-month": "\(today.month)",
                "from-year": "\(today.year)",
            ])
            return .page(try await givingPage(visit, entry))
        }
        site.on(AccessRoute.giveGrant) { try await give($0) }
        site.on(AccessRoute.endingGrant) { visit in .page(try await endingPage(visit, Entry())) }
        site.on(AccessRoute.endGrant) { try await end($0) }
    }

    // MARK: Giving

    private func give(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let id: ID<Account> = try visit.id("account")
        let names = try await ScopeNames.read(feature, officer.authority, visit.today)
        do {
            let request = try request(in: visit.form, names, on: visit.today)
            let name = try await feature.database.write(for: officer.authority) { connection in
                guard let account = try connection.account(id, of: officer.authority) else {
                    throw NotFound()
                }
                let held = try connection.grants(of: id, in: officer.authority).filter { $0.ended == nil }
                let grant = try GrantRule.decide(
                    request, held: held.map(\.grant), isOwn: id == officer.account,
                    isDisabled: account.isDisabled,
                    on: visit.today)
                try connection.give(
                    grant, to: id, in: officer.authority, by: officer.account, reason: request.reason,
                    at: visit.now)
                return account.name
            }
            return .redirect(
                to: AccessRoute.account.link(id),
                notice: "\(name) is now \(request.role.words) for \(names.words(request.scope)).")
        } catch let refusal as any Kernel.Refusal {
            return .refused(try await givingPage(visit, visit.entry([FieldError(refusal)])))
        }
    }

    private func request(
        in form: Fields, _ names: ScopeNames, on today: Day
    ) throws(FormRefusal) -> GrantRule.Request {
        guard let role = Role(rawValue: form["role"]) else { throw .roleMissing }
        guard let scope = names.scope(form["scope"]) else { throw .scopeMissing }
        let from = try day("from", "the first day", in: form) ?? today
        let until = try day("until", "the last day", in: form)
        return GrantRule.Request(role: role, scope: scope, from: from, until: until, reason: form["reason"])
    }

    private func day(_ name: String, _ called: String, in form: Fields) throws(FormRefusal) -> Day? {
        switch form.date(name, called: called) {
        case .empty: return nil
        case .day(let day): return day
        case .wrong(let sentence): throw .wrongDate(field: name, sentence: sentence)
        }
    }

    private func givingPage(_ visit: Visit, _ entry: Entry) async throws -> Page {
        let officer = try visit.signedInOfficer
        let id: ID<Account> = try visit.id("account")
        let account = try await feature.database.read { try $0.account(id, of: officer.authority) }
        guard let account else { throw NotFound() }
        let names = try await ScopeNames.read(feature, officer.authority, visit.today)
        return Page(
            "Give \(account.name) a role",
            breadcrumbs: [
                Link("People and access", AccessRoute.list.link()),
                Link(Markup(account.name), AccessRoute.account.link(id)),
            ], errors: entry.errors
        ) { m in
            m.form(to: AccessRoute.giveGrant.link(id), key: visit.formKey, .class("narrow")) { m in
                m.select(
                    "role", "Role",
                    [Choice("", "Choose a role")]
                        + Role.allCases.map { Choice($0.rawValue, $0.words.capitalisedFirst) }, in: entry,
                    hint: "An observer (inspector, adviser) only reads, and the role always has a last day.")
                m.select(
                    "scope", "How far it reaches", names.choices, in: entry,
                    hint: "A part of the organisation stands for itself and all below it.")
                m.dateField("from", "First day", in: entry)
                m.dateField(
                    "until", "Last day", in: entry,
                    hint: "Leave it empty where nobody can say yet. It ends by itself at midnight.")
                m.textField(
                    "reason", "Why", in: entry, hint: "Such as: new in post; inspection of 9 December")
                m.button("Give the role")
            }
        }
    }

    // MARK: Ending

    private func end(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let id: ID<Account> = try visit.id("account")
        let grantID: ID<Grant> = try visit.id("grant")
        let reason = visit.form["reason"]
        do {
            try await feature.database.write(for: officer.authority) { connection in
                let records = try connection.grants(of: id, in: officer.authority)
                guard let record = records.first(where: { $0.id == grantID }) else { throw NotFound() }
                guard record.ended == nil else { throw RemovalRule.Refusal.alreadyEnded }
                try RemovalRule.decide(
                    isOwn: id == officer.account, isAdministrator: record.grant.role == .administrator,
                    remaining: try connection.otherAdministrators(
                        than: id, in: officer.authority, on: visit.today),
                    reason: reason)
                try connection.end(
                    record, in: officer.authority, by: officer.account, reason: reason, at: visit.now)
            }
            return .redirect(to: AccessRoute.account.link(id), notice: "The role has ended.")
        } catch let refusal as any Kernel.Refusal {
            return .refused(try await endingPage(visit, visit.entry([FieldError(refusal)])))
        }
    }

    private func endingPage(_ visit: Visit, _ entry: Entry) async throws -> Page {
        let officer = try visit.signedInOfficer
        let id: ID<Account> = try visit.id("account")
        let grantID: ID<Grant> = try visit.id("grant")
        let found = try await feature.database.read { connection -> (AccountRecord, GrantRecord)? in
            guard let account = try connection.account(id, of: officer.authority),
                let record = try connection.grants(of: id, in: officer.authority).first(where: {
                    $0.id == grantID
                })
            else { return nil }
            return (account, record)
        }
        guard let (account, record) = found else { throw NotFound() }
        let names = try await ScopeNames.read(feature, officer.authority, visit.today)
        return Page(
            "End a role of \(account.name)",
            breadcrumbs: [
                Link("People and access", AccessRoute.list.link()),
                Link(Markup(account.name), AccessRoute.account.link(id)),
            ], errors: entry.errors
        ) { m in
            m.p(
                "\(strong: record.grant.role.words.capitalisedFirst), \(names.words(record.grant.scope)), \(record.grant.days)."
            )
            m.p("It ends at once. What was done under it stays on the record.")
            m.form(to: AccessRoute.endGrant.link(id, grantID), key: visit.formKey, .class("narrow")) { m in
                m.textField("reason", "Why it ends", in: entry)
                m.button("End the role")
            }
        }
    }
}
