import Kernel
import Markup
import Sheets
import Site
import Storage

/// What is due, late and missed, by whom. The home of schedules.
extension AuditsFeature {
    func schedules(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        try await fillSchedules(officer.authority, at: visit.now, on: visit.today)
        let book = try await database.read {
            try ScheduleBook.read(
                $0, officer, from: visit.today.adding(days: -SchedulesPage.daysBack),
                through: visit.today.adding(days: SchedulesPage.daysAhead), on: visit.today)
        }
        return .page(SchedulesPage.page(book, SchedulesPage.Choices(visit.query), visit))
    }
}

enum SchedulesPage {
    /// A page looks a year back for what was missed, and three months ahead.
    static let daysBack = 366
    static let daysAhead = 92

    struct Choices: Hashable {
        enum Show: String, CaseIterable {
            case open, late, missed, done, all

            var words: String {
                switch self {
                case .open: "What is to be done"
                case .late: "What is late"
                case .missed: "What was missed"
                case .done: "What was done"
                case .all: "Everything"
                }
            }

            func lets(_ state: Occurrence.State) -> Bool {
                switch self {
                case .open: state.isOpen
                case .late: state == .late
                case .missed: state.isMissed
                case .done: !state.isOpen && state != .missed
                case .all: true
                }
            }
        }

        var show = Show.open
        var kind: Rhythm.Kind?
        var doer = ""

        init(_ query: Fields) {
            show = Show(rawValue: query["show"]) ?? .open
            kind = Rhythm.Kind(rawValue: query["kind"])
            doer = query["doer"]
        }

        var isActive: Bool { show != .open || kind != nil || !doer.isEmpty }

        func lets(_ entry: ScheduleBook.Entry) -> Bool {
            show.lets(entry.state) && (kind.map { $0 == entry.rhythm.terms.kind } ?? true)
                && (doer.isEmpty || entry.accountable?.choice == doer)
        }
    }

    static func page(_ book: ScheduleBook, _ choices: Choices, _ visit: Visit) -> Page {
        let shown = book.entries.filter(choices.lets)
        return Page(
            "Schedules", section: .audits,
            deed: visit.officer?.holds(SchedulesRoute.keepers) == true
                ? Link("Set up a rhythm", SchedulesRoute.newRhythm.link()) : nil,
            tabs: AuditTabs.tabs(.schedules, visit.officer),
            sheet: shown.isEmpty ? nil : sheet(shown, choices)
        ) { m in
            if book.rhythms.isEmpty {
                m.lead("Nothing is done in a rhythm yet.")
                links(visit, &m)
                m.emptyState(
                    "What this will hold",
                    "Samples, reports, surveys and duties that come again and again stand here with the day that each falls due."
                )
                return
            }
            m.honestSentence(sentence(book, visit.today))
            links(visit, &m)
            filterBar(book, choices, &m)
            m.listCount(
                shown: shown.count, of: book.entries.count, "times that something falls due",
                clear: SchedulesRoute.home.link(query: Query().with("show", "all")))
            if shown.isEmpty {
                m.emptyState("Nothing to show", "Nothing that falls due is so. Choose something else above.")
            } else {
                table(shown, visit.today, &m)
            }
            m.note(
                "Missed is what was not done when the next one fell due, or within \(Occurrence.patience) working days of its own day. It stays missed when it is done later."
            )
        }
    }

    static func sentence(_ book: ScheduleBook, _ today: Day) -> Markup {
        let soon = book.entries.count {
            $0.state.isOpen && $0.state != .late && $0.occurrence.dueOn - today <= 31
        }
        let late = book.entries.count { $0.state == .late }
        let missed = book.missed(inMonthOf: today).count
        return
            "\(strong: "\(late) \(late == 1 ? "is" : "are") late") and \(soon) \(soon == 1 ? "falls" : "fall") due within 31 days. \(link: "\(missed) \(missed == 1 ? "was" : "were") missed", to: SchedulesRoute.home.link(query: Query().with("show", "missed"))) in \(Day.monthNames[today.civil.month - 1])."
    }

