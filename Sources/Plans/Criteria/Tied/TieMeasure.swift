package import Kernel
import Markup
import PlanFormat
import Proof
import Site
package import Storage

/// Tying a criterion to a measure, so that its figures come from there and nobody types them.
package enum TieMeasure {
    package enum Refused: Refusal {
        case ownWork
        case missing
        case sameAgain
        case otherUnit(String, String)
        case reasonMissing
        case changedMeanwhile

        package var sentence: String {
            switch self {
            case .ownWork: "You answer for this action, so somebody else must choose its measure"
            case .missing: "Choose a measure"
            case .sameAgain: "It is tied to that measure already"
            case .otherUnit(let own, let other):
                "Its figures, baseline and targets are in \(own); that measure is in \(other)"
            case .reasonMissing: "Say why it is tied to another measure, or to none"
            case .changedMeanwhile:
                "Somebody changed the tie while you had this open: look at it again and make your change once more"
            }
        }

        package var field: String? {
            switch self {
            case .ownWork, .changedMeanwhile: nil
            case .missing, .sameAgain, .otherUnit: "measure"
            case .reasonMissing: "reason"
            }
        }
    }

    package struct Form: Sendable {
        /// Nil unties.
        package var measure: String?
        package var reason: String

        package init(_ measure: String?, reason: String = "") {
            self.measure = measure
            self.reason = reason
        }
    }

    /// The measure to tie to; nil to untie.
    static func decide(
        _ question: CriterionInQuestion, _ form: Form, among choices: [MeasureFigures.Choice]
    ) throws(Refused) -> MeasureFigures.Choice? {
        guard !question.isOwnWork else { throw .ownWork }
        let facts = question.facts
        guard form.measure != facts.tied?.measure else { throw .sameAgain }
        guard facts.tied == nil || form.reason.count >= 3 else { throw .reasonMissing }
        guard let key = form.measure else { return nil }
        guard let choice = choices.first(where: { $0.key == key }) else { throw .missing }
        let isBare = facts.values.isEmpty && facts.baselines.isEmpty && facts.targets.isEmpty
        guard isBare || facts.terms.unit == choice.unit else {
            throw .otherUnit(facts.terms.unit.title.lowercased(), choice.unit.title.lowercased())
        }
        return choice
    }

    package static func tie(
        _ form: Form, _ question: CriterionInQuestion, _ figures: MeasureFigures, _ connection: Connection,
        at now: Instant
    ) throws {
        let authority = question.doer.officer.authority
        let choice = try decide(question, form, among: try figures.choices(connection, authority))
        try CriteriaSQL.insert(
            into: "criterion_measure",
            [
                ("measure", .optional(choice?.key)), ("name", .optional(choice?.name)),
                ("reason", .optional(form.reason.isEmpty ? nil : form.reason)),
            ], question.signature(at: now), connection, as: CriterionFacts.Tied.self)
        try connection.record(
            question.event(
                "criterion.measure.tied",
                says: choice.map { "Tied to the measure “\($0.name)”" } ?? "No longer tied to a measure",
                reason: form.reason.isEmpty ? nil : form.reason, at: now))
        guard let choice else { return }
        var terms = question.facts.terms
        terms.measure = choice.name
        terms.unit = choice.unit
        terms.better = choice.better ?? terms.better
        terms.rhythm = choice.rhythm ?? terms.rhythm
        try SetTerms.set(
            terms, before: question.facts.terms, of: question.id, in: question.plan.id,
            question.doer.officer, connection, at: now)
        try TiedFigures.follow(
            [choice.key], figures, connection, authority, at: now, on: question.doer.today)
        try proposeSteps(of: choice, question, connection, at: now)
    }

    /// The measure's own steps wait, as any target does, for a body to agree them.
    private static func proposeSteps(
        of choice: MeasureFigures.Choice, _ question: CriterionInQuestion, _ connection: Connection,
        at now: Instant
    ) throws {
        for step in choice.steps {
            let isThere = question.facts.targets.contains { $0.node == step.unit && $0.byDay == step.by }
            guard let aim = step.aim, !isThere else { continue }
            try CriteriaSQL.insert(
                into: "criterion_target",
                [
                    ("node", .id(step.unit)), ("by_day", .day(step.by)),
                    ("aim", .text(aim.text.replacing(",", with: ""))), ("rule", .optional(nil as String?)),
                ], question.signature(at: now), connection, as: CriterionFacts.Target.self)
            try connection.record(
                question.event(
                    "criterion.target.proposed",
                    says:
                        "Target proposed, from the measure: \(choice.unit.words(aim)) by \(step.by.long)",
                    at: now))
        }
    }
}

