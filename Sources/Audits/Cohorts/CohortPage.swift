import Kernel
import Markup
import Sheets
import Site
import Statistics
import Storage

/// One cohort: how it stands, what it came to, and its children as far as the officer may see them.
extension AuditsFeature {
    func cohort(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let id: ID<Cohort> = try visit.id("cohort")
        let filter = CohortSQL.Filter(visit.query)
        let (now, today, offset) = (visit.now, visit.today, (visit.query.page - 1) * CohortPage.pageSize)
        let found = try await database.write(for: officer.authority) { connection in
            try CohortPage.read(
                connection, officer, id, filter, on: today, at: now, limit: CohortPage.pageSize,
                offset: offset)
        }
        return .page(CohortPage.page(found, filter, Entry(), visit).offering(sheet(found, filter, visit)))
    }

    private func sheet(_ found: CohortPage.Found, _ filter: CohortSQL.Filter, _ visit: Visit) -> Sheet {
        let (database, officer, now, today) = (database, visit.officer, visit.now, visit.today)
        let id = found.cohort.id
        return CohortPage.sheet(found, filter) {
            guard let officer else { return [] }
            let all = try await database.write(for: officer.authority) {
                try CohortPage.read($0, officer, id, filter, on: today, at: now, limit: 100_000, offset: 0)
            }
            return CohortPage.rows(all)
        }
    }
}

extension CohortSQL.Filter {
    init(_ query: Fields) {
        self.init(state: CohortChild.State(rawValue: query["state"]), team: query["team"])
    }

    var query: Query { Query().with("state", state?.rawValue ?? "").with("team", team) }
}

enum CohortPage {
    static let pageSize = 50

    struct Found: Sendable {
        var cohort: CohortRecord
        var view: CohortView
        var tally: CohortTally
        var children: [CohortChild] = []
        var total = 0
        var teams: [String] = []
        var naming: CohortNaming
        var isKept: Bool

        var figures: CohortFigures { CohortFigures(tally, view) }
    }

    /// Reads what the officer may see and records the look at its children.
    static func read(
        _ connection: Connection, _ officer: Officer, _ id: ID<Cohort>, _ filter: CohortSQL.Filter,
        on today: Day, at now: Instant, limit: Int, offset: Int
    ) throws -> Found {
        guard let cohort = try CohortSQL.cohort(connection, officer.authority, id) else { throw NotFound() }
        let tree = try UnitTree.read(connection, officer.authority)
        let view = CohortView.of(officer, cohort, tree, on: today)
        let tallies = try CohortSQL.tallies(connection, officer.authority, view.scopes, of: id, on: today)
        if case .part = view, tallies[id] == nil { throw NotFound() }
        var found = Found(
            cohort: cohort, view: view, tally: tallies[id] ?? CohortTally(),
            naming: CohortNaming(officer: officer, tree: tree, today: today),
            isKept: tree.isWithin(officer.scopes(for: CohortsRoute.keepers), cohort.node, on: today))
        guard view != .counts else { return found }
        (found.children, found.total) = try CohortSQL.children(
            connection, officer.authority, id, view.scopes, filter, on: today, limit: limit, offset: offset)
        found.teams = try CohortSQL.teams(connection, officer.authority, id, view.scopes, on: today)
        try found.naming.note(found.children, of: cohort, at: now, connection)
        return found
    }

    static func page(
        _ found: Found, _ filter: CohortSQL.Filter, _ entry: Entry, _ visit: Visit
    ) -> Page {
        let cohort = found.cohort
        return Page(
            cohort.title, section: .audits, breadcrumbs: CohortsPage.crumbs,
            facts: [Markup("List of \(cohort.listOn.long)"), Markup(cohort.listWords)], errors: entry.errors
        ) { m in
            m.honestSentence(sentence(found))
            m.p("Each conference is asked: \(cohort.question)")
            result(found, &m)
            if found.view == .counts {
                counts(found.figures, &m)
            } else {
                children(found, filter, visit, &m)
            }
            if found.isKept { figuresForm(found, entry, visit, &m) }
        }
    }

