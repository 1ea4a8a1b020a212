import Charts
import Kernel
import Markup
import Sheets
import Site
import Statistics
import Storage
import Timescales

/// Every measure with its latest figure, what it says, how old its data is and who has not sent: `GET /measures`.
extension MeasuresFeature {
    func measures(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let (sources, today) = (sources, visit.today)
        let (readings, viewer, tree, missing) = try await database.read { connection in
            let tree = try UnitTree.read(connection, officer.authority)
            let viewer = try MeasureViewer.read(officer, tree, connection, on: today)
            return (
                try MeasureReading.all(sources, viewer, tree, connection, officer.authority), viewer, tree,
                try sources.missing(connection, officer.authority, today)
            )
        }
        let units = viewer.seesUnits ? tree.unitsBelowAuthority(on: today) : []
        let unit =
            visit.query["unit"].isEmpty ? nil : units.first { $0.node.description == visit.query["unit"] }
        guard visit.query["unit"].isEmpty || unit != nil else { throw NotFound() }
        return .page(
            MeasuresPage.page(readings, units, unit.map { ($0.node, $0.name) }, missing, viewer, visit))
    }
}

enum MeasuresPage {
    /// One row of the list.
    struct Line: Sendable {
        let reading: MeasureReading
        let series: MeasureSeries
        let missing: [String]

        var last: SeriesPoint? { series.points.last }
        var shape: MeasureDefinition.Shape { reading.definition.shape }
    }

    static func page(
        _ readings: [MeasureReading], _ units: [(node: ID<Node>, name: String, depth: Int)],
        _ unit: (node: ID<Node>, name: String)?, _ missing: [MeasureSources.Missing],
        _ viewer: MeasureViewer, _ visit: Visit
    ) -> Page {
        let all = readings.map { reading in
            Line(
                reading: reading, series: reading.series(unit?.node),
                missing: missing.filter { owed in
                    owed.measures.contains(reading.definition.key)
                        && (unit.map { owed.node == $0.node } ?? true)
                }.map(\.sender))
        }.filter { !$0.series.points.isEmpty }
        let family = visit.query["family"]
        let signal = visit.query["signal"]
        let shown = all.filter { line in
            (family.isEmpty || line.reading.definition.family == family)
                && (signal.isEmpty || MeasureWords.signalKey(line.series) == signal)
        }
        return Page(
            "Measures", section: .measures,
            facts: [
                Markup(unit.map { "Of \($0.name)" } ?? "Of the whole authority"),
                "As they stand on \(visit.today.long)",
            ], tabs: MeasureTabs.all(visit),
            sheet: all.isEmpty ? nil : sheet(shown, of: all.count, unit?.name)
        ) { m in
            guard !all.isEmpty else {
                return m.emptyState(
                    "No figure yet",
                    "Each measure will stand here with its latest figure, its target and what its line says, once a return is in."
                )
            }
            m.honestSentence(sentence(all, missing.count, of: unit?.node))
            filters(all, units, visit, &m)
            m.listCount(
                shown: shown.count, of: all.count, all.count == 1 ? "measure" : "measures",
                clear: MeasuresRoute.list.link())
            table(shown, unit?.node, visit, &m)
            if viewer.circle != .inner { m.note(MeasureWords.hiddenNote) }
        }
    }

    static func sentence(_ lines: [Line], _ missing: Int, of unit: ID<Node>? = nil) -> Markup {
        func count(_ key: String) -> Int { lines.count { MeasureWords.signalKey($0.series) == key } }
        /// The number with its words, leading to the list of them.
        func link(_ key: String, _ words: String) -> Markup {
            let query = Query().with("unit", unit?.description ?? "").with("signal", key)
            return count(key) == 0
                ? Markup(words) : "\(link: Markup(words), to: MeasuresRoute.list.link(query: query))"
        }
        func are(_ key: String, _ words: String) -> Markup {
            let count = count(key)
            return link(key, (count == 0 ? "none is" : count == 1 ? "1 is" : "\(count) are") + words)
        }
        let (still, change, few) = (count("expected"), count("change"), count("few"))
        var rest: Markup = ""
        if still > 0 {
            rest.add(" \(link("expected", "\(still) \(still == 1 ? "shows" : "show") no real change")).")
        }
        if change > 0 { rest.add(" \(link("change", "\(change) changed")) with no good direction.") }
        if few > 0 {
            rest.add(" \(link("few", "\(few) \(few == 1 ? "has" : "have") too few figures to judge")).")
        }
        let owed =
            missing == 0 ? "" : " \(counted(missing, "return")) \(missing == 1 ? "is" : "are") missing."
        return
            "Of \(strong: counted(lines.count, "measure")), \(are("concern", " getting worse")) and \(are("improvement", " improving")), beyond what chance would explain.\(rest)\(owed)"
    }

