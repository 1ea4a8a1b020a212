package import Kernel
package import Storage

/// Making what falls due up to 400 days ahead. Doing it again makes nothing twice: the key is the rhythm, its natural
/// day and the person.
package enum FillOccurrences {
    struct New: Hashable {
        let rhythm: ID<RhythmRecord>
        let naturalOn: Day
        let person: ID<Person>?
    }

    struct Change {
        var made: [New] = []
        /// Days to come that stand for somebody who will not hold the post then.
        var gone: [ID<OccurrenceRecord>] = []
        var isEmpty: Bool { made.isEmpty && gone.isEmpty }
    }

    /// What is to be made and unmade so that what falls due stands through the horizon.
    static func change(
        _ connection: Connection, _ authority: ID<Authority>, on today: Day
    ) throws -> Change {
        let rhythms = try RhythmSQL.all(connection, authority)
        guard !rhythms.isEmpty else { return Change() }
        let line = try LineSQL.line(connection, authority, on: today)
        let people = try RhythmPeople.read(connection, authority, line: line)
        var standing: Set<New> = []
        var open: [New: ID<OccurrenceRecord>] = [:]
        let rows = try connection.rows(
            """
            SELECT rhythm, natural_on, person, id,
                CASE WHEN done_on IS NULL AND round IS NULL AND assigned IS NULL AND moved_reason IS NULL
                    AND done_count IS NULL THEN 1 ELSE 0 END
            FROM occurrence WHERE authority = $1
            """, [.id(authority)]
        ) { row in
            let person = try row.integer(2)
            return (
                New(
                    rhythm: try row.id(0), naturalOn: try row.day(1),
                    person: person == 0 ? nil : ID(person)), try row.id(3) as ID<OccurrenceRecord>,
                try row.bool(4)
            )
        }
        for (key, id, isUntouched) in rows {
            standing.insert(key)
            if isUntouched, key.naturalOn > today, key.person != nil { open[key] = id }
        }
        var change = Change()
        for rhythm in rhythms {
            let days = RhythmDays.natural(
                rhythm.terms, endedOn: rhythm.endedOn, through: today.adding(days: RhythmDays.horizon))
            for day in days {
                let wanted: [ID<Person>?] =
                    if case .each(let title) = rhythm.terms.doer {
                        people.holders(of: title, in: rhythm.terms.node, on: day)
                    } else {
                        [nil]
                    }
                for person in wanted {
                    let key = New(rhythm: rhythm.id, naturalOn: day, person: person)
                    open[key] = nil
                    if !standing.contains(key) { change.made.append(key) }
                }
            }
            // An event that is recorded for a day to come is somebody's word, and stays.
            if case .event = rhythm.terms.every { open = open.filter { $0.key.rhythm != rhythm.id } }
        }
        change.gone = open.values.sorted()
        return change
    }

    /// Makes them. Nothing that somebody touched is taken away.
    @discardableResult
    package static func fill(
        _ connection: Connection, _ authority: ID<Authority>, at now: Instant, on today: Day
    ) throws -> Int {
        let change = try change(connection, authority, on: today)
        guard !change.isEmpty else { return 0 }
        for id in change.gone {
            try connection.run(
                "DELETE FROM occurrence WHERE authority = $1 AND id = $2", [.id(authority), .id(id)])
        }
        try connection.insert(
            into: "occurrence", ["authority", "id", "rhythm", "natural_on", "person", "due_on"],
            rows: change.made.map { new in
                [
                    .id(authority), .id(ID<OccurrenceRecord>.make(at: now)), .id(new.rhythm),
                    .day(new.naturalOn), .integer(new.person?.rawValue ?? 0),
                    .day(RhythmDays.due(new.naturalOn)),
                ]
            })
        try connection.record(
            Event(
                authority: authority, at: now, actor: nil, kind: "schedule.filled", subject: "schedule",
                subjectID: today.description,
                to: [
                    "says": .string(
                        "\(counted(change.made.count, "day")) made of what falls due, \(change.gone.count) taken away"
                    )
                ]))
        return change.made.count
    }
}

extension AuditsFeature {
    /// Makes what is missing before a page of schedules is shown. Mostly nothing is, and then nothing is written.
    func fillSchedules(_ authority: ID<Authority>, at now: Instant, on today: Day) async throws {
        let isComplete = try await database.read {
            try FillOccurrences.change($0, authority, on: today).isEmpty
        }
        guard !isComplete else { return }
        _ = try await database.write(for: authority) {
            try FillOccurrences.fill($0, authority, at: now, on: today)
        }
    }
}