    /// "Of 151 children 109 go on, 40 have ended and 2 were decided otherwise. None is still to come."
    static func sentence(_ found: Found) -> Markup {
        let figures = found.figures
        let whose = if case .part = found.view { "your " } else { "" }
        guard !figures.hidesSome else {
            return
                "Every child of the list is reviewed at their own next conference. Small numbers are withheld below."
        }
        let tally = found.tally
        var parts = ["\(tally.continued) \(tally.continued == 1 ? "goes" : "go") on"]
        parts.append("\(tally.ended) \(tally.ended == 1 ? "has" : "have") ended")
        if tally.other > 0 {
            parts.append("for \(tally.other) something else was decided")
        }
        let decided = parts.dropLast().joined(separator: ", ") + " and " + (parts.last ?? "")
        let rest: Markup =
            tally.open == 0
            ? "None is still to be decided."
            : "\(strong: "\(tally.open)") \(tally.open == 1 ? "is" : "are") not decided yet, \(strong: "\(tally.late) of them late")."
        return
            "Of \(whose)\(strong: counted(tally.children, "child", "children")) \(decided). \(rest)"
    }

    private static func counts(_ figures: CohortFigures, _ m: inout Markup) {
        m.part("How it stands") { m in
            m.summaryList(
                zip(CohortFigures.heads, figures.all).map { SummaryRow($0, Markup($1.words)) })
            if figures.hidesSome { m.note(CohortFigures.note) }
        }
    }

    private static func result(_ found: Found, _ m: inout Markup) {
        guard found.tally.decided > 0 else { return }
        // Beside a withheld figure no share of it may stand; a part of the children is no result of the list.
        if !found.figures.hidesSome, found.view == .whole || found.view == .counts { shares(found, &m) }
        guard found.view == .whole || found.view == .counts, !found.figures.hidesSome,
            let change = CohortShares.change(found.cohort, children: found.tally.children),
            found.view == .whole || !SmallNumber.hides(change.after) && !SmallNumber.hides(change.before)
        else { return }
        m.part("How it changed") { m in
            m.p(changed(change, found.cohort))
        }
    }

    private static func shares(_ found: Found, _ m: inout Markup) {
        let lines = CohortShares.lines(found.tally)
        guard found.view == .whole || !lines.contains(where: { SmallNumber.hides($0.share) }) else { return }
        m.part("What was decided", note: Markup(CohortShares.label(found.tally))) { m in
            m.table(
                "What was decided",
                [
                    Column("Decision", .name), Column("Children", .number), Column("Share", .number),
                    Column("19 chances in 20", .number, label: "Interval"),
                ]
            ) { table in
                for line in lines {
                    table.row { row in
                        row.cell(line.words)
                        row.cell("\(line.share.count) of \(line.share.total)")
                        row.cell("\(line.share.percentage() ?? "")%")
                        row.cell(
                            CohortShares.percents(line.interval, of: line.share)
                        )
                    }
                }
            }
            if found.view == .whole, found.tally.dated > 0 {
                m.p(
                    "\(found.tally.inTime) of \(found.tally.dated) were decided by the day that was set first."
                )
            }
            if found.view == .whole, found.tally.looked > 0 {
                m.p(
                    "\(counted(found.tally.looked, "ended one")) \(found.tally.looked == 1 ? "was" : "were") looked at again; \(found.tally.again) of them \(found.tally.again == 1 ? "needs" : "need") it again."
                )
            }
        }
    }

    static func changed(_ change: CohortShares.Change, _ cohort: CohortRecord) -> Markup {
        func share(_ share: Share) -> String {
            "\(share.percentage(decimals: 1) ?? "")%, \(share.count) of \(share.total)"
        }
        let way = change.difference < 0 ? "fell" : "rose"
        let first: Markup =
            "The share was \(share(change.before)), on \(cohort.listOn.long), and is \(strong: share(change.after)), on \(cohort.after?.on.long ?? ""). It \(way) by \(CohortShares.points(abs(change.difference))) points (19 chances in 20: from \(CohortShares.points(change.interval.lower)) to \(CohortShares.points(change.interval.upper)))."
        return change.isWithinChance
            ? "\(first) \(strong: "This cannot be told from no change.")"
            : "\(first) This is more than chance alone would make."
    }

    // MARK: The children

