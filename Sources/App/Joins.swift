import Accounts
import Kernel
import Measures
import Organisation
import Plans
import Sheets
import Site
import Storage

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
        latest: { _, _ in nil }, words: { _, _ in Words() }, register: { _, _ in nil })
}
