import Indicators
import Kernel
import Markup
import Sheets
import Site
import Storage
import Timescales

/// Who holds how many cases, by team; by worker for their own line and the quality lead.
extension MeasuresFeature {
    func caseloads(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let today = visit.today
        let team: ID<Node>? = visit.query.id("team")
        let sources = cases
        let read: @Sendable (Connection, Set<Role>, ID<Node>?) throws -> Workload? = {
            connection, roles, team in
            try Workload.read(
                connection, officer.authority, within: officer.scopes(for: roles), team: team,
                try sources.register(connection, officer.authority), on: today)
        }
        let isNamed = officer.holds(CasesRoute.workerReaders)
        let found = try await database.write(for: officer.authority) { connection in
            let found = (
                teams: try read(connection, CasesRoute.workloadReaders, nil),
                workers: isNamed ? try read(connection, CasesRoute.workerReaders, team) : nil
            )
            if let workers = found.workers {
                try connection.record(
                    Event(
                        authority: officer.authority, at: visit.now, actor: officer.account,
                        kind: "caseloads.viewed", subject: "case list", subjectID: workers.asAt.description,
                        to: [
                            "says": .string(
                                "Looked at the caseloads of \(counted(workers.workers.count, "worker")), data of \(workers.asAt.long)"
                            )
                        ]))
            }
            return found
        }
        return .page(CaseloadsPage.page(found.teams, found.workers, team, visit))
    }
}

enum CaseloadsPage {
    static func page(_ teams: Workload?, _ workers: Workload?, _ team: ID<Node>?, _ visit: Visit) -> Page {
        guard let teams else {
            return Page("Caseloads", section: .today, tabs: CaseTabs.tabs(.caseloads, visit)) { m in
                m.emptyState(
                    "No case list yet",
                    "Once an Annex A file is loaded, this page shows how many cases each team and worker holds."
                )
            }
        }
        return Page(
            "Caseloads", section: .today, facts: facts(teams, visit.today),
            tabs: CaseTabs.tabs(.caseloads, visit), sheet: sheet(workers ?? teams, named: workers != nil)
        ) { m in
            m.honestSentence(sentence(teams))
            m.note(limits(teams.settings))
            m.part("Teams") { teamTable(teams, named: workers != nil, &$0) }
            if let workers { m.part("Workers") { workerTable(workers, teams, team, &$0) } }
            m.note(
                "A child is counted once, under the first of: in care, on a protection plan, child in need, being assessed, care leaver. The file knows no hours: a caseload is not divided by whole-time equivalents."
            )
        }
    }

    private static func facts(_ load: Workload, _ today: Day) -> [Markup] {
        let age = WorkingCalendar.englandAndWales.between(load.asAt, today)
        return [
            "Data as at \(load.asAt.long), \(strong: "\(counted(age, "working day")) old")",
            Markup(counted(load.teams.count, "team")), Markup(counted(load.workers.count, "worker")),
        ]
    }

    private static func sentence(_ load: Workload) -> Markup {
        let cases = load.teams.reduce(0) { $0 + $1.cases }
        let none = load.teams.reduce(0) { $0 + $1.unallocated }
        let over = load.workers.count { $0.isOver(load.settings) }
        var sentence: Markup =
            "\(strong: counted(cases, "child", "children")) \(cases == 1 ? "has" : "have") an open case; \(strong: none == 0 ? "every one has a worker" : "\(none) \(none == 1 ? "has" : "have") no worker")."
        sentence.add(
            over == 0
                ? " No worker is over the limits."
                : " \(counted(over, "worker")) \(over == 1 ? "is" : "are") over the limits." as Markup)
        if load.hasRegister {
            let off = load.workers.count { $0.isOnRegister == false }
            if off > 0 {
                sentence.add(
                    " \(counted(off, "holder")) of cases \(off == 1 ? "is" : "are") not on the register of qualified workers."
                        as Markup)
            }
        }
        return sentence
    }

    private static func limits(_ settings: CaseSettings) -> Markup {
        "The authority’s limits: \(settings.mostCases) cases or \(settings.mostPoints) points for a worker, \(settings.mostWorkers) workers for a team. There is no national limit."
    }

