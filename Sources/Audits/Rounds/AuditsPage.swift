import Kernel
import Markup
import Sheets
import Site
import Storage

/// The section's home: every round in one table, and what needs its keeper first.
extension AuditsFeature {
    func audits(_ visit: Visit) async throws -> Reply {
        let (officer, today) = (try visit.signedInOfficer, visit.today)
        let filter = AuditsPage.Filter(visit.query)
        let (entries, unlinked, items) = try await database.read {
            let entries = try RoundListSQL.entries($0, officer, on: today)
            return (
                entries, try AuditsPage.unlinked(entries, officer, on: today, $0),
                try AuditsWork.rounds($0, officer, on: today)
            )
        }
        return .page(AuditsPage.page(entries, unlinked, items, filter, visit))
    }
}

enum AuditsPage {
    static let size = 50

    struct Filter: Hashable, Sendable {
        var state: Round.State?
        var kind: Round.Kind?
        var series = ""

        init() {}

        init(_ query: Fields) {
            state = Round.State(rawValue: query["state"])
            kind = Round.Kind(rawValue: query["kind"])
            series = query["series"]
        }

        var query: Query {
            Query().with("state", state?.rawValue ?? "").with("kind", kind?.rawValue ?? "")
                .with("series", series)
        }

        func takes(_ entry: RoundListSQL.Entry) -> Bool {
            (state == nil || entry.state == state) && (kind == nil || entry.round.kind == kind)
                && (series.isEmpty || entry.round.series == series)
        }
    }

    /// Rounds whose pages the officer does not find: those that they are barred from, and for a manager those under way
    /// without a case of their own part.
    static func unlinked(
        _ entries: [RoundListSQL.Entry], _ officer: Officer, on today: Day, _ connection: Connection
    ) throws -> Set<ID<AuditRound>> {
        let barred = try Blind.rounds(connection, barring: officer)
        guard officer.holds([.teamManager]), !officer.holds([.qualityLead, .director, .programmeManager])
        else {
            return barred
        }
        let reach = Reach(officer.scopes(for: [.teamManager]))
        let own = Set(
            try connection.rows(
                """
                \(reach.subtree)
                SELECT DISTINCT c.round FROM audit_case c
                JOIN audit_frame f ON f.authority = c.authority AND f.round = c.round
                    AND f.position = c.position
                WHERE c.authority = $1 AND ($2 = 1 OR f.node IN (SELECT id FROM reached))
                """, [.id(officer.authority), .bool(reach.isEverything), .day(today)]
            ) { try $0.id(0) as ID<AuditRound> })
        return barred.union(
            entries.lazy.map(\.round).filter { $0.closedAt == nil && !own.contains($0.id) }.map(\.id))
    }

    static func page(
        _ entries: [RoundListSQL.Entry], _ barred: Set<ID<AuditRound>>, _ items: [WorkItem],
        _ filter: Filter, _ visit: Visit
    ) -> Page {
        let keeps = visit.officer?.holds(RoundsRoute.keepers) ?? false
        let found = entries.filter(filter.takes)
        let shown = Array(found.dropFirst((visit.query.page - 1) * size).prefix(size))
        return Page(
            "Audits", section: .audits, facts: entries.isEmpty ? [] : facts(entries),
            deed: keeps ? Link("New round", RoundsRoute.new.link()) : nil,
            tabs: AuditTabs.tabs(.rounds, visit.officer),
            sheet: entries.isEmpty ? nil : sheet(found, of: entries.count, visit)
        ) { m in
            guard !entries.isEmpty else {
                m.lead("No round of audits has been set up yet.")
                m.emptyState(
                    "Rounds will stand here",
                    "A round asks one question of a list of cases: who reads them, how many are drawn, and what a second, blind reading says.",
                    begin: keeps ? Link("Set up a round", RoundsRoute.new.link()) : nil)
                return
            }
            m.honestSentence(sentence(entries))
            if !items.isEmpty {
                m.part("Needs you first") { m in
                    m.taskList(
                        items.prefix(7).map { item in
                            TaskItem(
                                Link(Markup(item.title), item.address), why: Markup(item.why),
                                state: Markup(item.due.map { $0.short } ?? ""))
                        })
                }
            }
            filterBar(entries, filter, &m)
            m.listCount(
                shown: found.count, of: entries.count, entries.count == 1 ? "round" : "rounds",
                clear: RoundsRoute.home.link())
            table(shown, barred, keeps, visit, &m)
            m.pagination(page: visit.query.page, size: size, total: found.count) {
                RoundsRoute.home.link(query: filter.query.with("page", $0))
            }
            if keeps {
                m.p { m in
                    m.add("Rounds from before Plumbline come in by file: ")
                    m.a("take in a past round", .href(ResultsRoute.past.link()))
                    m.add(".")
                }
            }
        }
    }

    private static func facts(_ entries: [RoundListSQL.Entry]) -> [Markup] {
        [
            "\(counted(entries.count, "round"))",
            "\(entries.count { $0.state == .closed }) closed",
        ]
    }

