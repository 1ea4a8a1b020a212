import Charts
import Kernel
import Markup
import Site
import Statistics
import Storage

/// What a closed round found, as its reader may see it, with what else the page says.
struct ResultAsRead: Sendable {
    let shown: ShownResult
    /// The counts of the reader's own units, where they manage some and do not see all.
    let own: RoundResult?
    let ownNames: [String]
    let mayKeep: Bool
    /// Closed rounds of the series.
    let rounds: Int
    let outside: [OutsideLine]

    /// Whether some cases are the reader's to see as they are.
    var seesCases: Bool {
        if case .outer = shown.viewer { false } else { !shown.result.round.isPast }
    }
}

extension AuditsFeature {
    /// The result of a closed round for whoever may see it: not found for who is barred, and while it is open.
    static func result(
        _ id: ID<AuditRound>, _ officer: Officer, on today: Day, _ connection: Connection
    ) throws -> ResultAsRead {
        guard let round = try RoundSQL.round(connection, officer.authority, id), round.closedAt != nil,
            round.withdrawn == nil, try !Blind.rounds(connection, barring: officer).contains(id),
            let result = try RoundResultSQL.result(connection, officer.authority, round)
        else { throw NotFound() }
        let tree = try UnitTree.read(connection, officer.authority)
        let viewer = ResultViewer.of(officer, round, in: tree, on: today)
        var own: RoundResult?
        var names: [String] = []
        if case .own(let nodes) = viewer {
            own = try RoundResultSQL.result(connection, officer.authority, result, within: nodes)
            names = nodes.filter { node in
                tree.parent(of: node, on: today).map { !nodes.contains($0) } ?? true
            }
            .map { tree.name($0, on: today) }.sorted()
        }
        return ResultAsRead(
            shown: ShownResult(result, to: viewer, own: own), own: own, ownNames: names,
            mayKeep: tree.isWithin(officer.scopes(for: RoundsRoute.keepers), round.node, on: today),
            rounds: try connection.first(
                """
                SELECT COUNT(*) FROM audit_round WHERE authority = $1 AND series = $2
                    AND closed_at IS NOT NULL AND withdrawn_at IS NULL
                """, [.id(officer.authority), .text(round.series)]
            ) { try $0.int(0) } ?? 1,
            outside: try OutsideLine.read(connection, officer.authority, round.id))
    }

    func roundResult(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let id: ID<AuditRound> = try visit.id("round")
        let today = visit.today
        let (read, units) = try await database.read { connection in
            let read = try AuditsFeature.result(id, officer, on: today, connection)
            return (read, try ResultUnits.read(read, officer, connection))
        }
        try await noteSeen([id], officer, at: visit.now)
        return .page(ResultPage(read: read, units: units).page)
    }

    /// Whoever has seen a result reads the round blind no more, should it be opened again.
    func noteSeen(_ rounds: [ID<AuditRound>], _ officer: Officer, at now: Instant) async throws {
        let new = try await database.read { connection in
            try rounds.filter { try !RoundSeen.has(connection, officer, seen: $0) }
        }
        guard !new.isEmpty else { return }
        try await database.write(for: officer.authority) { connection in
            for round in new { try RoundSeen.note(connection, officer, round, at: now) }
        }
    }
}

/// The page of a result: what a board can read.
struct ResultPage {
    let read: ResultAsRead
    let units: [ResultUnits]

    var shown: ShownResult { read.shown }
    var result: RoundResult { shown.result }
    var round: Round { result.round }

    var page: Page {
        var page = Page(
            round.title, section: .audits, breadcrumbs: [Link("Audits", RoundsRoute.home.link())],
            facts: shown.facts.map { Markup($0) }, tabs: tabs
        ) { m in
            m.honestSentence(shown.opening.markup)
            if let limits { m.note(Markup(limits)) }
            FollowLinks.write(round, follows: read.mayKeep, &m)
            body(&m)
        }
        page.sheet = ResultSheets.standards(shown)
        return page
    }

    private var tabs: [Tab] {
        var tabs = [Tab("Result", ResultsRoute.result.link(round.id), isCurrent: true)]
        if read.rounds > 1 { tabs.append(Tab("Over time", ResultsRoute.overTime.link(round.id))) }
        if read.seesCases { tabs.append(Tab("Cases", ResultsRoute.cases.link(round.id))) }
        if read.mayKeep { tabs.append(Tab("What others found", ResultsRoute.outside.link(round.id))) }
        if read.mayKeep, round.isPast {
            tabs.append(Tab("Take it back", ResultsRoute.askUndoPast.link(round.id)))
        }
        return tabs
    }

    /// What may not be read from it.
    var limits: String? {
        var words: [String] = []
        if ResultBasis(result) == .chosen {
            words.append(
                "These \(result.tool.unit.plural) were \(round.kind == .purposive ? "chosen on purpose" : "not drawn by chance: \(round.kind.chosenWords)"). The counts hold for them alone, so no percentage is shown."
            )
        }
        if shown.withholdsAnything {
            words.append(
                "Numbers of 1 to 5, and those from which one could be worked out, are withheld (–): they could point at a child."
            )
        }
        return words.isEmpty ? nil : words.joined(separator: " ")
    }

