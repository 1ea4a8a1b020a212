import Kernel
import Markup
import Sheets
import Site
import Storage

/// How a round goes: what waits, what was given out, sent, late and verified. No grade stands here.
extension AuditsFeature {
    func roundPage(_ visit: Visit) async throws -> Reply {
        let (officer, today) = (try visit.signedInOfficer, visit.today)
        let id: ID<AuditRound> = try visit.id("round")
        let choice = RoundPage.Filter(visit.query)
        let (shown, seen) = try await database.read {
            (
                try RoundPage.read($0, officer, id, choice, on: today, page: visit.query.page),
                try RoundSeen.has($0, officer, seen: id)
            )
        }
        // Whoever has looked at a round that is drawn verifies nothing of it.
        if shown.draws[.first] != nil, !seen {
            try await database.write(for: officer.authority) {
                try RoundSeen.note($0, officer, id, at: visit.now)
            }
        }
        let database = database
        return .page(
            RoundPage.page(shown, choice, visit) {
                try await database.read { connection in
                    let tree = try UnitTree.read(connection, officer.authority)
                    return try ProgressSQL.entries(
                        connection, ProgressSQL.View(officer, shown.round, in: tree, on: today),
                        team: choice.team, choice.state, limit: FrameLimits.mostLines, offset: 0
                    ).0
                }
            })
    }
}

enum RoundPage {
    static let size = 50

    struct Filter: Hashable, Sendable {
        var team = ""
        var state: ProgressSQL.CaseState?

        init(_ query: Fields) {
            team = query["team"]
            state = ProgressSQL.CaseState(rawValue: query["state"])
        }

        var query: Query { Query().with("team", team).with("state", state?.rawValue ?? "") }
    }

    struct Shown: Sendable {
        var round: Round
        var tool: String?
        var draws: [Leg: Draw]
        var keeps: Bool
        /// True for whoever may know which worker has which case.
        var showsReaders: Bool
        var teams: [ProgressSQL.Team] = []
        var entries: [ProgressSQL.Entry] = []
        var total = 0
        var late: [(name: String, leg: Leg, count: Int, since: Day)] = []
        var linked: [(id: ID<AuditRound>, title: String, words: String)] = []

        var sum: ProgressSQL.Team {
            teams.reduce(into: ProgressSQL.Team(name: "")) { sum, team in
                sum.cases += team.cases
                sum.given += team.given
                sum.sent += team.sent
                sum.late += team.late
                sum.toVerify += team.toVerify
                sum.verifying += team.verifying
                sum.verified += team.verified
            }
        }
    }

    static func read(
        _ connection: Connection, _ officer: Officer, _ id: ID<AuditRound>, _ choice: Filter,
        on today: Day, page: Int
    ) throws -> Shown {
        let round = try RoundAccess.unbarred(connection, officer, id)
        guard !round.isPast else { throw NotFound() }
        let tree = try UnitTree.read(connection, officer.authority)
        let keeps = try RoundAccess.keeps(officer, round.node, in: tree, on: today)
        var shown = Shown(
            round: round,
            tool: try ToolSQL.tool(
                connection, officer.authority, round.tool, version: round.toolVersion)?.title,
            draws: try DrawSQL.draws(connection, officer.authority, id), keeps: keeps,
            showsReaders: officer.holds(RoundsRoute.caseAccess))
        guard shown.draws[.first] != nil else {
            // Before it is drawn a round is its keepers’ own.
            guard keeps else { throw NotFound() }
            shown.linked = try linked(connection, officer.authority, round)
            return shown
        }
        let view = ProgressSQL.View(officer, round, in: tree, on: today)
        shown.teams = try ProgressSQL.teams(connection, view)
        guard !shown.teams.isEmpty else { throw NotFound() }
        if shown.showsReaders {
            (shown.entries, shown.total) = try ProgressSQL.entries(
                connection, view, team: choice.team, choice.state, limit: size, offset: (page - 1) * size)
            shown.late = try ProgressSQL.late(connection, view).filter { keeps || $0.leg == .first }
        }
        shown.linked = try linked(connection, officer.authority, round)
        return shown
    }

