import Charts
import Kernel
import Markup
import Sheets
import Site
import Statistics
import Storage

/// One measure over time: what its line says, its numbers, its definition and where it comes from.
extension MeasuresFeature {
    func measure(_ visit: Visit) async throws -> Reply {
        let found = try await measureInQuestion(visit)
        return .page(MeasurePage.page(found, visit))
    }

    /// The measure of the address, for the authority or the unit that the query names.
    func measureInQuestion(_ visit: Visit) async throws -> MeasureInQuestion {
        let officer = try visit.signedInOfficer
        let (sources, today, key) = (sources, visit.today, visit.parameters["measure"] ?? "")
        let asked = visit.query["unit"].isEmpty ? visit.form["unit"] : visit.query["unit"]
        let found = try await database.read { connection in
            try MeasureInQuestion.read(key, asked, sources, officer, connection, on: today)
        }
        guard let found else { throw NotFound() }
        return found
    }
}

/// A measure, of whom it is looked at, and what touches it.
struct MeasureInQuestion: Sendable {
    let reading: MeasureReading
    let node: ID<Node>?
    let series: MeasureSeries
    let units: [(node: ID<Node>, name: String, depth: Int)]
    let missing: [MeasureSources.Missing]
    let findings: [MeasureSources.Finding]
    let proves: [MeasureSources.Proven]
    let workers: [MeasureFigure]
    let said: [(value: MeasureValuesSQL.Value, ended: Instant?, isWithdrawn: Bool)]
    let versions: [MeasureDefinition]
    let sources: MeasureSources

    var definition: MeasureDefinition { reading.definition }
    var shape: MeasureDefinition.Shape { reading.definition.shape }

    /// Nil where there is no such measure, or no unit that this reader may look at.
    static func read(
        _ key: String, _ unit: String, _ sources: MeasureSources, _ officer: Officer,
        _ connection: Connection,
        on today: Day
    ) throws -> MeasureInQuestion? {
        let authority = officer.authority
        let catalogue = try MeasureCatalogue.read(sources, connection, authority)
        guard let definition = catalogue[key] else { return nil }
        let tree = try UnitTree.read(connection, authority)
        let viewer = try MeasureViewer.read(officer, tree, connection, on: today)
        guard viewer.sees(definition) else { return nil }
        let node: ID<Node>? = ID(unit)
        guard unit.isEmpty || node.map({ viewer.seesUnits && tree.version(of: $0, on: today) != nil }) == true
        else { return nil }
        let settings = try MeasureSettingsSQL.settings(connection, authority, of: key)[key]
        // The kinds of one whole are judged together.
        let kinds = catalogue.kinds(with: key)
        let all = Dictionary(
            grouping: try MeasureValuesSQL.values(
                connection, authority, of: viewer.circle == .inner ? [key] : kinds), by: \.figure.measure)
        let values = all[key] ?? []
        let reading = MeasureReading(
            definition, settings ?? MeasureSettings(), values, viewer, tree,
            withheld: MeasureReading.withheld(all, viewer, catalogue, tree)[key])
        let isInner = viewer.circle == .inner
        let latest = values.last { $0.figure.reach == .authority }?.vintage.id
        return MeasureInQuestion(
            reading: reading, node: node, series: reading.series(node),
            units: viewer.seesUnits ? tree.unitsBelowAuthority(on: today) : [],
            missing: try sources.missing(connection, authority, today).filter { $0.measures.contains(key) },
            findings: try sources.findings(connection, authority, key),
            proves: try sources.proves(connection, officer, today, key),
            workers: try latest.map {
                try MeasureValuesSQL.workers(connection, authority, key, of: $0)
            }?.filter {
                guard case .worker(_, let team) = $0.reach else { return false }
                return viewer.seesWorkers || viewer.manages(team)
            } ?? [],
            said: isInner ? try MeasureValuesSQL.said(connection, authority, key, node) : [],
            versions: catalogue.all(of: key), sources: sources)
    }

    var unitName: String? {
        node.map { node in units.first { $0.node == node }?.name ?? "a part that has ended" }
    }

    func link(_ route: MeasuresRoute = .measure) -> String {
        route.link(definition.key, query: Query().with("unit", node?.description ?? ""))
    }

    var crumbs: [Link] { [Link("Measures", MeasuresRoute.list.link())] }
    var crumbsOfForm: [Link] { crumbs + [Link(Markup(definition.name), link())] }
}

