import Kernel
import Markup
import PlanFormat
import Proof
import Site
import Storage

/// Adding a success criterion by hand, or changing one.
enum EditCriterion {
    enum Refused: String, Refusal {
        case textMissing = "Say how anyone will know"
        case actionElsewhere = "Choose an action of this area"
        case changedMeanwhile =
            "Somebody changed this criterion while you had it open: look at it again and make your change once more"

        var field: String? {
            switch self {
            case .textMissing: "text"
            case .actionElsewhere: "action"
            case .changedMeanwhile: nil
            }
        }
    }

    /// The criterion as the form makes it, and the action of its area that it belongs to.
    static func decide(
        _ criterion: Plan.Criterion?, _ form: Fields, actions: [KeptPlan.Action]
    ) throws(Refused) -> (Plan.Criterion, ID<ActionRecord>?) {
        guard !form["text"].isEmpty else { throw .textMissing }
        let action = form["action"].isEmpty ? nil : actions.first { $0.id.description == form["action"] }
        guard form["action"].isEmpty || action != nil else { throw .actionElsewhere }
        let kind = Plan.Criterion.Kind(rawValue: form["kind"]) ?? .success
        var changed = criterion ?? Plan.Criterion(text: "", kind: kind)
        changed.text = form["text"]
        changed.kind = kind
        changed.label = form["label"].isEmpty ? nil : form["label"]
        changed.action = action?.value.reference
        return (changed, action?.id)
    }

    static func entry(_ criterion: KeptPlan.Criterion, _ terms: CriterionFacts.Terms) -> Entry {
        Entry(filled: [
            "label": criterion.value.label ?? "", "text": criterion.value.text,
            "kind": criterion.value.kind.rawValue, "action": criterion.action?.description ?? "",
            "population": terms.population ?? "", "measure": terms.measure ?? "",
            "unit": terms.unit.rawValue, "better": terms.better.rawValue, "periods": "\(terms.periods)",
            "rhythm": terms.rhythm?.rawValue ?? "",
        ])
    }
}

// MARK: Acting

extension PlansFeature {
    func newCriterion(_ visit: Visit) async throws -> Reply {
        let (plan, area) = try await areaToEdit(visit)
        let entry = Entry(filled: ["action": visit.query["action"], "periods": "3"])
        return .page(EditCriterion.page(plan, area, nil, entry, visit))
    }

    func addCriterion(_ visit: Visit) async throws -> Reply {
        let (plan, area) = try await areaToEdit(visit)
        let officer = try visit.signedInOfficer
        do {
            let (criterion, action) = try EditCriterion.decide(nil, visit.form, actions: area.actions)
            let terms = try SetTerms.decide(visit.form, beside: nil)
            let id = ID<CriterionRecord>.make(at: visit.now)
            try await database.write(for: officer.authority) { connection in
                let position = try PlanSQL.nextPosition(in: plan.header.id, officer.authority, connection)
                try PlanSQL.insert(
                    criterion, as: id, in: area.id, action: action, position: position, of: plan.header.id,
                    officer.authority, connection, at: visit.now)
                try PlanSQL.touch(plan.header.id, officer.authority, connection)
                try connection.record(
                    change("criterion.added", "criterion", id, plan, to: criterion.json, officer, visit))
                try SetTerms.set(
                    terms, before: CriterionFacts.Terms(), of: id, in: plan.header.id, officer, connection,
                    at: visit.now)
            }
            return .redirect(
                to: PlanCrumbs.address(plan.header, area, action), notice: "The criterion is in the plan.")
        } catch let refusal as any Refusal {
            return .refused(EditCriterion.page(plan, area, nil, visit.entry(of: refusal), visit))
        }
    }

    func editCriterion(_ visit: Visit) async throws -> Reply {
        let (plan, area, criterion) = try await criterionToEdit(visit)
        let facts = try await facts(of: criterion.id, plan, visit)
        return .page(
            EditCriterion.page(plan, area, criterion, EditCriterion.entry(criterion, facts.terms), visit))
    }

