import Kernel
import Storage

/// A link that lets its holder set a password, once.
struct LinkRecord: Sendable {
    enum Kind: String, Sendable {
        case invitation, reset

        /// Seven days to come in for the first time, one to come back.
        var seconds: Int64 { self == .invitation ? 7 * 86_400 : 86_400 }
    }

    let kind: Kind
    let account: ID<Account>
    let dropsSecondFactor: Bool
    let expires: Instant
}

extension Connection {
    /// Makes a link; earlier ones of the account no longer open.
    func makeLink(
        _ kind: LinkRecord.Kind, for account: AccountRecord, dropsSecondFactor: Bool, by actor: ID<Account>?,
        note: JSON.Member? = nil, at now: Instant
    ) throws -> Token {
        try endLinks(of: account.id, in: account.authority, at: now)
        let token = Token.make(for: account.authority)
        let expires = now.adding(seconds: kind.seconds)
        try run(
            """
            INSERT INTO one_time_link (
                authority, token_hash, account, kind, drops_second_factor, made, made_by, expires)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            """,
            [
                .id(account.authority), .text(token.hash), .id(account.id), .text(kind.rawValue),
                .bool(dropsSecondFactor), .instant(now), .id(actor), .instant(expires),
            ])
        var members: [JSON.Member] = [
            .init("kind", .string(kind.rawValue)), .init("expires", .string(expires.description)),
            .init("dropsSecondFactor", .bool(dropsSecondFactor)),
        ]
        if let note { members.append(note) }
        try record(account.event("account.linkMade", at: now, by: actor, to: .object(members)))
        return token
    }

    /// The link of that token when it may still be used.
    func link(_ token: Token, at now: Instant) throws -> LinkRecord? {
        guard let authority = token.authority else { return nil }
        return try first(
            """
            SELECT kind, account, drops_second_factor, expires FROM one_time_link
            WHERE authority = $1 AND token_hash = $2 AND used IS NULL AND expires > $3
            """, [.id(authority), .text(token.hash), .instant(now)]
        ) {
            LinkRecord(
                kind: LinkRecord.Kind(rawValue: try $0.text(0)) ?? .reset, account: try $0.id(1),
                dropsSecondFactor: try $0.bool(2), expires: try $0.instant(3))
        }
    }

    /// True for the first who uses it.
    func use(_ token: Token, at now: Instant) throws -> Bool {
        guard let authority = token.authority else { return false }
        return try run(
            """
            UPDATE one_time_link SET used = $3
            WHERE authority = $1 AND token_hash = $2 AND used IS NULL AND expires > $3
            """, [.id(authority), .text(token.hash), .instant(now)]) == 1
    }

    func endLinks(of account: ID<Account>, in authority: ID<Authority>, at now: Instant) throws {
        try run(
            "UPDATE one_time_link SET used = $3 WHERE authority = $1 AND account = $2 AND used IS NULL",
            [.id(authority), .id(account), .instant(now)])
    }
}
