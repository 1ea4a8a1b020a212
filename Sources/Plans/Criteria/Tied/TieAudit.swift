package import Kernel
import Markup
import PlanFormat
import Proof
import Site
package import Storage

/// Tying a criterion to a question of an audit tool, so that closed rounds prove it and nobody types them.
package enum TieAudit {
    package enum Refused: Refusal {
        case ownWork
        case missing
        case sameAgain
        case notAShare(String)
        case reasonMissing
        case changedMeanwhile

        package var sentence: String {
            switch self {
            case .ownWork: "You answer for this action, so somebody else must choose its audit question"
            case .missing: "Choose a question"
            case .sameAgain: "It is tied to that question already"
            case .notAShare(let unit):
                "An audit gives a share of cases, and this criterion is counted in \(unit): tie one that is counted in per cent"
            case .reasonMissing: "Say why it is tied to another question, or to none"
            case .changedMeanwhile:
                "Somebody changed the tie while you had this open: look at it again and make your change once more"
            }
        }

        package var field: String? {
            switch self {
            case .ownWork, .changedMeanwhile: nil
            case .missing, .sameAgain, .notAShare: "question"
            case .reasonMissing: "reason"
            }
        }
    }

    /// The question to tie to; nil to untie.
    static func decide(
        _ question: CriterionInQuestion, _ key: String?, reason: String, among choices: [AuditRounds.Choice]
    ) throws(Refused) -> AuditRounds.Choice? {
        guard !question.isOwnWork else { throw .ownWork }
        let facts = question.facts
        guard key != facts.audited?.question else { throw .sameAgain }
        guard facts.audited == nil || reason.count >= 3 else { throw .reasonMissing }
        guard let key else { return nil }
        guard let choice = choices.first(where: { $0.key == key }) else { throw .missing }
        guard facts.terms.unit == .percent else {
            throw .notAShare(facts.terms.unit.title.lowercased())
        }
        return choice
    }

    package static func tie(
        _ key: String?, reason: String = "", _ question: CriterionInQuestion, _ audits: AuditRounds,
        _ connection: Connection, at now: Instant
    ) throws {
        let authority = question.doer.officer.authority
        let choice = try decide(
            question, key, reason: reason, among: try audits.choices(connection, authority))
        let why = reason.isEmpty ? nil : reason
        try CriteriaSQL.insert(
            into: "criterion_audit",
            [
                ("question", .optional(choice?.key)), ("name", .optional(choice?.name)),
                ("reason", .optional(why)),
            ], question.signature(at: now), connection, as: CriterionFacts.Audited.self)
        try connection.record(
            question.event(
                "criterion.audit.tied",
                says: choice.map { "Tied to the audit question “\($0.name)”" }
                    ?? "No longer tied to an audit question", reason: why, at: now))
        guard let choice else { return }
        try TiedRounds.follow(
            [choice.key], audits, connection, authority, at: now, on: question.doer.today)
    }
}

extension PlansFeature {
    func tieAudit(_ visit: Visit) async throws -> Reply {
        let question = try await criterionInQuestion(visit)
        let entry = Entry(filled: ["question": question.facts.audited?.question ?? ""])
        return .page(TieAudit.page(question, try await auditChoices(visit), entry, visit))
    }

    private func auditChoices(_ visit: Visit) async throws -> [AuditRounds.Choice] {
        let officer = try visit.signedInOfficer
        let audits = audits
        return try await database.read { try audits.choices($0, officer.authority) }
    }

    func setAudit(_ visit: Visit) async throws -> Reply {
        let (form, now, audits) = (visit.form, visit.now, audits)
        do {
            let link = try await act(visit) { question, connection in
                guard form["latest"] == question.facts.audited?.id.description ?? "" else {
                    throw TieAudit.Refused.changedMeanwhile
                }
                let isUntied = form["deed"] == "untie"
                guard isUntied || !form["question"].isEmpty else { throw TieAudit.Refused.missing }
                try TieAudit.tie(
                    isUntied ? nil : form["question"], reason: form["reason"], question, audits, connection,
                    at: now)
                return question.link
            }
            return .redirect(
                to: link,
                notice: form["deed"] == "untie"
                    ? "It is no longer tied to an audit question." : "Closed rounds prove it now.")
        } catch let refusal as any Refusal {
            let question = try await criterionInQuestion(visit)
            return .refused(
                TieAudit.page(question, try await auditChoices(visit), visit.entry(of: refusal), visit))
        }
    }
}

extension TieAudit {
    static func page(
        _ question: CriterionInQuestion, _ choices: [AuditRounds.Choice], _ entry: Entry, _ visit: Visit
    ) -> Page {
        Page(
            "Tie to an audit question", section: .plan, breadcrumbs: question.crumbsOfForm,
            errors: entry.errors
        ) { m in
            m.p(question.value.text)
            guard !choices.isEmpty else {
                return m.emptyState(
                    "No audit question yet", "Once an audit tool is in use, its questions can be chosen here."
                )
            }
            m.p(
                "Each round that closes then counts: how many cases met the question, by the second readers where there were any. Only a round read by independent people of cases drawn by chance, or of all, can prove; any round can contradict. Rounds typed before stay on record and count no more."
            )
            m.form(to: CriteriaRoute.setAudit.link(question.plan.id, question.id), key: visit.formKey) { m in
                m.hiddenField("latest", question.facts.audited?.id.description ?? "")
                m.select(
                    "question", "The question",
                    [Choice("", "Choose one")] + choices.map { Choice($0.key, $0.name) }, in: entry)
                if question.facts.audited != nil {
                    m.textArea("reason", "Why it changes", in: entry, rows: 2)
                }
                m.buttons { m in
                    m.button("Tie to this question")
                    if question.facts.audited != nil {
                        m.button("Untie it", .other, name: "deed", value: "untie")
                    }
                    m.a("Cancel", .href(question.link))
                }
            }
        }
    }
}
