import Kernel
import Markup
import Sheets
import Site
import Storage

/// A return's page: what it asks, of whom, and how its periods stand.
enum LocalReturnPage {
    /// How many periods its history shows; a year of weeks and a week.
    static let shownPeriods = 53

    struct Shown: Sendable {
        let local: LocalDefinition
        let book: SentBook
        let doer: ReturnsDoer

        var isKeeper: Bool { doer.isKeeper }
        /// Whether the officer sends for a unit, or for all.
        var maySend: Bool {
            local.kind == .units
                && (doer.isKeeper || local.senders.contains { $0.holds(on: doer.today) && doer.mayFill($0) })
        }
        /// Whether the officer sees every unit's figures.
        var isInner: Bool { doer.isInnerCircle }
    }

    struct Row: Sendable {
        let period: Period
        let words: String
        let isIn: Int
        let expected: Int
        let missing: Bool
        let corrections: Int
        /// By question, in order; nil where there is none or it may not be shown.
        let figures: [String?]
        let isWithheld: Bool
    }

    static func rows(_ shown: Shown, _ questions: [LocalQuestion]) -> [Row] {
        let local = shown.local
        let earlier = shown.book.periodEnds.compactMap { local.period(endingOn: $0) }.filter {
            $0.last < local.began
        }
        let periods =
            local.ended(by: shown.doer.today, atMost: shownPeriods)
            + earlier.reversed().prefix(shownPeriods)
        return periods.map { period in
            let (expected, sent) = shown.book.units(for: period, in: local)
            let units = expected.union(sent)
            let states = units.map { shown.book.state($0, period, in: local, on: shown.doer.today) }
            let totals = questions.map { question -> LocalTotal? in
                let asked = local.questions(on: period.last).first { $0.key == question.key }
                return asked.flatMap { local.figure($0, period, shown.book, units) }
            }
            let withheld =
                !shown.isInner
                && (Withholding.withholds(zip(questions, totals).map { ($0, $1) })
                    || givesAway(units, questions, period, shown))
            return Row(
                period: period, words: local.words(period).capitalisedFirst, isIn: sent.count,
                expected: units.count, missing: states.contains(.missing),
                corrections: units.reduce(0) { $0 + max(0, shown.book.vintages($1, period.last).count - 1) },
                figures: zip(questions, totals).map { question, total in
                    guard let total, !withheld, shown.isInner || total.isComplete else { return nil }
                    let words = LocalWords.figure(question, total.count, total.base)
                    return total.soFar.map { "\(words), \($0)" } ?? words
                }, isWithheld: withheld)
        }
    }
}

extension LocalReturnPage {
    /// Whether somebody who sees some of the units could take them from the total and be left with a small figure.
    private static func givesAway(
        _ units: Set<ID<Node>>, _ questions: [LocalQuestion], _ period: Period, _ shown: Shown
    ) -> Bool {
        let rest = units.filter { !shown.doer.seesFigures(of: $0, in: shown.local) }
        guard !rest.isEmpty, rest.count < units.count else { return false }
        return Withholding.withholds(
            questions.map { ($0, shown.local.figure($0, period, shown.book, rest)) })
    }
}

extension ReturnsFeature {
    func localReturn(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let id: ID<LocalReturn> = try visit.id("return")
        let local = try await database.read {
            try LocalReturnsSQL.definition($0, officer.authority, id)
        }
        guard let local else { throw NotFound() }
        guard local.kind == .units else { return try await choicePage(local, visit) }
        let shown = try await database.read { connection in
            // From the beginning of time: past values may lie before the return began.
            let sent = try LocalReturnsSQL.sent(
                connection, officer.authority, id, from: Day(number: 0), through: visit.today)
            return LocalReturnPage.Shown(
                local: local, book: SentBook(sent),
                doer: try ReturnsDoer.of(officer, doers, connection, on: visit.today))
        }
        return .page(LocalReturnPage.page(shown, visit))
    }
}

extension LocalReturnPage {
    static func page(_ shown: Shown, _ visit: Visit) -> Page {
        let local = shown.local
        let questions = local.questions(on: visit.today).filter { $0.kind != .text }
        let visible =
            shown.isInner ? questions : questions.filter { !Withholding.isInnerOnly($0, among: questions) }
        let rows = rows(shown, visible)
        return Page(
            local.name, section: .returns, breadcrumbs: ReturnCrumbs.home, facts: facts(local, visit.today),
            deed: shown.isKeeper && local.endedOn == nil
                ? Link("Change what it asks", LocalRoute.terms.link(local.id)) : nil,
            sheet: rows.isEmpty ? nil : sheet(local, visible, rows)
        ) { m in
            m.honestSentence(sentence(shown, visit.today))
            m.p(local.latest.purpose)
            m.part("Its periods", note: note(shown, rows)) { m in history(local, visible, rows, &m) }
            m.part("What it asks") { m in self.questions(shown, visit.today, &m) }
            m.part("Who sends it") { m in senders(shown, visit.today, &m) }
            if shown.maySend {
                m.part("As files") { m in
                    m.p(
                        "\(link: "Take figures from a file", to: LocalRoute.file.link(local.id)), of the past or of many units at once."
                    )
                }
            }
            versions(local, &m)
        }
    }

    static func facts(_ local: LocalDefinition, _ today: Day) -> [Markup] {
        let terms = local.terms(on: today)
        var facts: [Markup] = [
            Markup(terms.rhythm.words), Markup(terms.due.words(terms.rhythm).capitalisedFirst),
            "Asked for since \(local.began.long)",
        ]
        if let ended = local.endedOn { facts.append("Ended on \(ended.long)") }
        return facts
    }

