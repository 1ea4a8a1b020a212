import Kernel
import Storage

/// What the officer sees of schedules between two days: rhythms, what falls due by them, and with whom it stands.
struct ScheduleBook: Sendable {
    struct Entry: Sendable {
        let occurrence: Occurrence
        let rhythm: Rhythm
        let state: Occurrence.State
        let accountable: Accountable?
        let who: String
    }

    let rhythms: [Rhythm]
    let entries: [Entry]
    let people: RhythmPeople
    let today: Day

    static func read(
        _ connection: Connection, _ officer: Officer, only id: ID<RhythmRecord>? = nil, from first: Day,
        through last: Day, on today: Day
    ) throws -> ScheduleBook {
        let doer = try Doer.of(officer, connection, on: today)
        let rhythms = try RhythmSQL.visible(connection, doer, only: id)
        let people = try RhythmPeople.read(connection, officer.authority, line: doer.line)
        let known = Dictionary(uniqueKeysWithValues: rhythms.map { ($0.id, $0) })
        let occurrences = try RhythmSQL.occurrences(
            connection, officer.authority, of: rhythms.map(\.id), from: first, through: last)
        return ScheduleBook(
            rhythms: rhythms,
            entries: occurrences.compactMap { occurrence in
                guard let rhythm = known[occurrence.rhythm] else { return nil }
                return entry(occurrence, rhythm, people, on: today)
            }, people: people, today: today)
    }

    static func entry(
        _ occurrence: Occurrence, _ rhythm: Rhythm, _ people: RhythmPeople, on today: Day
    ) -> Entry {
        let accountable = people.accountable(occurrence, rhythm)
        return Entry(
            occurrence: occurrence, rhythm: rhythm, state: occurrence.state(rhythm, on: today),
            accountable: accountable, who: people.words(accountable))
    }

    /// What turned missed in the month of that day.
    func missed(inMonthOf day: Day) -> [Entry] {
        let (year, month, _) = day.civil
        return entries.filter { entry in
            guard entry.state.isMissed else { return false }
            let since = entry.occurrence.missedFrom(entry.rhythm).civil
            return since.year == year && since.month == month
        }
    }

    /// Whoever something stands with, for choosing.
    var doers: [(key: String, words: String)] {
        var found: [String: String] = [:]
        for entry in entries {
            if let accountable = entry.accountable { found[accountable.choice] = entry.who }
        }
        return found.map { (key: $0.key, words: $0.value) }.sorted { ($0.words, $0.key) < ($1.words, $1.key) }
    }
}
