import Kernel
import Markup
import Sheets
import Site
import Statistics
import Storage

/// Published figures beside those of neighbours and England, by year: never beside this month's.
extension MeasuresFeature {
    func compare(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let sources = sources
        let mayLoad = officer.scopes(for: MeasuresRoute.keepers).contains(.authority)
        let (figures, catalogue, settings, uploads) = try await database.read { connection in
            (
                try CompareSQL.figures(connection, officer.authority),
                try MeasureCatalogue.read(sources, connection, officer.authority),
                try MeasureSettingsSQL.settings(connection, officer.authority),
                try CompareSQL.uploads(connection, officer.authority)
            )
        }
        let lines = Comparison.all(figures).compactMap { comparison -> ComparePage.Line? in
            guard let definition = catalogue[comparison.measure] else { return nil }
            return ComparePage.Line(
                comparison: comparison, definition: definition,
                direction: settings[comparison.measure]?.direction ?? definition.direction)
        }
        return .page(ComparePage.page(lines, uploads, mayLoad: mayLoad, visit))
    }
}

enum ComparePage {
    struct Line: Sendable {
        let comparison: Comparison
        let definition: MeasureDefinition
        let direction: Direction

        var neighbours: [Double] { comparison.neighbours.map(\.value) }
        var median: Double? { Quantile.median(neighbours) }
        var quartile: Double? { Quantile.betterQuartile(of: neighbours, direction) }

        func words(_ value: Double?) -> String? {
            value.map { value in
                let tenths = (value * 10).rounded() / 10
                let text =
                    tenths == tenths.rounded() ? MeasureWords.whole(Int(tenths)) : Markup.number(tenths)
                return definition.shape == .share ? "\(text)%" : text
            }
        }

        /// `6th of 11`, the best first.
        var rank: String? {
            comparison.rank(direction).map { "\($0.place) of \($0.of)" }
        }

        /// Whether our own published figure is at least as good as the neighbours' median.
        var isBehind: Bool? {
            guard let own = comparison.own?.value, let median, direction != .neutral else { return nil }
            return direction == .up ? own < median : own > median
        }
    }

    static func page(_ all: [Line], _ uploads: [CompareSQL.Upload], mayLoad: Bool, _ visit: Visit) -> Page {
        let measure = visit.query["measure"]
        let year = visit.query["year"]
        var newest: [String: String] = [:]
        for line in all {
            newest[line.definition.key] = max(newest[line.definition.key] ?? "", line.comparison.year)
        }
        // Each measure's latest year, unless a year or one measure is asked for.
        let shown = all.filter { line in
            (measure.isEmpty || line.definition.key == measure)
                && (year.isEmpty
                    ? !measure.isEmpty || line.comparison.year == newest[line.definition.key]
                    : line.comparison.year == year)
        }
        return Page(
            "Compare", section: .measures, facts: ["Published figures, each with its year"],
            deed: mayLoad ? Link("Load others' figures", CompareRoute.load.link()) : nil,
            tabs: MeasureTabs.compare(visit), sheet: shown.isEmpty ? nil : sheet(shown)
        ) { m in
            guard !all.isEmpty else {
                return m.emptyState(
                    "Nothing to compare with yet",
                    "What neighbours and England publish will stand here, each with its year, once it is loaded from a CSV file.",
                    begin: mayLoad ? Link("Load others' figures", CompareRoute.load.link()) : nil)
            }
            m.honestSentence(sentence(shown))
            filters(all, visit, &m)
            m.listCount(
                shown: shown.count, of: measure.isEmpty && year.isEmpty ? shown.count : all.count,
                all.count == 1 ? "comparison" : "comparisons", clear: CompareRoute.compare.link())
            table(shown, &m)
            if !measure.isEmpty { for line in shown { set(line, &m) } }
            m.note(
                "Our own figure is not in the set. Median and quartile are of the neighbours alone, inclusive (type 7, as QUARTILE.INC of a spreadsheet); where lower is better the better quartile is the lower one. Published figures lag 6 to 18 months: they are not of the same period as the pages of measures."
            )
            if mayLoad { loaded(uploads, visit, &m) }
        }
    }

    static func sentence(_ lines: [Line]) -> Markup {
        let judged = lines.compactMap(\.isBehind)
        guard !judged.isEmpty else {
            return
                "Of \(strong: counted(lines.count, "comparison")), none has a figure of ours with a good direction to set beside the neighbours."
        }
        let behind = judged.count { $0 }
        return
            "On \(strong: "\(behind == judged.count ? "none" : "\(judged.count - behind)") of \(judged.count)") we publish a figure at least as good as the median of our neighbours; on \(strong: "\(behind)") it is worse."
    }

