import Charts
import Kernel
import Markup
import Sheets
import Site
import Statistics
import Storage

/// Rounds of one series side by side: what each reader called good or better, and who was the kinder.
struct OverTime: Sendable {
    struct Entry: Sendable {
        let shown: ShownResult
        let overall: RoundResult.Answered
        let closed: Day

        func share(_ leg: Leg) -> Share? { shown.share(overall, .good(leg), of: .judged(leg)) }

        /// Of the cases graded differently, those that the first reader graded better.
        var kinder: Share? {
            guard let kinder = shown[overall, .kinder], let harder = shown[overall, .harder],
                kinder + harder > 0
            else { return nil }
            return Share(kinder, of: kinder + harder)
        }

        /// The reading that the line is drawn from: the second, where there is one.
        var counted: Leg { overall.second.contains { $0 > 0 } ? .second : .first }
    }

    /// Oldest first.
    let entries: [Entry]
    /// Rounds that were graded on another scale, by title: they are not set beside these.
    let otherScale: [String]

    /// The closed rounds of the series of that round, as far as the reader may see them.
    static func read(
        _ asked: ID<AuditRound>, _ officer: Officer, on today: Day, _ connection: Connection
    ) throws -> (round: ResultAsRead, series: OverTime) {
        let own = try AuditsFeature.result(asked, officer, on: today, connection)
        let ids = try connection.rows(
            """
            SELECT id FROM audit_round WHERE authority = $1 AND series = $2 AND closed_at IS NOT NULL
                AND withdrawn_at IS NULL ORDER BY closed_at, id
            """, [.id(officer.authority), .text(own.shown.result.round.series)]
        ) { try $0.id(0) as ID<AuditRound> }
        var entries: [Entry] = []
        var others: [String] = []
        let scale = own.shown.result.overall?.answers
        for id in ids.suffix(24) {
            // A round from which the reader is barred is left out as though it were not there.
            guard
                let read = id == asked ? own : try? AuditsFeature.result(id, officer, on: today, connection),
                let overall = read.shown.result.overall, let closed = read.shown.result.round.closedAt
            else { continue }
            if overall.answers == scale {
                entries.append(Entry(shown: read.shown, overall: overall, closed: closed.inLondon.day))
            } else {
                others.append(read.shown.result.round.title)
            }
        }
        return (own, OverTime(entries: entries, otherScale: others))
    }
}

extension OverTime {
    /// What changed from the first round to the last, and whether chance explains it.
    var sentence: Said {
        guard let last = entries.last else { return "No round of this series has an overall grade." }
        guard let first = entries.first, entries.count > 1 else {
            return "One round of this series is closed. From the second on, they stand here side by side."
        }
        let leg = last.counted
        guard first.counted == leg, let before = first.share(leg), let now = last.share(leg),
            let was = ResultEstimate(first.shown, first.overall, leg),
            let isNow = ResultEstimate(last.shown, last.overall, leg)
        else {
            return
                "\(strong: counted(entries.count, "round")) of this series stand side by side. The first and the last cannot be set against each other: they were read, drawn or shown differently."
        }
        let who =
            leg == .second
            ? "By second readers" : "As \(last.shown.result.round.first.graders.lowercased()) say"
        let said: Said =
            "\(who), \(strong: "\(now.count) of \(now.total)") were \(last.shown.goodWords) in the latest round, \(isNow.percentage); \(before.count) of \(before.total), \(was.percentage), in the first of \(entries.count)."
        return said + Said(stringLiteral: change(now, before, was, isNow)) + kindness
    }

    private func change(
        _ now: Share, _ before: Share, _ was: ResultEstimate, _ isNow: ResultEstimate
    ) -> String {
        guard was.method != .weighted, isNow.method != .weighted,
            let difference = now.difference(from: before)
        else { return "" }
        let points = "\(OverTime.points(difference.value)) points"
        let range =
            "\(OverTime.points(difference.interval.lower)) to \(OverTime.points(difference.interval.upper))"
        return difference.interval.contains(0)
            ? "The change of \(points) (\(range), 19 chances in 20) is no more than chance could make."
            : "The change of \(points) (\(range), 19 chances in 20) is more than chance would make."
    }

    private static func points(_ share: Double) -> String {
        let text = ResultWords.decimal(share * 100, 0)
        return share > 0 && text != "0" ? "+\(text)" : text
    }

    private var kindness: Said {
        let known = entries.compactMap { entry in entry.kinder.map { $0 } }
        guard known.count > 1, let first = known.first, let last = known.last else { return Said() }
        return
            "Where the two readers differed, the first was the kinder in \(first.count) of \(first.total), and \(strong: "\(last.count) of \(last.total)") in the latest."
    }

