import Indicators
import Kernel
import Markup
import Sheets
import Site
import Storage
import Timescales

/// Whose assessment, conference, review or visit is late or due soon. Every look at it is in the journal.
extension MeasuresFeature {
    func overdueToday(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let today = visit.today
        let choice = OverdueToday.Choices(visit.query)
        let offset = (visit.query.page - 1) * OverdueToday.pageSize
        let page = try await database.write(for: officer.authority) { connection in
            let found = try OverdueToday.read(
                connection, officer, choice, on: today, limit: OverdueToday.pageSize, offset: offset)
            try OverdueToday.record(found, officer, at: visit.now, connection)
            return found
        }
        let database = database
        return .page(
            OverdueToday.page(page, choice, visit) {
                let all = try await database.read {
                    try OverdueToday.read(
                        $0, officer, choice, on: today, limit: OverdueToday.mostTaken, offset: 0)
                }
                return OverdueToday.rows(all, today)
            })
    }
}

enum OverdueToday {
    static let pageSize = 50
    static let mostTaken = 100_000

    /// What the address asks for.
    struct Choices: Hashable, Sendable {
        enum When: String, CaseIterable, Sendable {
            case late, week, ten, twenty

            var words: String {
                switch self {
                case .late: "Late"
                case .week: "Late, or due within 7 days"
                case .ten: "Late by 10 working days or more"
                case .twenty: "Late by 20 working days or more"
                }
            }

            /// The latest due day that is shown.
            func through(_ today: Day) -> Day {
                let calendar = WorkingCalendar.englandAndWales
                return switch self {
                case .late: today.adding(days: -1)
                case .week: today.adding(days: 7)
                case .ten: calendar.adding(-10, to: today)
                case .twenty: calendar.adding(-20, to: today)
                }
            }
        }

        var node: ID<Node>?
        var kind: CaseClock.Kind?
        var worker = ""
        var when = When.late

        init() {}

        init(_ query: Fields) {
            node = query.id("team")
            kind = CaseClock.Kind(rawValue: query["kind"])
            worker = query["worker"] == "-" ? "-" : NameKey.fold(query["worker"])
            when = When(rawValue: query["when"]) ?? .late
        }

        var query: Query {
            Query().with("team", node?.description ?? "").with("kind", kind?.rawValue ?? "")
                .with("worker", worker).with("when", when == .late ? "" : when.rawValue)
        }

        func filter(_ today: Day) -> CasesSQL.Filter {
            CasesSQL.Filter(node: node, kind: kind, worker: worker, through: when.through(today))
        }
    }

    struct Found: Sendable {
        var header: CasesSQL.Header?
        var kinds: [CasesSQL.KindCount] = []
        var before: [CaseClock.Kind: Int] = [:]
        var entries: [CasesSQL.Entry] = []
        var total = 0
        var children = 0
        var teams: [ID<Node>: String] = [:]
        var workers: [String: String] = [:]
        var isOwn = false
    }

    /// A worker sees the children whom they hold; everybody else with case access sees their scope.
    static func view(_ officer: Officer, on today: Day) -> CasesSQL.View {
        let wide = officer.scopes(for: CasesRoute.workerReaders)
        guard wide.isEmpty else {
            return CasesSQL.View(authority: officer.authority, scopes: wide, ownKey: nil, today: today)
        }
        return CasesSQL.View(
            authority: officer.authority, scopes: officer.scopes(for: [.worker]),
            ownKey: NameKey.fold(officer.name), today: today)
    }

    static func read(
        _ connection: Connection, _ officer: Officer, _ choices: Choices, on today: Day, limit: Int,
        offset: Int
    ) throws -> Found {
        var found = Found()
        found.header = try CasesSQL.header(connection, officer.authority)
        guard let header = found.header else { return found }
        let view = view(officer, on: today)
        found.isOwn = view.ownKey != nil
        found.kinds = try CasesSQL.kinds(connection, view)
        if let before = header.before, !found.isOwn {
            found.before = try CasesSQL.late(on: before, connection, view)
        }
        (found.teams, found.workers) = try CasesSQL.choices(connection, view)
        (found.entries, found.total, found.children) = try CasesSQL.entries(
            connection, view, choices.filter(today), limit: limit, offset: offset)
        return found
    }

    /// Who looked, at how many and of which day's file; no reference.
    static func record(
        _ found: Found, _ officer: Officer, at now: Instant, _ connection: Connection
    ) throws {
        guard let header = found.header else { return }
        try connection.record(
            Event(
                authority: officer.authority, at: now, actor: officer.account, kind: "cases.listed",
                subject: "case list", subjectID: header.asAt.description,
                to: [
                    "says": .string(
                        "Looked at what is overdue: \(found.entries.count) of \(found.total) rows, data of \(header.asAt.long)"
                    )
                ]))
    }
}

