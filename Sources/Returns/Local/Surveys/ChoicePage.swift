import Kernel
import Markup
import Sheets
import Site
import Statistics
import Storage

/// The page of families' feedback or a survey: what may be shown of its periods, compared over time.
enum ChoicePage {
    /// How many periods stand side by side.
    static let compared = 4

    struct Shown: Sendable {
        let local: LocalDefinition
        let results: [Day: ChoiceResults]
        let doer: ReturnsDoer

        /// Periods that take no more answers, the latest first: only these are shown, since two looks at one that still
        /// grows would show what the last person said.
        var closed: [Period] {
            results.keys.sorted(by: >).compactMap { local.period(endingOn: $0) }
                .filter { local.lastDay($0) < doer.today }
        }
    }

    /// A share as the officer may see it; nil where it is withheld.
    static func share(
        _ question: LocalQuestion, _ node: ID<Node>?, _ period: Period, _ shown: Shown
    ) -> String? {
        guard let results = shown.results[period.last] else { return nil }
        let counts = results.counts(question)
        let least = shown.local.terms(on: period.last).leastAnswers
        guard counts.values.reduce(0, +) >= least else { return nil }
        if let node, !Anonymity.shown(counts, least: least).contains(node) { return nil }
        let (good, all) = results.share(question, node)
        guard shown.doer.isInnerCircle || !(Share(good, of: all).map(SmallNumber.hides) ?? true) else {
            return nil
        }
        return "\(LocalWords.percent(good, all)) (\(good) of \(all))"
    }

    /// How often a theme was named, in all or in a unit; nil where that is withheld.
    static func theme(
        _ code: String, _ question: LocalQuestion, _ node: ID<Node>?, _ period: Period, _ shown: Shown
    ) -> Int? {
        guard let results = shown.results[period.last] else { return nil }
        let least = shown.local.terms(on: period.last).leastAnswers
        let counts = (results.tallies[question.key] ?? [:]).compactMapValues { $0[code] }
        let total = counts.values.reduce(0, +)
        guard total >= least, shown.doer.isInnerCircle || !SmallNumber.hides(total) else { return nil }
        guard let node else { return total }
        // A unit's own answers must be enough, and the theme in it, and what the other units leave of the whole.
        guard Anonymity.shown(results.answered, least: least).contains(node) else { return nil }
        return Anonymity.shown(counts, least: least).contains(node) ? counts[node] : nil
    }
}

extension ReturnsFeature {
    func choicePage(_ local: LocalDefinition, _ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let (shown, words, hasAnswered) = try await database.read { connection in
            let doer = try ReturnsDoer.of(officer, doers, connection, on: visit.today)
            let first = local.ended(by: visit.today, atMost: 12).last?.last ?? local.began
            let results = try ChoiceResultsSQL.results(
                connection, officer.authority, local, from: first, through: visit.today.adding(days: 400))
            let shown = ChoicePage.Shown(local: local, results: results, doer: doer)
            let words = try shown.closed.first.map {
                try ChoiceEntriesSQL.words(connection, officer.authority, local, $0)
            }
            let answered = try ChoiceEntriesSQL.hasAnswered(
                connection, officer, local, local.open(on: visit.today))
            return (shown, words ?? [], answered)
        }
        return .page(ChoicePage.page(shown, words, hasAnswered, visit))
    }

    func invite(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let id: ID<LocalReturn> = try visit.id("return")
        guard let end = Day(visit.parameters["period"] ?? "") else { throw NotFound() }
        let form = visit.form
        try await database.write(for: officer.authority) { connection in
            guard let local = try LocalReturnsSQL.definition(connection, officer.authority, id),
                local.kind == .survey, let period = local.period(endingOn: end)
            else { throw NotFound() }
            for sender in local.senders(for: period) {
                let text = form["invited.\(sender.node)"]
                guard let count = Int(text), (0...100_000).contains(count) else { continue }
                try connection.run(
                    """
                    INSERT INTO local_survey_invited (authority, local_return, period_end, node, invited)
                    VALUES ($1, $2, $3, $4, $5)
                    ON CONFLICT (authority, local_return, period_end, node) DO UPDATE SET invited = excluded.invited
                    """, [.id(officer.authority), .id(id), .day(end), .id(sender.node), .int(count)])
            }
            try connection.record(
                LocalWriting.event(
                    "survey.invited", id, says: "\(local.name), \(local.words(period)): how many were asked",
                    by: ReturnActor(officer), at: visit.now))
        }
        return .redirect(to: LocalRoute.local.link(id), notice: "How many were asked is kept.")
    }
}

