import Kernel
import Markup
import Site
import Storage

/// One time that a rhythm falls due: what, when, with whom, and what one may do with it.
enum DutyPage {
    struct Found: Sendable {
        let occurrence: Occurrence
        let rhythm: Rhythm
        let people: RhythmPeople
        let entry: ScheduleBook.Entry
        /// It stands with the officer, or they speak for whoever it stands with.
        let isDoer: Bool
        let isKeeper: Bool
        /// Rounds that could do it.
        let rounds: [(id: ID<AuditRound>, title: String)]
        let roundTitle: String?

        /// As the form showed it: a revision that the record has left behind is refused.
        func asSeen(_ visit: Visit) throws -> Occurrence {
            guard visit.form["revision"] == "\(occurrence.revision)" else {
                throw DoOccurrence.Refused.changedMeanwhile
            }
            return occurrence
        }
    }

    struct Entries {
        var done: Entry
        var move = Entry()
        var assign = Entry()
        var round = Entry()

        init(_ found: Found, _ today: Day) {
            let (year, month, day) = today.civil
            done = Entry(filled: [
                "done-day": "\(day)", "done-month": "\(month)", "done-year": "\(year)",
                "count": found.occurrence.doneCount.map(String.init) ?? "",
                "note": found.occurrence.note ?? "",
            ])
        }

        var errors: [FieldError] { done.errors + move.errors + assign.errors + round.errors }
    }

    static func read(
        _ connection: Connection, _ officer: Officer, _ id: ID<OccurrenceRecord>, on today: Day
    ) throws -> Found {
        guard let occurrence = try RhythmSQL.occurrence(connection, officer.authority, id) else {
            throw NotFound()
        }
        let doer = try Doer.of(officer, connection, on: today)
        guard let rhythm = try RhythmSQL.visible(connection, doer, only: occurrence.rhythm).first else {
            throw NotFound()
        }
        let people = try RhythmPeople.read(connection, officer.authority, line: doer.line)
        let isKeeper = RhythmsPage.mayKeep(rhythm, officer, people, on: today)
        let accountable = people.accountable(occurrence, rhythm)
        let isTheirs = accountable.map { standsWith(officer.person, $0, people) } ?? false
        let rounds =
            isKeeper && rhythm.terms.kind == .sample && occurrence.round == nil
            ? try openRounds(connection, officer, on: today) : []
        let round = try occurrence.round.flatMap { try RoundSQL.round(connection, officer.authority, $0) }
        return Found(
            occurrence: occurrence, rhythm: rhythm, people: people,
            entry: ScheduleBook.entry(occurrence, rhythm, people, on: today),
            isDoer: isTheirs || isKeeper, isKeeper: isKeeper, rounds: rounds, roundTitle: round?.title)
    }

    /// Among those who are to do it, or above them where nobody is there to.
    static func standsWith(_ person: ID<Person>?, _ accountable: Accountable, _ people: RhythmPeople) -> Bool
    {
        guard let person else { return false }
        let doers = people.people(accountable)
        return doers.isEmpty ? people.managers(accountable).contains(person) : doers.contains(person)
    }

    private static func openRounds(
        _ connection: Connection, _ officer: Officer, on today: Day
    ) throws -> [(id: ID<AuditRound>, title: String)] {
        let reach = Reach(officer.scopes(for: SchedulesRoute.keepers))
        return try connection.rows(
            """
            \(reach.subtree)
            SELECT r.id, r.title FROM audit_round r
            WHERE r.authority = $1 AND r.withdrawn_at IS NULL AND r.closed_at IS NULL AND r.is_past = 0
                AND ($2 = 1 OR r.node IN (SELECT id FROM reached))
            ORDER BY r.made_at DESC, r.id DESC LIMIT 50
            """, [.id(officer.authority), .bool(reach.isEverything), .day(today)]
        ) { (id: try $0.id(0), title: try $0.text(1)) }
    }

    // MARK: Page

    static func page(_ found: Found, _ entries: Entries, _ visit: Visit) -> Page {
        let (occurrence, rhythm) = (found.occurrence, found.rhythm)
        return Page(
            "\(rhythm.terms.title), due \(occurrence.dueOn.long)",
            heading: Markup(rhythm.terms.title), section: .audits,
            breadcrumbs: ScheduleCrumbs.rhythm(rhythm),
            facts: [
                Markup("Due \(occurrence.dueOn.weekdayName) \(occurrence.dueOn.long)"),
                Markup(found.entry.who),
            ],
            errors: entries.errors
        ) { m in
            m.p { m in found.entry.state.write(&m, occurrence, visit.today) }
            m.summaryList(rows(found))
            let isOpen = occurrence.finishedOn == nil
            if isOpen, rhythm.terms.kind == .sample, occurrence.round == nil, rhythm.terms.needsFrame {
                sample(found, entries, visit, &m)
            }
            if isOpen, occurrence.round == nil, found.isDoer { done(found, entries, visit, &m) }
            if isOpen, found.isKeeper { keeping(found, entries, visit, &m) }
        }
    }