// MARK: Page

extension OverdueToday {
    static func page(
        _ found: Found, _ choices: Choices, _ visit: Visit,
        taking rows: @escaping @Sendable () async throws -> [[Sheet.Cell]]
    ) -> Page {
        guard let header = found.header else {
            return Page("Overdue today", section: .today, tabs: CaseTabs.tabs(.today, visit)) { m in
                m.emptyState(
                    "No case list yet",
                    "Once an Annex A file is loaded, this page lists whose assessment, conference, review or visit is late or due."
                )
            }
        }
        return Page(
            "Overdue today", section: .today, facts: facts(found, header, visit.today),
            tabs: CaseTabs.tabs(.today, visit),
            sheet: found.total == 0 ? nil : sheet(choices, header, rows)
        ) { m in
            m.columns { m in
                m.honestSentence(sentence(found, visit.today))
                m.note(running(found))
            } beside: { m in
                kindTable(found, header, choices, &m)
            }
            filterBar(found, choices, &m)
            if found.total == 0 {
                m.emptyState("Nothing to show", "No clock of this kind is late or due in the time chosen.")
            } else {
                m.p("\(strong: counted(found.total, "row")), the longest due first. Each look is recorded.")
                table(found, header, visit, &m)
                m.pagination(page: visit.query.page, size: pageSize, total: found.total) {
                    CasesRoute.today.link(query: choices.query.with("page", $0))
                }
            }
            m.note(
                "Last dates are those of the file. What was done since, and not yet exported, still stands here."
            )
        }
    }

    private static func facts(_ found: Found, _ header: CasesSQL.Header, _ today: Day) -> [Markup] {
        let age = WorkingCalendar.englandAndWales.between(header.asAt, today)
        let teams = counted(found.teams.count, "team")
        return [
            Markup("\(today.weekdayName) \(today.long)"),
            "Data as at \(header.asAt.long), \(strong: "\(counted(age, "working day")) old")",
            Markup(found.isOwn ? "The children you hold" : teams), "Case references only, no names",
        ]
    }

    private static func sentence(_ found: Found, _ today: Day) -> Markup {
        let late = found.kinds.reduce(0) { $0 + $1.late }
        let soon = found.kinds.reduce(0) { $0 + $1.dueSoon }
        guard late > 0 else {
            return
                "Nothing is overdue. \(counted(soon, "thing")) \(soon == 1 ? "falls" : "fall") due within 7 days."
        }
        return
            "\(strong: "\(counted(late, "thing")) \(late == 1 ? "is" : "are") overdue"); \(soon) more \(soon == 1 ? "falls" : "fall") due within 7 days."
    }

    private static func running(_ found: Found) -> Markup {
        let running = found.kinds.reduce(0) { $0 + $1.running }
        let late = found.kinds.reduce(0) { $0 + $1.late }
        guard running > 0 else { return "No clock is running." }
        return "Out of \(running) clocks now running: \((running - late) * 100 / running)% are in time."
    }

    private static func kindTable(
        _ found: Found, _ header: CasesSQL.Header, _ choices: Choices, _ m: inout Markup
    ) {
        let before = found.isOwn ? nil : header.before
        var columns = [
            Column("Kind", .name), Column("Overdue", .number),
            Column("Due in 7 days", .number, label: "Soon"),
        ]
        if let before { columns.append(Column("Overdue on \(before.short)", .number, label: before.short)) }
        m.table("How many are overdue, by kind", columns) { table in
            for count in found.kinds.sorted(by: { $0.late > $1.late }) {
                table.row { row in
                    row.cell { m in
                        var chosen = choices
                        chosen.kind = count.kind
                        m.a(count.kind.words, .href(CasesRoute.today.link(query: chosen.query)))
                    }
                    row.cell("\(strong: "\(count.late)")" as Markup)
                    row.cell(count.dueSoon)
                    if before != nil { row.cell(found.before[count.kind] ?? 0) }
                }
            }
        }
    }

    private static func filterBar(_ found: Found, _ choices: Choices, _ m: inout Markup) {
        let entry = Entry(filled: [
            "team": choices.node?.description ?? "", "kind": choices.kind?.rawValue ?? "",
            "worker": choices.worker, "when": choices.when.rawValue,
        ])
        m.filterBar(to: CasesRoute.today.link(), "Show what is due", isActive: choices != Choices()) { m in
            if found.teams.count > 1 {
                m.select(
                    "team", "Team",
                    [Choice("", "All \(found.teams.count) teams")]
                        + found.teams.sorted { $0.value < $1.value }.map {
                            Choice($0.key.description, $0.value)
                        }, in: entry)
            }
            m.select(
                "kind", "Kind",
                [Choice("", "Everything")] + CaseClock.Kind.allCases.map { Choice($0.rawValue, $0.words) },
                in: entry)
            if !found.isOwn {
                m.select(
                    "worker", "Worker",
                    [Choice("", "Anyone"), Choice("-", "Nobody")]
                        + found.workers.sorted { $0.value < $1.value }.map { Choice($0.key, $0.value) },
                    in: entry)
            }
            m.select(
                "when", "Due", Choices.When.allCases.map { Choice($0.rawValue, $0.words) }, in: entry)
        }
    }

