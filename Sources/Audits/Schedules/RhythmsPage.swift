import Kernel
import Markup
import Sheets
import Site
import Storage

/// Every rhythm that the officer sees, and one of them with its words and what fell due by it.
extension AuditsFeature {
    func rhythms(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let (rhythms, people) = try await database.read { connection in
            let doer = try Doer.of(officer, connection, on: visit.today)
            return (
                try RhythmSQL.visible(connection, doer),
                try RhythmPeople.read(connection, officer.authority, line: doer.line)
            )
        }
        return .page(RhythmsPage.page(rhythms, people, visit))
    }

    func rhythm(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let id: ID<RhythmRecord> = try visit.id("rhythm")
        try await fillSchedules(officer.authority, at: visit.now, on: visit.today)
        let sources = sources
        let (book, parts) = try await database.read { connection in
            (
                try ScheduleBook.read(
                    connection, officer, only: id, from: Day(number: 0),
                    through: visit.today.adding(days: RhythmDays.horizon + 31), on: visit.today),
                try sources.planWords(connection, officer, visit.today)
            )
        }
        guard let rhythm = book.rhythms.first else { throw NotFound() }
        return .page(RhythmsPage.one(rhythm, book, parts, visit))
    }
}

enum RhythmsPage {
    static func page(_ rhythms: [Rhythm], _ people: RhythmPeople, _ visit: Visit) -> Page {
        let running = rhythms.filter { ($0.endedOn ?? visit.today) >= visit.today }
        return Page(
            "Rhythms", section: .audits, breadcrumbs: ScheduleCrumbs.home,
            deed: visit.officer?.holds(SchedulesRoute.keepers) == true
                ? Link("Set up a rhythm", SchedulesRoute.newRhythm.link()) : nil,
            tabs: AuditTabs.tabs(.schedules, visit.officer),
            sheet: rhythms.isEmpty ? nil : sheet(rhythms, people)
        ) { m in
            m.lead(
                "\(counted(running.count, "thing is", "things are")) done in a rhythm; \(rhythms.count - running.count) ended."
            )
            guard !rhythms.isEmpty else { return }
            m.table(
                "Rhythms",
                [
                    Column("What", .name), Column("How often", .text), Column("Who", .text),
                    Column("From", .text), Column("Comes from", .text),
                ]
            ) { table in
                for rhythm in rhythms {
                    table.row { row in
                        row.cell { m in m.a(rhythm.terms.title, .href(SchedulesRoute.rhythm.link(rhythm.id)))
                        }
                        row.cell("\(rhythm.terms.kind.words): \(rhythm.terms.rhythmWords)")
                        row.cell(people.words(rhythm))
                        row.cell(
                            rhythm.endedOn.map { "\(rhythm.terms.startsOn.short), ended \($0.short)" }
                                ?? rhythm.terms.startsOn.short)
                        row.cell(rhythm.source?.place ?? "Made by hand")
                    }
                }
            }
        }
    }

    private static func sheet(_ rhythms: [Rhythm], _ people: RhythmPeople) -> Sheet {
        Sheet(
            "Rhythms",
            columns: [
                Sheet.Column("What", width: 44), Sheet.Column("Kind", width: 10),
                Sheet.Column("How often", width: 34),
                Sheet.Column("Who", width: 34), Sheet.Column("From", .day), Sheet.Column("Ended", .day),
                Sheet.Column("Why it ended", width: 30), Sheet.Column("The plan’s words", width: 50),
                Sheet.Column("Where they stand", width: 30),
            ]
        ) {
            rhythms.map { rhythm in
                [
                    .text(rhythm.terms.title), .text(rhythm.terms.kind.words),
                    .text(rhythm.terms.rhythmWords),
                    .text(people.words(rhythm)), .day(rhythm.terms.startsOn), .init(rhythm.endedOn),
                    .init(rhythm.endedReason), .init(rhythm.source?.words), .init(rhythm.source?.place),
                ]
            }
        }
    }

