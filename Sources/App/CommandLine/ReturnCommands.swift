package import Kernel
package import Returns
package import Storage

/// What `plumbline return load`, `list` and `withdraw` do, for whoever may read and write the records on the machine.
package struct ReturnCommands: Sendable {
    let database: Database
    let now: Instant
    private let feature: ReturnsFeature

    package init(database: Database, keyFile: KeyFile?, now: Instant) {
        self.database = database
        self.now = now
        feature = .joined(database, keyFile: keyFile)
    }

    package struct Refused: Error, CustomStringConvertible {
        package let description: String
    }

    /// Whose records, and on whose account.
    package struct Who: Sendable {
        package let authority: AuthorityRecord
        package let account: ID<Account>?
    }

    /// `name` may be nil where there is one authority only, `email` where no account is meant.
    package func who(authority name: String?, account email: String?) async throws -> Who {
        let all = try await database.read { try $0.authorities() }
        guard !all.isEmpty else {
            throw Refused(
                description: "There is no authority in these records yet: run plumbline serve and set it up.")
        }
        let known = all.map(\.name).joined(separator: ", ")
        let chosen = name.map { name in all.filter { NameKey.fold($0.name) == NameKey.fold(name) } } ?? all
        guard chosen.count == 1, let authority = chosen.first else {
            throw Refused(
                description: name.map { "There is no authority “\($0)”: these records hold \(known)." }
                    ?? "Say which authority with --authority: \(known).")
        }
        guard let email else { return Who(authority: authority, account: nil) }
        let account = try await database.read { connection in
            try connection.first(
                "SELECT id FROM account WHERE authority = $1 AND email = $2 AND disabled IS NULL",
                [.id(authority.id), .text(email.lowercased())]
            ) { try $0.id(0) as ID<Account> }
        }
        guard let account else {
            throw Refused(
                description:
                    "There is no account \(email) at \(authority.name): see plumbline user list.")
        }
        return Who(authority: authority, account: account)
    }

    private func today(_ who: Who) -> Day { who.authority.exampleToday ?? now.inLondon.day }

    /// Loads the whole of it or nothing.
    package func load(
        _ load: ReturnsFeature.Load, for who: Who,
        step: @escaping @Sendable (LoadReturn.Step) -> Void
    ) async throws -> ReturnVintage {
        try await explained {
            let (file, _) = try await feature.load(
                load, authority: who.authority.id, account: who.account, at: now, on: today(who), step: step)
            let authority = who.authority.id
            guard
                let vintage = try await database.read({ try ReturnFilesSQL.file($0, authority, file) })
            else { throw Refused(description: "The file was taken away meanwhile.") }
            return vintage
        }
    }

    package func list(for who: Who) async throws -> [ReturnVintage] {
        let authority = who.authority.id
        return try await database.read { try ReturnFilesSQL.all($0, authority) }
    }

    package func withdraw(_ text: String, because reason: String, for who: Who) async throws -> ReturnVintage
    {
        try await explained {
            guard let id = ID<ReturnFile>(text),
                let vintage = try await feature.withdraw(
                    id, because: reason, authority: who.authority.id, account: who.account, at: now)
            else { throw Refused(description: "There is no file \(text): see plumbline return list.") }
            return vintage
        }
    }

    private func explained<T>(_ body: () async throws -> T) async throws -> T {
        do {
            return try await body()
        } catch let refusal as LoadReturn.Refused {
            if case .sameAgain(let what) = refusal {
                throw Refused(description: "\(what). Load it all the same with --again.")
            }
            throw Refused(description: Self.sentence(refusal))
        } catch let refusal as any Refusal {
            throw Refused(description: Self.sentence(refusal))
        }
    }

    private static func sentence(_ refusal: any Refusal) -> String {
        refusal.sentence.hasSuffix(".") ? refusal.sentence : refusal.sentence + "."
    }
}