extension ChoicePage {
    static func page(_ shown: Shown, _ words: [String], _ hasAnswered: Set<Day>, _ visit: Visit) -> Page {
        let local = shown.local
        let questions = local.questions(on: max(visit.today, local.began))
        let periods = Array(shown.closed.prefix(compared))
        return Page(
            local.name, section: .returns, breadcrumbs: ReturnCrumbs.home,
            facts: LocalReturnPage.facts(local, visit.today),
            deed: shown.doer.isKeeper && local.endedOn == nil
                ? Link("Change what it asks", LocalRoute.terms.link(local.id)) : nil,
            sheet: periods.isEmpty ? nil : sheet(shown, questions.filter { $0.kind == .choice }, periods)
        ) { m in
            m.honestSentence(sentence(shown, visit.today))
            m.p(local.latest.purpose)
            openPeriods(shown, hasAnswered, visit, &m)
            if let latest = periods.first {
                compared(shown, questions, periods, &m)
                byUnit(shown, questions, latest, &m)
                themes(shown, questions, latest, &m)
                said(words, shown, latest, &m)
            } else {
                m.emptyState(
                    "Nothing is shown yet",
                    "Results stand here when a period has closed with at least \(local.latest.leastAnswers) answers."
                )
            }
            m.part("What it asks") { m in
                LocalReturnPage.questions(
                    LocalReturnPage.Shown(local: local, book: SentBook([]), doer: shown.doer), visit.today, &m
                )
            }
            LocalReturnPage.versions(local, &m)
        }
    }

    private static func sentence(_ shown: Shown, _ today: Day) -> Markup {
        guard let latest = shown.closed.first, let results = shown.results[latest.last] else {
            return "No period has closed yet."
        }
        let words = shown.local.words(latest).capitalisedFirst
        let rate = rate(results)
        return "\(words): \(strong: counted(results.total, "answer"))\(rate.map { ", \($0)" } ?? "")."
    }

    /// "62% of those asked".
    private static func rate(_ results: ChoiceResults) -> String? {
        let invited = results.invited.values.reduce(0, +)
        guard invited > 0 else { return nil }
        return "\(LocalWords.percent(min(results.total, invited), invited)) of \(invited) asked"
    }

    private static func openPeriods(
        _ shown: Shown, _ hasAnswered: Set<Day>, _ visit: Visit, _ m: inout Markup
    ) {
        let local = shown.local
        for period in local.open(on: visit.today) {
            let senders = local.senders(for: period)
            let mayAnswer = local.kind == .survey || senders.contains { shown.doer.mayFill($0) }
            guard shown.doer.officer.holds(LocalRoute.fillers), mayAnswer else { continue }
            m.part(
                "Open now: \(local.words(period))",
                note: "Answers are taken until \(local.lastDay(period).long)."
            ) { m in
                let count = shown.results[period.last]?.total ?? 0
                m.p("\(counted(count, "answer")) so far. What they say is shown after it has closed.")
                if local.kind == .survey, hasAnswered.contains(period.last) {
                    m.p("You have answered. Thank you.")
                } else {
                    m.buttons { m in
                        m.buttonLink(
                            local.kind == .survey ? "Answer the survey" : "Enter an answer",
                            to: ChoiceRoute.form.link(local.id, period.last), .other)
                        if local.kind == .feedback {
                            m.a("Answers entered", .href(ChoiceRoute.entries.link(local.id, period.last)))
                        }
                    }
                }
                if local.kind == .survey, shown.doer.isKeeper { invited(shown, period, senders, visit, &m) }
            }
        }
    }

    private static func invited(
        _ shown: Shown, _ period: Period, _ senders: [LocalSender], _ visit: Visit, _ m: inout Markup
    ) {
        m.disclosure("How many people were asked") { m in
            m.form(
                to: ChoiceRoute.invite.link(shown.local.id, period.last), key: visit.formKey, .class("narrow")
            ) { m in
                for sender in senders {
                    let name = "invited.\(sender.node)"
                    let count = shown.results[period.last]?.invited[sender.node].map(String.init) ?? ""
                    m.textField(
                        name, shown.doer.tree.name(sender.node, on: period.last), in: Entry([name: [count]]),
                        width: .short, numeric: true)
                }
                m.buttons { m in m.button("Keep how many", .other) }
            }
        }
    }

