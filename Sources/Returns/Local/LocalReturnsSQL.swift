package import Kernel
package import Storage

/// Reading local returns. Every statement runs on both engines.
package enum LocalReturnsSQL {
    /// Every local return of the authority with its versions, questions and senders, by name; ended ones too.
    package static func definitions(
        _ connection: Connection, _ authority: ID<Authority>, only: ID<LocalReturn>? = nil
    ) throws -> [LocalDefinition] {
        // No second argument where nothing is narrowed: the key begins with the authority either way.
        let which: [SQLValue] = [.id(authority)] + (only.map { [.id($0)] } ?? [])
        func narrowed(_ column: String) -> String { only == nil ? "" : " AND \(column) = $2" }
        let versions = Dictionary(
            grouping: try connection.rows(
                """
                SELECT local_return, from_day, name, purpose, rhythm, due_kind, due_number, grace, least_answers
                FROM local_return_version WHERE authority = $1\(narrowed("local_return"))
                ORDER BY local_return, from_day, number
                """, which, terms), by: \.0)
        let questions = Dictionary(
            grouping: try connection.rows(
                """
                SELECT local_return, from_day, key, position, is_asked, kind, words, of_words, definition, better,
                    unit, options, balance_in, balance_out, reason
                FROM local_question WHERE authority = $1\(narrowed("local_return"))
                ORDER BY local_return, key, from_day, number
                """, which, question), by: \.0)
        let senders = Dictionary(
            grouping: try connection.rows(
                """
                SELECT local_return, id, node, post, person, from_day, until_day FROM local_sender
                WHERE authority = $1\(narrowed("local_return")) ORDER BY local_return, from_day, id
                """, which
            ) { row -> (ID<LocalReturn>, LocalSender) in
                (
                    try row.id(0),
                    LocalSender(
                        id: try row.id(1), node: try row.id(2), post: try row.idOrNil(3),
                        person: try row.idOrNil(4), from: try row.day(5), until: try row.dayOrNil(6))
                )
            }, by: \.0)
        return try connection.rows(
            """
            SELECT id, key, kind, template, ended_on, revision FROM local_return
            WHERE authority = $1\(narrowed("id")) ORDER BY id
            """, which
        ) { row -> LocalDefinition? in
            let id: ID<LocalReturn> = try row.id(0)
            let terms = latestOfEachDay(versions[id]?.map(\.1) ?? []) { $0.from }
            guard !terms.isEmpty else { return nil }
            let asked = Dictionary(grouping: questions[id]?.map(\.1) ?? [], by: \.question.key)
            return LocalDefinition(
                id: id, key: try row.text(1), kind: ReturnTerms.Kind(rawValue: try row.text(2)) ?? .units,
                template: try row.textOrNil(3), endedOn: try row.dayOrNil(4), revision: try row.int(5),
                versions: terms,
                questions: asked.mapValues { latestOfEachDay($0) { $0.from } },
                senders: senders[id]?.map(\.1) ?? [])
        }
        .compactMap { $0 }.sorted { $0.name < $1.name }
    }

    package static func definition(
        _ connection: Connection, _ authority: ID<Authority>, _ id: ID<LocalReturn>
    ) throws -> LocalDefinition? {
        try definitions(connection, authority, only: id).first
    }

    /// Of what was said for one day only the last holds; the rows come in the order in which they were said.
    private static func latestOfEachDay<Version>(
        _ versions: [Version], _ day: (Version) -> Day
    ) -> [Version] {
        var found: [Version] = []
        for version in versions {
            if let last = found.last, day(last) == day(version) { found.removeLast() }
            found.append(version)
        }
        return found
    }

    private static func terms(_ row: Row) throws -> (ID<LocalReturn>, ReturnTerms) {
        guard let rhythm = ReturnRhythm(rawValue: try row.text(4)),
            let due = DueRule(kind: try row.text(5), number: try row.int(6))
        else { throw StorageError.fault("A local return has a rule that is none.") }
        return (
            try row.id(0),
            ReturnTerms(
                from: try row.day(1), name: try row.text(2), purpose: try row.text(3), rhythm: rhythm,
                due: due,
                grace: try row.int(7), leastAnswers: try row.int(8))
        )
    }

    private static func question(_ row: Row) throws -> (ID<LocalReturn>, QuestionVersion) {
        guard let kind = LocalQuestion.Kind(rawValue: try row.text(5)),
            let better = LocalQuestion.Better(rawValue: try row.text(9))
        else { throw StorageError.fault("A question of a local return is of no known kind.") }
        let balance: LocalQuestion.Balance? =
            if let into = try row.textOrNil(12), let out = try row.textOrNil(13) {
                LocalQuestion.Balance(into: into, out: out)
            } else { nil }
        return (
            try row.id(0),
            QuestionVersion(
                from: try row.day(1),
                question: LocalQuestion(
                    try row.text(2), kind, try row.text(6), of: try row.text(7),
                    definition: try row.text(8), better: better, options: options(try row.json(11)),
                    balance: balance, unit: try row.text(10)),
                isAsked: try row.bool(4), position: try row.int(3), reason: try row.textOrNil(14))
        )
    }

    private static func options(_ json: JSON) -> [LocalQuestion.Option] {
        (json.array ?? []).map {
            LocalQuestion.Option(
                $0["code"]?.string ?? "", $0["words"]?.string ?? "", isGood: $0["good"] == .bool(true))
        }
    }
}

