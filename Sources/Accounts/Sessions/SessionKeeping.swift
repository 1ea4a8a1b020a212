import Kernel
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