    private static func filters(_ lines: [Line], _ visit: Visit, _ m: inout Markup) {
        let entry = visit.query.entry()
        let isActive = !visit.query["measure"].isEmpty || !visit.query["year"].isEmpty
        m.filterBar(to: CompareRoute.compare.link(), "Show comparisons", isActive: isActive) { m in
            var seen: Set<String> = []
            let measures = lines.filter { seen.insert($0.definition.key).inserted }
                .sorted { $0.definition.name < $1.definition.name }
            m.select(
                "measure", "Measure",
                [Choice("", "All")] + measures.map { Choice($0.definition.key, $0.definition.name) },
                in: entry)
            let years = Set(lines.map(\.comparison.year)).sorted(by: >)
            m.select(
                "year", "Year", [Choice("", "The latest of each")] + years.map { Choice($0, $0) }, in: entry)
        }
    }

    private static func table(_ lines: [Line], _ m: inout Markup) {
        m.table(
            "Measures beside neighbours and England",
            [
                Column("Measure", .name), Column("Year", .short), Column("Ours", .number),
                Column("Neighbours' median", .number), Column("Better quartile", .number),
                Column("England", .number), Column("Rank"),
            ]
        ) { rows in
            for line in lines {
                rows.row { row in
                    row.cell { m in
                        m.a(
                            line.definition.name,
                            .href(
                                CompareRoute.compare.link(query: Query().with("measure", line.definition.key))
                            ))
                        m.note("\(MeasureWords.direction(line.direction))")
                    }
                    row.cell(line.comparison.year)
                    cell(line.words(line.comparison.own?.value), "not published", &row)
                    cell(line.words(line.median), "no neighbours", &row)
                    cell(line.words(line.quartile), "none", &row)
                    cell(line.words(line.comparison.england?.value), "not loaded", &row)
                    if let rank = line.rank {
                        row.cell { m in
                            m.add(rank)
                            if let isBehind = line.isBehind {
                                m.note(isBehind ? "worse than the median" : "as good as the median or better")
                            }
                        }
                    } else {
                        row.empty("not ranked")
                    }
                }
            }
        }
    }

    private static func cell(_ words: String?, _ nothing: String, _ row: inout RowCells) {
        if let words { row.cell(words) } else { row.empty(nothing) }
    }

    /// The set itself, by name: a league is not what it is for.
    private static func set(_ line: Line, _ m: inout Markup) {
        let comparison = line.comparison
        m.part(
            "\(comparison.name), \(comparison.year)",
            note: Markup("\(comparison.source). \(counted(comparison.neighbours.count, "neighbour"))")
        ) { m in
            m.table(
                "The set in \(comparison.year)", dense: true,
                [Column("Authority", .name), Column("Figure", .number), Column("Counts", .number)]
            ) { rows in
                let others = comparison.neighbours.sorted { $0.who < $1.who }
                for figure in [comparison.own, comparison.england].compactMap({ $0 }) + others {
                    rows.row { row in
                        row.cell(figure.kind == .own ? "\(figure.who) (ours, not in the set)" : figure.who)
                        row.cell(line.words(figure.value) ?? "")
                        if let count = figure.numerator, let base = figure.denominator {
                            row.cell("\(MeasureWords.whole(count)) of \(MeasureWords.whole(base))")
                        } else {
                            row.empty("not published")
                        }
                    }
                }
            }
        }
    }

    private static func loaded(_ uploads: [CompareSQL.Upload], _ visit: Visit, _ m: inout Markup) {
        m.disclosure("What was loaded: \(counted(uploads.count, "file"))") { m in
            for upload in uploads {
                m.p("\(upload.words), loaded \(upload.at.inLondon.day.long)")
                m.form(to: CompareRoute.withdraw.link(upload.id), key: visit.formKey) { m in
                    m.button("Take back\(hidden: " \(upload.words)")", .other)
                }
            }
        }
    }

    private static func sheet(_ lines: [Line]) -> Sheet {
        Sheet(
            "Measures beside neighbours and England",
            columns: [
                Sheet.Column("Measure", width: 44), Sheet.Column("Year"), Sheet.Column("Ours", .number),
                Sheet.Column("Neighbours' median", .number), Sheet.Column("Better quartile", .number),
                Sheet.Column("England", .number), Sheet.Column("Rank"), Sheet.Column("Set", width: 30),
            ]
        ) {
            lines.map { line in
                func rounded(_ value: Double?) -> Sheet.Cell {
                    .init(value.map { ($0 * 100).rounded() / 100 })
                }
                return [
                    .text(line.definition.name), .text(line.comparison.year),
                    rounded(line.comparison.own?.value), rounded(line.median), rounded(line.quartile),
                    rounded(line.comparison.england?.value), .init(line.rank), .text(line.comparison.name),
                ]
            }
        }
    }
}
