package import Kernel
import Markup
import Proof
import Site
package import Storage

/// What makes a criterion testable: of whom, by what measure, which way is better, for how many periods.
package enum SetTerms {
    package enum Refused: String, Refusal {
        case periods = "Give for how many periods it must hold, from 1 to 24"
        case unitFixed =
            "It has figures, a baseline or targets already, so what it is counted in cannot change: add another criterion instead"

        package var field: String? { self == .periods ? "periods" : "unit" }
    }

    /// `facts` are on record already; nil for a new criterion.
    static func decide(
        _ form: Fields, beside facts: CriterionFacts?
    ) throws(Refused) -> CriterionFacts.Terms {
        var terms = CriterionFacts.Terms()
        terms.population = form["population"].isEmpty ? nil : form["population"]
        terms.measure = form["measure"].isEmpty ? nil : form["measure"]
        terms.unit = MeasureUnit(rawValue: form["unit"]) ?? .percent
        terms.better = Better(rawValue: form["better"]) ?? .higher
        terms.rhythm = FigureRhythm(rawValue: form["rhythm"])
        guard let periods = form["periods"].isEmpty ? 3 : Int(form["periods"]), (1...24).contains(periods)
        else { throw .periods }
        terms.periods = periods
        if let facts, facts.terms.unit != terms.unit,
            !(facts.values.isEmpty && facts.baselines.isEmpty && facts.targets.isEmpty)
        {
            throw .unitFixed
        }
        return terms
    }

    package static func set(
        _ terms: CriterionFacts.Terms, before: CriterionFacts.Terms, of criterion: ID<CriterionRecord>,
        in plan: ID<PlanRecord>, _ officer: Officer, _ connection: Connection, at now: Instant
    ) throws {
        guard terms != before else { return }
        try CriteriaSQL.insert(
            into: "criterion_terms",
            [
                ("population", .optional(terms.population)), ("measure", .optional(terms.measure)),
                ("unit", .text(terms.unit.rawValue)), ("better", .text(terms.better.rawValue)),
                ("periods", .int(terms.periods)), ("rhythm", .optional(terms.rhythm?.rawValue)),
            ],
            CriteriaSQL.Signature(
                authority: officer.authority, plan: plan, criterion: criterion, account: officer.account,
                person: officer.person, at: now), connection, as: CriterionFacts.Terms.self)
        let measure = terms.measure.map { "tied to “\($0)”" } ?? "tied to nothing"
        try connection.record(
            Event(
                authority: officer.authority, at: now, actor: officer.account, kind: "criterion.terms.set",
                subject: "criterion", subjectID: criterion, plan: plan,
                to: .object([
                    JSON.Member(
                        "says",
                        .string(
                            "How it is tested: \(measure), \(terms.better.words), for \(counted(terms.periods, "period"))"
                        ))
                ])))
    }

    static func fields(in entry: Entry, _ m: inout Markup) {
        m.h2("How it is tested")
        m.textField(
            "population", "Of whom or what", in: entry,
            hint: "Such as: every child with a child protection plan on the last day of the month")
        m.textField(
            "measure", "The measure or audit question", in: entry,
            hint: "Until one is named or a figure comes, it cannot be tested.")
        m.select(
            "unit", "Counted in", MeasureUnit.allCases.map { Choice($0.rawValue, $0.title) }, in: entry)
        m.select(
            "better", "Which way is better",
            Better.allCases.map { Choice($0.rawValue, $0 == .higher ? "Higher" : "Lower") }, in: entry)
        m.select(
            "rhythm", "How often a figure comes",
            [Choice("", "Not said")] + FigureRhythm.allCases.map { Choice($0.rawValue, $0.words) }, in: entry)
        m.textField(
            "periods", "For how many periods running it must hold", in: entry,
            hint: "3 unless the plan says otherwise", width: .short, numeric: true)
    }
}

extension Visit {
    /// What was typed, with a refusal of whichever rule at its field.
    func entry(of refusal: any Refusal) -> Entry {
        entry([FieldError(refusal.field, refusal.sentence)])
    }
}

extension Entry {
    /// A form with dates in it, as `dateField` wants them.
    init(_ values: [String: String], dates: [String: Day?]) {
        var all = values.mapValues { [$0] }
        for case (let name, let day?) in dates {
            all["\(name)-day"] = ["\(day.civil.day)"]
            all["\(name)-month"] = ["\(day.civil.month)"]
            all["\(name)-year"] = ["\(day.civil.year)"]
        }
        self.init(all)
    }
}
