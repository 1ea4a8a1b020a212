package import Kernel
import Site
package import Storage

/// Coming in without a password, which only an invented authority allows.
struct ExampleSignIn: Sendable {
    let feature: AccountsFeature

    struct Somebody: Sendable {
        let id: ID<Account>
        let name: String
        let post: String
    }

    /// The invented people who may come in, in order of name.
    func people(_ authority: AuthorityRecord) async throws -> [Somebody] {
        guard let day = authority.exampleToday else { return [] }
        let found = try await feature.database.read { connection in
            try connection.accounts(of: authority.id).filter { !$0.isDisabled && $0.password == nil }.map {
                ($0, try connection.grantsHolding(on: day, for: $0.id, in: authority.id).map(\.role.words))
            }
        }
        var people: [Somebody] = []
        for (account, roles) in found where !roles.isEmpty {
            var post = ""
            if let person = account.person {
                post = try await feature.neighbours.post(authority.id, person, day)
            }
            people.append(
                Somebody(
                    id: account.id, name: account.name, post: post.isEmpty ? roles[0] : post.lowercasedFirst))
        }
        return people
    }

    func come(_ visit: Visit) async throws -> Reply {
        guard let authority = try await feature.authority(), authority.isExample,
            let chosen = visit.form.id("account", of: Account.self),
            try await people(authority).contains(where: { $0.id == chosen })
        else { throw NotFound() }
        let token = try await feature.database.write(for: authority.id) { connection -> Token? in
            guard let account = try connection.account(chosen, of: authority.id) else { return nil }
            return try connection.beginSession(
                of: account, address: try connection.addressReference(visit.remote, in: authority.id),
                agent: visit.agent, how: "example", at: visit.now)
        }
        guard let token else { throw NotFound() }
        let back = visit.form["back"]
        return Reply.redirect(to: back.isEmpty ? feature.home : back).beginning(session: token.text)
    }
}

extension String {
    fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}

extension AccountsFeature {
    /// Adds an invented person who comes in without a password; for the example authority alone.
    package static func addExamplePerson(
        _ name: String, email: String, person: ID<Person>?, grants: [Grant], to authority: AuthorityRecord,
        on connection: Connection, at now: Instant
    ) throws -> ID<Account> {
        guard authority.isExample else { throw StorageError.fault("Only an example has invented people.") }
        let account = AccountRecord(
            authority: authority.id, id: .make(at: now), email: email.lowercased(), name: name,
            person: person,
            password: nil, created: now, lastSignedIn: nil, disabled: nil)
        try connection.insert(account, by: nil)
        for grant in grants {
            try connection.give(
                grant, to: account.id, in: authority.id, by: nil, reason: "Part of the example", at: now)
        }
        return account.id
    }

    /// Why the site may not listen there; nil when it may. An example lets anybody in, so it stays on this machine.
    package static func refusalToListen(on host: String, for authority: AuthorityRecord?) -> String? {
        guard authority?.isExample == true, !["127.0.0.1", "::1", "localhost"].contains(host) else {
            return nil
        }
        return "The example authority lets anybody in without a password, so it is served on 127.0.0.1 only: "
            + "leave --host out, or set up an authority of your own."
    }
}
