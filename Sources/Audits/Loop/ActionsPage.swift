import Kernel
import Markup
import Sheets
import Site
import Storage

/// Everything that follows from audits and that the officer may see: to do, late, done, seen on the file.
extension AuditsFeature {
    func auditActions(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let filter = FindingFilter(visit.query)
        let today = visit.today
        let offset = (visit.query.page - 1) * ActionsPage.pageSize
        let found = try await database.read {
            try ActionsPage.read(
                $0, officer, filter, on: today, limit: ActionsPage.pageSize, offset: offset)
        }
        try await noteSeen(found.rounds.keys, officer, at: visit.now)
        let database = database
        return .page(
            ActionsPage.page(found, filter, visit) {
                let all = try await database.read {
                    try ActionsPage.read($0, officer, filter, on: today, limit: 100_000, offset: 0)
                }
                return ActionsPage.rows(all, on: today)
            })
    }
}

extension FindingFilter {
    init(_ query: Fields) {
        self.init(
            whose: Whose(rawValue: query["whose"]), round: query.id("round"),
            state: State(rawValue: query["state"]))
    }

    var query: Query {
        Query().with("whose", whose?.rawValue ?? "").with("round", round?.description ?? "")
            .with("state", state?.rawValue ?? "")
    }
}

extension Finding {
    /// How far it has come, as shape and word.
    func tag(on today: Day) -> (Symbol, String) {
        if kind == .anomaly, reply != nil { return (.blue, "Answered") }
        if seen != nil { return (.blue, "Seen on the file") }
        if done != nil { return (.green, "Done") }
        guard isLate(on: today) else { return (.grey, "To do") }
        return (.red, "Late by \(counted(today - dueOn, "day"))")
    }
}

enum ActionsPage {
    static let pageSize = 50

    struct Found {
        var tally: FindingSQL.Tally
        var findings: [Finding]
        var rounds: [ID<AuditRound>: String]
        var ladders: SafetyLadders
    }

    static func read(
        _ connection: Connection, _ officer: Officer, _ filter: FindingFilter, on today: Day, limit: Int,
        offset: Int
    ) throws -> Found {
        let scope = try FindingScope.read(connection, officer, on: today)
        return Found(
            tally: try FindingSQL.tally(connection, scope, filter),
            findings: try FindingSQL.findings(connection, scope, filter, limit: limit, offset: offset),
            rounds: try FindingSQL.rounds(connection, scope), ladders: scope.ladders)
    }

    static func page(
        _ found: Found, _ filter: FindingFilter, _ visit: Visit,
        taking rows: @escaping @Sendable () async throws -> [[Sheet.Cell]]
    ) -> Page {
        Page(
            "Case actions", section: .audits, tabs: AuditTabs.tabs(.actions, visit.officer),
            sheet: found.tally.shown == 0 ? nil : sheet(found, rows)
        ) { m in
            guard !found.rounds.isEmpty else {
                m.lead("No action has come out of an audit yet.")
                m.note(
                    "Actions for a case and for the service will stand here with their owner and day, until somebody else has seen on the file that they are done."
                )
                return
            }
            m.honestSentence(sentence(found.tally))
            filterBar(found, filter, &m)
            m.listCount(
                shown: found.tally.shown, of: found.tally.all, "actions", clear: LoopRoute.list.link())
            if found.findings.isEmpty {
                m.emptyState("Nothing to show", "No action is in this state.")
            } else {
                table(found, visit.today, &m)
                m.pagination(page: visit.query.page, size: pageSize, total: found.tally.shown) {
                    LoopRoute.list.link(query: filter.query.with("page", $0))
                }
            }
        }
    }

    /// To do, done and seen add up to all.
    static func sentence(_ tally: FindingSQL.Tally) -> Markup {
        let late = tally.late == 0 ? "none of them late" : "\(tally.late) of them late"
        return
            "Of \(strong: counted(tally.all, "action")) from audits \(strong: "\(tally.open)") \(tally.open == 1 ? "is" : "are") to do, \(late); \(tally.done) \(tally.done == 1 ? "is" : "are") done and to be seen on the file; \(strong: "\(tally.seen)") \(tally.seen == 1 ? "is" : "are") seen or answered."
    }

