import Kernel
import Storage

extension Connection {
    private static let accountColumns = """
        authority, id, email, name, person, password, created, last_signed_in, disabled
        """

    private func account(_ row: Row) throws -> AccountRecord {
        AccountRecord(
            authority: try row.id(0), id: try row.id(1), email: try row.text(2), name: try row.text(3),
            person: try row.idOrNil(4), password: try row.textOrNil(5).map(PasswordHash.init(encoded:)),
            created: try row.instant(6), lastSignedIn: try row.instantOrNil(7),
            disabled: try row.instantOrNil(8))
    }

    func account(_ id: ID<Account>, of authority: ID<Authority>) throws -> AccountRecord? {
        try first(
            "SELECT \(Self.accountColumns) FROM account WHERE authority = $1 AND id = $2",
            [.id(authority), .id(id)], account)
    }

    func account(email: String, of authority: ID<Authority>) throws -> AccountRecord? {
        try first(
            "SELECT \(Self.accountColumns) FROM account WHERE authority = $1 AND email = $2",
            [.id(authority), .text(email)], account)
    }

    /// Every account of the authority in order of name.
    func accounts(of authority: ID<Authority>) throws -> [AccountRecord] {
        try rows(
            "SELECT \(Self.accountColumns) FROM account WHERE authority = $1 ORDER BY lower(name), id",
            [.id(authority)], account)
    }

    /// Names of all accounts, for lists that speak of them.
    func accountNames(of authority: ID<Authority>) throws -> [ID<Account>: String] {
        let pairs = try rows("SELECT id, name FROM account WHERE authority = $1", [.id(authority)]) {
            (try $0.id(0) as ID<Account>, try $0.text(1))
        }
        return Dictionary(uniqueKeysWithValues: pairs)
    }

    func insert(_ account: AccountRecord, by actor: ID<Account>?, note: JSON.Member? = nil) throws {
        try run(
            """
            INSERT INTO account (authority, id, email, name, person, password, created)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            """,
            [
                .id(account.authority), .id(account.id), .text(account.email), .text(account.name),
                .id(account.person), .optional(account.password?.encoded), .instant(account.created),
            ])
        var members: [JSON.Member] = [
            .init("name", .string(account.name)), .init("email", .string(account.email)),
            .init("person", .optional(account.person?.description)),
        ]
        if let note { members.append(note) }
        try record(account.event("account.added", at: account.created, by: actor, to: .object(members)))
    }

    func setPassword(_ hash: PasswordHash, of account: ID<Account>, in authority: ID<Authority>) throws {
        try run(
            "UPDATE account SET password = $3 WHERE authority = $1 AND id = $2",
            [.id(authority), .id(account), .text(hash.encoded)])
    }

    func setDisabled(_ moment: Instant?, of account: ID<Account>, in authority: ID<Authority>) throws {
        try run(
            "UPDATE account SET disabled = $3 WHERE authority = $1 AND id = $2",
            [.id(authority), .id(account), .instant(moment)])
    }

    func setSignedIn(_ moment: Instant, of account: ID<Account>, in authority: ID<Authority>) throws {
        try run(
            "UPDATE account SET last_signed_in = $3 WHERE authority = $1 AND id = $2",
            [.id(authority), .id(account), .instant(moment)])
    }
}

extension AccountRecord {
    /// What was done to this account; never with a password, a secret or a code in it.
    func event(
        _ kind: String, at instant: Instant, by actor: ID<Account>?, from: JSON = .null, to: JSON = .null,
        reason: String? = nil
    ) -> Event {
        Event(
            authority: authority, at: instant, actor: actor, kind: kind, subject: "account", subjectID: id,
            from: from, to: to, reason: reason)
    }
}
