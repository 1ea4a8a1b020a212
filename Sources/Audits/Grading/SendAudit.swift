package import Kernel
import Markup
import Site
package import Storage

/// Sending an audit: every answer is checked, then it is locked for ever and its marks are written for counting.
package enum SendAudit {
    package enum Refused: Refusal {
        case missing(question: String, text: String)
        case wrong(question: String, String)
        case sentAlready
        case over(Leg)
        case unknownMode

        package var field: String? {
            switch self {
            case .missing(let question, _), .wrong(let question, _): question
            case .unknownMode: "mode"
            case .sentAlready, .over: nil
            }
        }

        package var sentence: String {
            switch self {
            case .missing(_, let text): "Answer “\(text)”"
            case .wrong(_, let sentence): sentence
            case .sentAlready: "This audit was sent already, and stands as it was sent"
            case .over(let leg): "\(leg.words) of this round is closed: nothing more is sent"
            case .unknownMode: "Say whether it was done alone, or together with the worker"
            }
        }
    }

    /// How the audit was done; only one done alone can verify.
    package enum Mode: String, CaseIterable, Sendable {
        case alone, together

        var words: String {
            switch self {
            case .alone: "On my own, from the file"
            case .together: "Together with the worker"
            }
        }
    }

    package struct Refusals: Error {
        package var all: [Refused]
    }

    /// What the answers count as, in the order of the questions; words count for nothing and give no mark.
    static func decide(_ tool: Tool, _ answers: Answers) throws(Refusals) -> [(key: String, mark: Mark)] {
        var marks: [(key: String, mark: Mark)] = []
        var refused: [Refused] = []
        for question in tool.asked {
            let answer = answers[question.key]
            do {
                guard let mark = try question.mark(answer.value, note: answer.note, in: tool) else {
                    if question.isRequired {
                        refused.append(.missing(question: question.key, text: question.text))
                    }
                    continue
                }
                if question.kind != .text, question.key != SafetyQuestion.key {
                    marks.append((question.key, mark))
                }
            } catch {
                refused.append(.wrong(question: question.key, "“\(question.text)”: \(error.sentence)"))
            }
        }
        guard refused.isEmpty else { throw Refusals(all: refused) }
        return marks
    }

    package static func act(
        _ audit: ID<AuditReading>, _ mode: Mode = .alone, by officer: Officer, at now: Instant,
        _ connection: Connection
    ) throws {
        let reading = try ReadingSQL.own(connection, officer, audit)
        guard reading.sentAt == nil else { throw Refused.sentAlready }
        guard !reading.isOver else { throw Refused.over(reading.leg) }
        let tool = try ReadingSQL.tool(connection, officer.authority, reading)
        let marks = try decide(tool, try ReadingSQL.answers(connection, officer.authority, audit))
        let overall = marks.first { $0.key == tool.overall }?.mark
        let sent = try connection.run(
            """
            UPDATE case_audit SET sent_at = $3, sent_by = $4, mode = $5, grade = $6, is_good = $7,
                revision = revision + 1
            WHERE authority = $1 AND id = $2 AND sent_at IS NULL AND ended_at IS NULL
            """,
            [
                .id(officer.authority), .id(audit), .instant(now), .id(officer.account),
                .text((reading.leg == .second ? .alone : mode).rawValue), .int(overall?.rank),
                .int(overall?.isGood.map { $0 ? 1 : 0 }),
            ])
        guard sent == 1 else { throw Refused.sentAlready }
        try connection.insert(
            into: "audit_mark",
            [
                "authority", "round", "question", "leg", "subject", "value", "rank", "is_good", "numerator",
                "denominator",
            ],
            rows: marks.map { key, mark in
                [
                    .id(officer.authority), .id(reading.round), .text(key), .text(reading.leg.rawValue),
                    .id(reading.subject), .text(mark.value), .int(mark.rank),
                    .int(mark.isGood.map { $0 ? 1 : 0 }),
                    .int(mark.numerator), .int(mark.denominator),
                ]
            })
        let late = now.inLondon.day - reading.dueOn
        let how = late > 0 ? "\(counted(late, "day")) late" : "on time"
        try connection.record(
            Event(
                authority: officer.authority, at: now, actor: officer.account, kind: "audit.sent",
                subject: "case audit", subjectID: audit, to: ["says": .string("An audit was sent, \(how)")]))
    }
}

