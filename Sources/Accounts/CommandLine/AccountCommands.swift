package import Kernel
import Site
package import Storage

/// What `plumbline user` does, for whoever may read and write the records on the machine itself.
///
/// It is the way back in when no administrator can: every use is an event that says "command line".
package struct AccountCommands: Sendable {
    let database: Database
    let now: Instant

    package init(database: Database, now: Instant) {
        self.database = database
        self.now = now
    }

    package struct Refused: Error, CustomStringConvertible {
        package let description: String
    }

    /// A one-time link as a path on the site.
    package struct Link: Sendable {
        package let path: String
        package let expires: Instant
    }

    private static let note = JSON.Member("by", .string("command line"))

    /// Adds an account with roles for the whole authority and gives its first link.
    package func add(email: String, name: String, roles: [Role]) async throws -> Link {
        let authority = try await authority()
        let now = now
        return try await saying {
            try await database.write(for: authority.id) { connection in
                let account = try Invitation.account(
                    name: name, email: email, person: nil, in: authority.id, at: now)
                let token = try Invitation.act(connection, account, by: nil, note: Self.note)
                var held: [Grant] = []
                for role in roles {
                    let today = authority.today(at: now)
                    let request = GrantRule.Request(
                        role: role, scope: .authority, from: today, until: nil,
                        reason: "Added on the command line")
                    let grant = try GrantRule.decide(
                        request, held: held, isOwn: false, isDisabled: false, on: today)
                    try connection.give(
                        grant, to: account.id, in: authority.id, by: nil, reason: request.reason, at: now)
                    held.append(grant)
                }
                return Link(token, .invitation, at: now)
            }
        }
    }

    /// Gives a link for a new password; drops the second step too where it is lost.
    package func reset(email: String, dropsSecondFactor: Bool) async throws -> Link {
        let authority = try await authority()
        let now = now
        return try await saying {
            try await database.write(for: authority.id) { connection in
                let account = try Self.account(email, authority, connection)
                if account.isDisabled {
                    try connection.setDisabled(nil, of: account.id, in: authority.id)
                    try connection.record(
                        account.event("account.enabled", at: now, by: nil, to: .object([Self.note])))
                }
                let kind: LinkRecord.Kind = account.password == nil ? .invitation : .reset
                let token = try connection.makeLink(
                    kind, for: account, dropsSecondFactor: dropsSecondFactor, by: nil, note: Self.note,
                    at: now)
                return Link(token, kind, at: now)
            }
        }
    }

    /// Bars an account and ends its sessions; never the last administrator's.
    package func disable(email: String) async throws {
        let authority = try await authority()
        let now = now
        try await saying {
            try await database.write(for: authority.id) { connection in
                let account = try Self.account(email, authority, connection)
                guard !account.isDisabled else { throw PeopleAndAccess.Refusal.isDisabled }
                let today = authority.today(at: now)
                let grants = try connection.grantsHolding(on: today, for: account.id, in: authority.id)
                try RemovalRule.decide(
                    isOwn: false, isAdministrator: grants.contains { $0.role == .administrator },
                    remaining: try connection.otherAdministrators(
                        than: account.id, in: authority.id, on: today),
                    reason: "command line")
                try connection.disable(account, by: nil, reason: "Disabled on the command line", at: now)
            }
        }
    }

    /// One line for each account: email, name, state and the roles that hold today.
    package func list() async throws -> [String] {
        let authority = try await authority()
        let today = authority.today(at: now)
        return try await database.read { connection in
            try connection.accounts(of: authority.id).map { account in
                let roles = try connection.grantsHolding(on: today, for: account.id, in: authority.id)
                    .map(\.role.words)
                let state = account.isDisabled ? "disabled" : account.password == nil ? "invited" : "active"
                return [account.email, account.name, state, roles.joined(separator: ", ")]
                    .joined(separator: "\t")
            }
        }
    }

    private func authority() async throws -> AuthorityRecord {
        guard let authority = try await database.read({ try $0.authorities().first }) else {
            throw Refused(
                description: "There is no authority yet: start “plumbline serve” and set it up first.")
        }
        return authority
    }

    private static func account(
        _ email: String, _ authority: AuthorityRecord, _ connection: Connection
    ) throws -> AccountRecord {
        guard let account = try connection.account(email: email.lowercased(), of: authority.id) else {
            throw Refused(description: "There is no account \(email): “plumbline user list” shows them all.")
        }
        return account
    }

    private func saying<T>(_ body: () async throws -> T) async throws -> T {
        do {
            return try await body()
        } catch let refusal as any Refusal {
            throw Refused(description: refusal.sentence + ".")
        }
    }
}

extension AccountCommands.Link {
    fileprivate init(_ token: Token, _ kind: LinkRecord.Kind, at now: Instant) {
        path = SignInRoute.newPassword.link(token.text)
        expires = now.adding(seconds: kind.seconds)
    }
}
