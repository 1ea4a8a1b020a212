package import Kernel
import Markup
import PlanFormat
package import Proof
import Site
package import Storage

/// Proposing what has to be reached by a day: for the authority, or for a unit by its own manager.
package enum ProposeTarget {
    package enum Refused: String, Refusal {
        case notYours =
            "Only the plan's keepers and whoever answers for the action propose its target; a unit's own manager proposes the unit's"
        case aimMissing = "Give the target, or the rule that it follows"
        case both = "Give a number or a rule, not both"
        case ruleShort = "Say the rule in a few words, such as: median of our neighbours"
        case dayMissing = "Give the day by which it has to be reached"
        case thereAlready = "The same target for that day already waits, or is agreed"

        package var field: String? {
            switch self {
            case .aimMissing, .both: "aim"
            case .ruleShort: "rule"
            case .dayMissing, .thereAlready: "by"
            case .notYours: nil
            }
        }
    }

    package struct Form: Sendable {
        package var node: ID<Node>?
        package var by: Day?
        package var aim: Amount?
        package var rule: String

        package init(node: ID<Node>? = nil, by: Day?, _ aim: Amount?, rule: String = "") {
            self.node = node
            self.by = by
            self.aim = aim
            self.rule = rule
        }
    }

    static func decide(
        _ question: CriterionInQuestion, _ form: Form, manages: Set<ID<Node>>
    ) throws(Refused) -> Day {
        let isTheirs = form.node.map(manages.contains) ?? question.isMine
        guard question.keeps || isTheirs else { throw .notYours }
        guard form.aim == nil || form.rule.isEmpty else { throw .both }
        guard form.aim != nil || !form.rule.isEmpty else { throw .aimMissing }
        guard form.rule.isEmpty || form.rule.count >= 5 else { throw .ruleShort }
        guard let by = form.by else { throw .dayMissing }
        let isThere = question.facts.targets.contains {
            $0.node == form.node && $0.byDay == by && $0.agreement?.isAgreed != false
                && (form.rule.isEmpty ? $0.rule == nil && $0.aim == form.aim : $0.rule == form.rule)
        }
        guard !isThere else { throw .thereAlready }
        return by
    }

    @discardableResult
    package static func propose(
        _ form: Form, _ question: CriterionInQuestion, _ connection: Connection, at now: Instant
    ) throws -> ID<CriterionFacts.Target> {
        let by = try decide(
            question, form, manages: try CriterionUnitSQL.managed(connection, question.doer))
        let id = try CriteriaSQL.insert(
            into: "criterion_target",
            [
                ("node", .id(form.node)), ("by_day", .day(by)),
                ("aim", .optional(form.aim?.text.replacing(",", with: ""))),
                ("rule", .optional(form.rule.isEmpty ? nil : form.rule)),
            ], question.signature(at: now), connection, as: CriterionFacts.Target.self)
        let words = form.aim.map(question.facts.terms.unit.words) ?? "“\(form.rule)”"
        try connection.record(
            question.event(
                "criterion.target.proposed", says: "Target proposed: \(words) by \(by.long)", at: now))
        return id
    }
}

extension PlansFeature {
    func target(_ visit: Visit) async throws -> Reply {
        let question = try await criterionInQuestion(visit)
        return .page(ProposeTarget.page(question, try await unitsToAimFor(question, visit), Entry(), visit))
    }

    func proposeTarget(_ visit: Visit) async throws -> Reply {
        let form = visit.form
        let now = visit.now
        let units = try await units(visit)
        do {
            let link = try await act(visit) { question, connection in
                let by: Day? =
                    if case .day(let day) = form.date("by", called: "the day") { day } else { nil }
                let aim =
                    form["aim"].isEmpty
                    ? nil : try FigureEntry.amount(form["aim"], question.facts.terms.unit)
                try ProposeTarget.propose(
                    ProposeTarget.Form(node: try chosen(form, units), by: by, aim, rule: form["rule"]),
                    question, connection, at: now)
                return question.link
            }
            return .redirect(to: link, notice: "The target waits for a body to agree it.")
        } catch let refusal as any Refusal {
            let question = try await criterionInQuestion(visit)
            // The number's own refusals name the field of a figure alone.
            let field = refusal.field == "plain" ? "aim" : refusal.field
            return .refused(
                ProposeTarget.page(
                    question, try await unitsToAimFor(question, visit),
                    visit.entry([FieldError(field, refusal.sentence)]), visit))
        }
    }

    private func unitsToAimFor(_ question: CriterionInQuestion, _ visit: Visit) async throws
        -> [CriterionUnit]
    {
        let all = try await units(visit)
        guard !question.keeps else { return all }
        let managed = try await database.read { try CriterionUnitSQL.managed($0, question.doer) }
        return all.filter { managed.contains($0.id) }
    }
}

extension ProposeTarget {
    static func page(
        _ question: CriterionInQuestion, _ units: [CriterionUnit], _ entry: Entry, _ visit: Visit
    ) -> Page {
        Page(
            "Propose a target", section: .plan, breadcrumbs: question.crumbsOfForm, errors: entry.errors
        ) { m in
            m.p(question.value.text)
            m.note("A body agrees it before anything is held against it. Several steps may lead to the last.")
            m.form(to: CriteriaRoute.proposeTarget.link(question.plan.id, question.id), key: visit.formKey) {
                m in
                m.unitField(units, all: question.keeps || question.isMine, in: entry)
                m.textField(
                    "aim", question.facts.terms.unit == .percent ? "Target, in per cent" : "Target",
                    in: entry,
                    width: .short)
                m.textField(
                    "rule", "Or the rule that it follows", in: entry,
                    hint: "Such as: median of our neighbours. Its number is given beside it when it is known."
                )
                m.dateField("by", "By", in: entry)
                m.buttons { m in
                    m.button("Propose this target")
                    m.a("Cancel", .href(question.link))
                }
            }
        }
    }
}
