import Kernel
import Markup
import Site
import Storage

/// The form of an audit: the case, whether the child is safe, then every standard with its questions.
enum AuditForm {
    struct Shown: Sendable {
        var reading: Reading
        var tool: Tool
        var answers: Answers
    }

    static func read(
        _ connection: Connection, _ officer: Officer, _ id: ID<AuditReading>
    ) throws -> Shown {
        let reading = try ReadingSQL.own(connection, officer, id)
        return Shown(
            reading: reading, tool: try ReadingSQL.tool(connection, officer.authority, reading),
            answers: try ReadingSQL.answers(connection, officer.authority, id))
    }

    /// Which person looked at which audit's case; the reference stays out of the journal.
    static func recordView(
        _ reading: Reading, _ officer: Officer, at now: Instant, _ connection: Connection
    ) throws {
        try connection.record(
            Event(
                authority: officer.authority, at: now, actor: officer.account, kind: "audit.case.shown",
                subject: "case audit", subjectID: reading.id,
                to: ["says": "Looked at the reference of the case of an audit"]))
    }

    /// The place on the page of a standard, or of the question that comes first.
    static func anchor(_ place: String) -> String {
        place.isEmpty || !place.utf8.allSatisfy { (0x30...0x39).contains($0) } ? "" : "#part-\(place)"
    }
}

extension AuditsFeature {
    func auditForm(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let id: ID<AuditReading> = try visit.id("audit")
        let shown = try await database.write(for: officer.authority) { connection in
            let shown = try AuditForm.read(connection, officer, id)
            try AuditForm.recordView(shown.reading, officer, at: visit.now, connection)
            return shown
        }
        guard shown.reading.isOpen else { return .page(SentAudit.page(shown, visit)) }
        return .page(AuditForm.page(shown, AuditForm.entry(shown), visit))
    }
}

// MARK: What stands in the fields

extension AuditForm {
    static func entry(_ shown: Shown, errors: [FieldError] = []) -> Entry {
        var values: [String: [String]] = [:]
        for question in shown.tool.asked {
            let filled = AnswerFields.filled(question, shown.answers[question.key])
            values.merge(filled) { _, new in new }
        }
        return Entry(values, errors: errors)
    }

    /// After a refusal: what was typed where it was changed, and what is on record now everywhere else. The next saving
    /// is compared with what this page shows.
    static func entry(
        _ shown: Shown, _ form: Fields, _ refused: SaveAnswers.Refused, _ also: [FieldError] = []
    ) -> Entry {
        var values: [String: [String]] = [:]
        var errors = also
        let typed = Dictionary(
            AnswerFields.typed(form, shown.tool).map { ($0.question.key, $0) },
            uniquingKeysWith: { first, _ in first })
        for question in shown.tool.asked {
            let key = question.key
            let now = shown.answers[key]
            var fields = AnswerFields.filled(question, now)
            if let typed = typed[key], !shown.answers.fact(key, at: typed.seen).says(typed.value, typed.note)
            {
                for name in fields.keys where name != AnswerFields.seen(key) { fields[name] = form.all(name) }
                for name in [
                    AnswerFields.anyway(key), AnswerFields.notApplicable(key), AnswerFields.value(question),
                ] {
                    fields[name] = form.all(name)
                }
            }
            values.merge(fields) { _, new in new }
            if let sentence = refused.sentences[key] {
                errors.append(FieldError(field(question, refused), sentence))
            }
        }
        return Entry(values, errors: errors)
    }

    /// The field that an error of the question belongs to.
    private static func field(_ question: Tool.Question, _ refused: SaveAnswers.Refused) -> String {
        refused.warned.contains(question.key) && question.kind != .text
            ? AnswerFields.note(question.key) : AnswerFields.value(question)
    }
}
