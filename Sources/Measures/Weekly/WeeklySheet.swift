import Kernel
import Markup
import Site
import Statistics
import Storage

/// One side of paper for whoever runs a service or an area: its measures, what is overdue, what was not sent, and what
/// is new this week. Who opened it is kept and shown on it.
extension MeasuresFeature {
    /// The sheets that the officer may open.
    func weeklySheets(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let today = visit.today
        let (units, openings) = try await database.read { connection in
            let tree = try UnitTree.read(connection, officer.authority)
            let viewer = try MeasureViewer.read(officer, tree, connection, on: today)
            return (
                WeeklySheet.units(tree, viewer, on: today),
                try WeeklySheetSQL.openings(
                    connection, officer.authority, week: WeeklySheet.weekEnd(of: today))
            )
        }
        return .page(WeeklySheet.list(units, openings, visit))
    }

    func weeklySheet(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let node: ID<Node> = try visit.id("node")
        let (sources, today, now) = (sources, visit.today, visit.now)
        let found = try await database.write(for: officer.authority) { connection -> WeeklySheet.Found? in
            let tree = try UnitTree.read(connection, officer.authority)
            let viewer = try MeasureViewer.read(officer, tree, connection, on: today)
            guard let unit = WeeklySheet.units(tree, viewer, on: today).first(where: { $0.node == node })
            else { return nil }
            let week = WeeklySheet.weekEnd(of: today)
            try WeeklySheetSQL.open(node, week: week, officer, connection, at: now, on: today)
            let below = tree.below([node], on: today)
            return WeeklySheet.Found(
                node: node, name: unit.name, week: week,
                readings: try MeasureReading.all(sources, viewer, tree, connection, officer.authority),
                missing: try sources.missing(connection, officer.authority, today).filter {
                    $0.node.map(below.contains) ?? false
                },
                openings: try WeeklySheetSQL.openings(connection, officer.authority, of: node))
        }
        guard let found else { throw NotFound() }
        return .page(WeeklySheet.page(found, visit))
    }
}

enum WeeklySheet {
    struct Found: Sendable {
        let node: ID<Node>
        let name: String
        let week: Day
        let readings: [MeasureReading]
        let missing: [MeasureSources.Missing]
        let openings: [WeeklySheetSQL.Opening]
    }

    struct Line: Sendable {
        let reading: MeasureReading
        let series: MeasureSeries
        let latest: SeriesPoint
        let overdue: Int?
        /// A rule marks the latest figure, and that figure came in the last seven days.
        let isNew: Bool
    }

    /// The Friday that the week ends on.
    static func weekEnd(of day: Day) -> Day { day.adding(days: (5 - day.weekday + 7) % 7) }

    /// Services, areas and teams whose sheet the reader may open.
    static func units(
        _ tree: UnitTree, _ viewer: MeasureViewer, on day: Day
    ) -> [(node: ID<Node>, name: String, depth: Int)] {
        tree.unitsBelowAuthority(on: day).filter { viewer.circle == .inner || viewer.manages($0.node) }
    }

    static func list(
        _ units: [(node: ID<Node>, name: String, depth: Int)],
        _ openings: [WeeklySheetSQL.Opening], _ visit: Visit
    ) -> Page {
        Page(
            "Weekly sheets", section: .measures,
            facts: ["Week to \(weekEnd(of: visit.today).long)"], tabs: MeasureTabs.weekly(visit)
        ) { m in
            guard !units.isEmpty else {
                return m.emptyState(
                    "No sheet for you", "The sheet of a service, area or team opens for whoever runs it.")
            }
            let opened = Set(openings.map(\.node))
            let unread = units.count { !opened.contains($0.node) }
            m.honestSentence(
                "Of \(strong: counted(units.count, "sheet")), \(strong: unread == 0 ? "all have" : unread == units.count ? "none has" : "\(units.count - unread) \(units.count - unread == 1 ? "has" : "have")") been opened this week."
            )
            m.table("Weekly sheets by unit", [Column("Unit", .name), Column("Opened this week by")]) { rows in
                for unit in units {
                    rows.row { row in
                        row.cell { m in
                            m.add(String(repeating: "– ", count: unit.depth))
                            m.a(unit.name, .href(CompareRoute.sheet.link(unit.node)))
                        }
                        let own = openings.filter { $0.node == unit.node }
                        if own.isEmpty {
                            row.empty("nobody yet")
                        } else {
                            row.cell(
                                own.map { "\($0.name), \($0.at.inLondon.day.short)" }.joined(separator: "; "))
                        }
                    }
                }
            }
        }
    }

    static func lines(_ found: Found, on today: Day) -> [Line] {
        found.readings.compactMap { reading -> Line? in
            let series = reading.series(found.node)
            guard let latest = series.latest?.point ?? series.points.last else { return nil }
            let value = reading.value(.unit(found.node), in: latest.period)
            let overdue = value.flatMap {
                reading.viewer.hidesOverdue($0.figure, reading.withheld) ? nil : latest.overdue
            }
            let isSignal = if case .signal = series.state { true } else { false }
            let came = value?.vintage.taken.inLondon.day
            return Line(
                reading: reading, series: series, latest: latest, overdue: overdue,
                isNew: isSignal && (came.map { today - $0 < 7 } ?? false))
        }
    }