extension PlansFeature {
    func tieMeasure(_ visit: Visit) async throws -> Reply {
        let question = try await criterionInQuestion(visit)
        let entry = Entry(filled: ["measure": question.facts.tied?.measure ?? ""])
        return .page(TieMeasure.page(question, try await measureChoices(visit), entry, visit))
    }

    private func measureChoices(_ visit: Visit) async throws -> [MeasureFigures.Choice] {
        let officer = try visit.signedInOfficer
        let measures = measures
        return try await database.read { try measures.choices($0, officer.authority) }
    }

    func setMeasure(_ visit: Visit) async throws -> Reply {
        let (form, now, measures) = (visit.form, visit.now, measures)
        do {
            let link = try await act(visit) { question, connection in
                guard form["latest"] == question.facts.tied?.id.description ?? "" else {
                    throw TieMeasure.Refused.changedMeanwhile
                }
                let isUntied = form["deed"] == "untie"
                guard isUntied || !form["measure"].isEmpty else { throw TieMeasure.Refused.missing }
                try TieMeasure.tie(
                    TieMeasure.Form(isUntied ? nil : form["measure"], reason: form["reason"]), question,
                    measures, connection, at: now)
                return question.link
            }
            return .redirect(
                to: link,
                notice: form["deed"] == "untie"
                    ? "It is no longer tied to a measure." : "Its figures come from the measure now.")
        } catch let refusal as any Refusal {
            let question = try await criterionInQuestion(visit)
            return .refused(
                TieMeasure.page(question, try await measureChoices(visit), visit.entry(of: refusal), visit))
        }
    }
}

extension TieMeasure {
    static func page(
        _ question: CriterionInQuestion, _ choices: [MeasureFigures.Choice], _ entry: Entry, _ visit: Visit
    ) -> Page {
        Page(
            "Tie to a measure", section: .plan, breadcrumbs: question.crumbsOfForm, errors: entry.errors
        ) { m in
            m.p(question.value.text)
            guard !choices.isEmpty else {
                return m.emptyState(
                    "No measure yet", "Once a return is in, its measures can be chosen here.")
            }
            m.p(
                "A tied criterion takes the measure's figures for the authority and each unit, as they come. Figures typed before stay on record and count no more. The measure's target steps are proposed for a body to agree."
            )
            m.form(to: CriteriaRoute.setMeasure.link(question.plan.id, question.id), key: visit.formKey) {
                m in
                m.hiddenField("latest", question.facts.tied?.id.description ?? "")
                m.select(
                    "measure", "The measure",
                    [Choice("", "Choose one")]
                        + choices.map { Choice($0.key, "\($0.name), in \($0.unit.title.lowercased())") },
                    in: entry)
                if question.facts.tied != nil {
                    m.textArea("reason", "Why it changes", in: entry, rows: 2)
                }
                m.buttons { m in
                    m.button("Tie to this measure")
                    if question.facts.tied != nil {
                        m.button("Untie it", .other, name: "deed", value: "untie")
                    }
                    m.a("Cancel", .href(question.link))
                }
            }
        }
    }
}