    private static func filters(
        _ lines: [Line], _ units: [(node: ID<Node>, name: String, depth: Int)], _ visit: Visit,
        _ m: inout Markup
    ) {
        let entry = visit.query.entry()
        let isActive = ["unit", "family", "signal"].contains { !visit.query[$0].isEmpty }
        m.filterBar(to: MeasuresRoute.list.link(), "Show measures", isActive: isActive) { m in
            if !units.isEmpty {
                m.select(
                    "unit", "Unit",
                    [Choice("", "The whole authority")]
                        + units.map {
                            Choice($0.node.description, String(repeating: "– ", count: $0.depth) + $0.name)
                        }, in: entry)
            }
            var families: [String] = []
            for line in lines where families.last != line.reading.definition.family {
                families.append(line.reading.definition.family)
            }
            m.select(
                "family", "Family", [Choice("", "All")] + families.map { Choice($0, $0) }, in: entry)
            m.select(
                "signal", "What it says",
                [Choice("", "Anything")] + MeasureWords.signalKeys.map { Choice($0.key, $0.words) }, in: entry
            )
        }
    }

    private static func table(_ lines: [Line], _ unit: ID<Node>?, _ visit: Visit, _ m: inout Markup) {
        m.table(
            "Measures by family",
            [
                Column("Measure", .name), Column("Latest", .number), Column("Target"), Column("Over time"),
                Column("Data"),
            ]
        ) { rows in
            var family = ""
            for line in lines {
                let definition = line.reading.definition
                if definition.family != family {
                    family = definition.family
                    let count = lines.count { $0.reading.definition.family == family }
                    rows.group("", Markup(family), note: Markup("\(count)"))
                }
                rows.row { row in
                    row.cell { m in
                        m.a(
                            definition.name,
                            .href(
                                MeasuresRoute.measure.link(
                                    definition.key, query: Query().with("unit", unit?.description ?? ""))))
                        if let owner = line.reading.settings.owner { m.note("\(owner)") }
                    }
                    row.cell { latest(line, &$0) }
                    row.cell { target(line, unit, &$0) }
                    row.cell {
                        $0.sparkline(
                            line.series.points.indices.map {
                                line.series.points[$0].isPartial ? nil : line.series.value($0)
                            },
                            reading: MeasureWords.symbol(line.series.state), MeasureWords.words(line.series))
                    }
                    row.cell { data(line, visit, &$0) }
                }
            }
        }
    }

    private static func latest(_ line: Line, _ m: inout Markup) {
        guard let point = line.series.latest?.point ?? line.last else { return m.nothing("no figure") }
        if point.isHidden { return m.add("too small to show") }
        m.strong(MeasureWords.short(point, line.shape))
        let counts = MeasureWords.counts(point, line.shape)
        if !counts.isEmpty { m.note(Markup(counts)) }
        m.note("\(MeasureRhythm.words(point.period))")
        if let last = line.last, last.isPartial, last.period.last > point.period.last {
            m.note("\(MeasureRhythm.words(last.period)) is not complete yet")
        }
    }

    private static func target(_ line: Line, _ unit: ID<Node>?, _ m: inout Markup) {
        let steps = line.reading.settings.steps(unit)
        guard let step = MeasureWords.stepAhead(steps, line.series) else { return m.nothing("no target") }
        guard let aim = step.aim else { return m.add(step.rule?.words ?? "") }
        m.add("\(MeasureWords.value(aim, line.shape)) by \(step.by.short)")
        if let (place, _) = line.series.latest, let value = line.series.value(place),
            let words = MeasureWords.against(aim, value, line.reading.direction)
        {
            m.note("\(words)")
        }
    }

    private static func data(_ line: Line, _ visit: Visit, _ m: inout Markup) {
        if let last = line.reading.values.max(by: { $0.vintage.asAt < $1.vintage.asAt }) {
            m.add(last.vintage.asAt.short)
            m.note("\(MeasureWords.age(of: last.vintage.asAt, on: visit.today))")
        }
        if !line.missing.isEmpty { m.note("not sent: \(line.missing.sorted().joined(separator: ", "))") }
    }