    private func body(_ m: inout Markup) {
        if let overall = result.overall, overall.first.contains(where: { $0 > 0 }) {
            let isTwice = overall.second.contains { $0 > 0 }
            m.columns { m in
                if isTwice { matrix(overall, &m) } else { distribution(overall, &m) }
            } beside: { m in
                if isTwice { lean(overall, &m) }
                good(overall, &m)
            }
        }
        m.columns { m in
            standards(&m)
            counts(&m)
        } beside: { m in
            safety(&m)
            trust(&m)
        }
        unitParts(&m)
        agreementPart(&m)
        outside(&m)
        files(&m)
    }

    private func matrix(_ overall: RoundResult.Answered, _ m: inout Markup) {
        let grades = overall.answers.indices.filter { overall.answers[$0].isGood != nil }
        m.part(
            "\(round.first.leg) grade against second grade",
            note: "\(result.tool.unit.plural.capitalisedFirst). The outlined diagonal is agreement."
        ) { m in
            m.agreementMatrix(
                AgreementMatrix(
                    grades: grades.map {
                        let words = overall.answers[$0].words
                        return (words, AgreementMatrix.short(words))
                    }, cells: grades.map { row in grades.map { shown[overall, .pair(row, $0)] } },
                    rowTotals: grades.map { total(overall, .first, $0, grades) },
                    columnTotals: grades.map { total(overall, .second, $0, grades) },
                    total: shown[overall, .judgedByBoth], first: "\(round.first.leg) grade",
                    second: round.isPast ? "Second grade" : "Second grade, blind",
                    caption: "\(round.first.leg) grades of the same cases beside second grades"))
        }
    }

    /// The total of a row or a column; not where it holds cases that do not apply to the other reader.
    private func total(
        _ overall: RoundResult.Answered, _ leg: Leg, _ place: Int, _ grades: [Int]
    ) -> Int? {
        grades.count == overall.answers.count
            ? shown[overall, .ofBoth(leg, place)]
            : grades.reduce(Int?.some(0)) { sum, other in
                let cell: ResultCount = leg == .first ? .pair(place, other) : .pair(other, place)
                guard let sum, let count = shown[overall, cell] else { return nil }
                return sum + count
            }
    }

    private func distribution(_ overall: RoundResult.Answered, _ m: inout Markup) {
        m.part("Grades", note: "As \(round.first.graders.lowercased()) gave them.") { m in
            m.list(
                overall.answers.enumerated().map { place, answer in
                    (answer.words, nil, shown[overall, .answer(.first, place)])
                })
        }
    }

    private func lean(_ overall: RoundResult.Answered, _ m: inout Markup) {
        m.part("Which way they differ") { m in
            let same = shown.share(overall, .same, of: .judgedByBoth)
            let percent = ResultBasis(result) == .chosen ? nil : same?.percentage().map { ", \($0)%" }
            m.leanBar(
                kinder: shown[overall, .kinder], same: shown[overall, .same],
                harder: shown[overall, .harder], sameNote: "the same\(percent ?? "")",
                words: ("kinder", "harder"))
            m.note(Markup(ResultStatistics(shown, overall).direction.joined(separator: " ")))
        }
    }

    private func good(_ overall: RoundResult.Answered, _ m: inout Markup) {
        m.part("\(shown.goodWords.capitalisedFirst)") { m in
            var bars: [IntervalBars.Bar] = []
            var notes: [String] = []
            for leg in Leg.allCases where overall.counts(leg).contains(where: { $0 > 0 }) {
                let name = leg == .first ? round.first.leg.lowercased() : "second"
                let share = shown.share(overall, .good(leg), of: .judged(leg))
                let estimate = ResultEstimate(shown, overall, leg)
                bars.append(
                    IntervalBars.Bar(
                        figure: estimate?.percentage ?? share.map { "\($0.count)" } ?? "–", name: name,
                        counts: share.map { "\($0.count) of \($0.total)" } ?? "withheld",
                        value: estimate?.value,
                        interval: estimate?.interval.map {
                            $0.capped(to: 0...1).lower...$0.capped(to: 0...1).upper
                        }, isStrong: leg == .second))
                if let note = estimate.flatMap({ ResultPage.words($0, name, result) }) { notes.append(note) }
            }
            m.intervalBars(IntervalBars(bars))
            for note in notes { m.note(Markup(note)) }
        }
    }

    /// Where the true share lies, in a sentence; nil where nothing can be said.
    static func words(_ estimate: ResultEstimate, _ name: String, _ result: RoundResult) -> String? {
        guard let reach = estimate.reach else { return nil }
        let unit = result.tool.unit.plural
        switch estimate.method {
        case .process:
            return
                "\(name.capitalisedFirst): every case was asked for, so nothing was drawn. The band, \(reach), says how far such a share varies by chance from one such year of work to another."
        case .wilson:
            return "\(name.capitalisedFirst): the true share lies between \(reach), 19 chances in 20."
        case .exact(let range, let population):
            return
                "\(name.capitalisedFirst): the true share lies between \(reach), 19 chances in 20: \(range.lowerBound) to \(range.upperBound) of all \(population) \(unit)."
        case .weighted:
            return
                "\(name.capitalisedFirst): each part weighs what it holds, and the true share lies between \(reach), 19 chances in 20."
        }
    }
}

extension Markup {
    /// Counts in lines; nil for one that is withheld.
    mutating func list(_ lines: [(words: String, note: String?, count: Int?)]) {
        ul(.class("count-list")) { m in
            for line in lines {
                m.li { m in
                    m.span(line.words)
                    m.strong { m in if let count = line.count { m.add(count) } else { m.nothing("withheld") }
                    }
                    if let note = line.note { m.span(note, .class("note")) }
                }
            }
        }
    }
}