    private static func sentence(_ entries: [RoundListSQL.Entry]) -> Markup {
        let open = entries.filter { [.grading, .verifying].contains($0.state) }
        guard !open.isEmpty else {
            return
                "No round is being read now; \(strong: counted(entries.count { $0.state == .closed }, "round")) closed."
        }
        let cases = open.reduce(0) { $0 + $1.cases }
        return
            "\(strong: counted(open.count, "round")) \(open.count == 1 ? "is" : "are") being read: \(counted(cases, "case"))."
    }

    private static func filterBar(
        _ entries: [RoundListSQL.Entry], _ filter: Filter, _ m: inout Markup
    ) {
        let entry = Entry(filled: [
            "state": filter.state?.rawValue ?? "", "kind": filter.kind?.rawValue ?? "",
            "series": filter.series,
        ])
        m.filterBar(to: RoundsRoute.home.link(), "Show rounds", isActive: filter != Filter()) { m in
            m.select(
                "state", "State",
                [Choice("", "Any")] + Round.State.allCases.map { Choice($0.rawValue, $0.words) }, in: entry)
            m.select(
                "kind", "Kind",
                [Choice("", "Any")]
                    + Round.Kind.allCases.map { Choice($0.rawValue, $0.words.capitalisedFirst) }, in: entry)
            m.select(
                "series", "Series",
                [Choice("", "All")]
                    + Set(entries.map(\.round.series)).sorted().map { Choice($0, $0) }, in: entry)
        }
    }

    private static func table(
        _ shown: [RoundListSQL.Entry], _ barred: Set<ID<AuditRound>>, _ keeps: Bool, _ visit: Visit,
        _ m: inout Markup
    ) {
        m.table(
            "Rounds of audits", dense: shown.count > 20,
            [
                Column("Round", .name), Column("Series"), Column("Kind"), Column("Cases", .number),
                Column("State"), Column("Due", .short), Column("First reader"),
            ]
        ) { table in
            for entry in shown {
                let round = entry.round
                table.row { row in
                    row.cell { m in
                        if let link = link(entry, barred, visit) {
                            m.a(round.title, .href(link))
                        } else {
                            m.add(round.title)
                        }
                        m.p(Markup(entry.nodeName), .class("note"))
                    }
                    row.cell(round.series)
                    row.cell(round.kind.words.capitalisedFirst)
                    row.cell(count(entry))
                    row.cell(entry.state.words)
                    row.cell(
                        (entry.state == .verifying ? round.verification?.dueOn : round.dueOn)?.short ?? "")
                    row.cell(round.first.reader.capitalisedFirst)
                }
            }
        }
    }

    /// `108 of 539`, `539`, or that nothing is drawn.
    private static func count(_ entry: RoundListSQL.Entry) -> String {
        if entry.round.isPast { return entry.cases > 0 ? "\(entry.cases)" : "Before Plumbline" }
        guard let frame = entry.round.frame, entry.round.lockedAt != nil else { return "No frame yet" }
        return entry.isDrawn ? "\(entry.cases) of \(frame.count)" : "Of \(frame.count)"
    }

    /// Where the round leads this officer; nil for who is barred from it or sees only that it is there.
    private static func link(
        _ entry: RoundListSQL.Entry, _ barred: Set<ID<AuditRound>>, _ visit: Visit
    ) -> String? {
        let round = entry.round
        guard !barred.contains(round.id) else { return nil }
        if round.closedAt != nil { return ResultsRoute.result.link(round.id) }
        if !round.isPast, visit.officer?.holds(RoundsRoute.progressReaders) == true {
            return RoundsRoute.round.link(round.id)
        }
        return entry.isDrawn ? RoundsRoute.draw.link(round.id) : nil
    }

    private static func sheet(
        _ found: [RoundListSQL.Entry], of total: Int, _ visit: Visit
    ) -> Sheet {
        Sheet(
            "Rounds of audits",
            note: found.count == total ? nil : "\(found.count) of \(counted(total, "round"))",
            columns: [
                Sheet.Column("Round", width: 40), Sheet.Column("Series"), Sheet.Column("Part"),
                Sheet.Column("Kind"), Sheet.Column("Cases", .number), Sheet.Column("Frame", .number),
                Sheet.Column("State"), Sheet.Column("Due", .day), Sheet.Column("First reader"),
            ]
        ) {
            found.map { entry in
                [
                    Sheet.Cell(entry.round.title), Sheet.Cell(entry.round.series),
                    Sheet.Cell(entry.nodeName), Sheet.Cell(entry.round.kind.words),
                    entry.isDrawn ? Sheet.Cell(entry.cases) : .empty,
                    Sheet.Cell(entry.round.lockedAt == nil ? nil : entry.round.frame?.count),
                    Sheet.Cell(entry.state.words), Sheet.Cell(entry.round.dueOn),
                    Sheet.Cell(entry.round.first.reader),
                ]
            }
        }
    }
}

extension Round.State {
    package var words: String {
        switch self {
        case .preparing: "Being set up"
        case .locked: "Locked, not drawn"
        case .grading: "First reading"
        case .verifying: "Verification"
        case .closed: "Closed"
        case .withdrawn: "Withdrawn"
        }
    }
}
