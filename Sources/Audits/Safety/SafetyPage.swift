import Kernel
import Markup
import Sheets
import Site
import Storage

/// The children whom an audit found not safe, or of whom it was not sure: those that the officer may see.
extension AuditsFeature {
    func safetyItems(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let filter = SafetyFilter(visit.query)
        let (now, today) = (visit.now, visit.today)
        let offset = (visit.query.page - 1) * SafetyPage.pageSize
        let found = try await database.read {
            try SafetyPage.read(
                $0, officer, filter, on: today, at: now, limit: SafetyPage.pageSize, offset: offset)
        }
        try await noteSeen(found.rounds.keys, officer, at: now)
        let database = database
        return .page(
            SafetyPage.page(found, filter, officer, visit) {
                let all = try await database.read {
                    try SafetyPage.read($0, officer, filter, on: today, at: now, limit: 100_000, offset: 0)
                }
                return SafetyPage.rows(all, at: now)
            })
    }
}

extension SafetyFilter {
    init(_ query: Fields) {
        self.init(
            round: query.id("round"), node: query.id("team"), state: State(rawValue: query["state"]))
    }

    var query: Query {
        Query().with("round", round?.description ?? "").with("team", node?.description ?? "")
            .with("state", state?.rawValue ?? "")
    }
}

enum SafetyPage {
    static let pageSize = 50

    struct Found {
        var tally: SafetySQL.Tally
        var items: [SafetyItem]
        var ladders: SafetyLadders
        var rounds: [ID<AuditRound>: String] = [:]
        var nodes: Set<ID<Node>> = []
    }

    static func read(
        _ connection: Connection, _ officer: Officer, _ filter: SafetyFilter, on today: Day, at now: Instant,
        limit: Int, offset: Int
    ) throws -> Found {
        let scope = try SafetyScope.read(connection, officer, on: today)
        var found = Found(
            tally: try SafetySQL.tally(connection, scope, filter, at: now),
            items: try SafetySQL.items(connection, scope, filter, at: now, limit: limit, offset: offset),
            ladders: scope.ladders)
        for (round, title, node) in try SafetySQL.choices(connection, scope) {
            found.rounds[round] = title
            if let node { found.nodes.insert(node) }
        }
        return found
    }

    static func page(
        _ found: Found, _ filter: SafetyFilter, _ officer: Officer, _ visit: Visit,
        taking rows: @escaping @Sendable () async throws -> [[Sheet.Cell]]
    ) -> Page {
        let deed =
            officer.holds(SafetyScope.wideRoles)
            ? Link("Assurances to the director", SafetyRoute.assurances.link()) : nil
        return Page(
            "Safety", section: .audits, deed: deed, tabs: AuditTabs.tabs(.safety, officer),
            sheet: found.tally.shown == 0 ? nil : sheet(found, filter, rows)
        ) { m in
            guard !found.rounds.isEmpty else {
                m.lead("No child has been found not safe, or in doubt.")
                m.note(
                    "An audit that answers “not safe” or “not sure” opens an item here at once. The manager above the case’s team records what was done within 24 hours; somebody above them assures the director."
                )
                return
            }
            m.honestSentence(sentence(found.tally))
            filterBar(found, filter, &m)
            m.listCount(
                shown: found.tally.shown, of: found.tally.raised, "items", clear: SafetyRoute.list.link())
            if found.items.isEmpty {
                m.emptyState("Nothing to show", "No item is in this state.")
            } else {
                table(found, at: visit.now, &m)
                m.pagination(page: visit.query.page, size: pageSize, total: found.tally.shown) {
                    SafetyRoute.list.link(query: filter.query.with("page", $0))
                }
            }
        }
    }

    /// Raised, done, assured, late: in numbers that add up.
    static func sentence(_ tally: SafetySQL.Tally) -> Markup {
        let children = counted(tally.raised, "time")
        let open = tally.raised - tally.assured
        let late =
            tally.late > 0
            ? "\(strong: counted(tally.late, "item")) \(tally.late == 1 ? "is" : "are") late"
            : Markup(open > 0 ? "None is late" : "None is open")
        return
            "\(strong: children) an audit found a child not safe, or was not sure. What was done is recorded for \(strong: "\(tally.done)"), and the director is assured of \(strong: "\(tally.assured)"). \(late)."
    }