    private static func links(_ visit: Visit, _ m: inout Markup) {
        m.p { m in
            m.a("All rhythms", .href(SchedulesRoute.rhythms.link()))
            m.add(", ")
            m.a("the year’s calendar", .href(SchedulesRoute.year.link()))
            if visit.officer?.holds(SchedulesRoute.keepers) == true {
                m.add(", ")
                m.a("what plans ask for", .href(SchedulesRoute.proposals.link()))
            }
            m.add(".")
        }
    }

    private static func filterBar(_ book: ScheduleBook, _ choices: Choices, _ m: inout Markup) {
        let entry = Entry(filled: [
            "show": choices.show.rawValue, "kind": choices.kind?.rawValue ?? "", "doer": choices.doer,
        ])
        m.filterBar(to: SchedulesRoute.home.link(), "Show them", isActive: choices.isActive) { m in
            m.select("show", "State", Choices.Show.allCases.map { Choice($0.rawValue, $0.words) }, in: entry)
            m.select(
                "kind", "Kind",
                [Choice("", "Every kind")] + Rhythm.Kind.allCases.map { Choice($0.rawValue, $0.words) },
                in: entry)
            m.select(
                "doer", "Who", [Choice("", "Everybody")] + book.doers.map { Choice($0.key, $0.words) },
                in: entry)
        }
    }

    static func table(_ entries: [ScheduleBook.Entry], _ today: Day, _ m: inout Markup) {
        m.table(
            "What falls due",
            [
                Column("What", .name), Column("Due", .text), Column("Who", .text), Column("State", .text),
            ]
        ) { table in
            for entry in entries {
                table.row { row in
                    row.cell { m in
                        m.a(entry.rhythm.terms.title, .href(SchedulesRoute.due.link(entry.occurrence.id)))
                        m.add(" \(quiet: entry.rhythm.terms.rhythmWords)" as Markup)
                    }
                    row.cell { m in
                        m.add(entry.occurrence.dueOn.short)
                        if entry.occurrence.dueOn != entry.occurrence.naturalOn {
                            m.add(" \(quiet: "moved from \(entry.occurrence.naturalOn.short)")" as Markup)
                        }
                    }
                    row.cell(entry.who)
                    row.cell { m in entry.state.write(&m, entry.occurrence, today) }
                }
            }
        }
    }

    private static func sheet(_ entries: [ScheduleBook.Entry], _ choices: Choices) -> Sheet {
        Sheet(
            "What falls due", note: choices.isActive ? "Only: \(choices.show.words.lowercased())" : nil,
            columns: [
                Sheet.Column("What", width: 44), Sheet.Column("Rhythm", width: 30),
                Sheet.Column("Kind", width: 10),
                Sheet.Column("Due", .day), Sheet.Column("By its rhythm", .day),
                Sheet.Column("Who", width: 30),
                Sheet.Column("State", width: 18), Sheet.Column("Done on", .day),
                Sheet.Column("Why moved", width: 30), Sheet.Column("Note", width: 40),
            ]
        ) {
            entries.map { entry in
                [
                    .text(entry.rhythm.terms.title), .text(entry.rhythm.terms.rhythmWords),
                    .text(entry.rhythm.terms.kind.words), .day(entry.occurrence.dueOn),
                    .day(entry.occurrence.naturalOn), .text(entry.who), .text(entry.state.words),
                    .init(entry.occurrence.finishedOn), .init(entry.occurrence.movedReason),
                    .init(entry.occurrence.note),
                ]
            }
        }
    }
}

extension Occurrence.State {
    /// Shape and word. The shapes of progress: a disc with a tick for what is done, a ring for what is to come.
    var symbol: Symbol {
        switch self {
        case .waiting, .assigned: .grey
        case .done: .blue
        case .doneLate: .green
        case .late: .amber
        case .missed, .doneMissed: .red
        }
    }

    func write(_ m: inout Markup, _ occurrence: Occurrence, _ today: Day) {
        m.tag(symbol, words)
        switch self {
        case .late: m.add(" \(quiet: "by \(counted(today - occurrence.dueOn, "day"))")" as Markup)
        case .done, .doneLate, .doneMissed:
            if let on = occurrence.finishedOn { m.add(" \(quiet: on.short)" as Markup) }
        default: break
        }
    }
}