enum MeasurePage {
    static func page(_ found: MeasureInQuestion, _ visit: Visit) -> Page {
        let definition = found.definition
        return Page(
            definition.name, section: .measures, breadcrumbs: found.crumbs, facts: facts(found),
            deed: why(found),
            sheet: found.series.points.isEmpty ? nil : sheet(found)
        ) { m in
            guard !found.series.points.isEmpty else {
                m.emptyState(
                    "No figure yet",
                    found.node == nil
                        ? "No return that tells of this measure is in."
                        : "No return tells of this measure for this unit. \(link: "Look at the whole authority", to: MeasuresRoute.measure.link(definition.key))."
                )
                return about(found, visit, &m)
            }
            opening(found, visit, &m)
            chart(found, &m)
            m.div(.class("part")) { m in
                m.columns(.eightFour) { m in
                    numbers(found, &m)
                    byUnit(found, &m)
                    byWorker(found, &m)
                } beside: { m in
                    deeds(found, &m)
                    about(found, visit, &m)
                }
            }
            if found.reading.viewer.circle != .inner { m.note(MeasureWords.hiddenNote) }
        }
    }

    /// The way to ask a manager about the latest figure, for those whom the pages of questions open.
    private static func why(_ found: MeasureInQuestion) -> Link? {
        guard found.reading.viewer.circle == .inner,
            let point = found.series.latest?.point ?? found.series.points.last
        else { return nil }
        let words = MeasureWords.sentence(found.series)
        return found.sources.why(
            MeasureSources.InQuestion(
                measure: found.definition.key, name: found.definition.name, end: point.period.last,
                node: found.node, signal: "\(words.strong) \(words.rest)")
        ).map { Link("Ask why", $0) }
    }

    private static func facts(_ found: MeasureInQuestion) -> [Markup] {
        var facts: [Markup] = [
            "\(found.unitName ?? "The whole authority"), \(MeasureWords.direction(found.reading.direction))"
        ]
        if let owner = found.reading.settings.owner { facts.append("Owner \(strong: owner)") }
        if let last = found.reading.values.max(by: { $0.vintage.asAt < $1.vintage.asAt }) {
            facts.append("Data as at \(last.vintage.asAt.long)")
        }
        if found.versions.count > 1 { facts.append("Definition version \(found.definition.version)") }
        return facts
    }

    // MARK: How it stands

    private static func opening(_ found: MeasureInQuestion, _ visit: Visit, _ m: inout Markup) {
        let series = found.series
        let words = MeasureWords.sentence(series)
        let outlook = MeasureOutlook(found)
        m.columns(.eightFour) { m in
            if let point = series.latest?.point ?? series.points.last {
                let counts =
                    point.isHidden ? "too small to show" : MeasureWords.counts(point, found.shape)
                let words = [counts, MeasureRhythm.words(point.period)].filter { !$0.isEmpty }
                m.figure(
                    MeasureWords.short(point, found.shape), Markup(words.joined(separator: ", ")),
                    symbol: MeasureWords.symbol(series.state))
            }
            m.honestSentence("\(strong: words.strong) \(words.rest) \(outlook.sentence)")
            if !found.missing.isEmpty {
                m.note(
                    "Not sent yet: \(found.missing.map { "\($0.sender), due \($0.due.short)" }.joined(separator: "; "))."
                )
            }
        } beside: { m in
            if !outlook.rows.isEmpty { m.summaryList(outlook.rows) }
        }
    }

    private static func chart(_ found: MeasureInQuestion, _ m: inout Markup) {
        let series = found.series
        let count = series.points.count
        let title = "\(count) \(count == 1 ? series.rhythm.singular : series.rhythm.plural)"
        m.part(Markup(title)) { m in
            let chart = MeasureChart.chart(found)
            m.p(Markup(chart.sentence), .class("chart-sentence"))
            m.controlChart(chart)
            m.note(Markup(MeasureChart.foot(series)))
            let breaks = series.stretches.dropFirst()
            if !breaks.isEmpty {
                m.ul { m in
                    for stretch in breaks {
                        guard let first = stretch.members.first else { continue }
                        m.li(
                            "Limits set anew from \(series.points[first].period.first.long): \(stretch.reason ?? "")"
                        )
                    }
                }
            }
        }
    }

    // MARK: Its numbers

