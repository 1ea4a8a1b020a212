import Kernel
import Storage

/// What somebody whose password was right still owes, for ten minutes.
struct StepRecord: Sendable {
    enum Kind: String, Sendable {
        /// A code of the authenticator that is set up.
        case code
        /// The first code of a new authenticator.
        case enrol
    }

    static let seconds: Int64 = 10 * 60

    let kind: Kind
    let account: ID<Account>
    /// The new authenticator's secret.
    let secret: [UInt8]?
    /// Where the person was going.
    let back: String
}

extension Connection {
    func beginStep(
        _ kind: StepRecord.Kind, for account: AccountRecord, totp: TOTP? = nil, back: String, at now: Instant
    ) throws -> Token {
        try run(
            "DELETE FROM sign_in_step WHERE authority = $1 AND expires <= $2",
            [.id(account.authority), .instant(now)])
        let token = Token.make(for: account.authority)
        try run(
            """
            INSERT INTO sign_in_step (authority, token_hash, account, kind, secret, back, expires)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            """,
            [
                .id(account.authority), .text(token.hash), .id(account.id), .text(kind.rawValue),
                totp.map { .blob($0.secret) } ?? .nothing(.blob), .text(back),
                .instant(now.adding(seconds: StepRecord.seconds)),
            ])
        return token
    }

    func step(_ kind: StepRecord.Kind, _ token: Token, at now: Instant) throws -> StepRecord? {
        guard let authority = token.authority else { return nil }
        return try first(
            """
            SELECT account, secret, back FROM sign_in_step
            WHERE authority = $1 AND token_hash = $2 AND kind = $3 AND expires > $4
            """, [.id(authority), .text(token.hash), .text(kind.rawValue), .instant(now)]
        ) {
            StepRecord(
                kind: kind, account: try $0.id(0), secret: try $0.blobOrNil(1), back: try $0.text(2))
        }
    }

    /// True for the first who ends it.
    func endStep(_ token: Token) throws -> Bool {
        guard let authority = token.authority else { return false }
        return try run(
            "DELETE FROM sign_in_step WHERE authority = $1 AND token_hash = $2",
            [.id(authority), .text(token.hash)]) == 1
    }

    func endSteps(of account: ID<Account>, in authority: ID<Authority>) throws {
        try run(
            "DELETE FROM sign_in_step WHERE authority = $1 AND account = $2", [.id(authority), .id(account)])
    }
}
