import Indicators
import Kernel
import Measures
import Organisation
import Plans
import Returns
import Site
import Statistics
import Storage

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