    static func one(
        _ rhythm: Rhythm, _ book: ScheduleBook, _ parts: [AuditSources.PlanWords], _ visit: Visit
    ) -> Page {
        let isKeeper =
            visit.officer.map { mayKeep(rhythm, $0, book.people, on: visit.today) } == true
            && (rhythm.endedOn ?? visit.today) >= visit.today
        let counts = Dictionary(
            grouping: book.entries.filter { $0.occurrence.dueOn <= visit.today || !$0.state.isOpen },
            by: \.state
        )
        .mapValues(\.count)
        let entries = book.entries.sorted {
            ($1.occurrence.dueOn, $0.occurrence.id) < ($0.occurrence.dueOn, $1.occurrence.id)
        }
        return Page(
            rhythm.terms.title, section: .audits, breadcrumbs: ScheduleCrumbs.rhythms,
            facts: [Markup(rhythm.terms.rhythmWords), Markup(book.people.words(rhythm))],
            deed: isKeeper ? Link("Change it from a day on", SchedulesRoute.editRhythm.link(rhythm.id)) : nil,
            sheet: nil
        ) { m in
            m.lead(
                "\(counts[.done] ?? 0) done in time, \(counts[.doneLate] ?? 0) late, \((counts[.missed] ?? 0) + (counts[.doneMissed] ?? 0)) missed; \(counts[.late] ?? 0) \((counts[.late] ?? 0) == 1 ? "is" : "are") late now."
            )
            about(rhythm, book, parts, isKeeper: isKeeper, visit, &m)
            m.part("When it falls due") { m in
                if entries.isEmpty {
                    m.p(
                        rhythm.isByEvent
                            ? "It falls due when somebody records that the event took place."
                            : "It has not fallen due yet.")
                } else {
                    SchedulesPage.table(entries, visit.today, &m)
                }
            }
        }
    }

    private static func about(
        _ rhythm: Rhythm, _ book: ScheduleBook, _ parts: [AuditSources.PlanWords], isKeeper: Bool,
        _ visit: Visit, _ m: inout Markup
    ) {
        if let source = rhythm.source {
            let part = parts.first { $0.plan == source.plan && $0.place == source.place }
            m.quote(
                Markup(source.words),
                source: Markup(part.map { "\($0.planTitle), \(source.place)." } ?? source.place),
                see: part.map { Link("See it in the plan", $0.address) })
            if let part, !part.words.contains(source.words) {
                m.note("The plan’s words have changed since this was confirmed.")
            }
        }
        var rows = [
            SummaryRow("First day", Markup(rhythm.terms.startsOn.long)),
            SummaryRow(
                "Part of the organisation",
                Markup(
                    rhythm.terms.node.map { book.people.tree.name($0, on: visit.today) }
                        ?? "The whole authority")),
        ]
        if case .each(let title) = rhythm.terms.doer {
            let names = book.people.holders(of: title, in: rhythm.terms.node, on: visit.today)
                .compactMap { book.people.line.names[$0] }
            rows.append(
                SummaryRow("Today that is", Markup(names.isEmpty ? "nobody" : names.joined(separator: ", "))))
            let vacant = book.people.vacant(title, in: rhythm.terms.node, on: visit.today)
            if !vacant.isEmpty {
                rows.append(SummaryRow("Vacant, so nobody is asked", Markup(vacant.joined(separator: ", "))))
            }
        }
        if let ended = rhythm.endedOn {
            rows.append(SummaryRow("Ended on", Markup("\(ended.long): \(rhythm.endedReason ?? "")")))
        }
        if let follows = rhythm.follows {
            rows.append(
                SummaryRow(
                    "Goes on from", "\(link: "how it was before", to: SchedulesRoute.rhythm.link(follows))"))
        }
        m.summaryList(rows)
        m.buttons { m in
            if rhythm.isByEvent, rhythm.endedOn == nil {
                m.buttonLink("Record that it took place", to: SchedulesRoute.newEvent.link(rhythm.id), .other)
            }
            if isKeeper, rhythm.endedOn == nil {
                m.a("End this rhythm", .href(SchedulesRoute.lastDay.link(rhythm.id)))
            }
        }
    }

    /// A keeper of the part that the rhythm is of.
    static func mayKeep(_ rhythm: Rhythm, _ officer: Officer, _ people: RhythmPeople, on day: Day) -> Bool {
        let scopes = officer.scopes(for: SchedulesRoute.keepers)
        guard let node = rhythm.terms.node else { return scopes.contains(.authority) }
        return people.tree.isWithin(scopes, node, on: day)
    }
}

extension Rhythm {
    var isByEvent: Bool { if case .event = terms.every { true } else { false } }
}
