package import Kernel
import Markup
import PlanFormat
package import Proof
import Site
package import Storage

/// Giving the number that a rule such as "median of our neighbours" comes to, with its year and source.
package enum GiveRuleValue {
    package enum Refused: String, Refusal {
        case ownWork = "You answer for this action, so somebody else must give its figures"
        case noRule = "That target is a number already"
        case yearMissing = "Give the year that it is for, such as 2025 or 2025/26"
        case sourceMissing = "Say where it was published"

        package var field: String? {
            switch self {
            case .yearMissing: "year"
            case .sourceMissing: "source"
            case .ownWork, .noRule: nil
            }
        }
    }

    package static func give(
        _ aim: Amount, year: String, source: String, for target: CriterionFacts.Target,
        _ question: CriterionInQuestion, _ connection: Connection, at now: Instant
    ) throws {
        guard !question.isOwnWork else { throw Refused.ownWork }
        guard let rule = target.rule else { throw Refused.noRule }
        guard year.count >= 4 else { throw Refused.yearMissing }
        guard source.count >= 3 else { throw Refused.sourceMissing }
        try CriteriaSQL.insert(
            into: "criterion_rule_value",
            [
                ("target", .id(target.id)), ("aim", .text(aim.text.replacing(",", with: ""))),
                ("year", .text(year)), ("source", .text(source)),
            ], question.signature(at: now), connection, as: CriterionFacts.Target.self)
        try connection.record(
            question.event(
                "criterion.rule.valued",
                says: "“\(rule)” is \(question.facts.terms.unit.words(aim)) for \(year), \(source)", at: now))
        try ProofTurning.settle(question, connection, at: now)
    }
}

extension PlansFeature {
    func ruleValue(_ visit: Visit) async throws -> Reply {
        let question = try await criterionInQuestion(visit)
        return .page(GiveRuleValue.page(try ruled(visit, question), question, Entry(), visit))
    }

    func giveRuleValue(_ visit: Visit) async throws -> Reply {
        let form = visit.form
        let now = visit.now
        do {
            let link = try await act(visit) { question, connection in
                try GiveRuleValue.give(
                    try FigureEntry.amount(form["plain"], question.facts.terms.unit), year: form["year"],
                    source: form["source"], for: try ruled(visit, question), question, connection, at: now)
                return question.link
            }
            return .redirect(to: link, notice: "The number stands beside its rule.")
        } catch let refusal as any Refusal {
            let question = try await criterionInQuestion(visit)
            let entry = visit.entry(of: refusal)
            return .refused(GiveRuleValue.page(try ruled(visit, question), question, entry, visit))
        }
    }

    private func ruled(_ visit: Visit, _ question: CriterionInQuestion) throws -> CriterionFacts.Target {
        let id: ID<CriterionFacts.Target> = try visit.id("target")
        guard let target = question.facts.targets.first(where: { $0.id == id }), target.rule != nil else {
            throw NotFound()
        }
        return target
    }
}

extension GiveRuleValue {
    static func page(
        _ target: CriterionFacts.Target, _ question: CriterionInQuestion, _ entry: Entry, _ visit: Visit
    ) -> Page {
        Page(
            "Give the number of a rule", section: .plan, breadcrumbs: question.crumbsOfForm,
            errors: entry.errors
        ) { m in
            m.p("Target by \(target.byDay.long): “\(target.rule ?? "")”")
            if let aim = target.aim {
                m.note(
                    "Now \(question.facts.terms.unit.words(aim)) for \(target.ruleYear ?? ""), \(target.ruleSource ?? "")."
                )
            }
            m.form(
                to: CriteriaRoute.giveRuleValue.link(question.plan.id, question.id, target.id),
                key: visit.formKey
            ) { m in
                m.textField("plain", "The number", in: entry, width: .short)
                m.textField("year", "The year that it is for", in: entry, width: .short)
                m.textField("source", "Where it was published", in: entry)
                m.buttons { m in
                    m.button("Give this number")
                    m.a("Cancel", .href(question.link))
                }
            }
        }
    }
}
