package import Kernel
package import Site
import Storage

extension AccountsFeature {
    /// Finds who is signed in, by the token of their cookie.
    package var sessionSource: SessionSource {
        SessionSource { token, now in try await find(Token(text: token), at: now) }
    }

    private struct Found: Sendable {
        let session: SessionRecord
        let account: AccountRecord
        let day: Day
        let grants: [Grant]
    }

    // Everything is read anew for each request: a role, an account or a session that ended a moment ago is over.
    private func find(_ token: Token, at now: Instant) async throws -> SignedIn? {
        guard let authority = token.authority else { return nil }
        let hash = token.hash
        let found = try await database.read { connection -> Found? in
            guard let session = try connection.session(tokenHash: hash, in: authority),
                session.holds(at: now),
                let account = try connection.account(session.account, of: authority), !account.isDisabled,
                let record = try connection.authorities().first(where: { $0.id == authority })
            else { return nil }
            let day = record.today(at: now)
            return Found(
                session: session, account: account, day: day,
                grants: try connection.grantsHolding(on: day, for: account.id, in: authority))
        }
        guard let found else { return nil }
        if found.session.lastSeen.adding(seconds: SessionLimits.seenEvery) <= now {
            try await database.write(for: authority) { try $0.touch(found.session, in: authority, at: now) }
        }
        var post = ""
        if let person = found.account.person {
            post = try await neighbours.post(authority, person, found.day)
        }
        let officer = Officer(
            authority: authority, account: found.account.id, person: found.account.person,
            name: found.account.name, post: post, grants: found.grants)
        return SignedIn(officer: officer, formSecret: found.session.formSecret)
    }
}

// MARK: Who comes without a session

extension AccountsFeature {
    /// A secret of 256 random bits for an address that needs no signing in, and the hash under which it is kept.
    package static func newSecret(for authority: ID<Authority>) -> (text: String, hash: String) {
        let token = Token.make(for: authority)
        return (token.text, token.hash)
    }

    /// The authority and the hash of such a secret; nil where the text is none that we made.
    package static func secret(_ text: String) -> (authority: ID<Authority>, hash: String)? {
        let token = Token(text: text)
        return token.authority.map { ($0, token.hash) }
    }

    /// The account as it may act at that moment, with its day; nil where it is disabled or gone.
    package func officer(
        _ id: ID<Account>, of authority: ID<Authority>, at now: Instant
    ) async throws -> (Officer, Day)? {
        try await database.read { connection in
            guard let account = try connection.account(id, of: authority), !account.isDisabled,
                let record = try connection.authorities().first(where: { $0.id == authority })
            else { return nil }
            let day = record.today(at: now)
            let officer = Officer(
                authority: authority, account: account.id, person: account.person, name: account.name,
                post: "",
                grants: try connection.grantsHolding(on: day, for: account.id, in: authority))
            return (officer, day)
        }
    }
}
