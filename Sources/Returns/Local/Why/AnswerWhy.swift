package import Kernel
import Markup
import Sheets
import Site
package import Storage

/// The owner of the identities of questions about figures.
package enum FigureQuestion {}

/// Answering why a figure is as it is. An answer is kept; a further one adds to it.
package enum AnswerWhy {
    struct Answer: Sendable {
        let on: Day
        let by: String
        let words: String
        let action: String?
    }

    struct Question: Sendable {
        let id: ID<FigureQuestion>
        let figure: AskWhy.Figure
        let words: String
        let askedOn: Day
        let askedBy: String
        let askedAccount: ID<Account>
        let askedOf: ID<Person>
        let askedOfName: String
        let answerBy: Day
        var answers: [Answer] = []
    }

    package enum Refused: String, Refusal {
        case notAsked = "Only whoever is asked, or acts for them, answers"
        case wordsMissing = "Say why it is so"

        package var field: String? { self == .wordsMissing ? "words" : nil }
    }

    static func decide(_ words: String, isAsked: Bool) throws(Refused) {
        guard isAsked else { throw .notAsked }
        guard words.count >= 3 else { throw .wordsMissing }
    }

    /// Keeps the answer in one transaction. `action` says what will be done, where something will.
    package static func answer(
        _ id: ID<FigureQuestion>, words: String, action: String?, isAsked: Bool, by officer: Officer,
        _ connection: Connection, at now: Instant, on today: Day
    ) throws {
        try decide(words, isAsked: isAsked)
        try connection.run(
            """
            INSERT INTO figure_answer (authority, question, number, at, on_day, account, by_name, words, action_words)
            VALUES ($1, $2, (SELECT COALESCE(MAX(a.number), 0) + 1 FROM figure_answer a
                WHERE a.authority = $1 AND a.question = $2), $3, $4, $5, $6, $7, $8)
            """,
            [
                .id(officer.authority), .id(id), .instant(now), .day(today), .id(officer.account),
                .text(officer.name), .text(words), .optional(action),
            ])
        try connection.record(
            Event(
                authority: officer.authority, at: now, actor: officer.account, kind: "figure.answered",
                subject: "figure question", subjectID: id,
                to: ["says": .string(action == nil ? "Answered" : "Answered, and something will be done")]))
    }
}

enum WhySQL {
    /// Questions, the newest first, each with its answers.
    static func questions(
        _ connection: Connection, _ authority: ID<Authority>, only: ID<FigureQuestion>? = nil
    ) throws -> [AnswerWhy.Question] {
        let values: [SQLValue] = [.id(authority)] + (only.map { [.id($0)] } ?? [])
        var found = try connection.rows(
            """
            SELECT q.id, q.measure, q.measure_name, q.period_end, q.node, q.signal, q.words, q.asked_on, q.asked_by,
                q.asked_account, q.asked_of, p.name, q.answer_by
            FROM figure_question q JOIN person p ON p.authority = q.authority AND p.id = q.asked_of
            WHERE q.authority = $1\(only == nil ? "" : " AND q.id = $2") ORDER BY q.asked_at DESC, q.id DESC
            """, values
        ) { row in
            AnswerWhy.Question(
                id: try row.id(0),
                figure: AskWhy.Figure(
                    measure: try row.text(1), name: try row.text(2), periodEnd: try row.day(3),
                    node: try row.idOrNil(4), signal: try row.text(5)),
                words: try row.text(6), askedOn: try row.day(7), askedBy: try row.text(8),
                askedAccount: try row.id(9), askedOf: try row.id(10), askedOfName: try row.text(11),
                answerBy: try row.day(12))
        }
        let places = Dictionary(uniqueKeysWithValues: found.indices.map { (found[$0].id, $0) })
        let answers = try connection.rows(
            """
            SELECT question, on_day, by_name, words, action_words FROM figure_answer
            WHERE authority = $1\(only == nil ? "" : " AND question = $2") ORDER BY question, number
            """, values
        ) { row in
            (
                try row.id(0) as ID<FigureQuestion>,
                AnswerWhy.Answer(
                    on: try row.day(1), by: try row.text(2), words: try row.text(3),
                    action: try row.textOrNil(4))
            )
        }
        for (question, answer) in answers {
            if let place = places[question] { found[place].answers.append(answer) }
        }
        return found
    }
}

/// Questions about figures that wait for the officer.
package enum WhyWork {
    package static func items(
        _ connection: Connection, _ officer: Officer, _ line: ReturnsLine, on today: Day
    ) throws -> [WorkItem] {
        guard officer.holds(LocalRoute.fillers), officer.person != nil else { return [] }
        let open = try WhySQL.questions(connection, officer.authority).filter(\.answers.isEmpty)
        guard !open.isEmpty else { return [] }
        let people = try line.standing(connection, officer, today).people
        return open.filter { people.contains($0.askedOf) }.map {
            WorkItem(
                .question, "Why? \($0.figure.name)", WhyRoute.question.link($0.id),
                why: "\($0.askedBy) asks: \($0.words)", due: $0.answerBy)
        }
    }
}