    func write(to m: inout Markup) {
        guard entries.count > 1 else { return }
        let points = entries.map { entry in
            let share = ResultEstimate(entry.shown, entry.overall, entry.counted)
            return LineChart.Point(
                entry.closed, share.map { $0.value * 100 }, numerator: share?.share.count,
                denominator: share?.share.total, note: entry.shown.result.round.title)
        }
        if points.contains(where: { $0.value != nil }) {
            m.lineChart(
                LineChart(
                    .percent, points, judgesPoints: false,
                    sentence:
                        "\(entries.last.map { $0.shown.goodWords.capitalisedFirst } ?? "Good or better") by round, as second readers say, or the first where there was no second."
                ))
        }
    }

    func table(_ m: inout Markup) {
        let first = entries.last?.shown.result.round.first.leg ?? "First"
        m.table(
            "Rounds side by side, newest first",
            [
                Column("Round", .name), Column("Closed"), Column(first, .number), Column("Second", .number),
                Column("Kinder, where they differ", .number, label: "Kinder"),
            ]
        ) { table in
            for entry in entries.reversed() {
                table.row { cells in
                    let round = entry.shown.result.round
                    cells.cell("\(link: round.title, to: ResultsRoute.result.link(round.id))" as Markup)
                    cells.cell(entry.closed.short)
                    for leg in Leg.allCases { OverTime.cell(entry, leg, &cells) }
                    if let kinder = entry.kinder {
                        cells.cell("\(kinder.count) of \(kinder.total)")
                    } else {
                        cells.empty("withheld, or not read twice")
                    }
                }
            }
        }
    }

    private static func cell(_ entry: Entry, _ leg: Leg, _ cells: inout RowCells) {
        guard let share = entry.share(leg) else { return cells.empty("withheld, or not read") }
        cells.cell { m in
            m.add("\(share.count) of \(share.total)")
            if let estimate = ResultEstimate(entry.shown, entry.overall, leg) {
                m.note(Markup("\(estimate.percentage)\(estimate.reach.map { ", \($0)" } ?? "")"))
            }
        }
    }

    var sheet: Sheet {
        let rows = entries.reversed().map { entry -> [Sheet.Cell] in
            func cells(_ leg: Leg) -> [Sheet.Cell] {
                guard let share = entry.share(leg) else { return [.text("c"), .text("c"), .empty, .empty] }
                let estimate = ResultEstimate(entry.shown, entry.overall, leg)
                return [
                    .number(Double(share.count)), .number(Double(share.total)),
                    .init(estimate?.interval.map { ($0.lower * 1000).rounded() / 10 }),
                    .init(estimate?.interval.map { ($0.upper * 1000).rounded() / 10 }),
                ]
            }
            return [.text(entry.shown.result.round.title), .day(entry.closed)] + cells(.first)
                + cells(.second)
                + [
                    .init(entry.kinder.map { Double($0.count) }),
                    .init(entry.kinder.map { Double($0.total) }),
                ]
        }
        return Sheet(
            "Rounds of the series “\(entries.last?.shown.result.round.series ?? "")”",
            columns: [
                .init("Round", width: 34), .init("Closed", .day), .init("First: good or better", .number),
                .init("First: of", .number), .init("From, %", .number), .init("To, %", .number),
                .init("Second: good or better", .number), .init("Second: of", .number),
                .init("From, %", .number), .init("To, %", .number), .init("First kinder", .number),
                .init("Graded differently", .number),
            ]
        ) { rows }
    }
}

extension AuditsFeature {
    func overTime(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let id: ID<AuditRound> = try visit.id("round")
        let today = visit.today
        let (read, series) = try await database.read {
            try OverTime.read(id, officer, on: today, $0)
        }
        let round = read.shown.result.round
        try await noteSeen(
            series.entries.map(\.shown.result.round.id), officer, at: visit.now)
        var page = Page(
            "Rounds of \(round.series)", section: .audits,
            breadcrumbs: [
                Link("Audits", RoundsRoute.home.link()),
                Link(Markup(round.title), ResultsRoute.result.link(id)),
            ], facts: [Markup(counted(series.entries.count, "closed round"))]
        ) { m in
            m.honestSentence(series.sentence.markup)
            m.note(
                "Each round is a sample of its own or a list of its own; read the ranges before a rise or a fall."
            )
            series.write(to: &m)
            series.table(&m)
            if !series.otherScale.isEmpty {
                m.note(
                    "Graded on another scale, and so not set beside these: \(series.otherScale.joined(separator: "; "))."
                )
            }
            if read.shown.withholdsAnything {
                m.note("Numbers of 1 to 5, and those that would give one away, are withheld (–).")
            }
        }
        page.sheet = series.sheet
        return .page(page)
    }
}