    private static func linked(
        _ connection: Connection, _ authority: ID<Authority>, _ round: Round
    ) throws -> [(id: ID<AuditRound>, title: String, words: String)] {
        var found: [(id: ID<AuditRound>, title: String, words: String)] = []
        if let again = round.again, let before = try RoundSQL.round(connection, authority, again.of) {
            let words = again.kind == .redraw ? "draws anew" : "audits again"
            found.append((before.id, before.title, "This round \(words) “\(before.title)”: \(again.reason)"))
        }
        found += try connection.rows(
            """
            SELECT id, title, again_kind, again_reason FROM audit_round
            WHERE authority = $1 AND again_of = $2 ORDER BY id
            """, [.id(authority), .id(round.id)]
        ) { row in
            let (title, kind) = (try row.text(1), try row.text(2))
            return (
                try row.id(0), title,
                "“\(title)” \(kind == "redraw" ? "draws this round anew" : "audits it again"): \(try row.textOrNil(3) ?? "")"
            )
        }
        return found
    }

    // MARK: Page

    static func page(
        _ shown: Shown, _ choice: Filter, _ visit: Visit,
        taking all: @escaping @Sendable () async throws -> [ProgressSQL.Entry]
    ) -> Page {
        let round = shown.round
        let isDrawn = shown.draws[.first] != nil
        return Page(
            round.title, section: .audits, breadcrumbs: [Link("Audits", RoundsRoute.home.link())],
            facts: facts(shown), deed: deed(shown),
            sheet: isDrawn && shown.showsReaders ? sheet(shown, choice, all) : nil
        ) { m in
            m.honestSentence(sentence(shown, visit.today))
            m.note(Markup(round.question))
            if let reason = round.withdrawn { m.p("Withdrawn: \(reason)") }
            for link in shown.linked {
                m.p { m in m.a(link.words, .href(RoundsRoute.round.link(link.id))) }
            }
            if shown.keeps { steps(shown, &m) }
            if isDrawn {
                FollowLinks.write(
                    round, follows: visit.officer?.holds(LoopRoute.followers) ?? false, &m)
            }
            if isDrawn {
                teams(shown, &m)
                if shown.showsReaders {
                    chasing(shown, &m)
                    cases(shown, choice, visit, &m)
                }
            }
            m.part("As it was set up") { m in m.summaryList(terms(round, tool: shown.tool)) }
        }
    }

    private static func facts(_ shown: Shown) -> [Markup] {
        let round = shown.round
        var facts: [Markup] = [Markup(round.kind.words.capitalisedFirst)]
        if let frame = round.frame, round.lockedAt != nil {
            facts.append(
                shown.draws[.first] == nil
                    ? "Frame of \(frame.count)" : "\(shown.sum.cases) of \(frame.count)")
        }
        facts.append("Due by \(round.dueOn.long)")
        if let verification = round.verification {
            facts.append("Verified by \(verification.dueOn.long)")
        }
        return facts
    }

    /// What comes next.
    private static func deed(_ shown: Shown) -> Link? {
        let round = shown.round
        guard shown.keeps, round.withdrawn == nil, round.closedAt == nil else {
            return round.closedAt == nil ? nil : Link("See the result", ResultsRoute.result.link(round.id))
        }
        if round.frame == nil { return Link("Give the list", RoundsRoute.frame.link(round.id)) }
        if round.lockedAt == nil { return Link("Look at the frame", RoundsRoute.frame.link(round.id)) }
        if shown.draws[.first] == nil { return Link("Draw the sample", RoundsRoute.draw.link(round.id)) }
        let sum = shown.sum
        if sum.given < sum.cases, round.firstClosedAt == nil {
            return Link("Give the cases out", RoundsRoute.giving.link(round.id))
        }
        if round.verification != nil, shown.draws[.second] == nil || sum.verifying < sum.toVerify {
            return Link("Verification", RoundsRoute.verification.link(round.id))
        }
        return Link("Close the round", RoundsRoute.closing.link(round.id))
    }

