import Kernel
import Markup
import Site

/// An audit that takes nothing more, for whoever gave it: their own answers and nobody else's.
enum SentAudit {
    static func page(_ shown: AuditForm.Shown, _ visit: Visit, _ errors: [FieldError] = []) -> Page {
        let reading = shown.reading
        return Page(
            "Case \(reading.number)", section: .audits,
            breadcrumbs: [Link("My audits", GradingRoute.mine.link())], facts: AuditForm.facts(reading),
            errors: errors
        ) { m in
            m.lead(standing(reading))
            m.note(
                "The file is called \(strong: reading.reference.reveal(for: .caseAccess)) in the case system. Each look at this page is recorded."
            )
            // Whoever holds the case, or is above its holder, sees both readings once the round is closed.
            if reading.closedAt != nil, reading.relation != .independent {
                m.p { m in
                    m.a(
                        "See what the second reader said, beside yours",
                        .href(GradingRoute.auditedCase.link(reading.round, reading.subject)))
                }
            }
            list(shown, &m, changes: false)
        }
    }

    private static func standing(_ reading: Reading) -> Markup {
        guard let sent = reading.sentAt else {
            return
                "This audit was \(strong: "not sent"): \(reading.leg.words.lowercased()) of its round is closed."
        }
        let late = sent.inLondon.day - reading.dueOn
        let how = late > 0 ? "\(counted(late, "day")) late" : "on time"
        return "You sent this audit on \(strong: sent.inLondon.day.long), \(how). It stands as you sent it."
    }

    /// Every question with its answer and where it stands on the file.
    static func list(_ shown: AuditForm.Shown, _ m: inout Markup, changes: Bool) {
        func rows(_ questions: [Tool.Question]) -> [SummaryRow] {
            questions.map { question in
                let answer = shown.answers[question.key]
                let words = shown.tool.words(answer.value, for: question)
                let note = answer.note.isEmpty ? Markup() : Markup { $0.p(answer.note, .class("note")) }
                return SummaryRow(
                    question.text, answer.value.isEmpty ? nil : "\(words)\(note)",
                    changes ? .change(SendAudit.address(shown.reading, question)) : nil)
            }
        }
        if shown.tool.asksSafety { m.summaryList(rows([SafetyQuestion.question])) }
        for standard in shown.tool.standards {
            m.part("\(standard.number) \(standard.title)") { $0.summaryList(rows(standard.questions)) }
        }
    }
}