    private static func rows(_ found: Found) -> [SummaryRow] {
        let occurrence = found.occurrence
        var rows = [
            SummaryRow(
                "What is asked for",
                Markup("\(found.rhythm.terms.kind.words): \(found.rhythm.terms.rhythmWords)")),
            SummaryRow(
                "The day its rhythm gives",
                Markup("\(occurrence.naturalOn.weekdayName) \(occurrence.naturalOn.long)")),
        ]
        if let reason = occurrence.movedReason { rows.append(SummaryRow("Why it was moved", Markup(reason))) }
        if let title = found.roundTitle { rows.append(SummaryRow("The round that does it", Markup(title))) }
        if let count = occurrence.doneCount, case .number(let asked) = found.rhythm.terms.amount {
            rows.append(SummaryRow("Done so far", Markup("\(count) of \(asked)")))
        }
        if let on = occurrence.finishedOn {
            let by = occurrence.doneByName.map { ", said by \($0)" } ?? ""
            rows.append(SummaryRow("Done", Markup("\(on.long)\(by)")))
        }
        if let note = occurrence.note { rows.append(SummaryRow("Note", Markup(note))) }
        return rows
    }

    private static func sample(_ found: Found, _ entries: Entries, _ visit: Visit, _ m: inout Markup) {
        guard found.isKeeper else {
            return m.note("A quality lead makes the round that it is drawn for.")
        }
        m.part("The round that does it") { m in
            m.buttonLink("Make a round for it", to: newRound(found))
            if !found.rounds.isEmpty {
                m.form(to: SchedulesRoute.tieRound.link(found.occurrence.id), key: visit.formKey) { m in
                    m.hiddenField("revision", "\(found.occurrence.revision)")
                    m.select(
                        "round", "Or a round that is under way",
                        [Choice("", "Choose a round")]
                            + found.rounds.map { Choice($0.id.description, $0.title) },
                        in: entries.round)
                    m.button("This round does it", .other)
                }
            }
        }
    }

    /// The set-up of a round, with what the rhythm says filled in.
    static func newRound(_ found: Found) -> String {
        RoundsRoute.new.link(query: Query().with("duty", found.occurrence.id.description))
    }

    private static func done(_ found: Found, _ entries: Entries, _ visit: Visit, _ m: inout Markup) {
        m.part("Say that it is done") { m in
            m.form(to: SchedulesRoute.done.link(found.occurrence.id), key: visit.formKey) { m in
                m.hiddenField("revision", "\(found.occurrence.revision)")
                if case .number(let asked) = found.rhythm.terms.amount {
                    m.textField(
                        "count", "How many are done so far, of \(asked)", in: entries.done,
                        hint: "With fewer than \(asked) it stays open.", width: .short, numeric: true)
                }
                m.dateField("done", "When it was done", in: entries.done)
                m.textArea(
                    "note", "What was done, and where it can be seen", in: entries.done,
                    hint: "Do not name a child.")
                m.button("Keep it as done")
            }
        }
    }

    private static func keeping(_ found: Found, _ entries: Entries, _ visit: Visit, _ m: inout Markup) {
        m.disclosure(
            "Move this one, or give it to somebody else",
            isOpen: !(entries.move.errors + entries.assign.errors).isEmpty
        ) { m in
            m.form(to: SchedulesRoute.move.link(found.occurrence.id), key: visit.formKey) { m in
                m.hiddenField("revision", "\(found.occurrence.revision)")
                m.dateField("due", "New day", in: entries.move)
                m.textField("reason", "Why it is moved", in: entries.move)
                m.button("Move it", .other)
            }
            m.form(to: SchedulesRoute.assign.link(found.occurrence.id), key: visit.formKey) { m in
                m.hiddenField("revision", "\(found.occurrence.revision)")
                m.select(
                    "assigned", "Who does it this time",
                    [Choice("", "Choose somebody")]
                        + found.people.personChoices.map { Choice($0.id.description, $0.words) },
                    in: entries.assign)
                m.button("Give it to them", .other)
            }
        }
    }
}
