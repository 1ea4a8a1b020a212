package import Kernel
package import Storage

/// Reading and keeping rhythms and what falls due by them.
package enum RhythmSQL {
    static let columns = """
        r.id, r.kind, r.title, r.amount, r.amount_kind, r.of_what, r.every, r.span, r.event, r.month_end,
        r.doer_post, r.doer_person, r.each_title, r.tool, r.node, r.plan, r.source_place, r.source_words,
        r.starts_on, r.follows, r.ended_on, r.ended_reason, r.revision
        """

    /// What the officer may see: rhythms of their part, of plans that they reach, and those that they, or whoever answers
    /// to them, have to do.
    static func visible(_ reach: Reach, _ doer: Doer) -> String {
        let mine = doer.answersAs.union(doer.reports)
        let people = mine.compactMap { $0.person?.rawValue }.sorted().map(String.init).joined(separator: ", ")
        let theirs =
            people.isEmpty
            ? "1 = 0"
            : """
            EXISTS (SELECT 1 FROM occurrence v WHERE v.authority = r.authority AND v.rhythm = r.id
                AND (v.person IN (\(people)) OR v.assigned IN (\(people))))
            """
        return """
            ($2 = 1 OR r.node IN (SELECT id FROM reached) OR r.plan IN (\(reach.planList))
                OR \(Doer.inSQL(mine, post: "r.doer_post", person: "r.doer_person")) OR \(theirs))
            """
    }

    /// The confirmed rhythms that the officer may see, by title.
    package static func visible(
        _ connection: Connection, _ doer: Doer, only id: ID<RhythmRecord>? = nil
    ) throws -> [Rhythm] {
        let reach = Reach(doer.officer.scopes(for: SchedulesRoute.readers))
        return try connection.rows(
            """
            \(reach.subtree)
            SELECT \(columns) FROM rhythm r
            WHERE r.authority = $1 AND r.confirmed_at IS NOT NULL AND \(visible(reach, doer))
                \(id.map { "AND r.id = \($0.rawValue)" } ?? "")
            ORDER BY r.title, r.id
            """,
            [.id(doer.officer.authority), .bool(reach.isEverything), .day(doer.today)], rhythm)
    }

    /// Every confirmed rhythm, whoever asks: for making what falls due.
    static func all(_ connection: Connection, _ authority: ID<Authority>) throws -> [Rhythm] {
        try connection.rows(
            """
            SELECT \(columns) FROM rhythm r WHERE r.authority = $1 AND r.confirmed_at IS NOT NULL ORDER BY r.id
            """, [.id(authority)], rhythm)
    }

    private static func rhythm(_ row: Row) throws -> Rhythm {
        let amount = try row.intOrNil(3).map { number in
            try row.textOrNil(4) == "percent" ? Rhythm.Amount.percent(number) : .number(number)
        }
        let span = Rhythm.Span(rawValue: try row.text(7))
        let every: Rhythm.Every =
            try span.map { .time(try row.int(6), $0) } ?? .event(try row.textOrNil(8) ?? "event")
        let doer: Rhythm.Doing
        if let post: ID<Post> = try row.idOrNil(10) {
            doer = .post(post)
        } else if let person: ID<Person> = try row.idOrNil(11) {
            doer = .person(person)
        } else {
            doer = .each(try row.textOrNil(12) ?? "")
        }
        let source = try (row.idOrNil(15) as ID<PlanRecord>?).map {
            Rhythm.Source(plan: $0, place: try row.textOrNil(16) ?? "", words: try row.textOrNil(17) ?? "")
        }
        return Rhythm(
            id: try row.id(0),
            terms: Rhythm.Terms(
                kind: Rhythm.Kind(rawValue: try row.text(1)) ?? .duty, title: try row.text(2), amount: amount,
                ofWhat: try row.text(5), every: every, startsOn: try row.day(18),
                isMonthEnd: try row.bool(9), doer: doer, tool: try row.idOrNil(13), node: try row.idOrNil(14)),
            source: source, follows: try row.idOrNil(19), endedOn: try row.dayOrNil(20),
            endedReason: try row.textOrNil(21), revision: try row.int(22))
    }

    // MARK: Occurrences

    /// What falls due from that day through that one by those rhythms, the first due first.
    package static func occurrences(
        _ connection: Connection, _ authority: ID<Authority>, of rhythms: [ID<RhythmRecord>],
        from first: Day, through last: Day
    ) throws -> [Occurrence] {
        guard !rhythms.isEmpty else { return [] }
        let list = rhythms.map { String($0.rawValue) }.joined(separator: ", ")
        return try connection.rows(
            """
            \(occurrenceColumns) WHERE o.authority = $1 AND o.rhythm IN (\(list))
                AND o.due_on >= $2 AND o.due_on <= $3
            ORDER BY o.due_on, o.rhythm, o.person, o.number
            """, [.id(authority), .day(first), .day(last)], occurrence)
    }

    static func occurrence(
        _ connection: Connection, _ authority: ID<Authority>, _ id: ID<OccurrenceRecord>
    ) throws -> Occurrence? {
        try connection.first(
            "\(occurrenceColumns) WHERE o.authority = $1 AND o.id = $2", [.id(authority), .id(id)], occurrence
        )
    }

    private static let occurrenceColumns = """
        SELECT o.id, o.rhythm, o.natural_on, o.person, o.due_on, o.moved_reason, o.assigned, a.id, a.closed_at,
            o.done_count, o.done_on, o.done_by, c.name, o.note, o.revision
        FROM occurrence o
        LEFT JOIN audit_round a ON a.authority = o.authority AND a.id = o.round AND a.withdrawn_at IS NULL
        LEFT JOIN account c ON c.authority = o.authority AND c.id = o.done_by
        """

    private static func occurrence(_ row: Row) throws -> Occurrence {
        let person = try row.integer(3)
        return Occurrence(
            id: try row.id(0), rhythm: try row.id(1), naturalOn: try row.day(2),
            person: person == 0 ? nil : ID(person), dueOn: try row.day(4),
            movedReason: try row.textOrNil(5), assigned: try row.idOrNil(6), round: try row.idOrNil(7),
            roundClosedOn: try row.instantOrNil(8)?.inLondon.day, doneCount: try row.intOrNil(9),
            doneOn: try row.dayOrNil(10), doneBy: try row.idOrNil(11), doneByName: try row.textOrNil(12),
            note: try row.textOrNil(13), revision: try row.int(14))
    }
}
