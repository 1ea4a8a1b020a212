package import Kernel
import Markup
import Site
package import Storage

/// Recording that an event took place that a rhythm goes by: what it asks for falls due then.
package enum RecordEvent {
    package enum Refused: Refusal {
        case dayMissing
        case dayWrong(String)
        case dayToCome
        case dayBeforeStart(Day)
        case notByEvent
        case personMissing

        package var field: String? {
            switch self {
            case .dayMissing, .dayWrong, .dayToCome, .dayBeforeStart: "on"
            case .personMissing: "person"
            case .notByEvent: nil
            }
        }

        package var sentence: String {
            switch self {
            case .dayMissing: "Give the day on which it took place"
            case .dayWrong(let sentence): sentence
            case .dayToCome: "The day lies in the future: record it once it took place"
            case .dayBeforeStart(let day): "The rhythm counts from \(day.long) on"
            case .notByEvent: "This rhythm falls due by the calendar, not by an event"
            case .personMissing: "Choose whose event it was"
            }
        }
    }

    static func decide(_ form: Fields, _ rhythm: Rhythm, on today: Day) throws(Refused) -> Day {
        guard rhythm.isByEvent, rhythm.endedOn == nil else { throw .notByEvent }
        switch form.date("on", called: "the day on which it took place") {
        case .empty: throw .dayMissing
        case .wrong(let sentence): throw .dayWrong(sentence)
        case .day(let day):
            guard day <= today else { throw .dayToCome }
            guard day >= rhythm.terms.startsOn else { throw .dayBeforeStart(rhythm.terms.startsOn) }
            return day
        }
    }

    /// Makes what falls due by the event; for the one whose event it was where each of several does it.
    package static func act(
        _ rhythm: Rhythm, on day: Day, of person: ID<Person>?, by officer: Officer,
        _ connection: Connection, at now: Instant
    ) throws -> ID<OccurrenceRecord> {
        let number = try connection.first(
            """
            SELECT COALESCE(MAX(number), 0) + 1 FROM occurrence
            WHERE authority = $1 AND rhythm = $2 AND natural_on = $3 AND person = $4
            """,
            [.id(officer.authority), .id(rhythm.id), .day(day), .integer(person?.rawValue ?? 0)]
        ) { try $0.int(0) }
        let id = ID<OccurrenceRecord>.make(at: now)
        try connection.insert(
            into: "occurrence", ["authority", "id", "rhythm", "natural_on", "person", "number", "due_on"],
            rows: [
                [
                    .id(officer.authority), .id(id), .id(rhythm.id), .day(day),
                    .integer(person?.rawValue ?? 0), .int(number ?? 1), .day(RhythmDays.due(day)),
                ]
            ])
        try connection.record(
            RhythmWriting.event(
                "rhythm.event", rhythm.id, officer, at: now, plan: rhythm.source?.plan,
                says: "\(rhythm.terms.title): \(rhythm.terms.every.words) of \(day.long) recorded"))
        return id
    }
}

extension AuditsFeature {
    func newEvent(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let found = try await eventToRecord(visit, officer)
        let (year, month, day) = visit.today.civil
        let entry = Entry(filled: [
            "on-day": "\(day)", "on-month": "\(month)", "on-year": "\(year)",
            "person": officer.person?.description ?? "",
        ])
        return .page(RecordEvent.page(found, entry, visit))
    }

    func addEvent(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let found = try await eventToRecord(visit, officer)
        do {
            let day = try RecordEvent.decide(visit.form, found.rhythm, on: visit.today)
            var person: ID<Person>?
            if !found.people.isEmpty {
                person = visit.form.id("person")
                guard found.people.contains(where: { $0.id == person }) else {
                    throw RecordEvent.Refused.personMissing
                }
            }
            let whose = person
            let id = try await database.write(for: officer.authority) {
                try RecordEvent.act(found.rhythm, on: day, of: whose, by: officer, $0, at: visit.now)
            }
            return .redirect(
                to: SchedulesRoute.due.link(id), notice: "It is recorded, and this falls due by it.")
        } catch let refused as RecordEvent.Refused {
            return .refused(RecordEvent.page(found, visit.entry(refused: refused), visit))
        }
    }

    /// For whoever does it, or keeps the rhythm; not found for everybody else.
    private func eventToRecord(_ visit: Visit, _ officer: Officer) async throws -> RecordEvent.Found {
        let id: ID<RhythmRecord> = try visit.id("rhythm")
        return try await database.read { connection in
            let doer = try Doer.of(officer, connection, on: visit.today)
            guard let rhythm = try RhythmSQL.visible(connection, doer, only: id).first, rhythm.isByEvent
            else {
                throw NotFound()
            }
            let people = try RhythmPeople.read(connection, officer.authority, line: doer.line)
            let isKeeper = RhythmsPage.mayKeep(rhythm, officer, people, on: visit.today)
            switch rhythm.terms.doer {
            case .each(let title):
                let all = people.holders(of: title, in: rhythm.terms.node, on: visit.today)
                let offered = isKeeper ? all : all.filter { doer.answers(for: .person($0)) }
                guard !offered.isEmpty else { throw NotFound() }
                return RecordEvent.Found(
                    rhythm: rhythm, people: offered.map { (id: $0, name: people.line.names[$0] ?? "") })
            case .post(let post):
                guard isKeeper || DutyPage.standsWith(officer.person, .post(post), people) else {
                    throw NotFound()
                }
            case .person(let person):
                guard isKeeper || DutyPage.standsWith(officer.person, .person(person), people) else {
                    throw NotFound()
                }
            }
            return RecordEvent.Found(rhythm: rhythm, people: [])
        }
    }
}

extension RecordEvent {
    struct Found: Sendable {
        let rhythm: Rhythm
        /// For whom it may be recorded; empty where one post or person does it.
        let people: [(id: ID<Person>, name: String)]
    }

    static func page(_ found: Found, _ entry: Entry, _ visit: Visit) -> Page {
        Page(
            "Record that it took place", section: .audits, breadcrumbs: ScheduleCrumbs.rhythm(found.rhythm),
            errors: entry.errors
        ) { m in
            m.lead("“\(found.rhythm.terms.title)” falls due \(found.rhythm.terms.every.words).")
            m.form(to: SchedulesRoute.addEvent.link(found.rhythm.id), key: visit.formKey) { m in
                m.dateField("on", "When it took place", in: entry)
                if !found.people.isEmpty {
                    m.select(
                        "person", "Whose it was",
                        [Choice("", "Choose somebody")]
                            + found.people.map { Choice($0.id.description, $0.name) },
                        in: entry)
                }
                m.button("Record it")
            }
        }
    }
}