    private static func teamTable(_ load: Workload, named: Bool, _ m: inout Markup) {
        m.table(
            "Teams and their cases", dense: load.teams.count > 20,
            [
                Column("Team", .name), Column("Cases", .number), Column("No worker", .number),
                Column("Workers", .number), Column("Middle caseload", .number, label: "Middle"),
                Column("Largest", .number), Column("Section 47s open", .number, label: "Section 47s"),
                Column("Over a limit", .number, label: "Over"),
            ]
        ) { table in
            for team in load.teams {
                table.row { row in
                    row.cell { m in
                        if named, let node = team.node {
                            m.a(
                                team.name,
                                .href(
                                    CasesRoute.caseloads.link(query: Query().with("team", node.description))))
                        } else {
                            m.add(team.name)
                        }
                        if let kind = team.kind { m.note(Markup(kind)) }
                    }
                    row.cell(team.cases)
                    row.cell { m in
                        if team.unallocated > 0 { m.strong("\(team.unallocated)") } else { m.add(0) }
                    }
                    row.cell { m in
                        m.add(team.workers.count)
                        if team.workers.count > load.settings.mostWorkers {
                            m.note("more than \(load.settings.mostWorkers)")
                        }
                    }
                    if let median = team.median { row.cell(text(median)) } else { row.empty("no worker") }
                    if let most = team.workers.map(\.count).max() {
                        row.cell(most)
                    } else {
                        row.empty("no worker")
                    }
                    row.cell(team.enquiries)
                    row.cell(team.workers.count { $0.isOver(load.settings) })
                }
            }
        }
    }

    private static func text(_ number: Double) -> String {
        number == number.rounded() ? "\(Int(number))" : "\(number)"
    }

    private static func workerTable(
        _ load: Workload, _ teams: Workload, _ team: ID<Node>?, _ m: inout Markup
    ) {
        let all = load.workers.sorted {
            ($1.points(load.settings), $0.name) < ($0.points(load.settings), $1.name)
        }
        if let team, let name = teams.teams.first(where: { $0.node == team })?.name {
            m.p("Workers of \(name). \(link: "Show every team", to: CasesRoute.caseloads.link())")
        }
        guard !all.isEmpty else {
            m.emptyState("Nobody holds a case here", "Cases without a worker are counted with their team.")
            return
        }
        let columns = [
            Column("Worker", .name), Column("Team"), Column("Cases", .number), Column("Points", .number),
            Column("In care", .number), Column("Protection", .number), Column("In need", .number),
            Column("Assessment", .number), Column("Leavers", .number),
            Column("Section 47s open", .number, label: "Section 47s"), Column("Notice"),
        ]
        m.table("Workers and their cases, the most points first", dense: true, columns) { table in
            for worker in all {
                table.row { row in
                    row.cell(worker.name)
                    row.cell(worker.team)
                    row.cell(worker.count)
                    row.cell(worker.points(load.settings))
                    for status in OpenCase.Status.allCases { row.cell(worker.cases[status] ?? 0) }
                    row.cell(worker.enquiries)
                    let notice = notice(worker, load)
                    if notice.isEmpty { row.empty("nothing to notice") } else { row.cell(notice) }
                }
            }
        }
    }

    static func notice(_ worker: Workload.Holding, _ load: Workload) -> String {
        var parts: [String] = []
        if worker.count > load.settings.mostCases { parts.append("Over \(load.settings.mostCases) cases") }
        if worker.points(load.settings) > load.settings.mostPoints {
            parts.append("Over \(load.settings.mostPoints) points")
        }
        if worker.isOnRegister == false { parts.append("Not on the register") }
        if let found = worker.registered {
            if found.isNewlyQualified { parts.append("Newly qualified") }
            if found.isAgency { parts.append("Agency") }
            if let time = found.wholeTime, time < 1 { parts.append("Works \(text(time)) of full time") }
        }
        return parts.joined(separator: "; ")
    }

    private static func sheet(_ load: Workload, named: Bool) -> Sheet {
        var columns = [Sheet.Column("Team"), Sheet.Column("Kind of team")]
        if named { columns.append(Sheet.Column("Worker")) }
        columns += [Sheet.Column("Cases", .number), Sheet.Column("Points", .number)]
        columns += OpenCase.Status.allCases.map { Sheet.Column($0.words, .number) }
        columns.append(Sheet.Column("Section 47s open", .number))
        if named { columns.append(Sheet.Column("Notice")) }
        return Sheet("Caseloads", note: "Data as at \(load.asAt.long)", columns: columns) {
            load.teams.flatMap { team in
                (named ? team.holdings : [merged(team)]).map { holding in
                    var row: [Sheet.Cell] = [.text(team.name), .init(team.kind)]
                    if named { row.append(.text(holding.key.isEmpty ? "Not allocated" : holding.name)) }
                    row += [.init(holding.count), .init(holding.points(load.settings))]
                    row += OpenCase.Status.allCases.map { .init(holding.cases[$0] ?? 0) }
                    row.append(.init(holding.enquiries))
                    if named { row.append(.init(notice(holding, load))) }
                    return row
                }
            }
        }
    }

    private static func merged(_ team: Workload.Team) -> Workload.Holding {
        var all = Workload.Holding(node: team.node, team: team.name, key: "", name: "")
        for holding in team.holdings {
            all.cases.merge(holding.cases, uniquingKeysWith: +)
            all.enquiries += holding.enquiries
        }
        return all
    }
}
