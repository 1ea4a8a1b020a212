package import Kernel
import Site
package import Storage

/// Moving one day, giving one to somebody else, and tying one to the round that does it. The natural day stays.
package enum MoveOccurrence {
    package enum Refused: Refusal {
        case dayMissing
        case dayWrong(String)
        case dayBehind
        case tooFar
        case reasonMissing
        case personMissing
        case noSuchRound
        case noSample
        case alreadyDone
        case changedMeanwhile

        package var field: String? {
            switch self {
            case .dayMissing, .dayWrong, .dayBehind, .tooFar: "due"
            case .reasonMissing: "reason"
            case .personMissing: "assigned"
            case .noSuchRound: "round"
            case .noSample, .alreadyDone, .changedMeanwhile: nil
            }
        }

        package var sentence: String {
            switch self {
            case .dayMissing: "Give the new day"
            case .dayWrong(let sentence): sentence
            case .dayBehind: "The new day lies in the past: give one that is still to come"
            case .tooFar:
                "The new day lies more than a year from where the rhythm puts it: end or change the rhythm instead"
            case .reasonMissing: "Say why it is moved"
            case .personMissing: "Choose who does it this time"
            case .noSuchRound: "Choose a round of your part that is not withdrawn"
            case .noSample: "Only a sample is done by a round"
            case .alreadyDone: "This is done already"
            case .changedMeanwhile:
                "Somebody else changed this meanwhile. What holds now stands above: look before you go on"
            }
        }
    }

    static func decide(
        _ form: Fields, _ occurrence: Occurrence, on today: Day
    ) throws(Refused) -> (day: Day, reason: String) {
        let day: Day
        switch form.date("due", called: "the new day") {
        case .empty: throw .dayMissing
        case .wrong(let sentence): throw .dayWrong(sentence)
        case .day(let given): day = given
        }
        guard day >= today else { throw .dayBehind }
        guard abs(day - occurrence.naturalOn) <= 366 else { throw .tooFar }
        guard form["reason"].count >= 3 else { throw .reasonMissing }
        return (day, String(form["reason"].prefix(1000)))
    }

    /// Moves it, on to the next working day where the new one is none.
    package static func move(
        _ occurrence: Occurrence, of rhythm: Rhythm, to day: Day, reason: String, by officer: Officer,
        _ connection: Connection, at now: Instant
    ) throws {
        let due = RhythmDays.due(day)
        try set(
            occurrence, "due_on = $4, moved_reason = $5", [.day(due), .text(reason)], officer, connection)
        try connection.record(
            OccurrenceSQL.event(
                "duty.moved", occurrence, rhythm, officer, at: now,
                says: "\(rhythm.terms.title): moved from \(occurrence.dueOn.long) to \(due.long)",
                reason: reason))
    }

    package static func assign(
        _ occurrence: Occurrence, of rhythm: Rhythm, to person: ID<Person>, called name: String,
        by officer: Officer, _ connection: Connection, at now: Instant
    ) throws {
        try set(occurrence, "assigned = $4", [.id(person)], officer, connection)
        try connection.record(
            OccurrenceSQL.event(
                "duty.assigned", occurrence, rhythm, officer, at: now,
                says: "\(rhythm.terms.title), due \(occurrence.dueOn.long): given to \(name)"))
    }

    /// Ties the sample that fell due to the round that does it: it is done when that round closes.
    ///
    /// The set-up of a round calls it where the round was begun from a duty.
    package static func tie(
        _ occurrence: Occurrence, of rhythm: Rhythm, to round: Round, by officer: Officer,
        _ connection: Connection, at now: Instant
    ) throws {
        guard rhythm.terms.kind == .sample else { throw Refused.noSample }
        guard round.withdrawn == nil else { throw Refused.noSuchRound }
        try set(occurrence, "round = $4", [.id(round.id)], officer, connection)
        try connection.record(
            OccurrenceSQL.event(
                "duty.roundMade", occurrence, rhythm, officer, at: now,
                says:
                    "\(rhythm.terms.title), due \(occurrence.dueOn.long): done by the round “\(round.title)”")
        )
    }

    private static func set(
        _ occurrence: Occurrence, _ columns: String, _ values: [SQLValue], _ officer: Officer,
        _ connection: Connection
    ) throws {
        guard occurrence.finishedOn == nil else { throw Refused.alreadyDone }
        let changed = try connection.run(
            """
            UPDATE occurrence SET \(columns), revision = revision + 1
            WHERE authority = $1 AND id = $2 AND revision = $3 AND done_on IS NULL
            """, [.id(officer.authority), .id(occurrence.id), .int(occurrence.revision)] + values)
        guard changed == 1 else { throw Refused.changedMeanwhile }
    }
}

extension AuditsFeature {
    func moveOccurrence(_ visit: Visit) async throws -> Reply {
        try await deed(visit, notice: "It is moved. The day that its rhythm gives stays beside it.") {
            found, officer, connection in
            guard found.isKeeper else { throw NotFound() }
            let (day, reason) = try MoveOccurrence.decide(visit.form, found.occurrence, on: visit.today)
            try MoveOccurrence.move(
                try found.asSeen(visit), of: found.rhythm, to: day, reason: reason, by: officer, connection,
                at: visit.now)
        } refused: {
            $0.move = $1
        }
    }

    func assignOccurrence(_ visit: Visit) async throws -> Reply {
        try await deed(visit, notice: "It stands with them this time.") { found, officer, connection in
            guard found.isKeeper else { throw NotFound() }
            guard let person: ID<Person> = visit.form.id("assigned"),
                let name = found.people.line.names[person]
            else { throw MoveOccurrence.Refused.personMissing }
            try MoveOccurrence.assign(
                try found.asSeen(visit), of: found.rhythm, to: person, called: name, by: officer, connection,
                at: visit.now)
        } refused: {
            $0.assign = $1
        }
    }

    func tieRound(_ visit: Visit) async throws -> Reply {
        try await deed(visit, notice: "The round does it. It is done when the round closes.") {
            found, officer, connection in
            guard found.isKeeper else { throw NotFound() }
            guard let id: ID<AuditRound> = visit.form.id("round"),
                found.rounds.contains(where: { $0.id == id }),
                let round = try RoundSQL.round(connection, officer.authority, id)
            else { throw MoveOccurrence.Refused.noSuchRound }
            try MoveOccurrence.tie(
                try found.asSeen(visit), of: found.rhythm, to: round, by: officer, connection, at: visit.now)
        } refused: {
            $0.round = $1
        }
    }
}
