package import Kernel
import Markup
import PlanFormat
import Proof
import Site
package import Storage

/// Recording what a body decided of a baseline or a target: never by the one who put it forward.
package enum AgreeFigure {
    package enum Refused: String, Refusal {
        case ownProposal = "You put this forward, so somebody else must record what the body decided"
        case decidedAlready = "The body's decision is on record already"
        case bodyMissing = "Name the body that decided"
        case dayMissing = "Give the day of its meeting"
        case dayAhead = "A meeting that has not been held yet cannot have decided"
        case decisionMissing = "Say what the body decided"
        case reasonMissing = "Say why it was declined"

        package var field: String? {
            switch self {
            case .ownProposal, .decidedAlready: nil
            case .bodyMissing: "body"
            case .dayMissing, .dayAhead: "day"
            case .decisionMissing: "decision"
            case .reasonMissing: "words"
            }
        }
    }

    package struct Form: Sendable {
        package var isAgreed: Bool?
        package var body: String
        package var day: Day?
        package var words: String

        package init(agreed: Bool?, by body: String, on day: Day?, words: String = "") {
            isAgreed = agreed
            self.body = body
            self.day = day
            self.words = words
        }
    }

    /// What is put before the body.
    package enum Subject: Sendable {
        case baseline(CriterionFacts.Baseline)
        case target(CriterionFacts.Target)

        var by: CriterionFacts.Signed {
            switch self {
            case .baseline(let fact): fact.by
            case .target(let fact): fact.by
            }
        }
        var agreement: CriterionFacts.Agreement? {
            switch self {
            case .baseline(let fact): fact.agreement
            case .target(let fact): fact.agreement
            }
        }

        func words(_ unit: MeasureUnit, _ small: SmallNumbers) -> String {
            switch self {
            case .baseline(let fact):
                "Baseline: \(small.words(fact.figure, unit)) at \(fact.day.long), \(fact.source)"
            case .target(let fact):
                "Target: \(CriterionPage.words(fact, unit)) by \(fact.byDay.long)"
            }
        }

        /// The fact of that identity among those of a criterion.
        package init?(_ id: String, of facts: CriterionFacts) {
            if let baseline = facts.baselines.first(where: { $0.id.description == id }) {
                self = .baseline(baseline)
            } else if let target = facts.targets.first(where: { $0.id.description == id }) {
                self = .target(target)
            } else {
                return nil
            }
        }
    }

    static func decide(
        _ question: CriterionInQuestion, _ subject: Subject, _ form: Form
    ) throws(Refused) -> (Bool, Day) {
        guard !question.isBy(subject.by) else { throw .ownProposal }
        guard subject.agreement == nil else { throw .decidedAlready }
        guard let isAgreed = form.isAgreed else { throw .decisionMissing }
        guard form.body.count >= 3 else { throw .bodyMissing }
        guard let day = form.day else { throw .dayMissing }
        guard day <= question.doer.today else { throw .dayAhead }
        guard isAgreed || form.words.count >= 3 else { throw .reasonMissing }
        return (isAgreed, day)
    }

    package static func record(
        _ form: Form, of subject: Subject, _ question: CriterionInQuestion, _ connection: Connection,
        at now: Instant
    ) throws {
        let (isAgreed, day) = try decide(question, subject, form)
        var (baseline, target): (ID<CriterionFacts.Baseline>?, ID<CriterionFacts.Target>?)
        switch subject {
        case .baseline(let fact): baseline = fact.id
        case .target(let fact): target = fact.id
        }
        try CriteriaSQL.insert(
            into: "criterion_agreement",
            [
                ("baseline", .id(baseline)), ("target", .id(target)),
                ("decision", .text(isAgreed ? "agreed" : "declined")), ("body", .text(form.body)),
                ("day", .day(day)), ("words", .optional(form.words.isEmpty ? nil : form.words)),
            ], question.signature(at: now), connection, as: CriterionFacts.Agreement.self)
        let what = baseline == nil ? "target" : "baseline"
        try connection.record(
            question.event(
                "criterion.\(what).\(isAgreed ? "agreed" : "declined")",
                says:
                    "\(subject.words(question.facts.terms.unit, .hidden)). \(isAgreed ? "Agreed" : "Declined") by \(form.body) on \(day.long)",
                reason: form.words.isEmpty ? nil : form.words, at: now))
        try ProofTurning.settle(question, connection, at: now)
    }
}

extension PlansFeature {
    func agreement(_ visit: Visit) async throws -> Reply {
        let question = try await criterionInQuestion(visit)
        guard let subject = AgreeFigure.Subject(visit.parameters["subject"] ?? "", of: question.facts) else {
            throw NotFound()
        }
        return .page(AgreeFigure.page(subject, question, Entry(), visit))
    }

    func recordAgreement(_ visit: Visit) async throws -> Reply {
        let form = visit.form
        let now = visit.now
        let name = visit.parameters["subject"] ?? ""
        do {
            let link = try await act(visit) { question, connection in
                guard let subject = AgreeFigure.Subject(name, of: question.facts) else { throw NotFound() }
                let day: Day? =
                    if case .day(let day) = form.date("day", called: "the meeting") { day } else { nil }
                let decision: Bool? =
                    switch form["decision"] {
                    case "agreed": true
                    case "declined": false
                    default: nil
                    }
                try AgreeFigure.record(
                    AgreeFigure.Form(agreed: decision, by: form["body"], on: day, words: form["words"]),
                    of: subject, question, connection, at: now)
                return question.link
            }
            return .redirect(to: link, notice: "The decision is on record.")
        } catch let refusal as AgreeFigure.Refused {
            let question = try await criterionInQuestion(visit)
            guard let subject = AgreeFigure.Subject(name, of: question.facts) else { throw NotFound() }
            return .refused(AgreeFigure.page(subject, question, visit.entry(refusal), visit))
        }
    }
}

extension AgreeFigure {
    static func page(
        _ subject: Subject, _ question: CriterionInQuestion, _ entry: Entry, _ visit: Visit
    ) -> Page {
        Page(
            "Record what was agreed", section: .plan, breadcrumbs: question.crumbsOfForm, errors: entry.errors
        ) { m in
            m.p(question.value.text)
            m.p("\(strong: subject.words(question.facts.terms.unit, question.small))")
            m.note("Put forward by \(subject.by.name) on \(subject.by.at.inLondon.day.long).")
            m.form(
                to: CriteriaRoute.recordAgreement.link(
                    question.plan.id, question.id, visit.parameters["subject"] ?? ""), key: visit.formKey
            ) { m in
                m.radios(
                    "decision", "What the body decided",
                    [Choice("agreed", "Agreed"), Choice("declined", "Declined")], in: entry)
                m.textField(
                    "body", "Which body", in: entry, hint: "Such as the Improvement Board", width: .half)
                m.dateField("day", "Its meeting", in: entry)
                m.textArea("words", "Its words", in: entry, hint: "Needed where it was declined.")
                m.buttons { m in
                    m.button("Record the decision")
                    m.a("Cancel", .href(question.link))
                }
            }
        }
    }
}
