package import Kernel
import Storage

/// Who acts on a return: an officer on a page, or the program on an authority of its own.
package struct ReturnActor: Sendable {
    package let authority: ID<Authority>
    package let account: ID<Account>?
    package let name: String

    package init(authority: ID<Authority>, account: ID<Account>?, name: String) {
        self.authority = authority
        self.account = account
        self.name = name
    }

    package init(_ officer: Officer) {
        self.init(authority: officer.authority, account: officer.account, name: officer.name)
    }
}

/// Writing local returns; each use case calls these inside its own transaction.
enum LocalWriting {
    static func insertReturn(
        _ id: ID<LocalReturn>, key: String, kind: ReturnTerms.Kind, template: String?,
        _ authority: ID<Authority>, _ connection: Connection
    ) throws {
        try connection.run(
            "INSERT INTO local_return (authority, id, key, kind, template) VALUES ($1, $2, $3, $4, $5)",
            [.id(authority), .id(id), .text(key), .text(kind.rawValue), .optional(template)])
    }

    static func insert(
        _ terms: ReturnTerms, reason: String?, of local: ID<LocalReturn>, by actor: ReturnActor,
        at now: Instant,
        _ connection: Connection
    ) throws {
        try connection.run(
            """
            INSERT INTO local_return_version (authority, local_return, number, from_day, at, account, name,
                purpose, rhythm, due_kind, due_number, grace, least_answers, reason)
            VALUES ($1, $2, (SELECT COALESCE(MAX(v.number), 0) + 1 FROM local_return_version v
                WHERE v.authority = $1 AND v.local_return = $2),
                $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
            """,
            [
                .id(actor.authority), .id(local), .day(terms.from), .instant(now), .id(actor.account),
                .text(terms.name), .text(terms.purpose), .text(terms.rhythm.rawValue),
                .text(terms.due.kept.kind), .int(terms.due.kept.number), .int(terms.grace),
                .int(terms.leastAnswers), .optional(reason),
            ])
    }

    static func insert(
        _ version: QuestionVersion, of local: ID<LocalReturn>, by actor: ReturnActor, at now: Instant,
        _ connection: Connection
    ) throws {
        let question = version.question
        try connection.run(
            """
            INSERT INTO local_question (authority, local_return, key, number, from_day, at, account, position,
                is_asked, kind, words, of_words, definition, better, unit, options, balance_in, balance_out, reason)
            VALUES ($1, $2, $3, (SELECT COALESCE(MAX(q.number), 0) + 1 FROM local_question q
                WHERE q.authority = $1 AND q.local_return = $2 AND q.key = $3),
                $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
            """,
            [
                .id(actor.authority), .id(local), .text(question.key), .day(version.from), .instant(now),
                .id(actor.account), .int(version.position), .bool(version.isAsked),
                .text(question.kind.rawValue),
                .text(question.words), .text(question.ofWords), .text(question.definition),
                .text(question.better.rawValue), .text(question.unit),
                .json(
                    .array(
                        question.options.map {
                            ["code": .string($0.code), "words": .string($0.words), "good": .bool($0.isGood)]
                        })),
                .optional(question.balance?.into), .optional(question.balance?.out),
                .optional(version.reason),
            ])
    }

    static func insert(
        _ sender: LocalSender, of local: ID<LocalReturn>, _ authority: ID<Authority>, _ connection: Connection
    ) throws {
        try connection.run(
            """
            INSERT INTO local_sender (authority, id, local_return, node, post, person, from_day, until_day)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            """,
            [
                .id(authority), .id(sender.id), .id(local), .id(sender.node), .id(sender.post),
                .id(sender.person), .day(sender.from), .day(sender.until),
            ])
    }

    static func insert(
        _ sent: LocalSent, of local: ID<LocalReturn>, by actor: ReturnActor, _ connection: Connection
    ) throws {
        try connection.run(
            """
            INSERT INTO local_sent (authority, id, local_return, node, period_end, number, at, on_day, account,
                by_name, is_nil, source, reason)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
            """,
            [
                .id(actor.authority), .id(sent.id), .id(local), .id(sent.node), .day(sent.periodEnd),
                .int(sent.number), .instant(sent.at), .day(sent.on), .id(actor.account), .text(sent.by),
                .bool(sent.isNil), .text(sent.source.rawValue), .optional(sent.reason),
            ])
        for (question, answer) in sent.answers.sorted(by: { $0.key < $1.key }) {
            let reasons = answer.reasons.sorted { $0.key < $1.key }
                .map { JSON.Member($0.key, .integer(Int64($0.value))) }
            try connection.run(
                """
                INSERT INTO local_answer (authority, sent, question, count, base, reasons, words, note)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
                """,
                [
                    .id(actor.authority), .id(sent.id), .text(question), .int(answer.count),
                    .int(answer.base),
                    answer.reasons.isEmpty ? .nothing(.text) : .json(.object(reasons)),
                    .optional(answer.text),
                    .optional(answer.note),
                ])
        }
    }

    /// Counts the revision up; false where somebody else has changed the return meanwhile.
    static func claim(
        _ local: LocalDefinition, revision: Int, _ authority: ID<Authority>, _ connection: Connection
    ) throws -> Bool {
        try connection.run(
            "UPDATE local_return SET revision = revision + 1 WHERE authority = $1 AND id = $2 AND revision = $3",
            [.id(authority), .id(local.id), .int(revision)]) == 1
    }

    /// An event about a return; `says` holds no figure.
    static func event(
        _ kind: String, _ local: ID<LocalReturn>, says: String, reason: String? = nil, by actor: ReturnActor,
        at now: Instant
    ) -> Event {
        Event(
            authority: actor.authority, at: now, actor: actor.account, kind: kind, subject: "local return",
            subjectID: local, to: ["says": .string(says)], reason: reason)
    }
}
