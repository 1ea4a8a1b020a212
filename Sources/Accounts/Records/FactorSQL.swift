import Kernel
import Storage

/// The second factor of an account.
struct FactorRecord: Sendable {
    let totp: TOTP
    let lastStep: Int64
    let since: Instant
}

extension Connection {
    func secondFactor(of account: ID<Account>, in authority: ID<Authority>) throws -> FactorRecord? {
        try first(
            "SELECT secret, last_step, since FROM second_factor WHERE authority = $1 AND account = $2",
            [.id(authority), .id(account)]
        ) {
            FactorRecord(
                totp: TOTP(secret: try $0.blob(0)), lastStep: try $0.integer(1), since: try $0.instant(2))
        }
    }

    /// True for the first use of that step's code, false for any other.
    func take(step: Int64, of account: ID<Account>, in authority: ID<Authority>) throws -> Bool {
        try run(
            """
            UPDATE second_factor SET last_step = $3 WHERE authority = $1 AND account = $2 AND last_step < $3
            """, [.id(authority), .id(account), .integer(step)]) == 1
    }

    /// Puts a new authenticator and new recovery codes in the place of the old ones.
    func enrol(
        _ totp: TOTP, step: Int64, codes: HashedCodes, for account: AccountRecord, by actor: ID<Account>?,
        at now: Instant
    ) throws {
        try dropSecondFactor(of: account.id, in: account.authority)
        try run(
            """
            INSERT INTO second_factor (authority, account, secret, last_step, since) VALUES ($1, $2, $3, $4, $5)
            """,
            [.id(account.authority), .id(account.id), .blob(totp.secret), .integer(step), .instant(now)])
        try replaceRecoveryCodes(with: codes, for: account)
        try record(account.event("account.secondFactorSet", at: now, by: actor))
    }

    func replaceRecoveryCodes(with codes: HashedCodes, for account: AccountRecord) throws {
        try run(
            "DELETE FROM recovery_code WHERE authority = $1 AND account = $2",
            [.id(account.authority), .id(account.id)])
        for hash in codes.hashes {
            try run(
                "INSERT INTO recovery_code (authority, account, hash, salt) VALUES ($1, $2, $3, $4)",
                [.id(account.authority), .id(account.id), .text(hash), .blob(codes.salt)])
        }
    }

    func dropSecondFactor(of account: ID<Account>, in authority: ID<Authority>) throws {
        for table in ["second_factor", "recovery_code"] {
            try run(
                "DELETE FROM \(table) WHERE authority = $1 AND account = $2", [.id(authority), .id(account)])
        }
    }

    func recoverySalt(of account: ID<Account>, in authority: ID<Authority>) throws -> [UInt8]? {
        try first(
            "SELECT salt FROM recovery_code WHERE authority = $1 AND account = $2 LIMIT 1",
            [.id(authority), .id(account)]
        ) { try $0.blob(0) }
    }

    /// True for the first use of that code.
    func take(
        recoveryHash: String, of account: ID<Account>, in authority: ID<Authority>, at now: Instant
    ) throws -> Bool {
        try run(
            """
            UPDATE recovery_code SET used = $4
            WHERE authority = $1 AND account = $2 AND hash = $3 AND used IS NULL
            """, [.id(authority), .id(account), .text(recoveryHash), .instant(now)]) == 1
    }

    func recoveryCodesLeft(of account: ID<Account>, in authority: ID<Authority>) throws -> Int {
        try first(
            "SELECT COUNT(*) FROM recovery_code WHERE authority = $1 AND account = $2 AND used IS NULL",
            [.id(authority), .id(account)]
        ) { try $0.int(0) } ?? 0
    }
}

/// A set of recovery codes as it is kept.
struct HashedCodes: Sendable {
    let salt: [UInt8]
    let hashes: [String]

    static func make(of codes: RecoveryCodes) async throws -> HashedCodes {
        let salt = RecoveryCodes.newSalt()
        var hashes: [String] = []
        for code in codes.codes { hashes.append(try await RecoveryCodes.hash(code, salt: salt)) }
        return HashedCodes(salt: salt, hashes: hashes)
    }
}
