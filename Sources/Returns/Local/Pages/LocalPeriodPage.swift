import Kernel
import Markup
import Site
import Storage

/// One period of a return: each unit's answers with every vintage, and the total or how far it is.
enum LocalPeriodPage {}

extension ReturnsFeature {
    func localPeriod(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let id: ID<LocalReturn> = try visit.id("return")
        guard let end = Day(visit.parameters["period"] ?? "") else { throw NotFound() }
        let found = try await database.read {
            try LocalReturnsSQL.definition($0, officer.authority, id)
        }
        guard let local = found, let period = local.period(endingOn: end) else { throw NotFound() }
        // Feedback and surveys show their periods side by side, on the return's own page.
        guard local.kind == .units else { return .redirect(to: LocalRoute.local.link(id)) }
        let shown = try await database.read { connection in
            let book = SentBook(
                try LocalReturnsSQL.sent(connection, officer.authority, id, from: end, through: end))
            guard period.last <= visit.today else { throw NotFound() }
            let doer = try ReturnsDoer.of(officer, doers, connection, on: visit.today)
            return LocalReturnPage.Shown(local: local, book: book, doer: doer)
        }
        return .page(LocalPeriodPage.page(shown, period, visit))
    }
}

extension LocalPeriodPage {
    static func page(_ shown: LocalReturnPage.Shown, _ period: Period, _ visit: Visit) -> Page {
        let (local, doer) = (shown.local, shown.doer)
        let (expected, sent) = shown.book.units(for: period, in: local)
        let units = expected.union(sent).map { ($0, doer.tree.name($0, on: period.last)) }
            .sorted { ($0.1, $0.0) < ($1.1, $1.0) }
        let seen = units.filter { doer.seesFigures(of: $0.0, in: local) }
        let all = local.questions(on: period.last)
        let questions = all.filter { $0.kind != .clearance && $0.kind != .text }
        return Page(
            "\(local.name), \(local.words(period))", section: .returns,
            breadcrumbs: ReturnCrumbs.local(local),
            facts: ["Due \(local.due(period).weekdayName) \(local.due(period).long)"]
        ) { m in
            let missing = units.filter { shown.book.latest($0.0, period.last) == nil }.map(\.1)
            let first: Markup =
                missing.isEmpty
                ? "\(strong: "All \(units.count)") are in."
                : "So far, \(strong: "\(units.count - missing.count) of \(units.count)"). Nothing yet from \(missing.joined(separator: ", "))."
            m.honestSentence(first)
            m.table(
                "Units",
                [Column("Unit", .name), Column("How it stands", label: "Stands")]
                    + (seen.isEmpty ? [] : questions.map { Column($0.words, label: $0.shortWords) }) + [
                        Column("")
                    ]
            ) { rows in
                for (node, name) in units { row(node, name, shown, period, questions, !seen.isEmpty, &rows) }
                if shown.isInner, units.count > 1 {
                    total(Set(units.map(\.0)), shown, period, questions, &rows)
                }
            }
            if seen.isEmpty {
                m.note(
                    "The figures of single units are shown to those who send them and to those who run the returns."
                )
            }
            reasons(seen.map(\.0), shown, period, questions, &m)
            words(seen, shown, period, all, &m)
            vintages(seen, shown, period, all, &m)
        }
    }

    private static func row(
        _ node: ID<Node>, _ name: String, _ shown: LocalReturnPage.Shown, _ period: Period,
        _ questions: [LocalQuestion], _ showsFigures: Bool, _ rows: inout TableRows
    ) {
        let state = shown.book.state(node, period, in: shown.local, on: shown.doer.today)
        let latest = shown.book.latest(node, period.last)
        let sees = shown.doer.seesFigures(of: node, in: shown.local)
        rows.row { r in
            r.cell(name)
            r.cell { $0.tag(state.symbol, state.words) }
            if showsFigures {
                for question in questions {
                    let words = sees ? LocalWords.figure(question, latest?.answer(question)) : nil
                    if let words {
                        r.cell { m in
                            m.add(words)
                            if let note = latest?.answers[question.key]?.note { m.note("“\(note)”") }
                        }
                    } else {
                        r.empty(sees ? "missing" : "not shown")
                    }
                }
            }
            let sender = shown.local.senders(for: period).first { $0.node == node }
            if let sender, shown.doer.mayFill(sender) {
                r.cell { m in
                    m.a(
                        "\(latest == nil ? "Fill in" : "Correct")\(hidden: " \(name)")",
                        .href(LocalRoute.fill.link(shown.local.id, node, period.last)))
                }
            } else {
                r.cell("")
            }
        }
    }

    private static func total(
        _ units: Set<ID<Node>>, _ shown: LocalReturnPage.Shown, _ period: Period,
        _ questions: [LocalQuestion],
        _ rows: inout TableRows
    ) {
        rows.row { r in
            r.cell("All units")
            r.cell("")
            for question in questions {
                if let total = shown.local.figure(question, period, shown.book, units) {
                    r.cell { m in
                        m.add(LocalWords.figure(question, total.count, total.base))
                        if let soFar = total.soFar { m.note(Markup(soFar)) }
                    }
                } else {
                    r.empty("missing")
                }
            }
            r.cell("")
        }
    }

    private static func reasons(
        _ units: [ID<Node>], _ shown: LocalReturnPage.Shown, _ period: Period, _ questions: [LocalQuestion],
        _ m: inout Markup
    ) {
        for question in questions where question.kind == .reasons {
            guard let total = shown.local.figure(question, period, shown.book, Set(units)), total.count > 0
            else {
                continue
            }
            m.part("\(question.words), by reason", note: total.soFar.map { Markup($0.capitalisedFirst) }) {
                m in
                m.table("Reasons", [Column("Reason", .name), Column("How many", .number)]) { rows in
                    for option in question.options {
                        rows.row { r in
                            r.cell(option.words)
                            r.cell(total.reasons[option.code] ?? 0)
                        }
                    }
                }
            }
        }
    }

    private static func words(
        _ units: [(ID<Node>, String)], _ shown: LocalReturnPage.Shown, _ period: Period,
        _ questions: [LocalQuestion],
        _ m: inout Markup
    ) {
        for question in questions where question.kind == .text {
            let said = units.compactMap { node, name in
                shown.book.latest(node, period.last)?.answers[question.key]?.text.map { (name, $0) }
            }
            guard !said.isEmpty else { continue }
            m.part(Markup(question.words)) { m in
                m.summaryList(said.map { SummaryRow($0.0, Markup($0.1)) })
            }
        }
    }

    /// Where something was corrected: what stood before, and why it was changed.
    private static func vintages(
        _ units: [(ID<Node>, String)], _ shown: LocalReturnPage.Shown, _ period: Period,
        _ questions: [LocalQuestion],
        _ m: inout Markup
    ) {
        let corrected = units.filter { shown.book.vintages($0.0, period.last).count > 1 }
        guard !corrected.isEmpty else { return }
        m.part("What was corrected", note: "The last of each holds. Nothing is taken away.") { m in
            for (node, name) in corrected {
                m.h3(name)
                m.historyList(
                    shown.book.vintages(node, period.last).reversed().map { sent in
                        let figures = questions.compactMap { question in
                            LocalWords.figure(question, sent.answer(question)).map {
                                "\(question.words): \($0)"
                            }
                        }.joined(separator: "; ")
                        let why = sent.reason.map { " Corrected: \($0)" } ?? ""
                        return HistoryItem(
                            sent.on, "\(sent.by): \(sent.isNil ? "nothing to report" : figures).\(why)")
                    })
            }
        }
    }
}
