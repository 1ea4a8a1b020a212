package import Kernel
import Markup
import PlanFormat
package import Proof
import Site
package import Storage

/// Entering a figure of the measure, or of an audit round, by hand: never by whoever answers for the action.
package enum EnterValue {
    package enum Refused: Refusal {
        case ownWork
        /// The measure that gives the figures.
        case tied(String)
        /// The audit question that gives the rounds.
        case audited(String)
        case endMissing
        case ahead
        case sourceMissing
        /// The figure of that source for that period, which stands until somebody says why not.
        case thereAlready(String)
        case sameAgain

        package var sentence: String {
            switch self {
            case .ownWork: "You answer for this action, so somebody else must enter its figures"
            case .tied(let name):
                "Its figures come from the measure “\(name)”: correct the return they come from, or enter an audit round"
            case .audited(let name):
                "Its rounds come from the audit question “\(name)”: close a round that asks it, or enter a figure of a measure"
            case .endMissing: "Give the last day of the period"
            case .ahead: "That period has not ended yet"
            case .sourceMissing: "Say where the figure comes from"
            case .thereAlready(let figure):
                "That source has a figure for that day already, \(figure): say why yours corrects it"
            case .sameAgain: "That is the figure that stands already"
            }
        }
        package var field: String? {
            switch self {
            case .ownWork: nil
            case .tied, .audited: "kind"
            case .endMissing, .ahead: "end"
            case .sourceMissing: "source"
            case .thereAlready: "reason"
            case .sameAgain: "numerator"
            }
        }
    }

    package struct Form: Sendable {
        package var node: ID<Node>?
        package var kind: CriterionFacts.Value.Kind
        package var end: Day?
        package var figure: Figure
        package var source: String
        package var note: String
        package var reason: String

        package init(
            node: ID<Node>? = nil, _ kind: CriterionFacts.Value.Kind = .measure, _ figure: Figure,
            at end: Day?,
            source: String, note: String = "", reason: String = ""
        ) {
            self.node = node
            self.kind = kind
            self.end = end
            self.figure = figure
            self.source = source
            self.note = note
            self.reason = reason
        }
    }

    /// The figure as it will be kept; `reason` only where it corrects one that stands.
    static func decide(
        _ question: CriterionInQuestion, _ form: Form, at now: Instant
    ) throws(Refused) -> CriterionFacts.Value {
        guard !question.isOwnWork else { throw .ownWork }
        if let tied = question.facts.tied, form.kind == .measure { throw .tied(tied.name) }
        if let audited = question.facts.audited, form.kind != .measure { throw .audited(audited.name) }
        guard let end = form.end else { throw .endMissing }
        guard end <= question.doer.today else { throw .ahead }
        guard form.source.count >= 3 else { throw .sourceMissing }
        var value = CriterionFacts.Value(
            id: .make(at: now), node: form.node, kind: form.kind, end: end, figure: form.figure,
            source: form.source, sourceKey: NameKey.fold(form.source),
            note: form.note.isEmpty ? nil : form.note, reason: nil,
            by: CriterionFacts.Signed(
                at: now, account: question.doer.officer.account, person: question.doer.officer.person,
                name: question.doer.officer.name))
        if let standing = question.facts.standingValues.first(where: { $0.slot == value.slot }) {
            guard standing.figure != value.figure || standing.kind != value.kind else { throw .sameAgain }
            guard form.reason.count >= 3 else {
                throw .thereAlready(standing.figure.words(question.facts.terms.unit))
            }
            value.reason = form.reason
        }
        return value
    }

    package static func enter(
        _ form: Form, _ question: CriterionInQuestion, _ connection: Connection, at now: Instant
    ) throws {
        let value = try decide(question, form, at: now)
        try CriteriaSQL.insert(
            into: "criterion_value",
            [
                ("node", .id(value.node)), ("kind", .text(value.kind.rawValue)),
                ("period_end", .day(value.end)),
            ] + CriteriaSQL.columns(value.figure) + [
                ("source", .text(value.source)), ("source_key", .text(value.sourceKey)),
                ("note", .optional(value.note)), ("reason", .optional(value.reason)),
            ], question.signature(at: now), connection, as: CriterionFacts.Value.self)
        let words = SmallNumbers.hidden.words(value.figure, question.facts.terms.unit)
        try connection.record(
            question.event(
                value.reason == nil ? "criterion.figure.entered" : "criterion.figure.corrected",
                says:
                    "\(value.reason == nil ? "Figure entered" : "Figure corrected"): \(words) at \(value.end.long), \(value.source)",
                reason: value.reason, at: now))
        try ProofTurning.settle(question, connection, at: now)
    }
}

extension PlansFeature {
    func value(_ visit: Visit) async throws -> Reply {
        let question = try await criterionInQuestion(visit)
        let last = question.facts.standingValues.last
        let entry = Entry(filled: ["kind": "measure", "source": last?.source ?? ""])
        return .page(EnterValue.page(question, try await units(visit), entry, visit))
    }

    func enterValue(_ visit: Visit) async throws -> Reply {
        let form = visit.form
        let now = visit.now
        let units = try await units(visit)
        do {
            let link = try await act(visit) { question, connection in
                let end: Day? =
                    if case .day(let day) = form.date("end", called: "the period") { day } else { nil }
                let kind = CriterionFacts.Value.Kind(rawValue: form["kind"]) ?? .measure
                let entered = EnterValue.Form(
                    node: try chosen(form, units), kind,
                    try FigureEntry.decide(
                        form, question.facts.terms.unit, needsCounts: kind != .measure), at: end,
                    source: form["source"], note: form["note"], reason: form["reason"])
                try EnterValue.enter(entered, question, connection, at: now)
                return question.link
            }
            return .redirect(to: link, notice: "The figure is on record.")
        } catch let refusal as any Refusal {
            let question = try await criterionInQuestion(visit)
            let entry = visit.entry(of: refusal)
            return .refused(EnterValue.page(question, units, entry, visit))
        }
    }
}

extension EnterValue {
    static func page(
        _ question: CriterionInQuestion, _ units: [CriterionUnit], _ entry: Entry, _ visit: Visit
    ) -> Page {
        let unit = question.facts.terms.unit
        return Page(
            "Enter a figure", section: .plan, breadcrumbs: question.crumbsOfForm, errors: entry.errors
        ) { m in
            m.p(question.value.text)
            m.form(to: CriteriaRoute.enterValue.link(question.plan.id, question.id), key: visit.formKey) {
                m in
                if unit == .percent {
                    m.radios(
                        "kind", "What it comes from",
                        CriterionFacts.Value.Kind.allCases.map { Choice($0.rawValue, $0.words) }, in: entry)
                }
                m.unitField(units, in: entry)
                m.dateField(
                    "end", "The last day of its period", in: entry, hint: "For an audit, the day of the round"
                )
                m.figureFields(unit, in: entry)
                m.textField(
                    "source", "Where it comes from", in: entry,
                    hint: "The same words each time: two sources for one period are held against each other.")
                m.textArea(
                    "note", "Note", in: entry, hint: "What was left out, or how it was counted", rows: 2)
                m.textArea(
                    "reason", "Why it corrects the figure before", in: entry,
                    hint: "Only where this source has a figure for that day already.", rows: 2)
                m.buttons { m in
                    m.button("Enter this figure")
                    m.a("Cancel", .href(question.link))
                }
            }
        }
    }
}

extension CriterionFacts.Value.Kind {
    var words: String {
        switch self {
        case .measure: "A measure"
        case .independentRound: "An audit round, graded by somebody outside the work"
        case .ownRound: "An audit round, graded by those who did the work"
        }
    }
}
