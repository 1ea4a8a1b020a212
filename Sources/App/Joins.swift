import Accounts
import Kernel
import Measures
import Organisation
import Plans
package import Returns
import Sheets
import Site
package import Storage

// What one part of the house asks of another, answered here so that the parts need not know each other.

extension TakenList {
    /// Keeps in the journal who took which list away. No word of its filter or of what stood in it.
    func record(in database: Database) async throws {
        try await database.write(for: officer.authority) {
            try $0.record(
                Event(
                    authority: officer.authority, at: at, actor: officer.account, kind: "list.exported",
                    subject: "list", subjectID: route, plan: plan,
                    to: ["format": .string(format.rawValue), "rows": .integer(Int64(rows))]))
        }
    }
}

extension OrganisationSource {
    static func joined(_ database: Database) -> OrganisationSource {
        OrganisationSource { authority, scopes, day in
            try await database.read { connection in
                try OrganisationSQL.nodes(connection, authority, within: scopes, on: day).map {
                    NodeChoice(id: $0.id, name: $0.name, depth: $0.depth)
                }
            }
        }
    }
}

extension OrganisationPlaces {
    static let joined = OrganisationPlaces(
        readers: OrganisationRoute.readers, person: { OrganisationRoute.person.link($0) },
        post: { OrganisationRoute.post.link($0) })
}

extension FeedSource {
    static func joined(_ accounts: AccountsFeature) -> FeedSource {
        FeedSource(
            make: { AccountsFeature.newSecret(for: $0) },
            read: { AccountsFeature.secret($0) },
            officer: { try await accounts.officer($1, of: $0, at: $2) })
    }
}

extension ReachSource {
    static func joined(
        _ database: Database, today: @escaping @Sendable (Officer) -> Day
    ) -> ReachSource {
        ReachSource(
            planIsWithin: { plan, scopes, officer in
                let day = today(officer)
                return try await database.read {
                    try PlanSQL.isPlan($0, officer.authority, plan, within: scopes, on: day)
                }
            },
            nodeIsWithin: { node, scopes, officer in
                let day = today(officer)
                return try await database.read {
                    try OrganisationSQL.nodes($0, officer.authority, within: scopes, on: day)
                        .contains { $0.id == node }
                }
            })
    }
}

extension AccountsNeighbours {
    static func joined(_ database: Database) -> AccountsNeighbours {
        AccountsNeighbours(
            people: { authority, day in
                try await database.read {
                    try OrganisationSQL.people($0, authority, on: day).map { Named($0.id, $0.name) }
                }
            },
            nodes: { authority, day in
                try await database.read {
                    try OrganisationSQL.nodes($0, authority, within: [.authority], on: day).map {
                        Named($0.id, $0.name, depth: $0.depth)
                    }
                }
            },
            plans: { authority in
                try await database.read {
                    try PlanSQL.titles($0, authority).map { Named($0.id, $0.title) }
                }
            },
            post: { authority, person, day in
                try await database.read { try OrganisationSQL.post(of: person, $0, authority, on: day) ?? "" }
            })
    }
}

extension OrganisationFeature {
    static func joined(_ database: Database) -> OrganisationFeature {
        OrganisationFeature(database: database) { officer, day in
            let scopes = officer.scopes(for: PlansRoute.readers)
            guard !scopes.isEmpty else { return [:] }
            return try await database.read { connection in
                let plans = try PlanSQL.plans(connection, officer.authority, within: scopes, on: day)
                return Dictionary(plans.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
            }
        }
    }
}

extension MeasureFigures {
    static let joined = MeasureFigures(choices: { _, _ in [] }, values: { _, _, _, _ in [:] })
}

extension CaseSources {
    static let joined = CaseSources(
        latest: { connection, authority in
            guard let file = try ReturnFilesSQL.latestAnnexA(connection, authority),
                let annexA = try ReturnFilesSQL.annexA(connection, authority, file.id)
            else { return nil }
            return Latest(file: file.id.rawValue, asAt: file.asAt, annexA: annexA)
        },
        words: { connection, authority in
            Words(
                units: try ReturnFilesSQL.units(connection, authority),
                noWorker: try ReturnFilesSQL.placeholders(connection, authority))
        },
        register: { connection, authority in
            try ReturnFilesSQL.register(connection, authority)?.workers.map {
                Registered(
                    name: $0.name, wholeTime: $0.fullTime, isNewlyQualified: $0.isNewlyQualified ?? false,
                    isAgency: $0.isAgency ?? false)
            }
        })
}

extension ReturnsFeature {
    /// What follows elsewhere when a return changed, for the pages and for the command line alike.
    package static func joined(_ database: Database, keyFile: KeyFile?) -> ReturnsFeature {
        ReturnsFeature(database: database, keyFile: keyFile) { connection, authority, change, now in
            switch change {
            case .loaded, .withdrawn, .mapped: try KeepCases.keep(connection, authority, .joined, at: now)
            case .local: break
            }
        }
    }
}