    static func page(_ found: Found, _ visit: Visit) -> Page {
        let lines = lines(found, on: visit.today)
        return Page(
            "Weekly sheet: \(found.name)", section: .measures,
            breadcrumbs: [
                Link("Measures", MeasuresRoute.list.link()),
                Link("Weekly sheets", CompareRoute.sheets.link()),
            ],
            facts: ["Week to \(found.week.long)", "As it stands on \(visit.today.long)"]
        ) { m in
            m.honestSentence(sentence(lines, found))
            signals(lines, &m)
            m.part("Measures") { m in table(lines, found, &m) }
            missing(found, &m)
            opened(found, &m)
        }
    }

    static func sentence(_ lines: [Line], _ found: Found) -> Markup {
        func count(_ key: String) -> Int { lines.count { MeasureWords.signalKey($0.series) == key } }
        func are(_ count: Int) -> String { count == 0 ? "none is" : count == 1 ? "1 is" : "\(count) are" }
        let overdue = lines.filter { ($0.overdue ?? 0) > 0 }.count
        let late =
            overdue == 0
            ? "" : " On \(overdue) \(overdue == 1 ? "measure" : "measures") something is overdue."
        let owed =
            found.missing.isEmpty
            ? " Nothing that was due is missing."
            : " \(counted(found.missing.count, "return")) \(found.missing.count == 1 ? "is" : "are") missing."
        return
            "Of \(strong: counted(lines.count, "measure")) of \(found.name), \(strong: are(count("concern"))) getting worse and \(strong: are(count("improvement"))) improving, beyond what chance would explain.\(late)\(owed)"
    }

    private static func signals(_ lines: [Line], _ m: inout Markup) {
        m.part("New this week") { m in
            let new = lines.filter(\.isNew)
            guard !new.isEmpty else {
                return m.p("No figure that came this week lies beyond what chance would explain.")
            }
            m.ul { m in
                for line in new {
                    let words = MeasureWords.sentence(line.series)
                    m.li { m in
                        m.tag(MeasureWords.symbol(line.series.state))
                        m.add(" \(line.reading.definition.name). \(words.rest)")
                    }
                }
            }
        }
    }

    private static func table(_ lines: [Line], _ found: Found, _ m: inout Markup) {
        guard !lines.isEmpty else { return m.p("No return tells of this unit yet.") }
        m.table(
            "Measures of \(found.name)", dense: true,
            [
                Column("Measure", .name), Column("Latest", .number), Column("Period"),
                Column("Target"), Column("What it says"), Column("Overdue", .number),
            ]
        ) { rows in
            for line in lines {
                rows.row { row in
                    let definition = line.reading.definition
                    row.cell { m in
                        m.a(
                            definition.name,
                            .href(
                                MeasuresRoute.measure.link(
                                    definition.key, query: Query().with("unit", found.node.description))))
                    }
                    let counts = MeasureWords.counts(line.latest, definition.shape)
                    row.cell(
                        line.latest.isHidden
                            ? "too small to show"
                            : [MeasureWords.short(line.latest, definition.shape), counts]
                                .filter { !$0.isEmpty }.joined(separator: ", "))
                    row.cell(MeasureRhythm.words(line.latest.period))
                    let step = MeasureWords.stepAhead(line.reading.settings.steps(found.node), line.series)
                    if let step, let aim = step.aim {
                        row.cell("\(MeasureWords.value(aim, definition.shape)) by \(step.by.short)")
                    } else {
                        row.empty("no target")
                    }
                    row.cell {
                        $0.tag(MeasureWords.symbol(line.series.state), MeasureWords.words(line.series))
                    }
                    if let overdue = line.overdue, overdue > 0 {
                        row.cell(MeasureWords.whole(overdue))
                    } else {
                        row.empty(line.overdue == nil ? "too small to show" : "none")
                    }
                }
            }
        }
    }

    private static func missing(_ found: Found, _ m: inout Markup) {
        m.part("Not sent") { m in
            guard !found.missing.isEmpty else { return m.p("Everything that was due is in.") }
            m.ul { m in
                for owed in found.missing.sorted(by: { $0.due < $1.due }) {
                    m.li { m in
                        if let address = owed.address {
                            m.a(owed.sender, .href(address))
                        } else {
                            m.add(owed.sender)
                        }
                        m.add(", due \(owed.due.long)")
                    }
                }
            }
        }
    }

    private static func opened(_ found: Found, _ m: inout Markup) {
        m.part("Opened by") { m in
            let weeks = Dictionary(grouping: found.openings, by: \.week).sorted { $0.key > $1.key }
            for (week, own) in weeks.prefix(6) {
                let names = own.reversed()
                    .map { "\($0.name) on \($0.at.inLondon.day.long)" }.joined(separator: ", ")
                m.p("Week to \(week.long): opened by \(names)")
            }
        }
    }
}