    private static func table(
        _ found: Found, _ header: CasesSQL.Header, _ visit: Visit, _ m: inout Markup
    ) {
        m.table(
            "What is overdue or due soon, the longest due first", dense: found.entries.count > 20,
            [
                Column("Case", .reference), Column("What is due", .name), Column("Team"), Column("Worker"),
                Column("Was due", .short, label: "Due"), Column("Working days late", .number, label: "Late"),
                Column("What is known", label: "Known"),
            ]
        ) { table in
            for entry in found.entries {
                table.row { row in
                    row.cell(entry.reference.reveal(for: .caseAccess))
                    row.cell(entry.kind.words)
                    row.cell(team(entry, found))
                    row.cell { m in
                        if entry.isAllocated { m.add(entry.worker) } else { m.strong("Not allocated") }
                    }
                    row.cell(entry.due.short)
                    if let late = late(entry, visit.today) {
                        row.cell("\(strong: "\(late)")" as Markup)
                    } else {
                        row.empty("not late")
                    }
                    row.cell(known(entry, header, visit.today))
                }
            }
        }
    }

    private static func team(_ entry: CasesSQL.Entry, _ found: Found) -> String {
        entry.node.flatMap { found.teams[$0] } ?? (entry.team.isEmpty ? "No team in the file" : entry.team)
    }

    private static func late(_ entry: CasesSQL.Entry, _ today: Day) -> Int? {
        entry.due < today ? max(1, WorkingCalendar.englandAndWales.between(entry.due, today)) : nil
    }

    private static func known(_ entry: CasesSQL.Entry, _ header: CasesSQL.Header, _ today: Day) -> String {
        let began =
            switch entry.kind {
            case .assessment: "Begun \(entry.trigger.long)"
            case .conference: "Strategy discussion \(entry.trigger.long)"
            case .protectionReview, .careReview: "Counted from \(entry.trigger.long)"
            case .protectionVisit, .needVisit, .careVisit:
                "Counted from the visit or start of \(entry.trigger.long)"
            case .healthAssessment, .pathwayReview: "Last on \(entry.trigger.long)"
            }
        return header.asAt <= entry.due && entry.due < today
            ? "\(began). Fell due after the data were taken" : began
    }

    // MARK: Taking it away

    private static func sheet(
        _ choices: Choices, _ header: CasesSQL.Header,
        _ rows: @escaping @Sendable () async throws -> [[Sheet.Cell]]
    ) -> Sheet {
        Sheet(
            "Overdue today", note: "\(choices.when.words), data as at \(header.asAt.long)",
            columns: [
                Sheet.Column("Case", width: 14), Sheet.Column("What is due", width: 32),
                Sheet.Column("Team"), Sheet.Column("Worker"), Sheet.Column("Was due", .day),
                Sheet.Column("Working days late", .number), Sheet.Column("Counted from", .day),
            ], rows: rows)
    }

    static func rows(_ found: Found, _ today: Day) -> [[Sheet.Cell]] {
        found.entries.map { entry in
            [
                .text(entry.reference.reveal(for: .caseAccess)), .text(entry.kind.words),
                .text(team(entry, found)), .text(entry.isAllocated ? entry.worker : "Not allocated"),
                .day(entry.due), .init(late(entry, today)), .day(entry.trigger),
            ]
        }
    }
}

/// The section's own pages.
enum CaseTabs {
    static func tabs(_ current: CasesRoute, _ visit: Visit) -> [Tab] {
        guard let officer = visit.officer else { return [] }
        var tabs: [Tab] = []
        if officer.holds(CasesRoute.caseAccess) {
            tabs.append(Tab("Overdue today", CasesRoute.today.link(), isCurrent: current == .today))
        }
        if officer.holds(CasesRoute.workloadReaders) {
            tabs.append(Tab("Caseloads", CasesRoute.caseloads.link(), isCurrent: current == .caseloads))
        }
        if officer.scopes(for: CasesRoute.setters).contains(.authority) {
            tabs.append(Tab("Points and limits", CasesRoute.settings.link(), isCurrent: current == .settings))
        }
        return tabs.count > 1 ? tabs : []
    }
}
