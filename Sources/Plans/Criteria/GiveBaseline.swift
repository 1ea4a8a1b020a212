package import Kernel
import Markup
import PlanFormat
package import Proof
import Site
package import Storage

/// Saying where a criterion stood before. Once a body has agreed it, it is locked: a correction stands beside it.
package enum GiveBaseline {
    package enum Refused: String, Refusal {
        case notYours =
            "Only the plan's keepers, the analyst and whoever answers for the action give its baseline"
        case locked =
            "The baseline is agreed and locked: say why it has to be corrected, and both will stand on record"
        case waiting = "A correction already waits to be agreed"
        case sourceMissing = "Say where the figure comes from"
        case dayMissing = "Give the day on which it stood there"
        case dayAhead = "A day that has not come yet cannot be measured"
        case changedMeanwhile =
            "Somebody gave a baseline while you had this open: theirs stands below, yours is still in the form"

        package var field: String? {
            switch self {
            case .locked: "reason"
            case .sourceMissing: "source"
            case .dayMissing, .dayAhead: "day"
            default: nil
            }
        }
    }

    package struct Form: Sendable {
        package var node: ID<Node>?
        package var figure: Figure
        package var day: Day?
        package var source: String
        package var reason: String

        package init(
            node: ID<Node>? = nil, _ figure: Figure, on day: Day?, source: String, reason: String = ""
        ) {
            self.node = node
            self.figure = figure
            self.day = day
            self.source = source
            self.reason = reason
        }
    }

    /// The day, and the reason where this corrects an agreed one.
    static func decide(
        _ question: CriterionInQuestion, _ form: Form
    ) throws(Refused) -> (day: Day, reason: String?) {
        guard question.measures || question.isMine else { throw .notYours }
        guard let day = form.day else { throw .dayMissing }
        guard day <= question.doer.today else { throw .dayAhead }
        guard form.source.count >= 3 else { throw .sourceMissing }
        let own = question.facts.baselines.filter { $0.node == form.node }
        guard let agreed = own.lastIndex(where: { $0.agreement?.isAgreed == true }) else { return (day, nil) }
        guard form.reason.count >= 3 else { throw .locked }
        guard !own[agreed...].contains(where: { $0.agreement == nil }) else { throw .waiting }
        return (day, form.reason)
    }

    @discardableResult
    package static func give(
        _ form: Form, _ question: CriterionInQuestion, _ connection: Connection, at now: Instant
    ) throws -> ID<CriterionFacts.Baseline> {
        let (day, reason) = try decide(question, form)
        let id = try CriteriaSQL.insert(
            into: "criterion_baseline",
            [("node", .id(form.node))] + CriteriaSQL.columns(form.figure) + [
                ("day", .day(day)), ("source", .text(form.source)), ("reason", .optional(reason)),
            ], question.signature(at: now), connection, as: CriterionFacts.Baseline.self)
        let words = SmallNumbers.hidden.words(form.figure, question.facts.terms.unit)
        try connection.record(
            question.event(
                "criterion.baseline.given", says: "Baseline given: \(words) at \(day.long), \(form.source)",
                reason: reason, at: now))
        return id
    }
}

extension PlansFeature {
    func baseline(_ visit: Visit) async throws -> Reply {
        let question = try await criterionInQuestion(visit)
        let entry = GiveBaseline.offered(question, visit.query["at"])
        return .page(GiveBaseline.page(question, try await units(visit), entry, visit))
    }

    func giveBaseline(_ visit: Visit) async throws -> Reply {
        let form = visit.form
        let now = visit.now
        let units = try await units(visit)
        do {
            let link = try await act(visit) { question, connection in
                guard form["latest"] == question.facts.baselines.last?.id.description ?? "" else {
                    throw GiveBaseline.Refused.changedMeanwhile
                }
                let day: Day? =
                    if case .day(let day) = form.date("day", called: "the day") { day } else { nil }
                let given = GiveBaseline.Form(
                    node: try chosen(form, units),
                    try FigureEntry.decide(form, question.facts.terms.unit),
                    on: day, source: form["source"], reason: form["reason"])
                try GiveBaseline.give(given, question, connection, at: now)
                return question.link
            }
            return .redirect(to: link, notice: "The baseline waits for a body to agree it.")
        } catch let refusal as any Refusal {
            let question = try await criterionInQuestion(visit)
            return .refused(GiveBaseline.page(question, units, visit.entry(of: refusal), visit))
        }
    }