    private static func filterBar(_ found: Found, _ filter: FindingFilter, _ m: inout Markup) {
        let entry = Entry(filled: [
            "whose": filter.whose?.rawValue ?? "", "round": filter.round?.description ?? "",
            "state": filter.state?.rawValue ?? "",
        ])
        m.filterBar(to: LoopRoute.list.link(), "Show actions", isActive: filter != FindingFilter()) { m in
            m.select(
                "whose", "Whose",
                [Choice("", "Everybody’s")]
                    + FindingFilter.Whose.allCases.map { Choice($0.rawValue, $0.words) }, in: entry)
            m.select(
                "round", "Round",
                [Choice("", "All rounds")]
                    + found.rounds.sorted { $0.value < $1.value }.map { Choice($0.key.description, $0.value) },
                in: entry)
            m.select(
                "state", "State",
                [Choice("", "All states")]
                    + FindingFilter.State.allCases.map { Choice($0.rawValue, $0.words) }, in: entry)
        }
    }

    private static func table(_ found: Found, _ today: Day, _ m: inout Markup) {
        m.table(
            "Actions from audits, what is to do first", dense: found.findings.count > 20,
            [
                Column("Action", .name), Column("From"), Column("Owner"), Column("Due"), Column("Done"),
                Column("Seen by"), Column("State"),
            ]
        ) { table in
            for finding in found.findings {
                table.row { row in
                    row.cell { m in
                        m.a(finding.text, .href(LoopRoute.item.link(finding.id)))
                        m.add(" \(quiet: finding.kind.words)" as Markup)
                    }
                    row.cell(finding.place)
                    row.cell(found.ladders.name(finding.owner))
                    row.cell { m in
                        m.add(finding.dueOn.short)
                        if finding.firstDueOn != finding.dueOn {
                            m.add(" \(quiet: "first \(finding.firstDueOn.short)")" as Markup)
                        }
                    }
                    if let on = finding.doneOn ?? finding.reply?.at.inLondon.day {
                        row.cell(on.short)
                    } else {
                        row.empty()
                    }
                    if let seen = finding.seen {
                        row.cell(found.ladders.name(seen.by))
                    } else {
                        row.empty(finding.kind == .anomaly ? "none" : "not yet")
                    }
                    let (symbol, words) = finding.tag(on: today)
                    row.cell { $0.tag(symbol, words) }
                }
            }
        }
    }

    private static func sheet(
        _ found: Found, _ rows: @escaping @Sendable () async throws -> [[Sheet.Cell]]
    ) -> Sheet {
        Sheet(
            "Actions from audits",
            note: found.tally.shown == found.tally.all
                ? nil : "\(found.tally.shown) of \(found.tally.all) actions",
            columns: [
                Sheet.Column("Action", width: 48), Sheet.Column("Kind"), Sheet.Column("From"),
                Sheet.Column("Standard", width: 10), Sheet.Column("Owner"), Sheet.Column("Due", .day),
                Sheet.Column("First due", .day), Sheet.Column("Done", .day), Sheet.Column("What was done"),
                Sheet.Column("Seen by"), Sheet.Column("Seen", .day), Sheet.Column("Reply"),
                Sheet.Column("State", width: 16),
            ], rows: rows)
    }

    static func rows(_ found: Found, on today: Day) -> [[Sheet.Cell]] {
        found.findings.map { finding in
            [
                .text(finding.text), .text(finding.kind.words), .text(finding.place), .init(finding.standard),
                .text(found.ladders.name(finding.owner)), .day(finding.dueOn), .day(finding.firstDueOn),
                .init(finding.doneOn), .init(finding.done?.words),
                .init(finding.seen.map { found.ladders.name($0.by) }), .init(finding.seen?.at.inLondon.day),
                .init(finding.reply?.words), .text(finding.tag(on: today).1),
            ]
        }
    }
}