    private static func sentence(_ shown: Shown, _ today: Day) -> Markup {
        let group = ReturnsHome.group(shown.local, shown.book, shown.doer)
        guard !group.lines.isEmpty else { return "Nobody is asked for it now." }
        let missing = group.lines.filter { $0.state == .missing }.map(\.unit)
        let who: Markup = missing.isEmpty ? "" : " Missing: \(missing.joined(separator: ", "))."
        return
            "\(shown.local.words(group.period).capitalisedFirst): \(strong: group.words), due \(group.due.long).\(who)"
    }

    private static func note(_ shown: Shown, _ rows: [Row]) -> Markup? {
        if !shown.isInner {
            return
                "Figures of 1 to 5, and whatever would give them away, are not shown. Totals are shown when all are in."
        }
        return rows.contains { $0.isIn < $0.expected }
            ? "A total without all of its units says how many are in." : nil
    }

    private static func history(
        _ local: LocalDefinition, _ questions: [LocalQuestion], _ rows: [Row], _ m: inout Markup
    ) {
        guard !rows.isEmpty else {
            m.emptyState(
                "No period has ended yet",
                "The first one ends on \(local.period(holding: local.began).last.long).")
            return
        }
        m.table(
            "Periods of \(local.name)", dense: true,
            [Column("Period", .name), Column("In", .short)]
                + questions.map { Column($0.words, label: $0.shortWords) }
        ) { table in
            for row in rows {
                table.row { r in
                    r.cell { m in m.a(row.words, .href(LocalRoute.period.link(local.id, row.period.last))) }
                    r.cell { m in
                        m.tag(
                            row.isIn == row.expected ? .green : row.missing ? .red : .grey,
                            "\(row.isIn) of \(row.expected)")
                        if row.corrections > 0 { m.note(Markup(counted(row.corrections, "correction"))) }
                    }
                    for figure in row.figures {
                        if let figure {
                            r.cell(figure)
                        } else {
                            r.empty(row.isWithheld ? "too small to show" : "missing")
                        }
                    }
                }
            }
        }
    }

    private static func sheet(_ local: LocalDefinition, _ questions: [LocalQuestion], _ rows: [Row]) -> Sheet
    {
        Sheet(
            local.name,
            columns: [
                Sheet.Column("Period to", .day), Sheet.Column("In", .number), Sheet.Column("Of", .number),
            ]
                + questions.map { Sheet.Column($0.words) }
        ) {
            rows.map { row in
                [.day(row.period.last), .number(Double(row.isIn)), .number(Double(row.expected))]
                    + row.figures.map { Sheet.Cell($0) }
            }
        }
    }

    static func questions(_ shown: Shown, _ today: Day, _ m: inout Markup) {
        let local = shown.local
        m.table(
            "Questions",
            [Column("Question", .name), Column("What counts"), Column("Kind"), Column("Since", .short)]
        ) { rows in
            for question in local.questions(on: max(today, local.began)) {
                let versions = local.questions[question.key] ?? []
                rows.row { r in
                    r.cell { m in
                        if shown.isKeeper {
                            m.a(question.words, .href(LocalRoute.question.link(local.id, question.key)))
                        } else {
                            m.add(question.words)
                        }
                        if !question.ofWords.isEmpty { m.note("of: \(question.ofWords)") }
                    }
                    if question.definition.isEmpty {
                        r.empty("nothing said")
                    } else {
                        r.cell(question.definition)
                    }
                    r.cell { m in
                        m.add(question.kind.words)
                        if question.better != .neither { m.note(Markup(question.better.words)) }
                    }
                    r.cell { m in
                        m.add((versions.last { $0.from <= today } ?? versions.last)?.from.short ?? "")
                        let breaks = LocalDefinition.breaks(versions)
                        if let last = breaks.last { m.note("changed: \(last.reason)") }
                    }
                }
            }
        }
        if shown.isKeeper, local.endedOn == nil {
            m.p("\(link: "Add a question", to: LocalRoute.newQuestion.link(local.id))")
        }
    }

    private static func senders(_ shown: Shown, _ today: Day, _ m: inout Markup) {
        let local = shown.local
        let now = local.senders.filter { $0.until.map { today <= $0 } ?? true }
        let gone = local.senders.count - now.count
        m.table("Senders", [Column("Unit", .name), Column("Who sends"), Column("Since", .short)]) { rows in
            for sender in now {
                rows.row { r in
                    r.cell(shown.doer.tree.name(sender.node, on: today))
                    r.cell(shown.doer.people.words(sender))
                    r.cell { m in
                        m.add(sender.from.short)
                        if let until = sender.until { m.note("until \(until.short)") }
                    }
                }
            }
        }
        if gone > 0 {
            m.note("\(counted(gone, "earlier sender")) no longer \(gone == 1 ? "sends" : "send").")
        }
        if shown.isKeeper, local.endedOn == nil {
            m.p("\(link: "Change who sends", to: LocalRoute.senders.link(local.id))")
        }
    }

    static func versions(_ local: LocalDefinition, _ m: inout Markup) {
        guard local.versions.count > 1 else { return }
        m.disclosure("Earlier versions of its rules") { m in
            m.historyList(
                local.versions.reversed().map {
                    HistoryItem(
                        $0.from, "\($0.name), \($0.rhythm.words.lowercased()), \($0.due.words($0.rhythm))")
                })
        }
    }
}