    private static func children(
        _ found: Found, _ filter: CohortSQL.Filter, _ visit: Visit, _ m: inout Markup
    ) {
        m.part("The children") { m in
            let here = CohortsRoute.cohort.link(found.cohort.id)
            let entry = Entry(filled: ["state": filter.state?.rawValue ?? "", "team": filter.team])
            m.filterBar(to: here, "Show children", isActive: filter != CohortSQL.Filter()) { m in
                m.select(
                    "state", "State",
                    [Choice("", "All")] + CohortChild.State.allCases.map { Choice($0.rawValue, $0.words) },
                    in: entry)
                if found.teams.count > 1 {
                    m.select(
                        "team", "Team", [Choice("", "All teams")] + found.teams.map { Choice($0, $0) },
                        in: entry)
                }
            }
            m.listCount(
                shown: found.total, of: found.tally.children, "children", clear: here)
            guard !found.children.isEmpty else { return }
            table(found, visit.today, &m)
            m.pagination(page: visit.query.page, size: pageSize, total: found.total) {
                CohortsRoute.cohort.link(found.cohort.id, query: filter.query.with("page", $0))
            }
            if found.children.contains(where: found.naming.hasAccess) {
                m.note("Case references only, no names. Each look is recorded.")
            }
        }
    }

    private static func table(_ found: Found, _ today: Day, _ m: inout Markup) {
        m.table(
            "Children of the cohort, what is open first", dense: found.children.count > 20,
            [
                Column("Child", .name), Column("Team"), Column("Holder"),
                Column("Conference"), Column("State"), Column("Looked at again"),
            ]
        ) { table in
            for child in found.children {
                table.row { row in
                    row.cell { m in
                        m.a(
                            found.naming.name(child),
                            .href(CohortsRoute.child.link(found.cohort.id, child.number)))
                    }
                    if child.team.isEmpty { row.empty("no team") } else { row.cell(child.team) }
                    // A worker is named to the line of their cases and to quality assurance.
                    if found.naming.hasAccess(child), !child.holder.isEmpty {
                        row.cell(child.holder)
                    } else {
                        row.empty("not shown")
                    }
                    if let due = child.dueOn { row.cell(moved(due, child)) } else { row.empty("no date") }
                    row.cell(state(child, today))
                    if let look = look(child) { row.cell(look) } else { row.empty("not ended") }
                }
            }
        }
    }

    private static func moved(_ due: Day, _ child: CohortChild) -> Markup {
        guard let first = child.firstDueOn, first != due else { return Markup(due.short) }
        return "\(due.short) \(quiet: "first \(first.short)")"
    }

    static func state(_ child: CohortChild, _ today: Day) -> String {
        if let decision = child.decision { return "\(decision.what.words), \(decision.on.short)" }
        guard let due = child.dueOn else { return "No conference date yet" }
        return child.isLate(on: today) ? "Late by \(counted(today - due, "day"))" : "Still to come"
    }

    static func look(_ child: CohortChild) -> String? {
        child.looked?.words ?? child.lookOn.map { "On \($0.short)" }
    }

    // MARK: Taking it away

    static func sheet(
        _ found: Found, _ filter: CohortSQL.Filter,
        _ rows: @escaping @Sendable () async throws -> [[Sheet.Cell]]
    ) -> Sheet {
        guard found.view != .counts else {
            return Sheet(
                found.cohort.title, columns: [Sheet.Column("What"), Sheet.Column("Children")],
                rows: { zip(CohortFigures.heads, found.figures.all).map { [.text($0), .text($1.words)] } })
        }
        return Sheet(
            found.cohort.title, note: filter.state.map { "Only: \($0.words)" },
            columns: [
                Sheet.Column("Child"), Sheet.Column("Team"), Sheet.Column("Conference", .day),
                Sheet.Column("First set for", .day), Sheet.Column("Decision"),
                Sheet.Column("Decided on", .day),
                Sheet.Column("Look again on", .day), Sheet.Column("Looked at again"),
            ], rows: rows)
    }

    static func rows(_ found: Found) -> [[Sheet.Cell]] {
        found.children.map { child in
            [
                .text(found.naming.name(child)), .init(child.team), .init(child.dueOn),
                .init(child.firstDueOn), .init(child.decision?.what.words), .init(child.decision?.on),
                .init(child.lookOn), .init(child.looked?.words),
            ]
        }
    }
}