    private static func compared(
        _ shown: Shown, _ questions: [LocalQuestion], _ periods: [Period], _ m: inout Markup
    ) {
        m.part(
            "Over time",
            note: "The share of good answers. A question that was changed is not compared across the change."
        ) { m in
            m.table(
                "Answers over time",
                [Column("Question", .name)] + periods.map { Column(shown.local.words($0).capitalisedFirst) }
            ) { rows in
                rows.row { r in
                    r.cell("Answers")
                    for period in periods {
                        let results = shown.results[period.last]
                        r.cell { m in
                            m.add(results?.total ?? 0)
                            if let rate = results.flatMap(rate) { m.note(Markup(rate)) }
                        }
                    }
                }
                for question in questions where question.kind == .choice {
                    rows.row { r in
                        r.cell(question.words)
                        for period in periods {
                            let then = shown.local.questions(on: period.last).first { $0.key == question.key }
                            if let then, !then.means(theSameAs: question) {
                                r.empty("asked otherwise then")
                            } else if let words = share(question, nil, period, shown) {
                                r.cell { m in
                                    m.add(words)
                                    if period == periods.first, let change = change(question, periods, shown)
                                    {
                                        m.tag(change.symbol, change.words)
                                    }
                                }
                            } else {
                                r.empty("too few to show")
                            }
                        }
                    }
                }
            }
        }
    }

    /// Whether the latest share differs from the one before by more than chance (Newcombe's interval of the
    /// difference); nil where one of them is withheld or was asked otherwise.
    private static func change(
        _ question: LocalQuestion, _ periods: [Period], _ shown: Shown
    ) -> (symbol: Symbol, words: String)? {
        guard periods.count > 1, share(question, nil, periods[1], shown) != nil,
            let before = shown.local.questions(on: periods[1].last).first(where: { $0.key == question.key }),
            before.means(theSameAs: question),
            let now = shown.results[periods[0].last]?.share(question, nil),
            let then = shown.results[periods[1].last]?.share(before, nil),
            let difference = Share(now.good, of: now.all).flatMap({ share in
                Share(then.good, of: then.all).flatMap { share.difference(from: $0) }
            })
        else { return nil }
        guard !difference.interval.contains(0) else { return (.expected, "no more than chance") }
        return difference.value > 0
            ? (.improvement, "better than before") : (.concern, "worse than before")
    }

    private static func byUnit(
        _ shown: Shown, _ questions: [LocalQuestion], _ period: Period, _ m: inout Markup
    ) {
        let choices = questions.filter { $0.kind == .choice }
        guard shown.doer.isInnerCircle, let results = shown.results[period.last] else { return }
        let units = Set(shown.local.senders(for: period).map(\.node)).union(results.answered.keys)
            .map { ($0, shown.doer.tree.name($0, on: period.last)) }.sorted { ($0.1, $0.0) < ($1.1, $1.0) }
        guard units.count > 1 else { return }
        m.part(
            "By unit, \(shown.local.words(period))",
            note:
                "A unit is shown from \(shown.local.terms(on: period.last).leastAnswers) answers on, and only where the others do not give one away."
        ) { m in
            m.table(
                "Answers by unit",
                [Column("Unit", .name)] + choices.map { Column($0.words, label: $0.shortWords) }
            ) { rows in
                for (node, name) in units {
                    rows.row { r in
                        r.cell(name)
                        for question in choices {
                            if let words = share(question, node, period, shown) {
                                r.cell(words)
                            } else {
                                r.empty("too few to show")
                            }
                        }
                    }
                }
            }
        }
    }

    private static func themes(
        _ shown: Shown, _ questions: [LocalQuestion], _ period: Period, _ m: inout Markup
    ) {
        let units = Set(shown.results[period.last]?.answered.keys.map { $0 } ?? [])
            .map { ($0, shown.doer.tree.name($0, on: period.last)) }.sorted { ($0.1, $0.0) < ($1.1, $1.0) }
        let columns = shown.doer.isInnerCircle ? units : []
        for question in questions where question.kind == .themes {
            m.part("\(question.words), \(shown.local.words(period))", note: "How often each was named.") {
                m in
                m.table(
                    question.words,
                    [Column("Theme", .name), Column("In all", .number)]
                        + columns.map { Column($0.1, .number) }
                ) { rows in
                    for option in question.options {
                        rows.row { r in
                            r.cell(option.words)
                            for node in [nil] + columns.map({ Optional($0.0) }) {
                                if let count = theme(option.code, question, node, period, shown) {
                                    r.cell(count)
                                } else {
                                    r.empty("too few to show")
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    private static func said(_ words: [String], _ shown: Shown, _ period: Period, _ m: inout Markup) {
        guard shown.doer.isInnerCircle, words.count >= shown.local.terms(on: period.last).leastAnswers else {
            return
        }
        m.disclosure("In their words, \(shown.local.words(period))") { m in
            m.ul { m in for word in words { m.li(word) } }
        }
    }

    private static func sheet(_ shown: Shown, _ questions: [LocalQuestion], _ periods: [Period]) -> Sheet {
        Sheet(
            shown.local.name,
            columns: [Sheet.Column("Question", width: 48)]
                + periods.map { Sheet.Column(shown.local.words($0)) }
        ) {
            questions.map { question in
                [Sheet.Cell(question.words)]
                    + periods.map { Sheet.Cell(share(question, nil, $0, shown) ?? "too few to show") }
            }
        }
    }
}
