import Kernel
import Markup
import Sheets
import Site
import Statistics
import Storage

// MARK: In its parts

extension MeasurePage {
    /// The figures of the units in the latest period, with whether chance alone would spread them so far.
    static func byUnit(_ found: MeasureInQuestion, _ m: inout Markup) {
        guard found.node == nil,
            let period = found.series.latest?.point.period ?? found.series.points.last?.period
        else { return }
        let units = found.reading.units(in: period)
        guard !units.isEmpty else { return }
        let (isShare, hasBase) = (found.shape == .share, found.shape != .count)
        let hidden = units.map { found.reading.viewer.isHidden($0.value.figure, found.reading.withheld) }
        let places = funnel(units, hidden, isShare)
        m.part("By unit", note: Markup(MeasureRhythm.words(period)), id: "units") { m in
            m.table(
                "By unit", dense: true,
                [Column("Unit", .name), Column("Count", .number)]
                    + (hasBase
                        ? [Column("Out of", .number), Column(MeasureWords.heading(found.shape), .number)]
                        : [])
                    + (isShare ? [Column("Beside the others")] : [])
            ) { rows in
                for (index, unit) in units.enumerated() {
                    rows.row { row in
                        row.cell { m in
                            m.add(String(repeating: "– ", count: unit.depth))
                            m.a(
                                unit.name,
                                .href(
                                    MeasuresRoute.measure.link(
                                        found.definition.key,
                                        query: Query().with("unit", unit.node.description))))
                        }
                        let figure = unit.value.figure
                        guard !hidden[index] else {
                            for _ in 0..<(hasBase ? 3 : 1) { row.cell("c") }
                            if isShare { row.cell("too small to show") }
                            return
                        }
                        row.cell(MeasureWords.whole(figure.numerator))
                        guard hasBase else { return }
                        row.cell(MeasureWords.whole(figure.denominator))
                        row.cell(MeasureWords.short(figure, found.shape))
                        guard isShare else { return }
                        row.cell(places[index] ?? "not compared")
                    }
                }
                unmapped(found, period, &rows)
            }
            if places.contains(where: { $0 != nil }) {
                m.note(
                    "Teams are set against what chance alone would spread groups of their size to (funnel, 95% and 99.8%). It is no league table."
                )
            }
        }
    }

    private static func unmapped(
        _ found: MeasureInQuestion, _ period: Period, _ rows: inout TableRows
    ) {
        guard let value = found.reading.value(.unmapped, in: period) else { return }
        let isHidden = found.reading.viewer.isHidden(value.figure, found.reading.withheld)
        rows.row { row in
            row.cell("Not mapped to a unit")
            row.cell(isHidden ? "c" : MeasureWords.whole(value.figure.numerator))
            guard found.shape != .count else { return }
            row.cell(isHidden ? "c" : MeasureWords.whole(value.figure.denominator))
            row.empty("not compared")
            if found.shape == .share { row.cell("counted in the authority's figure alone") }
        }
    }

    /// Where each unit without parts of its own stands in the funnel; nil for the others.
    private static func funnel(
        _ units: [(node: ID<Node>, name: String, depth: Int, value: MeasureValuesSQL.Value)],
        _ hidden: [Bool],
        _ isShare: Bool
    ) -> [String?] {
        var words: [String?] = Array(repeating: nil, count: units.count)
        guard isShare else { return words }
        let leaves = units.indices.filter { index in
            !hidden[index] && units[index].value.figure.denominator > 0
                && (index + 1 == units.count || units[index + 1].depth <= units[index].depth)
        }
        let shares = leaves.compactMap {
            Share(units[$0].value.figure.numerator, of: units[$0].value.figure.denominator)
        }
        guard shares.count == leaves.count, shares.count >= 3, let funnel = Funnel(shares) else {
            return words
        }
        for (index, unit) in zip(leaves, funnel.units) {
            words[index] =
                switch unit.place {
                case .within: "within chance"
                case .beyond95: unit.side == .high ? "higher than most" : "lower than most"
                case .beyond998: unit.side == .high ? "far higher than chance" : "far lower than chance"
                }
        }
        return words
    }

    /// Figures by worker: shown to their line and the quality lead alone, and in no file.
    static func byWorker(_ found: MeasureInQuestion, _ m: inout Markup) {
        guard !found.workers.isEmpty else { return }
        m.part("By worker", note: "Shown to their line and to the quality lead alone.", id: "workers") { m in
            m.table(
                "By worker", dense: true,
                [Column("Worker, as the file names them", .name), Column("Team"), Column("Count", .number)]
                    + (found.shape == .count ? [] : [Column("Out of", .number)])
            ) { rows in
                for figure in found.workers {
                    guard case .worker(let worker, let team) = figure.reach else { continue }
                    rows.row { row in
                        row.cell(worker)
                        row.cell(found.reading.tree.name(team, on: figure.period.last))
                        row.cell(MeasureWords.whole(figure.numerator))
                        if found.shape != .count { row.cell(MeasureWords.whole(figure.denominator)) }
                    }
                }
            }
        }
    }

    // MARK: What it is

