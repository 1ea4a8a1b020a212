import Kernel
import Site
import Storage
import Timescales

extension AuditsWork {
    /// It is in the in-tray so many working days before its day.
    static let dutyNotice = 5

    /// What falls due by a rhythm: for whoever does it from five working days before, and once it is late for their line
    /// manager too. What was missed stands on the page of schedules, and no longer here.
    static func duties(
        _ connection: Connection, _ officer: Officer, on today: Day
    ) throws -> [WorkItem] {
        guard officer.holds(SchedulesRoute.readers), let person = officer.person else { return [] }
        let calendar = WorkingCalendar.englandAndWales
        let last = calendar.adding(dutyNotice, to: today)
        // Nothing that is not done yet is older than its patience.
        let first = calendar.adding(-Occurrence.patience - 1, to: today)
        let rhythms = try RhythmSQL.all(connection, officer.authority)
        guard !rhythms.isEmpty else { return [] }
        let known = Dictionary(uniqueKeysWithValues: rhythms.map { ($0.id, $0) })
        let line = try LineSQL.line(connection, officer.authority, on: today)
        let people = try RhythmPeople.read(connection, officer.authority, line: line)
        return try RhythmSQL.occurrences(
            connection, officer.authority, of: rhythms.map(\.id), from: first, through: last
        ).compactMap { occurrence in
            guard let rhythm = known[occurrence.rhythm] else { return nil }
            return item(occurrence, rhythm, people, officer, person, on: today)
        }
    }

    private static func item(
        _ occurrence: Occurrence, _ rhythm: Rhythm, _ people: RhythmPeople, _ officer: Officer,
        _ person: ID<Person>, on today: Day
    ) -> WorkItem? {
        let state = occurrence.state(rhythm, on: today)
        guard state.isOpen, let accountable = people.accountable(occurrence, rhythm) else { return nil }
        let title = "\(rhythm.terms.title): \(occurrence.dueOn.long)"
        let address = SchedulesRoute.due.link(occurrence.id)
        let doers = people.people(accountable)
        let managers = people.managers(accountable)
        if doers.contains(person) {
            let why =
                state == .late
                ? "It fell due on \(occurrence.dueOn.long), and nobody has said that it is done."
                : occurrence.round != nil
                    ? "It is done when its round is closed." : "You do it \(rhythm.terms.every.words)."
            return WorkItem(.duty, title, address, why: why, due: occurrence.dueOn)
        }
        if doers.isEmpty {
            let isAbove =
                managers.contains(person)
                || managers.isEmpty && RhythmsPage.mayKeep(rhythm, officer, people, on: today)
            guard isAbove else { return nil }
            return WorkItem(
                .duty, title, address,
                why: "Nobody is there to do it (\(people.line.words(accountable))), so it stands with you.",
                due: occurrence.dueOn)
        }
        guard state == .late, managers.contains(person) else { return nil }
        return WorkItem(
            .duty, title, address,
            why: "\(people.words(accountable)) answers to you; it fell due on \(occurrence.dueOn.long).",
            due: occurrence.dueOn)
    }
}