    private static func filterBar(_ found: Found, _ filter: SafetyFilter, _ m: inout Markup) {
        let entry = Entry(filled: [
            "round": filter.round?.description ?? "", "team": filter.node?.description ?? "",
            "state": filter.state?.rawValue ?? "",
        ])
        m.filterBar(to: SafetyRoute.list.link(), "Show items", isActive: filter != SafetyFilter()) { m in
            m.select(
                "round", "Round",
                [Choice("", "All rounds")]
                    + found.rounds.sorted { $0.value < $1.value }.map { Choice($0.key.description, $0.value) },
                in: entry)
            m.select(
                "team", "Team",
                [Choice("", "All teams")] + names(found).map { Choice($0.0.description, $0.1) }, in: entry)
            m.select(
                "state", "State",
                [Choice("", "All states")]
                    + SafetyFilter.State.allCases.map { Choice($0.rawValue, $0.words) }, in: entry)
        }
    }

    private static func names(_ found: Found) -> [(ID<Node>, String)] {
        let relations = found.ladders.relations
        return found.nodes.map { ($0, relations.tree.name($0, on: relations.today)) }
            .sorted { ($0.1, $0.0) < ($1.1, $1.0) }
    }

    private static func table(_ found: Found, at now: Instant, _ m: inout Markup) {
        m.table(
            "Children to make safe, the longest due first", dense: found.items.count > 20,
            [
                Column("Case", .name), Column("Team"), Column("Answer"), Column("Raised"), Column("Due"),
                Column("What was done"), Column("Assured"), Column("State"),
            ]
        ) { table in
            for item in found.items {
                table.row { row in
                    row.cell { m in
                        m.a(item.title, .href(SafetyRoute.item.link(item.id)))
                        m.add(" \(quiet: item.roundTitle)" as Markup)
                    }
                    row.cell(item.teamName(found.ladders))
                    row.cell(item.answer.words)
                    row.cell(item.raisedAt.londonShort)
                    row.cell(item.dueAt.londonShort)
                    for said in [item.done, item.assurance] {
                        if let said {
                            row.cell("\(found.ladders.name(said.by)) \(quiet: said.at.londonShort)" as Markup)
                        } else {
                            row.empty()
                        }
                    }
                    let (symbol, words) = item.tag(at: now)
                    row.cell { $0.tag(symbol, words) }
                }
            }
        }
    }

    private static func sheet(
        _ found: Found, _ filter: SafetyFilter,
        _ rows: @escaping @Sendable () async throws -> [[Sheet.Cell]]
    ) -> Sheet {
        Sheet(
            "Safety items",
            note: found.tally.shown == found.tally.raised
                ? nil : "\(found.tally.shown) of \(found.tally.raised) items",
            columns: [
                Sheet.Column("Case", width: 10), Sheet.Column("Round"), Sheet.Column("Team"),
                Sheet.Column("Answer", width: 14), Sheet.Column("Raised", .day), Sheet.Column("Due", .day),
                Sheet.Column("What was done", width: 40), Sheet.Column("By"), Sheet.Column("Recorded", .day),
                Sheet.Column("Assurance", width: 40), Sheet.Column("Assured by"),
                Sheet.Column("Assured", .day), Sheet.Column("State", width: 14),
            ], rows: rows)
    }

    static func rows(_ found: Found, at now: Instant) -> [[Sheet.Cell]] {
        found.items.map { item in
            [
                .text(item.title), .text(item.roundTitle), .text(item.teamName(found.ladders)),
                .text(item.answer.words), .moment(item.raisedAt), .moment(item.dueAt),
                .init(item.done?.words), .init(item.done.map { found.ladders.name($0.by) }),
                .init(item.done?.at), .init(item.assurance?.words),
                .init(item.assurance.map { found.ladders.name($0.by) }), .init(item.assurance?.at),
                .text(item.tag(at: now).1),
            ]
        }
    }
}
