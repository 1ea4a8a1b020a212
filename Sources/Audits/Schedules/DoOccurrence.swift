package import Kernel
import Markup
import Site
package import Storage

/// Saying that something that fell due was done: when, a note, and how many where a number is asked for.
package enum DoOccurrence {
    package enum Refused: Refusal {
        case dayMissing
        case dayWrong(String)
        case dayToCome
        case countWrong(Int)
        case noteMissing
        case alreadyDone
        case notYours
        case ownRound
        case changedMeanwhile

        package var field: String? {
            switch self {
            case .dayMissing, .dayWrong, .dayToCome: "done"
            case .countWrong: "count"
            case .noteMissing: "note"
            case .alreadyDone, .notYours, .ownRound, .changedMeanwhile: nil
            }
        }

        package var sentence: String {
            switch self {
            case .dayMissing: "Give the day on which it was done"
            case .dayWrong(let sentence): sentence
            case .dayToCome: "The day lies in the future: say it is done once it is"
            case .countWrong(let asked):
                "Give how many are done so far, as a whole number from 0; \(asked) are asked for"
            case .noteMissing: "Say in a few words what was done, and where it can be seen"
            case .alreadyDone: "This is done already"
            case .notYours: "Whoever it stands with says that it is done, or a quality lead for them"
            case .ownRound: "A round does this: it is done when that round is closed"
            case .changedMeanwhile:
                "Somebody else changed this meanwhile. What holds now stands above: look before you go on"
            }
        }
    }

    package struct Form: Sendable {
        package var on: Day
        package var note: String
        /// How many of the number asked for are done so far; nil where no number is asked for.
        package var count: Int?

        package init(on: Day, note: String, count: Int? = nil) {
            self.on = on
            self.note = note
            self.count = count
        }
    }

    static func decide(_ fields: Fields, _ terms: Rhythm.Terms, on today: Day) throws(Refused) -> Form {
        let day: Day
        switch fields.date("done", called: "the day on which it was done") {
        case .empty: throw .dayMissing
        case .wrong(let sentence): throw .dayWrong(sentence)
        case .day(let given): day = given
        }
        guard day <= today else { throw .dayToCome }
        guard fields["note"].count >= 3 else { throw .noteMissing }
        var count: Int?
        if case .number(let asked) = terms.amount {
            guard let number = Int(fields["count"]), (0...9999).contains(number) else {
                throw .countWrong(asked)
            }
            count = number
        }
        return Form(on: day, note: String(fields["note"].prefix(2000)), count: count)
    }

    /// Keeps it as done; as done in part while fewer are done than are asked for.
    ///
    /// Throws `Refused` for one that is done, that a round does, or that was changed meanwhile.
    package static func act(
        _ form: Form, _ occurrence: Occurrence, _ rhythm: Rhythm, by officer: Officer,
        _ connection: Connection, at now: Instant
    ) throws {
        guard occurrence.finishedOn == nil else { throw Refused.alreadyDone }
        guard occurrence.round == nil else { throw Refused.ownRound }
        var isWhole = true
        if case .number(let asked) = rhythm.terms.amount { isWhole = (form.count ?? 0) >= asked }
        let changed = try connection.run(
            """
            UPDATE occurrence SET done_on = $3, done_at = $4, done_by = $5, done_count = $6, note = $7,
                revision = revision + 1
            WHERE authority = $1 AND id = $2 AND revision = $8 AND done_on IS NULL
            """,
            [
                .id(officer.authority), .id(occurrence.id), .day(isWhole ? form.on : nil), .instant(now),
                .id(officer.account), .int(form.count), .text(form.note), .int(occurrence.revision),
            ])
        guard changed == 1 else { throw Refused.changedMeanwhile }
        let says =
            isWhole
            ? "Done on \(form.on.long): \(rhythm.terms.title), due \(occurrence.dueOn.long)"
            : "\(form.count ?? 0) done so far: \(rhythm.terms.title), due \(occurrence.dueOn.long)"
        try connection.record(
            OccurrenceSQL.event(
                isWhole ? "duty.done" : "duty.partlyDone", occurrence, rhythm, officer, at: now, says: says))
    }
}

enum OccurrenceSQL {
    static func event(
        _ kind: String, _ occurrence: Occurrence, _ rhythm: Rhythm, _ officer: Officer, at now: Instant,
        says: String, reason: String? = nil
    ) -> Event {
        Event(
            authority: officer.authority, at: now, actor: officer.account, kind: kind, subject: "duty",
            subjectID: occurrence.id, plan: rhythm.source?.plan, to: ["says": .string(says)], reason: reason)
    }
}

extension AuditsFeature {
    func occurrence(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let id: ID<OccurrenceRecord> = try visit.id("occurrence")
        let found = try await database.read { try DutyPage.read($0, officer, id, on: visit.today) }
        return .page(DutyPage.page(found, DutyPage.Entries(found, visit.today), visit))
    }

    func markDone(_ visit: Visit) async throws -> Reply {
        try await deed(visit, notice: "It is kept.") { found, officer, connection in
            guard found.isDoer else { throw DoOccurrence.Refused.notYours }
            let form = try DoOccurrence.decide(visit.form, found.rhythm.terms, on: visit.today)
            try DoOccurrence.act(
                form, try found.asSeen(visit), found.rhythm, by: officer, connection, at: visit.now)
        } refused: {
            $0.done = $1
        }
    }

    /// A deed on the page of one duty: what was typed comes back where it is refused.
    func deed(
        _ visit: Visit, notice: String,
        _ act: @escaping @Sendable (DutyPage.Found, Officer, Connection) throws -> Void,
        refused place: (inout DutyPage.Entries, Entry) -> Void
    ) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let id: ID<OccurrenceRecord> = try visit.id("occurrence")
        do {
            try await database.write(for: officer.authority) { connection in
                try act(try DutyPage.read(connection, officer, id, on: visit.today), officer, connection)
            }
            return .redirect(to: SchedulesRoute.due.link(id), notice: notice)
        } catch let refused as any Refusal {
            let found = try await database.read { try DutyPage.read($0, officer, id, on: visit.today) }
            var entries = DutyPage.Entries(found, visit.today)
            place(&entries, visit.entry(refused: refused))
            return .refused(DutyPage.page(found, entries, visit))
        }
    }
}
