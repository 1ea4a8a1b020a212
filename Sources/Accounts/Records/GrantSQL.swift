import Kernel
import Storage

extension Connection {
    private static let grantColumns = """
        id, account, role, scope_kind, scope_id, from_day, until_day, given_by, given, reason, ended, end_reason
        """

    private func grant(_ row: Row) throws -> GrantRecord {
        guard let role = Role(rawValue: try row.text(2)),
            let scope = Scope(kind: try row.text(3), identity: try row.integerOrNil(4))
        else { throw StorageError.fault("A grant has a role or scope that nobody knows.") }
        return GrantRecord(
            id: try row.id(0), account: try row.id(1),
            grant: Grant(role: role, scope: scope, from: try row.day(5), until: try row.dayOrNil(6)),
            givenBy: try row.idOrNil(7), given: try row.instant(8), reason: try row.text(9),
            ended: try row.instantOrNil(10), endReason: try row.textOrNil(11))
    }

    /// All that the account was ever given, newest first.
    func grants(of account: ID<Account>, in authority: ID<Authority>) throws -> [GrantRecord] {
        try rows(
            """
            SELECT \(Self.grantColumns) FROM access_grant
            WHERE authority = $1 AND account = $2 ORDER BY given DESC, id DESC
            """, [.id(authority), .id(account)], grant)
    }

    /// What has not been ended, of every account.
    func standingGrants(of authority: ID<Authority>) throws -> [GrantRecord] {
        try rows(
            "SELECT \(Self.grantColumns) FROM access_grant WHERE authority = $1 AND ended IS NULL ORDER BY given, role, id",
            [.id(authority)], grant)
    }

    /// What the account may be on that day.
    func grantsHolding(on day: Day, for account: ID<Account>, in authority: ID<Authority>) throws -> [Grant] {
        try rows(
            """
            SELECT \(Self.grantColumns) FROM access_grant
            WHERE authority = $1 AND account = $2 AND ended IS NULL
                AND from_day <= $3 AND (until_day IS NULL OR until_day >= $3)
            ORDER BY given, role, id
            """, [.id(authority), .id(account), .day(day)]
        ) { try grant($0).grant }
    }

    @discardableResult
    func give(
        _ grant: Grant, to account: ID<Account>, in authority: ID<Authority>, by actor: ID<Account>?,
        reason: String,
        at now: Instant
    ) throws -> ID<Grant> {
        let id = ID<Grant>.make(at: now)
        try run(
            """
            INSERT INTO access_grant (
                authority, id, account, role, scope_kind, scope_id, from_day, until_day, given_by, given, reason)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            """,
            [
                .id(authority), .id(id), .id(account), .text(grant.role.rawValue), .text(grant.scope.kind),
                .int(grant.scope.identity.map(Int.init)), .day(grant.from), .day(grant.until), .id(actor),
                .instant(now), .text(reason),
            ])
        try record(
            Event(
                authority: authority, at: now, actor: actor, kind: "grant.given", subject: "account",
                subjectID: account,
                to: [
                    "grant": .string(id.description), "role": .string(grant.role.rawValue),
                    "scope": .string(grant.scope.formValue), "from": .string(grant.from.description),
                    "until": .optional(grant.until?.description),
                ], reason: reason))
        return id
    }

    func end(
        _ record: GrantRecord, in authority: ID<Authority>, by actor: ID<Account>?, reason: String,
        at now: Instant
    ) throws {
        try run(
            """
            UPDATE access_grant SET ended = $3, ended_by = $4, end_reason = $5
            WHERE authority = $1 AND id = $2 AND ended IS NULL
            """, [.id(authority), .id(record.id), .instant(now), .id(actor), .text(reason)])
        try self.record(
            Event(
                authority: authority, at: now, actor: actor, kind: "grant.ended", subject: "account",
                subjectID: record.account,
                from: [
                    "grant": .string(record.id.description), "role": .string(record.grant.role.rawValue),
                    "scope": .string(record.grant.scope.formValue),
                ], reason: reason))
    }

    /// Enabled accounts other than this one that are administrators on that day without an end date.
    func otherAdministrators(than account: ID<Account>, in authority: ID<Authority>, on day: Day) throws
        -> Int
    {
        try first(
            """
            SELECT COUNT(DISTINCT a.id) FROM account a
            JOIN access_grant g ON g.authority = a.authority AND g.account = a.id
            WHERE a.authority = $1 AND a.id <> $2 AND a.disabled IS NULL AND g.ended IS NULL
                AND g.role = 'administrator' AND g.scope_kind = 'authority' AND g.from_day <= $3
                AND g.until_day IS NULL
            """, [.id(authority), .id(account), .day(day)]
        ) { try $0.int(0) } ?? 0
    }
}