    static func sentence(_ shown: Shown, _ today: Day) -> Markup {
        let (round, sum) = (shown.round, shown.sum)
        guard shown.draws[.first] != nil else {
            if round.withdrawn != nil { return "This round was withdrawn before it was drawn." }
            if round.lockedAt != nil { return "The frame is locked. The sample waits to be drawn." }
            return round.frame == nil
                ? "The round is set up. It waits for its list of cases."
                : "The list is given. It may change until the frame is locked."
        }
        var words: Markup =
            "\(strong: "\(sum.sent) of \(sum.cases)") audits are sent; \(strong: "\(sum.late)") \(sum.late == 1 ? "is" : "are") late."
        if sum.given < sum.cases {
            words.add(
                " \(counted(sum.cases - sum.given, "case")) \(sum.cases - sum.given == 1 ? "waits" : "wait") to be given out."
                    as Markup)
        }
        if sum.toVerify > 0 {
            words.add(" \(strong: "\(sum.verified) of \(sum.toVerify)") are verified." as Markup)
        }
        if round.firstClosedAt != nil, sum.sent < sum.cases {
            words.add(
                " The first reading is closed: \(sum.cases - sum.sent) \(sum.cases - sum.sent == 1 ? "was" : "were") not returned."
                    as Markup)
        }
        return words
    }

    private static func steps(_ shown: Shown, _ m: inout Markup) {
        let round = shown.round
        m.p { m in
            var links: [Link] = []
            if round.lockedAt == nil {
                links.append(Link("Change the round", RoundsRoute.setUp.link(round.id)))
            }
            links.append(Link("Frame", RoundsRoute.frame.link(round.id)))
            if round.lockedAt != nil { links.append(Link("Draw", RoundsRoute.draw.link(round.id))) }
            if shown.draws[.first] != nil {
                links.append(Link("Give cases out", RoundsRoute.giving.link(round.id)))
                if round.verification != nil {
                    links.append(Link("Verification", RoundsRoute.verification.link(round.id)))
                }
            }
            if round.closedAt != nil, round.verification != nil {
                links.append(Link("Cases that differ", GradingRoute.differences.link(round.id)))
            }
            links.append(Link("Close, open again or withdraw", RoundsRoute.closing.link(round.id)))
            for (index, link) in links.enumerated() {
                if index > 0 { m.add(" · ") }
                m.a(link.words, .href(link.address))
            }
        }
    }

    private static func teams(_ shown: Shown, _ m: inout Markup) {
        let verifies = shown.round.verification != nil
        m.part("By team") { m in
            m.table(
                "How far each team is",
                [
                    Column("Team", .name), Column("Cases", .number), Column("Given out", .number),
                    Column("Sent", .number), Column("Late", .number),
                ] + (verifies ? [Column("Verified", .number)] : [])
            ) { table in
                for team in shown.teams {
                    table.row { row in
                        row.cell(team.name.isEmpty ? "No team given" : team.name)
                        row.cell(team.cases)
                        row.cell(team.given)
                        row.cell(team.sent)
                        row.cell(team.late)
                        if verifies { row.cell("\(team.verified) of \(team.toVerify)") }
                    }
                }
            }
        }
    }

    private static func chasing(_ shown: Shown, _ m: inout Markup) {
        guard !shown.late.isEmpty, shown.round.closedAt == nil else { return }
        m.part("Whom to chase", note: "It stands in their in-trays too.") { m in
            m.table(
                "Who has late audits",
                [
                    Column("Who", .name), Column("Late", .number), Column("What"),
                    Column("Since", .short, label: "Since"),
                ]
            ) { table in
                for late in shown.late {
                    table.row { row in
                        row.cell(late.name)
                        row.cell(late.count)
                        row.cell(late.leg == .first ? "First reading" : "Verification")
                        row.cell(late.since.short)
                    }
                }
            }
        }
    }

    private static func cases(
        _ shown: Shown, _ choice: Filter, _ visit: Visit, _ m: inout Markup
    ) {
        m.part("Cases") { m in
            let entry = Entry(filled: ["team": choice.team, "state": choice.state?.rawValue ?? ""])
            m.filterBar(
                to: RoundsRoute.round.link(shown.round.id), "Show cases",
                isActive: !choice.team.isEmpty || choice.state != nil
            ) { m in
                m.select(
                    "team", "Team",
                    [Choice("", "All teams")]
                        + shown.teams.filter { !$0.name.isEmpty }.map { Choice($0.name, $0.name) },
                    in: entry)
                m.select(
                    "state", "State",
                    [Choice("", "Any")]
                        + ProgressSQL.CaseState.allCases.map { Choice($0.rawValue, $0.words) },
                    in: entry)
            }
            m.listCount(
                shown: shown.total, of: shown.sum.cases, "cases",
                clear: RoundsRoute.round.link(shown.round.id))
            table(shown, visit, &m)
            m.pagination(page: visit.query.page, size: size, total: shown.total) {
                RoundsRoute.round.link(shown.round.id, query: choice.query.with("page", $0))
            }
        }
    }