extension AuditsFeature {
    func checkAudit(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let id: ID<AuditReading> = try visit.id("audit")
        let shown = try await database.write(for: officer.authority) { connection in
            let shown = try AuditForm.read(connection, officer, id)
            try AuditForm.recordView(shown.reading, officer, at: visit.now, connection)
            return shown
        }
        guard shown.reading.isOpen else { return .redirect(to: GradingRoute.form.link(id)) }
        return .page(SendAudit.page(shown, Entry(), visit))
    }

    func sendAudit(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let id: ID<AuditReading> = try visit.id("audit")
        func again(_ refused: [SendAudit.Refused]) async throws -> Reply {
            let shown = try await database.read { try AuditForm.read($0, officer, id) }
            guard shown.reading.isOpen else {
                return .refused(SentAudit.page(shown, visit, refused.map { FieldError(nil, $0.sentence) }))
            }
            if refused.contains(where: { $0.field == "mode" }) {
                return .refused(
                    SendAudit.page(
                        shown, visit.entry(refused.map { FieldError($0.field, $0.sentence) }), visit))
            }
            let names = Dictionary(
                shown.tool.asked.map { ($0.key, AnswerFields.value($0)) },
                uniquingKeysWith: { first, _ in first })
            let errors = refused.map { FieldError($0.field.flatMap { names[$0] }, $0.sentence) }
            return .refused(AuditForm.page(shown, AuditForm.entry(shown, errors: errors), visit))
        }
        do {
            let mode = SendAudit.Mode(rawValue: visit.form["mode"])
            try await database.write(for: officer.authority) { connection in
                let reading = try ReadingSQL.own(connection, officer, id)
                guard !SendAudit.asksMode(reading) || mode != nil else { throw SendAudit.Refused.unknownMode }
                try SendAudit.act(id, mode ?? .alone, by: officer, at: visit.now, connection)
            }
            return .redirect(
                to: GradingRoute.form.link(id), notice: "The audit is sent. It stands as you sent it.")
        } catch let refused as SendAudit.Refused {
            return try await again([refused])
        } catch let refusals as SendAudit.Refusals {
            return try await again(refusals.all)
        }
    }
}

extension SendAudit {
    /// A holder grades their own work, and a second reader works blind: both are done alone.
    static func asksMode(_ reading: Reading) -> Bool { reading.leg == .first && reading.relation != .own }

    static func page(_ shown: AuditForm.Shown, _ entry: Entry, _ visit: Visit) -> Page {
        let reading = shown.reading
        let missing = shown.tool.asked.filter { $0.isRequired && !shown.answers.has($0.key) }
        return Page(
            "Check your answers", section: .audits,
            breadcrumbs: [
                Link("My audits", GradingRoute.mine.link()),
                Link("Case \(reading.number)", GradingRoute.form.link(reading.id)),
            ], facts: AuditForm.facts(reading), errors: entry.errors
        ) { m in
            m.lead(
                missing.isEmpty
                    ? "Every question is answered. Once sent, nothing of this audit can be changed."
                    : "\(strong: counted(missing.count, "question")) must be answered before this audit can be sent."
            )
            if !missing.isEmpty {
                m.ul { m in
                    for question in missing {
                        m.li { m in
                            m.a(question.text, .href(address(reading, question)))
                        }
                    }
                }
            }
            SentAudit.list(shown, &m, changes: true)
            if missing.isEmpty {
                m.form(to: GradingRoute.send.link(reading.id), key: visit.formKey) { m in
                    if asksMode(reading) {
                        m.radios(
                            "mode", "How was it done?", Mode.allCases.map { Choice($0.rawValue, $0.words) },
                            in: entry)
                    }
                    m.p(permanent(reading, visit.today))
                    m.button("Send this audit")
                }
            }
        }
    }

    static func address(_ reading: Reading, _ question: Tool.Question) -> String {
        "\(GradingRoute.form.link(reading.id))#\(AnswerFields.value(question))"
    }

    private static func permanent(_ reading: Reading, _ today: Day) -> Markup {
        let late =
            reading.isLate(on: today) ? " It was due on \(reading.dueOn.long) and will count as late." : ""
        return "Your answers then stay on the record as you gave them, whatever is agreed later.\(late)"
    }
}
