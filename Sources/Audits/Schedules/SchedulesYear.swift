import Kernel
import Markup
import Sheets
import Site
import Storage

/// A year of what falls due: a table of twelve months, and a list of its months where it is narrow.
extension AuditsFeature {
    func scheduleYear(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let year = SchedulesYear.year(visit.query["year"], on: visit.today)
        try await fillSchedules(officer.authority, at: visit.now, on: visit.today)
        guard let first = Day(year: year, month: 1, day: 1), let last = Day(year: year, month: 12, day: 31)
        else {
            throw NotFound()
        }
        let book = try await database.read {
            try ScheduleBook.read($0, officer, from: first, through: last, on: visit.today)
        }
        return .page(SchedulesYear.page(book, year, visit))
    }
}

enum SchedulesYear {
    /// A year from 2000 to 2100; the running one for anything else.
    static func year(_ text: String, on today: Day) -> Int {
        Int(text).flatMap { (2000...2100).contains($0) ? $0 : nil } ?? today.civil.year
    }

    static func page(_ book: ScheduleBook, _ year: Int, _ visit: Visit) -> Page {
        let missed = book.entries.count { $0.state.isMissed }
        return Page(
            "What falls due in \(year)", section: .audits, breadcrumbs: ScheduleCrumbs.home,
            sheet: book.entries.isEmpty ? nil : sheet(book, year)
        ) { m in
            m.lead(
                "\(counted(book.entries.count, "thing falls", "things fall")) due in \(year); \(missed) \(missed == 1 ? "was" : "were") missed."
            )
            m.nav(.class("months"), .label("Years")) { m in
                for (step, words) in [(-1, "Before: "), (1, "After: ")] {
                    m.a(
                        "\(words)\(year + step)",
                        .href(SchedulesRoute.year.link(query: Query().with("year", "\(year + step)"))))
                }
            }
            let lines = lines(book)
            if lines.isEmpty {
                m.emptyState(
                    "Nothing falls due in \(year)",
                    "It reaches \(RhythmDays.horizon) days ahead of today, \(visit.today.long).")
            } else {
                table(lines, year, visit.today, &m)
                m.key(
                    [.blue, .green, .grey, .amber, .red],
                    meanings: [
                        .blue: "done in time", .green: "done late", .grey: "to come", .amber: "late",
                        .red: "missed, also where it was done since",
                    ])
                m.note("It reaches \(RhythmDays.horizon) days ahead of today, \(visit.today.long).")
            }
        }
    }

    struct Line {
        let rhythm: Rhythm
        /// By month, 1 to 12.
        let months: [Int: [ScheduleBook.Entry]]
    }

    /// A line for each rhythm that falls due in the year, by title. The month is that of its natural day.
    private static func lines(_ book: ScheduleBook) -> [Line] {
        let all = Dictionary(grouping: book.entries, by: \.rhythm.id)
        return book.rhythms.compactMap { rhythm in
            all[rhythm.id].map { entries in
                Line(
                    rhythm: rhythm, months: Dictionary(grouping: entries) { $0.occurrence.dueOn.civil.month })
            }
        }
    }

    private static func table(_ lines: [Line], _ year: Int, _ today: Day, _ m: inout Markup) {
        m.div(.class("scroll"), Attribute("tabindex", 0), .role("region"), .label("The year \(year)")) { m in
            m.table(
                "What falls due in \(year), a row a rhythm", dense: true,
                [Column("What", .name)]
                    + Day.monthNames.map { Column(String($0.prefix(3)), .text, label: $0) }
            ) { table in
                for line in lines {
                    table.row { row in
                        row.cell { m in
                            m.a(line.rhythm.terms.title, .href(SchedulesRoute.rhythm.link(line.rhythm.id)))
                        }
                        for month in 1...12 {
                            guard let entries = line.months[month] else {
                                row.empty("none")
                                continue
                            }
                            row.cell { m in cell(entries, &m) }
                        }
                    }
                }
            }
        }
    }

    /// One a person or day; more than three of a state are counted.
    private static func cell(_ entries: [ScheduleBook.Entry], _ m: inout Markup) {
        m.ul(.class("plain")) { m in
            if entries.count > 3 {
                for state in Occurrence.State.allCases {
                    let count = entries.count { $0.state == state }
                    if count > 0 { m.li { m in m.tag(state.symbol, "\(count) \(state.words.lowercased())") } }
                }
                return
            }
            for entry in entries {
                m.li { m in
                    m.a(.href(SchedulesRoute.due.link(entry.occurrence.id))) { m in
                        m.tag(entry.state.symbol, "\(entry.occurrence.dueOn.civil.day) \(entry.state.words)")
                    }
                }
            }
        }
    }

    private static func sheet(_ book: ScheduleBook, _ year: Int) -> Sheet {
        Sheet(
            "What falls due in \(year)",
            columns: [
                Sheet.Column("What", width: 44), Sheet.Column("Kind", width: 10), Sheet.Column("Due", .day),
                Sheet.Column("By its rhythm", .day), Sheet.Column("Who", width: 30),
                Sheet.Column("State", width: 18), Sheet.Column("Done on", .day),
            ]
        ) {
            book.entries.map { entry in
                [
                    .text(entry.rhythm.terms.title), .text(entry.rhythm.terms.kind.words),
                    .day(entry.occurrence.dueOn), .day(entry.occurrence.naturalOn), .text(entry.who),
                    .text(entry.state.words), .init(entry.occurrence.finishedOn),
                ]
            }
        }
    }
}
