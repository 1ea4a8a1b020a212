import Kernel
import Markup
import Sheets
import Site
import Storage

/// Every cohort, with how far it has come as far as the officer may see it.
extension AuditsFeature {
    func cohorts(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let today = visit.today
        let rows = try await database.read { try CohortsPage.read($0, officer, on: today) }
        return .page(CohortsPage.page(rows, visit))
    }
}

enum CohortsPage {
    static let crumbs = [
        Link("Audits", RoundsRoute.home.link()), Link("Cohort reviews", CohortsRoute.list.link()),
    ]

    struct Line: Sendable {
        let cohort: CohortRecord
        let figures: CohortFigures
        let isPart: Bool
    }

    static func read(_ connection: Connection, _ officer: Officer, on today: Day) throws -> [Line] {
        let cohorts = try CohortSQL.cohorts(connection, officer.authority)
        guard !cohorts.isEmpty else { return [] }
        let tree = try UnitTree.read(connection, officer.authority)
        let all = try CohortSQL.tallies(connection, officer.authority, [.authority], on: today)
        let scopes = officer.scopes(for: RoundsRoute.caseAccess)
        let own = try CohortSQL.tallies(connection, officer.authority, scopes, on: today)
        return cohorts.compactMap { cohort in
            let view = CohortView.of(officer, cohort, tree, on: today)
            switch view {
            case .whole, .counts:
                let tally = all[cohort.id] ?? CohortTally()
                return Line(cohort: cohort, figures: CohortFigures(tally, view), isPart: false)
            case .part:
                // A cohort without one of their children is not theirs to see.
                guard let tally = own[cohort.id] else { return nil }
                return Line(cohort: cohort, figures: CohortFigures(tally, view), isPart: true)
            }
        }
    }

    static func page(_ lines: [Line], _ visit: Visit) -> Page {
        let isKeeper = visit.officer?.holds(CohortsRoute.keepers) ?? false
        return Page(
            "Cohort reviews", section: .audits,
            deed: isKeeper ? Link("Begin a cohort review", CohortsRoute.new.link()) : nil,
            tabs: AuditTabs.tabs(.cohorts, visit.officer), sheet: lines.isEmpty ? nil : sheet(lines)
        ) { m in
            guard !lines.isEmpty else {
                m.lead(
                    "No cohort is under review. A cohort is a list of children each of whom is reviewed at their own next conference."
                )
                return
            }
            m.lead(
                "\(counted(lines.count, "list")) of children \(lines.count == 1 ? "is" : "are") reviewed child by child, each at their own next conference."
            )
            m.table(
                "Cohorts",
                [Column("Cohort", .name), Column("List of")]
                    + CohortFigures.heads.map { Column($0, .number) }
            ) { table in
                for line in lines {
                    table.row { row in
                        row.cell { m in
                            m.a(line.cohort.title, .href(CohortsRoute.cohort.link(line.cohort.id)))
                            if line.isPart { m.note("Your own children of it") }
                        }
                        row.cell(line.cohort.listOn.short)
                        for figure in line.figures.all { row.cell(figure.words) }
                    }
                }
            }
            if lines.contains(where: \.figures.hidesSome) { m.note(CohortFigures.note) }
        }
    }

    private static func sheet(_ lines: [Line]) -> Sheet {
        Sheet(
            "Cohort reviews",
            columns: [Sheet.Column("Cohort", width: 32), Sheet.Column("List of", .day)]
                + CohortFigures.heads.map { Sheet.Column($0) }
        ) {
            lines.map { line in
                [.text(line.cohort.title), .day(line.cohort.listOn)]
                    + line.figures.all.map { .text($0.words) }
            }
        }
    }
}