    private static func numbers(_ found: MeasureInQuestion, _ m: inout Markup) {
        let isShare = found.shape == .share
        let series = found.series
        let hasOverdue = series.points.contains { $0.overdue > 0 }
        let vintages = Dictionary(grouping: found.said, by: \.value.figure.period).mapValues(\.count)
        m.part("The numbers", id: "numbers") { m in
            var columns = [Column("Period", .name), Column("Count", .number)]
            if found.shape != .count {
                columns += [Column("Out of", .number), Column(MeasureWords.heading(found.shape), .number)]
            }
            if isShare { columns.append(Column("19 chances in 20", .number)) }
            if hasOverdue { columns.append(Column("Overdue, not done", .number, label: "Overdue")) }
            columns += [Column("Reading"), Column("Note")]
            m.table("The numbers, newest first", dense: true, columns) { rows in
                for (place, point) in series.points.enumerated().reversed() {
                    rows.row { row in
                        row.cell(MeasureRhythm.words(point.period))
                        figures(point, found.shape, &row)
                        if hasOverdue { overdue(found, point, &row) }
                        reading(series, place, &row)
                        note(found, point, vintages[point.period] ?? 1, &row)
                    }
                }
            }
            if isShare {
                m.note(
                    "All cases are counted, so the range of 19 chances in 20 (Wilson) tells how such a process varies, not an error of sampling."
                )
            }
        }
        earlier(found, &m)
    }

    private static func figures(
        _ point: SeriesPoint, _ shape: MeasureDefinition.Shape, _ row: inout RowCells
    ) {
        guard !point.isHidden else {
            for _ in 0..<(shape == .count ? 1 : shape == .share ? 4 : 3) { row.cell("c") }
            return
        }
        row.cell(MeasureWords.whole(point.numerator))
        guard shape != .count else { return }
        row.cell(MeasureWords.whole(point.denominator))
        row.cell { $0.strong(MeasureWords.short(point, shape)) }
        guard shape == .share else { return }
        guard let range = Share(point.numerator, of: point.denominator)?.wilson() else {
            return row.empty("none")
        }
        row.cell(
            "\(Int((range.lower * 100).rounded()))% to \(Int((range.upper * 100).rounded()))%")
    }

    private static func overdue(_ found: MeasureInQuestion, _ point: SeriesPoint, _ row: inout RowCells) {
        let reach: MeasureFigure.Reach = found.node.map { .unit($0) } ?? .authority
        guard let value = found.reading.value(reach, in: point.period) else { return row.empty("none") }
        if found.reading.viewer.hidesOverdue(value.figure, found.reading.withheld) { return row.cell("c") }
        row.cell(MeasureWords.whole(point.overdue))
    }

    private static func reading(_ series: MeasureSeries, _ place: Int, _ row: inout RowCells) {
        guard let stretch = series.stretches.first(where: { $0.members.contains(place) }),
            stretch.footing != .line
        else { return row.empty("not judged") }
        let symbol = MeasureWords.symbol(series.signals[place], series.direction)
        row.cell { $0.tag(symbol, MeasureWords.reading(symbol)) }
    }

    private static func note(
        _ found: MeasureInQuestion, _ point: SeriesPoint, _ vintages: Int, _ row: inout RowCells
    ) {
        var notes: [String] = []
        if point.isHidden { notes.append("too small to show") }
        if point.isPartial { notes.append("not complete: left out of the limits") }
        if vintages > 1 { notes.append("\(vintages) vintages") }
        if notes.isEmpty { row.empty("none") } else { row.cell(notes.joined(separator: "; ")) }
    }

    /// What was said before, for whoever sees figures as they are: a changed figure shows by how many it changed.
    private static func earlier(_ found: MeasureInQuestion, _ m: inout Markup) {
        let old = found.said.filter { $0.ended != nil }
        guard !old.isEmpty else { return }
        m.disclosure("What we said before: \(counted(old.count, "earlier figure"))") { m in
            m.table(
                "Figures that later ones replaced", dense: true,
                [
                    Column("Period", .name), Column("Figure", .number), Column("From"), Column("Said from"),
                    Column("Until"),
                ]
            ) { rows in
                for entry in old {
                    rows.row { row in
                        let figure = entry.value.figure
                        row.cell(MeasureRhythm.words(figure.period))
                        row.cell(
                            [
                                MeasureWords.short(figure, found.shape),
                                MeasureWords.counts(figure, found.shape),
                            ]
                            .filter { !$0.isEmpty }.joined(separator: ", "))
                        row.cell(entry.value.vintage.name)
                        row.cell(entry.value.vintage.computed.inLondon.day.short)
                        row.cell(
                            "\(entry.ended?.inLondon.day.short ?? ""), \(entry.isWithdrawn ? "withdrawn" : "replaced")"
                        )
                    }
                }
            }
        }
    }
}

extension MeasureWords {
    static func reading(_ symbol: Symbol) -> String {
        switch symbol {
        case .improvement: "Improvement"
        case .concern: "Concern"
        case .change: "Change, no good direction"
        default: "Expected range"
        }
    }
}