    /// The parts that figures may be for.
    func units(_ visit: Visit) async throws -> [CriterionUnit] {
        let officer = try visit.signedInOfficer
        let today = visit.today
        return try await database.read { try CriterionUnitSQL.units($0, officer.authority, on: today) }
    }
}

/// The part that a form names; one that is none of these was never on our page.
func chosen(_ form: Fields, _ units: [CriterionUnit]) throws -> ID<Node>? {
    guard !form["node"].isEmpty else { return nil }
    guard let unit = units.first(where: { $0.id.description == form["node"] }) else { throw NotFound() }
    return unit.id
}

extension GiveBaseline {
    /// The form filled with what the measure said of that day.
    static func offered(_ question: CriterionInQuestion, _ day: String) -> Entry {
        guard let tied = question.facts.tied, let day = Day(day),
            let value = question.facts.measured.last(where: { $0.unit == nil && $0.end == day }),
            !question.small.hides(value.figure, question.facts.terms.unit)
        else { return Entry() }
        var fields = ["source": ["\(tied.name), \(value.source)"]]
        let civil = day.civil
        for (part, number) in [("day", civil.day), ("month", civil.month), ("year", civil.year)] {
            fields["day-\(part)"] = ["\(number)"]
        }
        switch value.figure {
        case .share(let count, let base):
            fields["numerator"] = ["\(count)"]
            fields["denominator"] = ["\(base)"]
        case .plain(let amount): fields["plain"] = [amount.text]
        }
        return Entry(fields)
    }

    /// What the measure said on each day, to choose the baseline from.
    private static func offers(_ question: CriterionInQuestion, _ m: inout Markup) {
        let values = question.facts.measured.filter {
            $0.unit == nil && !question.small.hides($0.figure, question.facts.terms.unit)
        }
        guard let tied = question.facts.tied, !values.isEmpty else { return }
        m.disclosure("Take it from the measure “\(tied.name)”") { m in
            m.ul { m in
                for value in values {
                    m.li { m in
                        m.a(
                            "\(value.end.long): \(value.figure.words(question.facts.terms.unit))",
                            .href(
                                CriteriaRoute.baseline.link(
                                    question.plan.id, question.id, query: ["at": value.end.description])))
                    }
                }
            }
        }
    }

    static func page(
        _ question: CriterionInQuestion, _ units: [CriterionUnit], _ entry: Entry, _ visit: Visit
    ) -> Page {
        let locked = question.facts.baselines.contains { $0.agreement?.isAgreed == true }
        return Page(
            locked ? "Correct the baseline" : "Give the baseline", section: .plan,
            breadcrumbs: question.crumbsOfForm, errors: entry.errors
        ) { m in
            m.p(question.value.text)
            if locked {
                m.note(
                    "The baseline is agreed and locked. A correction stands beside it, with its reason, once a body agrees."
                )
            }
            CriterionPage.baselines(question, units, visit, &m)
            offers(question, &m)
            m.form(to: CriteriaRoute.giveBaseline.link(question.plan.id, question.id), key: visit.formKey) {
                m in
                m.hiddenField("latest", question.facts.baselines.last?.id.description ?? "")
                m.unitField(units, in: entry)
                m.figureFields(question.facts.terms.unit, in: entry)
                m.dateField("day", "As at", in: entry)
                m.textField(
                    "source", "Where it comes from", in: entry,
                    hint: "Such as the case system's report of 31 March")
                if locked { m.textArea("reason", "Why it has to be corrected", in: entry) }
                m.buttons { m in
                    m.button(locked ? "Give the correction" : "Give this baseline")
                    m.a("Cancel", .href(question.link))
                }
            }
        }
    }
}