    private static func table(_ shown: Shown, _ visit: Visit, _ m: inout Markup) {
        // Which cases are verified is their keeper’s knowledge: a holder who knew would read otherwise.
        let verifies = shown.keeps && shown.round.verification != nil
        m.table(
            "Cases of the round", dense: shown.entries.count > 20,
            [Column("Case", .name), Column("Team"), Column("First reader"), Column("State")]
                + (verifies ? [Column("Verifier")] : [])
        ) { table in
            for entry in shown.entries {
                table.row { row in
                    row.cell { m in
                        m.a("Case \(entry.number)", .href(RoundsRoute.case.link(shown.round.id, entry.id)))
                    }
                    if entry.team.isEmpty { row.empty("not given") } else { row.cell(entry.team) }
                    if let reader = entry.reader { row.cell(reader) } else { row.empty("nobody yet") }
                    row.cell(state(entry, visit.today))
                    if verifies {
                        if !entry.isVerified {
                            row.empty("not verified")
                        } else if let verifier = entry.verifier {
                            row.cell(
                                entry.verifierSent.map { "\(verifier), sent \($0.inLondon.day.short)" }
                                    ?? verifier)
                        } else {
                            row.cell("Waits for a verifier")
                        }
                    }
                }
            }
        }
    }

    static func state(_ entry: ProgressSQL.Entry, _ today: Day) -> String {
        if let sent = entry.sent { return "Sent \(sent.inLondon.day.short)" }
        guard entry.reader != nil, let due = entry.due else { return "Not given out" }
        return due < today ? "Late by \(counted(today - due, "day"))" : "Due \(due.short)"
    }

    private static func sheet(
        _ shown: Shown, _ choice: Filter, _ all: @escaping @Sendable () async throws -> [ProgressSQL.Entry]
    ) -> Sheet {
        Sheet(
            "Cases of \(shown.round.title)",
            note: choice.team.isEmpty && choice.state == nil
                ? nil : "\(shown.total) of \(shown.sum.cases) cases",
            columns: [
                Sheet.Column("Case", .number), Sheet.Column("Team"), Sheet.Column("First reader"),
                Sheet.Column("Due", .day), Sheet.Column("Sent"),
            ]
        ) {
            try await all().map {
                [
                    Sheet.Cell($0.number), Sheet.Cell($0.team), Sheet.Cell($0.reader), Sheet.Cell($0.due),
                    Sheet.Cell($0.sent),
                ]
            }
        }
    }

    /// The round's terms as a record.
    static func terms(_ round: Round, tool: String?) -> [SummaryRow] {
        var rows = [
            SummaryRow("Series", Markup(round.series)),
            SummaryRow("Question", Markup(round.question)),
            SummaryRow("Tool", tool.map { Markup("\($0), version \(round.toolVersion)") }),
            SummaryRow("Cases", Markup(cases(round))),
            SummaryRow("First reader", Markup(round.first.reader.capitalisedFirst)),
            SummaryRow("Due by", Markup(round.dueOn.long)),
            SummaryRow(
                "Verification",
                round.verification.map {
                    "\($0.size.words.capitalisedFirst), blind, by \($0.dueOn.long)"
                } ?? "None"),
            SummaryRow(
                "Assurance of safety",
                round.safetyDueOn.map { "By \($0.long)" } ?? "24 hours, then 72 to the next level"),
            SummaryRow("A standard is met from", "\(round.passShare)% of cases"),
        ]
        if let most = round.mostEach { rows.append(SummaryRow("Most for each auditor", "\(most)")) }
        if let rest = round.restMonths {
            rows.append(SummaryRow("Rest", "\(counted(rest, "month")) after an audit"))
        }
        if let frame = round.frame {
            rows.append(SummaryRow("List", "\(frame.words), as at \(frame.on.long)"))
        }
        return rows
    }

    private static func cases(_ round: Round) -> String {
        let words = round.kind.words.capitalisedFirst
        let by = round.stratum.map { " by \($0.words)" } ?? ""
        return round.size == .all ? words + by : "\(words)\(by): \(round.size.words)"
    }
}

extension String {
    /// For the start of a sentence.
    var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
