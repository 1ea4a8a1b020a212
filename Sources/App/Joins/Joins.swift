import Accounts
import Audits
import Kernel
import Measures
import Organisation
import Plans
import Proof
package import Returns
import Sheets
package import Site
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
            samples: { authority in
                try await database.read {
                    try DrawSQL.open($0, authority).map { Named($0.id, $0.title) }
                }
            },
            post: { authority, person, day in
                try await database.read { try OrganisationSQL.post(of: person, $0, authority, on: day) ?? "" }
            },
            withheld: { connection, officer in
                try Blind.rounds(connection, barring: officer).isEmpty ? [] : Blind.eventKinds
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
    static let joined = MeasureFigures(
        choices: { connection, authority in
            try MeasureOffer.all(.joined, connection, authority).map { offer in
                Choice(
                    key: offer.key, name: offer.name, unit: offer.isShare ? .percent : .number,
                    better: offer.isHigherBetter.map { $0 ? .higher : .lower },
                    rhythm: FigureRhythm(offer.rhythm),
                    steps: offer.steps.map {
                        ProofFacts.Step(by: $0.by, Amount($0.aim), unit: $0.node)
                    })
            }
        },
        values: { connection, authority, keys, moment in
            try MeasureOffer.values(keys, .joined, connection, authority, at: moment).mapValues { values in
                values.compactMap { value in
                    let figure: Figure? =
                        value.isShare
                        ? .share(value.numerator, of: value.denominator)
                        : Amount(value.text).map(Figure.plain)
                    return figure.map {
                        ProofFacts.Value(
                            value.end, $0, source: value.source, vintage: value.vintage, unit: value.node,
                            isWithheld: value.isWithheld)
                    }
                }
            }
        }, page: { MeasuresRoute.measure.link($0) })
}

extension FigureRhythm {
    /// Nil where figures come at no known interval: no gap can be seen then.
    fileprivate init?(_ rhythm: MeasureOffer.Rhythm) {
        switch rhythm {
        case .week: self = .week
        case .month: self = .month
        case .quarter: self = .quarter
        case .year: self = .year
        case .other: return nil
        }
    }
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
    package static func joined(
        _ database: Database, keyFile: KeyFile?,
        log: @escaping @Sendable (RequestRecord) -> Void = { _ in }
    ) -> ReturnsFeature {
        ReturnsFeature(
            database: database, keyFile: keyFile, doers: .joined, actions: .joined, log: log
        ) {
            connection, authority, change, now in
            switch change {
            case .loaded, .withdrawn, .mapped: try KeepCases.keep(connection, authority, .joined, at: now)
            case .local: break
            }
            let what: MeasureCompute.What =
                switch change {
                case .loaded(let file), .withdrawn(let file): .returns("file.\(file)")
                case .mapped: .returns("file")
                case .local(let local): .returns("local.\(local)")
                }
            let outcome = try MeasureCompute.run(what, .joined, connection, authority, at: now)
            try TiedFigures.follow(
                outcome.measures, .joined, connection, authority, at: now,
                on: try connection.today(of: authority, at: now))
        }
    }
}

extension Connection {
    /// The day that it is for the authority: London's, or the example's own.
    func today(of authority: ID<Authority>, at now: Instant) throws -> Day {
        try authorities().first { $0.id == authority }?.exampleToday ?? now.inLondon.day
    }
}

extension ReturnsLine {
    static let joined = ReturnsLine { connection, officer, day in
        let doer = try Doer.of(officer, connection, on: day)
        let reports = doer.reports
        return Standing(
            posts: Set(doer.answersAs.compactMap(\.post)), people: Set(doer.answersAs.compactMap(\.person)),
            reportingPosts: Set(reports.compactMap(\.post)),
            reportingPeople: Set(reports.compactMap(\.person)))
    }
}

extension [OtherWork] {
    /// What returns, questions about figures and audits put into in-trays.
    static let joined: [OtherWork] = [
        { try ReturnsWork.items($0, $1, .joined, on: $2) },
        { try WhyWork.items($0, $1, .joined, on: $2) },
        { try AuditsWork.items($0, $1, on: $2) },
    ]
}

extension ActionPlaces {
    static let joined = ActionPlaces { connection, officer, day, words in
        let scopes = officer.scopes(for: PlansRoute.keepers)
        guard !scopes.isEmpty else { return [] }
        let plans = try PlanSQL.plans(connection, officer.authority, within: scopes, on: day)
        let titles = Dictionary(plans.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
        return try connection.rows(
            """
            SELECT plan, id, reference, title FROM plan_area
            WHERE authority = $1 ORDER BY plan DESC, position
            """, [.id(officer.authority)]
        ) { row -> Place? in
            let plan: ID<PlanRecord> = try row.id(0)
            guard let title = titles[plan] else { return nil }
            let area: ID<AreaRecord> = try row.id(1)
            let name = [try row.textOrNil(2), try row.text(3)].compactMap { $0 }.joined(separator: " ")
            return Place(
                "\(title): \(name)", PlansRoute.newAction.link(plan, area, query: ["text": words]))
        }.compactMap { $0 }
    }
}
