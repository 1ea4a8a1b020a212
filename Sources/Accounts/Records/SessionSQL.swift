import Kernel
import Storage

/// One sign-in of one account.
struct SessionRecord: Sendable, Hashable {
    let id: ID<SessionRecord>
    let account: ID<Account>
    let formSecret: String
    let made: Instant
    let lastSeen: Instant
    /// The program that signed in, in a few words.
    let agent: String
    let tokenHash: String

    func holds(at now: Instant) -> Bool { SessionLimits.holds(made: made, lastSeen: lastSeen, at: now) }
}

extension Connection {
    private static let sessionColumns = "id, account, form_secret, made, last_seen, agent, token_hash"

    private func session(_ row: Row) throws -> SessionRecord {
        SessionRecord(
            id: try row.id(0), account: try row.id(1), formSecret: try row.text(2), made: try row.instant(3),
            lastSeen: try row.instant(4), agent: try row.text(5), tokenHash: try row.text(6))
    }

    /// The session of that token unless it was ended; its limits are the caller's to judge.
    func session(tokenHash: String, in authority: ID<Authority>) throws -> SessionRecord? {
        try first(
            """
            SELECT \(Self.sessionColumns) FROM session
            WHERE authority = $1 AND token_hash = $2 AND ended IS NULL
            """, [.id(authority), .text(tokenHash)], session)
    }

    /// The account's sessions that are alive at that moment, newest first.
    func livingSessions(
        of account: ID<Account>, in authority: ID<Authority>, at now: Instant
    ) throws -> [SessionRecord] {
        try rows(
            """
            SELECT \(Self.sessionColumns) FROM session
            WHERE authority = $1 AND account = $2 AND ended IS NULL AND last_seen > $3 ORDER BY made DESC
            """, [.id(authority), .id(account), .instant(now.adding(seconds: -SessionLimits.idle))], session
        ).filter { $0.holds(at: now) }
    }

    /// Begins a session and says so; gives the token for the cookie.
    func beginSession(
        of account: AccountRecord, address: String, agent: String, how: String, at now: Instant
    ) throws -> Token {
        let token = Token.make(for: account.authority)
        let id = ID<SessionRecord>.make(at: now)
        try run(
            """
            INSERT INTO session (
                authority, token_hash, id, account, form_secret, made, last_seen, address, agent)
            VALUES ($1, $2, $3, $4, $5, $6, $6, $7, $8)
            """,
            [
                .id(account.authority), .text(token.hash), .id(id), .id(account.id),
                .text(Token.make(for: account.authority).text), .instant(now), .text(address),
                .text(Agent.words(agent)),
            ])
        try forgetOldSessions(of: account.authority, at: now)
        try setSignedIn(now, of: account.id, in: account.authority)
        try forgetGuesses(at: account.id, email: account.email, in: account.authority, address: address)
        try record(account.event("signin.succeeded", at: now, by: account.id, to: ["how": .string(how)]))
        try record(
            account.event(
                "session.began", at: now, by: account.id,
                to: ["session": .string(id.description), "program": .string(Agent.words(agent))]))
        return token
    }

    /// Sessions that began long ago no longer say which addresses an account is known from.
    private func forgetOldSessions(of authority: ID<Authority>, at now: Instant) throws {
        try run(
            "DELETE FROM session WHERE authority = $1 AND made < $2",
            [.id(authority), .instant(now.adding(seconds: -GuessSubjects.knownFor))])
    }

    func touch(_ session: SessionRecord, in authority: ID<Authority>, at now: Instant) throws {
        try run(
            "UPDATE session SET last_seen = $3 WHERE authority = $1 AND token_hash = $2 AND ended IS NULL",
            [.id(authority), .text(session.tokenHash), .instant(now)])
    }

    /// Ends what is alive of the account, but for one session where given; says how many that were.
    @discardableResult
    func endSessions(
        of account: AccountRecord, except kept: String? = nil, only: ID<SessionRecord>? = nil,
        by actor: ID<Account>?, why: String, at now: Instant
    ) throws -> Int {
        let living = try livingSessions(of: account.id, in: account.authority, at: now)
            .filter { $0.tokenHash != kept && (only == nil || $0.id == only) }
        for session in living {
            try run(
                "UPDATE session SET ended = $3 WHERE authority = $1 AND token_hash = $2",
                [.id(account.authority), .text(session.tokenHash), .instant(now)])
        }
        if !living.isEmpty {
            try record(
                account.event(
                    "session.ended", at: now, by: actor,
                    to: ["sessions": .strings(living.map(\.id.description)), "why": .string(why)]))
        }
        return living.count
    }
}

/// A browser and system in a few words out of its long name: "Firefox on Windows".
enum Agent {
    static func words(_ agent: String) -> String {
        let programs = [
            ("Edg/", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"),
            ("Safari/", "Safari"),
        ]
        let systems = [
            ("Windows", "Windows"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"),
            ("Mac OS", "Mac"),
            ("CrOS", "ChromeOS"), ("Linux", "Linux"),
        ]
        let program = programs.first { agent.contains($0.0) }?.1 ?? "Unknown program"
        let system = systems.first { agent.contains($0.0) }?.1
        return system.map { "\(program) on \($0)" } ?? program
    }
}