    func changeCriterion(_ visit: Visit) async throws -> Reply {
        let (plan, area, criterion) = try await criterionToEdit(visit)
        let officer = try visit.signedInOfficer
        do {
            guard visit.form["revision"] == "\(criterion.revision)" else {
                throw EditCriterion.Refused.changedMeanwhile
            }
            let (changed, action) = try EditCriterion.decide(
                criterion.value, visit.form, actions: area.actions)
            let facts = try await facts(of: criterion.id, plan, visit)
            let terms = try SetTerms.decide(visit.form, beside: facts)
            try await database.write(for: officer.authority) { connection in
                guard
                    try PlanSQL.update(
                        changed, criterion.id, action: action, revision: criterion.revision,
                        of: plan.header.id, officer.authority, connection, at: visit.now)
                else { throw EditCriterion.Refused.changedMeanwhile }
                try connection.record(
                    change(
                        "criterion.changed", "criterion", criterion.id, plan, from: criterion.value.json,
                        to: changed.json, officer, visit))
                try SetTerms.set(
                    terms, before: facts.terms, of: criterion.id, in: plan.header.id, officer, connection,
                    at: visit.now)
            }
            return .redirect(
                to: CriteriaRoute.criterion.link(plan.header.id, criterion.id),
                notice: "The criterion is changed.")
        } catch let refusal as any Refusal {
            return .refused(EditCriterion.page(plan, area, criterion, visit.entry(of: refusal), visit))
        }
    }

    private func facts(
        of criterion: ID<CriterionRecord>, _ plan: KeptPlan, _ visit: Visit
    ) async throws -> CriterionFacts {
        let officer = try visit.signedInOfficer
        return try await database.read {
            try CriteriaSQL.facts($0, officer.authority, plan.header.id, .one(criterion))[criterion]
        } ?? CriterionFacts()
    }
}

// MARK: Page

extension EditCriterion {
    static func page(
        _ plan: KeptPlan, _ area: KeptPlan.Area, _ criterion: KeptPlan.Criterion?, _ entry: Entry,
        _ visit: Visit
    ) -> Page {
        Page(
            criterion == nil ? "Add a success criterion" : "Change the success criterion", section: .plan,
            breadcrumbs: PlanCrumbs.area(plan.header, area), errors: entry.errors
        ) { m in
            let address =
                criterion.map { PlansRoute.changeCriterion.link(plan.header.id, $0.id) }
                ?? PlansRoute.addCriterion.link(plan.header.id, area.id)
            m.form(to: address, key: visit.formKey) { m in
                if let criterion { m.hiddenField("revision", "\(criterion.revision)") }
                m.textArea(
                    "text", "How will anyone know?", in: entry,
                    hint: "A share or a number, of whom, from what to what, by when. So what for the child?",
                    rows: 4)
                m.select(
                    "action", "The action that it belongs to",
                    [Choice("", "The whole area")]
                        + area.actions.map {
                            Choice(
                                $0.id.description,
                                String("\($0.value.reference ?? "") \($0.value.text)".trimmed.prefix(90)))
                        }, in: entry)
                m.select(
                    "kind", "What it shows",
                    Plan.Criterion.Kind.allCases.map { Choice($0.rawValue, $0.words) }, in: entry)
                m.textField("label", "Letter or numeral", in: entry, width: .short)
                SetTerms.fields(in: entry, &m)
                m.buttons { m in
                    m.button(criterion == nil ? "Add this criterion" : "Save the criterion")
                    m.a(
                        "Cancel",
                        .href(
                            criterion.map { CriteriaRoute.criterion.link(plan.header.id, $0.id) }
                                ?? PlanCrumbs.address(plan.header, area, nil)))
                }
            }
        }
    }
}
