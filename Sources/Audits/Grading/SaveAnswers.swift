package import Kernel
import Markup
import Site
package import Storage

/// Saving answers of an audit as it goes: whichever the form carries, in one transaction, so that two pages of the same
/// audit lose nothing of each other.
package enum SaveAnswers {
    /// What is wrong with the answers, in sentences beside their questions. Nothing of the page is then saved.
    package struct Refused: Error, Hashable, Sendable {
        /// By the question's key.
        var sentences: [String: String] = [:]
        /// Questions that were answered otherwise since the page was read.
        var conflicts: Set<String> = []
        /// Questions whose words look as if they named somebody.
        var warned: Set<String> = []
    }

    /// Sent already, or the round takes nothing more.
    package struct Closed: Error {}

    struct Change: Hashable, Sendable {
        var key: String
        var sequence: Int
        var value: String
        var note: String
    }

    /// In characters.
    static let longestNote = 1000

    /// What is to be saved, in the order of the questions.
    ///
    /// Compared with what the page showed when it was read: what its reader left alone never overwrites what somebody
    /// saved meanwhile.
    static func decide(
        _ typed: [AnswerFields.Typed], _ answers: Answers, _ tool: Tool, _ names: FreeText.Names
    ) throws(Refused) -> [Change] {
        var changes: [Change] = []
        var refused = Refused()
        for typed in typed {
            let key = typed.question.key
            let now = answers[key]
            let read = answers.fact(key, at: typed.seen)
            if let wrong = typed.wrong {
                refused.sentences[key] = wrong
                continue
            }
            let value: String
            do {
                value = try typed.question.mark(typed.value, in: tool)?.value ?? ""
            } catch {
                refused.sentences[key] = error.sentence
                continue
            }
            guard !now.says(value, typed.note), !read.says(value, typed.note) else { continue }
            guard now.sequence == read.sequence else {
                refused.conflicts.insert(key)
                refused.sentences[key] =
                    "This was answered on another page since you read it: choose which is to stand, and save again"
                continue
            }
            guard typed.note.count <= longestNote else {
                refused.sentences[key] = "Say where it stands in at most \(longestNote) characters"
                continue
            }
            var kinds: Set<FreeText.Kind> = []
            if typed.note != now.note { kinds.formUnion(FreeText.seen(in: typed.note, names)) }
            if typed.question.kind == .text, value != now.value {
                kinds.formUnion(FreeText.seen(in: value, names))
            }
            if !kinds.isEmpty, !typed.keepsAnyway {
                refused.warned.insert(key)
                refused.sentences[key] = FreeText.sentence(kinds)
                continue
            }
            changes.append(Change(key: key, sequence: now.sequence + 1, value: value, note: typed.note))
        }
        guard refused.sentences.isEmpty else { throw refused }
        return changes
    }

    /// Keeps the answers. Gives what was changed; nothing where all of it stood there already.
    @discardableResult
    static func act(
        _ typed: [AnswerFields.Typed], _ audit: ID<AuditReading>, by officer: Officer, at now: Instant,
        _ connection: Connection
    ) throws -> [Change] {
        let reading = try ReadingSQL.own(connection, officer, audit)
        guard reading.isOpen else { throw Closed() }
        let tool = try ReadingSQL.tool(connection, officer.authority, reading)
        let answers = try ReadingSQL.answers(connection, officer.authority, audit)
        let changes = try decide(
            typed, answers, tool, try FreeText.Names.read(connection, officer.authority, typed))
        guard !changes.isEmpty else { return [] }
        let safe = changes.first { $0.key == SafetyQuestion.key }?.value
        let kept = try connection.run(
            """
            UPDATE case_audit SET revision = revision + 1, safe = COALESCE($3, safe)
            WHERE authority = $1 AND id = $2 AND sent_at IS NULL AND ended_at IS NULL
            """, [.id(officer.authority), .id(audit), .optional(safe?.nilIfEmpty)])
        guard kept == 1 else { throw Closed() }
        try connection.insert(
            into: "audit_answer",
            ["authority", "audit", "question", "sequence", "value", "note", "at", "account"],
            rows: changes.map {
                [
                    .id(officer.authority), .id(audit), .text($0.key), .int($0.sequence), .text($0.value),
                    .text($0.note), .instant(now), .id(officer.account),
                ]
            })
        if let safe = safe.flatMap(SafetyItems.Answer.init) {
            try SafetyItems.raise(safe, audit: audit, by: officer, at: now, connection)
        }
        try connection.record(
            Event(
                authority: officer.authority, at: now, actor: officer.account, kind: "audit.saved",
                subject: "case audit", subjectID: audit,
                to: ["says": .string("\(counted(changes.count, "answer")) saved in an audit")]))
        return changes
    }

    /// The same for a caller that has answers and no form: the example authority and tests.
    package static func act(
        _ answers: [(question: String, value: String, note: String)], _ audit: ID<AuditReading>,
        by officer: Officer, at now: Instant, _ connection: Connection
    ) throws {
        let reading = try ReadingSQL.own(connection, officer, audit)
        let tool = try ReadingSQL.tool(connection, officer.authority, reading)
        let held = try ReadingSQL.answers(connection, officer.authority, audit)
        let asked = Dictionary(tool.asked.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        let typed = answers.compactMap { answer in
            asked[answer.question].map {
                AnswerFields.Typed(
                    question: $0, value: answer.value, note: answer.note,
                    seen: held[answer.question].sequence)
            }
        }
        try act(typed, audit, by: officer, at: now, connection)
    }
}

extension ReadingSQL {
    static func tool(_ connection: Connection, _ authority: ID<Authority>, _ reading: Reading) throws -> Tool
    {
        guard
            let tool = try ToolSQL.tool(connection, authority, reading.tool, version: reading.toolVersion)
        else { throw StorageError.fault("The tool of an audit is not there.") }
        return tool
    }
}

extension AuditsFeature {
    func saveAnswers(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let id: ID<AuditReading> = try visit.id("audit")
        do {
            let changes = try await database.write(for: officer.authority) { connection in
                let reading = try ReadingSQL.own(connection, officer, id)
                let tool = try ReadingSQL.tool(connection, officer.authority, reading)
                return try SaveAnswers.act(
                    AnswerFields.typed(visit.form, tool), id, by: officer, at: visit.now, connection)
            }
            // Said only once it is kept: the closure above has been committed.
            if visit.form["by"] == "script" { return SaveAnswers.receipt(changes, visit) }
            let words = changes.isEmpty ? "Nothing was changed" : counted(changes.count, "answer")
            return .redirect(
                to: visit.form["go"] == "check"
                    ? GradingRoute.check.link(id)
                    : GradingRoute.form.link(id) + AuditForm.anchor(visit.form["go"]),
                notice: changes.isEmpty ? nil : "\(words), at \(visit.time).")
        } catch let refused as SaveAnswers.Refused {
            let shown = try await database.read { try AuditForm.read($0, officer, id) }
            return .refused(
                AuditForm.page(shown, AuditForm.entry(shown, visit.form, refused), visit, refused))
        } catch is SaveAnswers.Closed {
            let shown = try await database.read { try AuditForm.read($0, officer, id) }
            let over = FieldError(nil, SaveAnswers.overSentence(shown.reading))
            let entry = AuditForm.entry(shown, visit.form, SaveAnswers.Refused(), [over])
            return .refused(AuditForm.page(shown, entry, visit))
        }
    }
}

extension SaveAnswers {
    static func overSentence(_ reading: Reading) -> String {
        let why =
            reading.sentAt != nil
            ? "This audit was sent meanwhile" : "\(reading.leg.words) of this round was closed meanwhile"
        return "\(why): nothing more can be saved. What you typed stands below, and is kept nowhere else"
    }

    /// For the script: the time, then each question with how many facts it has now.
    static func receipt(_ changes: [Change], _ visit: Visit) -> Reply {
        let lines = ["Saved \(visit.time)"] + changes.map { "\($0.key) \($0.sequence)" }
        return .file(
            Array(lines.joined(separator: "\n").utf8), name: "saved.txt", type: "text/plain; charset=utf-8")
    }
}
