import Accounts
import Indicators
import Kernel
import Measures
import Organisation
import Plans
import Proof
package import Returns
import Sheets
package import Site
import Statistics
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

extension MeasureSources {
    /// What the files and the local returns tell measures.
    static let joined = MeasureSources(
        taken: { connection, authority, prefix, now in
            var taken: [Taken] = []
            if prefix?.hasPrefix("local") != true { taken += try files(connection, authority) }
            if prefix?.hasPrefix("file") != true {
                let local = prefix.flatMap { ID<LocalReturn>(String($0.dropFirst("local.".count))) }
                taken += try localReturns(connection, authority, only: local, at: now)
            }
            return taken
        },
        content: { connection, authority, key in
            guard let id = ID<ReturnFile>(String(key.dropFirst("file.".count))),
                let file = try ReturnFilesSQL.file(connection, authority, id)
            else { return nil }
            let words = CaseSources.Words(
                units: try ReturnFilesSQL.units(connection, authority, on: file.asAt),
                noWorker: try ReturnFilesSQL.placeholders(connection, authority))
            switch file.kind {
            case .annexA:
                return try ReturnFilesSQL.annexA(connection, authority, id).map { .annexA($0, words) }
            case .cinCensus:
                return try ReturnFilesSQL.census(connection, authority, id).map { .census($0, words) }
            }
        },
        definitions: { connection, authority in
            try LocalReturnsSQL.series(connection, authority, on: Day(number: 0)).flatMap(definitions)
        },
        missing: { connection, authority, today in
            try missing(connection, authority, on: today)
        },
        findings: { connection, authority, measure in
            try findings(connection, authority, measure)
        },
        page: { key in
            let parts = key.split(separator: ".").map(String.init)
            if parts.count == 2, parts[0] == "file" { return FilesRoute.file.link(parts[1]) }
            guard parts.count == 3, parts[0] == "local" else { return nil }
            return LocalRoute.period.link(parts[1], parts[2])
        },
        why: { figure in
            WhyRoute.askLink(
                AskWhy.Figure(
                    measure: figure.measure, name: figure.name, periodEnd: figure.end, node: figure.node,
                    signal: figure.signal))
        },
        proves: { connection, officer, today, measure in
            try MeasuredCriterion.of(measure, officer, connection, on: today).map {
                Proven($0.text, plan: $0.plan, $0.symbol, address: $0.address)
            }
        })

    /// Who has not sent a local return for the last period that was due, with the measures that wait for it.
    private static func missing(
        _ connection: Connection, _ authority: ID<Authority>, on today: Day
    ) throws -> [Missing] {
        struct Owed: Hashable {
            let local: ID<LocalReturn>
            let node: ID<Node>
        }
        var owed: [Owed: (due: Day, name: String, measures: Set<String>)] = [:]
        for series in try LocalReturnsSQL.series(
            connection, authority, from: today.adding(days: -400), on: today)
        {
            guard let missing = series.missing, missing.due < today else { continue }
            for node in missing.nodes {
                let key = Owed(local: series.returnID, node: node)
                owed[key, default: (missing.due, series.returnName, [])].measures.insert(series.key)
            }
        }
        guard !owed.isEmpty else { return [] }
        let names = Dictionary(
            try OrganisationSQL.nodes(connection, authority, within: [.authority], on: today)
                .map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        return owed.map { key, value in
            Missing(
                "\(names[key.node] ?? "a part that has ended"): \(value.name)", node: key.node,
                of: value.measures, due: value.due, address: LocalRoute.local.link(key.local))
        }.sorted { ($0.due, $0.sender) < ($1.due, $1.sender) }
    }

    /// What the rules found in the latest Annex A, in the list that the indicator's family is counted from: their ids
    /// name it, as `AA.dates.order.assessment` does.
    private static func findings(
        _ connection: Connection, _ authority: ID<Authority>, _ measure: String
    ) throws -> [Finding] {
        guard let family = Indicators.definitions.first(where: { $0.id.key == measure })?.family,
            let file = try ReturnFilesSQL.latestAnnexA(connection, authority)
        else { return [] }
        let words: [String]
        switch family {
        case .frontDoor: words = ["contact", "help", "referral"]
        case .assessment: words = ["assessment"]
        case .conference: words = ["enquir", "conference", "s47"]
        case .protection: words = ["protection", "plan"]
        case .need: words = ["need", "worker", "team"]
        case .care: words = ["care", "placement", "missing"]
        case .leavers: words = ["leaver"]
        }
        return try ReturnFilesSQL.findings(connection, authority, file.id).filter { found in
            found.count > 0 && words.contains { found.rule.lowercased().contains($0) }
        }.map { Finding($0.title, count: $0.count) }
    }

    private static func files(_ connection: Connection, _ authority: ID<Authority>) throws -> [Taken] {
        try ReturnFilesSQL.all(connection, authority).map { file in
            Taken(
                key: "file.\(file.id)", name: "\(file.kind.words) as at \(file.asAt.long)", asAt: file.asAt,
                at: file.loadedAt, withdrawn: file.withdrawal?.at, weight: file.kind == .annexA ? 0 : 1)
        }
    }

    /// One for each period of each local return.
    private static func localReturns(
        _ connection: Connection, _ authority: ID<Authority>, only: ID<LocalReturn>?, at now: Instant
    ) throws -> [Taken] {
        let today = try connection.today(of: authority, at: now)
        let root = try connection.first(
            "SELECT node FROM node_version WHERE authority = $1 AND kind = 'authority' LIMIT 1",
            [.id(authority)]
        ) { try $0.id(0) as ID<Node> }
        var byPeriod: [String: Taken] = [:]
        for series in try LocalReturnsSQL.series(connection, authority, only: only, on: today) {
            for value in series.values {
                let key = "local.\(series.returnID).\(value.period.last)"
                var taken =
                    byPeriod[key]
                    ?? Taken(
                        key: key, name: "\(series.returnName), \(value.period.last.long)",
                        asAt: value.period.last, at: value.vintage, figures: [])
                taken.at = max(taken.at, value.vintage)
                taken.figures?.append(
                    MeasureFigure(
                        series.key,
                        version: 1 + series.breaks.count { $0.day <= value.period.last },
                        value.node == root ? .authority : .unit(value.node), value.period, value.count,
                        of: value.base ?? 0, isPartial: !value.isComplete))
                byPeriod[key] = taken
            }
        }
        return byPeriod.values.sorted { $0.key < $1.key }
    }

    private static func definitions(_ series: LocalSeries) -> [MeasureDefinition] {
        (0...series.breaks.count).map { index in
            let shape: MeasureDefinition.Shape =
                switch series.shape {
                case .share: .share
                case .count: .count
                case .ratio: .mean
                }
            let because = index == 0 ? "" : " \(series.breaks[index - 1].reason)."
            return MeasureDefinition(
                series.key, version: index + 1, name: series.name, family: series.returnName,
                question: series.definition, numerator: series.name, denominator: series.ofWords,
                shape: shape,
                direction: series.better == .higher ? .up : series.better == .lower ? .down : .neutral,
                unit: series.unit, basis: "Local return: \(series.returnName).\(because)",
                isInnerOnly: series.isInnerOnly)
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
    /// What returns and questions about figures put into in-trays.
    static let joined: [OtherWork] = [
        { try ReturnsWork.items($0, $1, .joined, on: $2) },
        { try WhyWork.items($0, $1, .joined, on: $2) },
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