    private static func sheet(_ lines: [Line], of total: Int, _ unit: String?) -> Sheet {
        let note = [
            unit.map { "Of \($0)" }, lines.count == total ? nil : "\(lines.count) of \(total) measures",
        ].compactMap { $0 }.joined(separator: "; ")
        return Sheet(
            "Measures", note: note.isEmpty ? nil : note,
            columns: [
                Sheet.Column("Family", width: 22), Sheet.Column("Measure", width: 44),
                Sheet.Column("Period", width: 18), Sheet.Column("Count", .number),
                Sheet.Column("Out of", .number), Sheet.Column("Value", .number),
                Sheet.Column("What it says", width: 22), Sheet.Column("Target", width: 22),
                Sheet.Column("Data as at", .day), Sheet.Column("Not sent", width: 24),
            ]
        ) {
            lines.map { line in
                let point = line.series.latest?.point ?? line.last
                let shown = point.flatMap { $0.isHidden ? nil : $0 }
                let step = line.reading.settings.steps(nil).last
                return [
                    .text(line.reading.definition.family), .text(line.reading.definition.name),
                    .init(point.map { MeasureRhythm.words($0.period) }), .init(shown?.numerator),
                    .init(line.shape == .count ? nil : shown?.denominator),
                    point?.isHidden == true
                        ? .text("too small to show")
                        : .init(shown?.value(line.shape).map { ($0 * 10).rounded() / 10 }),
                    .text(MeasureWords.words(line.series)),
                    .init(
                        step.flatMap { step in
                            step.aim.map { "\(MeasureWords.value($0, line.shape)) by \(step.by.short)" }
                        }),
                    .init(line.reading.values.map(\.vintage.asAt).max()),
                    .init(line.missing.sorted().joined(separator: ", ")),
                ]
            }
        }
    }
}

extension MeasureWords {
    static let hiddenNote: Markup =
        "Counts of 1 to 5, shares that would give one away, and what could be subtracted to find one are not shown here."

    static let signalKeys: [(key: String, words: String)] = [
        ("concern", "Getting worse"), ("improvement", "Improving"), ("change", "A change"),
        ("expected", "No real change"), ("few", "Too few to judge"),
    ]

    static func signalKey(_ series: MeasureSeries) -> String {
        switch series.state {
        case .nothing, .tooFew: "few"
        case .expected: "expected"
        case .signal(_, .improvement): "improvement"
        case .signal(_, .concern): "concern"
        case .signal(_, .neutral): "change"
        }
    }

    /// The step that comes next after the latest figure, else the last.
    static func stepAhead(
        _ steps: [MeasureSettings.Target], _ series: MeasureSeries
    ) -> MeasureSettings.Target? {
        let day = series.latest?.point.period.last
        return steps.first { step in day.map { step.by > $0 } ?? true } ?? steps.last
    }

    /// `reached`, `7 points short`; nil where no direction is good.
    static func against(_ aim: Double, _ value: Double, _ direction: Direction) -> String? {
        switch direction {
        case .neutral: nil
        case .up: value >= aim ? "reached" : "not reached"
        case .down: value <= aim ? "reached" : "not reached"
        }
    }

    /// `2 working days old`.
    static func age(of day: Day, on today: Day) -> String {
        guard today > day else { return "of today" }
        let days = WorkingDays.between(day, today)
        return days == 0 ? "of the last working day" : "\(counted(days, "working day")) old"
    }
}

/// The section's own pages.
enum MeasureTabs {
    static func all(_ visit: Visit) -> [Tab] { tabs(visit, here: MeasuresRoute.list.link()) }
    static func compare(_ visit: Visit) -> [Tab] { tabs(visit, here: CompareRoute.compare.link()) }
    static func weekly(_ visit: Visit) -> [Tab] { tabs(visit, here: CompareRoute.sheets.link()) }

    private static func tabs(_ visit: Visit, here: String) -> [Tab] {
        var pages = [
            ("All measures", MeasuresRoute.list.link()), ("Compare", CompareRoute.compare.link()),
        ]
        if visit.officer?.holds(CompareRoute.managers) == true {
            pages.append(("Weekly sheets", CompareRoute.sheets.link()))
        }
        return pages.map { Tab($0.0, $0.1, isCurrent: $0.1 == here) }
    }
}