// MARK: What was sent

extension LocalReturnsSQL {
    /// Every vintage that was sent for periods that end from one day to another, the first of each first.
    package static func sent(
        _ connection: Connection, _ authority: ID<Authority>, _ local: ID<LocalReturn>, from first: Day,
        through last: Day, node: ID<Node>? = nil
    ) throws -> [LocalSent] {
        let values: [SQLValue] =
            [.id(authority), .id(local), .day(first), .day(last)] + (node.map { [.id($0)] } ?? [])
        let rows = """
            FROM local_sent s
            WHERE s.authority = $1 AND s.local_return = $2 AND s.period_end >= $3 AND s.period_end <= $4\
            \(node == nil ? "" : " AND s.node = $5")
            """
        var found = try connection.rows(
            """
            SELECT s.id, s.node, s.period_end, s.number, s.at, s.on_day, s.by_name, s.is_nil, s.source, s.reason
            \(rows) ORDER BY s.period_end, s.node, s.number
            """, values
        ) { row in
            LocalSent(
                id: try row.id(0), node: try row.id(1), periodEnd: try row.day(2), number: try row.int(3),
                at: try row.instant(4), on: try row.day(5), by: try row.text(6), isNil: try row.bool(7),
                source: LocalSent.Source(rawValue: try row.text(8)) ?? .page, reason: try row.textOrNil(9),
                answers: [:])
        }
        let places = Dictionary(uniqueKeysWithValues: found.indices.map { (found[$0].id, $0) })
        let answers = try connection.rows(
            """
            SELECT a.sent, a.question, a.count, a.base, a.reasons, a.words, a.note FROM local_answer a
            WHERE a.authority = $1 AND a.sent IN (SELECT s.id \(rows))
            """, values
        ) { row in
            (
                try row.id(0) as ID<LocalSent>, try row.text(1),
                LocalAnswer(
                    count: try row.intOrNil(2), base: try row.intOrNil(3),
                    reasons: reasons(try row.jsonOrNil(4)), text: try row.textOrNil(5),
                    note: try row.textOrNil(6))
            )
        }
        for (sent, question, answer) in answers {
            if let place = places[sent] { found[place].answers[question] = answer }
        }
        return found
    }

    private static func reasons(_ json: JSON?) -> [String: Int] {
        guard case .object(let members)? = json else { return [:] }
        return Dictionary(
            members.map { ($0.key, $0.value.integer ?? 0) }, uniquingKeysWith: { first, _ in first })
    }
}

extension LocalReturnsSQL {
    /// What was sent for those periods, named by their last days, without the answers: one query for many returns.
    static func heads(
        _ connection: Connection, _ authority: ID<Authority>, _ periods: [ID<LocalReturn>: [Day]]
    ) throws -> [ID<LocalReturn>: SentBook] {
        let wanted = periods.sorted { $0.key < $1.key }.filter { !$0.value.isEmpty }
        guard !wanted.isEmpty else { return [:] }
        var values: [SQLValue] = [.id(authority)]
        // The numbers are our own identities, never text from outside.
        let parts = wanted.map { local, ends in
            let places = ends.map { end -> String in
                values.append(.day(end))
                return "$\(values.count)"
            }
            return "(local_return = \(local.rawValue) AND period_end IN (\(places.joined(separator: ", "))))"
        }
        let rows = try connection.rows(
            """
            SELECT local_return, id, node, period_end, number, at, on_day, by_name, is_nil, source, reason
            FROM local_sent WHERE authority = $1 AND (\(parts.joined(separator: " OR ")))
            """, values
        ) { row -> (ID<LocalReturn>, LocalSent) in
            (
                try row.id(0),
                LocalSent(
                    id: try row.id(1), node: try row.id(2), periodEnd: try row.day(3), number: try row.int(4),
                    at: try row.instant(5), on: try row.day(6), by: try row.text(7), isNil: try row.bool(8),
                    source: LocalSent.Source(rawValue: try row.text(9)) ?? .page,
                    reason: try row.textOrNil(10), answers: [:])
            )
        }
        return Dictionary(grouping: rows, by: \.0).mapValues { SentBook($0.map(\.1)) }
    }
}
