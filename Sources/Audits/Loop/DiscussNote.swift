package import Kernel
import Site
package import Storage

/// Recording that a practice note was discussed in supervision, with whom and when: by their own manager.
package enum DiscussNote {
    static func decide(
        _ workers: [ID<Person>], on day: Day, _ supervision: Supervision, by person: ID<Person>?,
        today: Day
    ) throws(StepRefused) -> Set<ID<Person>> {
        let mine = supervision.workers(of: person)
        guard !workers.isEmpty else { throw StepRefused("Choose with whom you discussed it", "worker") }
        guard workers.allSatisfy(mine.contains) else {
            throw StepRefused("Only a worker’s own manager records what was discussed with them", "worker")
        }
        guard day <= today else {
            throw StepRefused("That day has not come yet: give the day of the supervision", "on")
        }
        return Set(workers)
    }

    package static func act(
        _ note: ID<PracticeNoteRecord>, with workers: [ID<Person>], on day: Day, by officer: Officer,
        at now: Instant, today: Day, _ connection: Connection
    ) throws {
        guard let held = try NoteSQL.notes(connection, officer.authority, only: note).first else {
            throw NotFound()
        }
        _ = try NotesFound.round(connection, officer, held.round, on: today)
        let supervision = try Supervision.read(connection, officer.authority, on: today)
        let people = try decide(workers, on: day, supervision, by: officer.person, today: today)
        try connection.insert(
            into: "note_discussed", ["authority", "note", "person", "discussed_on", "by_person", "at"],
            rows: people.sorted().map {
                [
                    .id(officer.authority), .id(note), .id($0), .day(day), .id(officer.person), .instant(now),
                ]
            })
        try connection.record(
            Event(
                authority: officer.authority, at: now, actor: officer.account, kind: "practiceNote.discussed",
                subject: "practice note", subjectID: note,
                to: [
                    "says": .string(
                        "Discussed a practice note in supervision with \(counted(people.count, "worker"))")
                ]))
    }
}

extension AuditsFeature {
    func discussPracticeNote(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let id: ID<PracticeNoteRecord> = try visit.id("note")
        do {
            let day: Day
            switch visit.form.date("on", called: "the supervision") {
            case .day(let given): day = given
            case .empty: throw StepRefused("Give the day of the supervision", "on")
            case .wrong(let sentence): throw StepRefused(sentence, "on")
            }
            let workers = visit.form.all("worker").compactMap { ID<Person>($0) }
            try await database.write(for: officer.authority) {
                try DiscussNote.act(
                    id, with: workers, on: day, by: officer, at: visit.now, today: visit.today, $0)
            }
            return .redirect(to: LoopRoute.note.link(id), notice: "The discussion is recorded.")
        } catch let refused as StepRefused {
            return .refused(try await practiceNote(id, refused, visit))
        }
    }
}