    static func about(_ found: MeasureInQuestion, _ visit: Visit, _ m: inout Markup) {
        let definition = found.definition
        func given(_ text: String) -> Markup? { text.isEmpty ? nil : Markup(text) }
        if !found.proves.isEmpty {
            m.part("What it proves") { m in
                m.ul { m in
                    for criterion in found.proves {
                        m.li { m in
                            m.symbol(criterion.symbol)
                            m.add(" \(criterion.symbol.word): ")
                            m.a(Markup(criterion.text), .href(criterion.address))
                            m.note(Markup(criterion.plan))
                        }
                    }
                }
            }
        }
        m.part("Where it comes from") { m in
            var rows = [
                SummaryRow("Question", given(definition.question)),
                SummaryRow("Counts", given(definition.numerator)),
            ]
            if definition.shape != .count { rows.append(SummaryRow("Out of", given(definition.denominator))) }
            rows.append(SummaryRow("Left out", given(definition.exclusions)))
            if !definition.overdue.isEmpty { rows.append(SummaryRow("Overdue", Markup(definition.overdue))) }
            let convention = [definition.convention, found.reading.settings.convention ?? ""]
                .filter { !$0.isEmpty }.joined(separator: " ")
            if !convention.isEmpty { rows.append(SummaryRow("Clock", Markup(convention))) }
            rows.append(SummaryRow("Definition", "Version \(definition.version). \(definition.basis)"))
            if let frequency = found.reading.settings.frequency {
                let lag = found.reading.settings.lagDays.map { ", \(counted($0, "day")) behind" } ?? ""
                rows.append(SummaryRow("Comes", Markup(frequency + lag)))
            }
            m.summaryList(rows)
        }
        if let note = found.reading.settings.note {
            m.part("What else is known") { m in m.p(note) }
        }
        returns(found, visit, &m)
        if !found.findings.isEmpty {
            m.part("Data quality") { m in
                m.ul { m in
                    for finding in found.findings {
                        // A count of rows that are wrong is a small number too.
                        let count = found.reading.viewer.circle == .inner ? ": \(finding.count)" : ""
                        m.li { m in
                            if let address = finding.address {
                                m.a(Markup(finding.title + count), .href(address))
                            } else {
                                m.add(finding.title + count)
                            }
                        }
                    }
                }
            }
        }
    }

    private static func returns(_ found: MeasureInQuestion, _ visit: Visit, _ m: inout Markup) {
        var seen: Set<String> = []
        let vintages = found.reading.values.reversed().map(\.vintage).filter {
            seen.insert($0.source).inserted
        }
        guard !vintages.isEmpty else { return }
        m.part("Returns") { m in
            m.ul { m in
                for vintage in vintages.prefix(6) {
                    m.li { m in
                        // The pages of returns open to the inner circle.
                        let isInner = found.reading.viewer.circle == .inner
                        if isInner, let page = found.sources.page(vintage.source) {
                            m.a(vintage.name, .href(page))
                        } else {
                            m.add(vintage.name)
                        }
                        m.add(", taken \(vintage.taken.inLondon.day.short)")
                    }
                }
            }
            if vintages.count > 6 { m.note("and \(vintages.count - 6) earlier ones") }
        }
    }

    static func deeds(_ found: MeasureInQuestion, _ m: inout Markup) {
        let viewer = found.reading.viewer
        if viewer.seesUnits, !found.units.isEmpty {
            m.element(
                "form",
                [Attribute("method", "get"), .action(MeasuresRoute.measure.link(found.definition.key))]
            ) { m in
                m.select(
                    "unit", "Look at",
                    [Choice("", "The whole authority")]
                        + found.units.map {
                            Choice($0.node.description, String(repeating: "– ", count: $0.depth) + $0.name)
                        }, in: Entry(filled: ["unit": found.node?.description ?? ""]))
                m.button("Show this unit", .other)
            }
        }
        guard viewer.keeps else { return }
        m.part("What may be set") { m in
            m.buttons(stacked: true) { m in
                m.buttonLink("Set a target", to: found.link(.target), .other)
                m.buttonLink("Set the limits anew", to: found.link(.rebase), .other)
                m.buttonLink("Owner and settings", to: found.link(.settings), .other)
            }
        }
    }

    static func sheet(_ found: MeasureInQuestion) -> Sheet {
        let name = found.unitName
        return Sheet(
            found.definition.name, note: name.map { "Of \($0)" },
            columns: [
                Sheet.Column("From", .day), Sheet.Column("To", .day), Sheet.Column("Count", .number),
                Sheet.Column("Out of", .number), Sheet.Column(MeasureWords.heading(found.shape), .number),
                Sheet.Column("Overdue", .number), Sheet.Column("Reading", width: 22),
                Sheet.Column("Note", width: 28), Sheet.Column("Return", width: 34),
            ]
        ) {
            let reach: MeasureFigure.Reach = found.node.map { .unit($0) } ?? .authority
            return found.series.points.enumerated().map { place, point in
                let value = found.reading.value(reach, in: point.period)
                let hidesOverdue =
                    value.map { found.reading.viewer.hidesOverdue($0.figure, found.reading.withheld) } ?? true
                let judged = found.series.stretches.contains {
                    $0.footing != .line && $0.members.contains(place)
                }
                let symbol = MeasureWords.symbol(found.series.signals[place], found.series.direction)
                return [
                    .day(point.period.first), .day(point.period.last),
                    point.isHidden ? .text("c") : .init(point.numerator),
                    point.isHidden ? .text("c") : .init(found.shape == .count ? nil : point.denominator),
                    point.isHidden
                        ? .text("c") : .init(point.value(found.shape).map { ($0 * 10).rounded() / 10 }),
                    hidesOverdue ? .text("c") : .init(point.overdue),
                    .text(judged ? MeasureWords.reading(symbol) : "not judged"),
                    .init(
                        [
                            point.isHidden ? "too small to show" : nil,
                            point.isPartial ? "not complete" : nil,
                        ].compactMap { $0 }.joined(separator: "; ")), .text(point.source),
                ]
            }
        }
    }
}
