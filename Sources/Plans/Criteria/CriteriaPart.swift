import Kernel
import Markup
import PlanFormat
import Proof
import Site
import Storage

/// The criteria of an action on its page, each with what shows it and how it stands.
struct CriteriaPart: ActionPart {
    let proofs: [ID<CriterionRecord>: CriterionProof]
    let terms: [ID<CriterionRecord>: CriterionFacts.Terms]
    let small: SmallNumbers

    static func read(_ connection: Connection, _ action: ActionInQuestion) throws -> CriteriaPart {
        let officer = action.doer.officer
        let facts = try CriteriaSQL.facts(
            connection, officer.authority, action.planID, .action(action.action.id))
        let isInner = try PlanSQL.isPlan(
            connection, officer.authority, action.planID,
            within: officer.scopes(for: Role.innerCircle), on: action.doer.today)
        return CriteriaPart(
            proofs: facts.mapValues { $0.proof(on: action.doer.today) }, terms: facts.mapValues(\.terms),
            small: isInner ? .shown : .hidden)
    }

    /// What a measure or an audit says of the action, for the third of its three facts.
    var moved: ActionFact {
        let all = Array(proofs.values)
        if let against = all.first(where: { $0.standing == .contradicted }) {
            return ActionFact("Moved", .no, "No", Markup(against.sentence(small)))
        }
        let proven = all.count { $0.standing == .proven }
        if proven > 0, proven == all.count {
            return ActionFact(
                "Moved", .yes, "Yes", Markup(all.map { $0.sentence(small) }.sorted().joined(separator: " ")))
        }
        let isMeasured = all.contains { !$0.measure.isEmpty || !$0.rounds.isEmpty }
        return ActionFact(
            "Moved", .notYet, isMeasured ? "Not yet" : "Not yet measured",
            all.isEmpty
                ? "No criterion says how anyone will know."
                : Markup("\(proven) of \(counted(all.count, "criterion", "criteria")) proven."))
    }

    var banner: Banner? {
        proofs.sorted { $0.key < $1.key }.lazy.map(\.value).first { $0.standing == .contradicted }
            .flatMap { ProofWords.banner($0, small) }
    }

    func main(_ action: ActionInQuestion, _ m: inout Markup) {
        let criteria = action.area.criteria.filter { $0.action == action.action.id }
        m.part("Success criteria") { m in
            if criteria.isEmpty {
                m.emptyState("No criterion", "Nothing says yet how anyone will know that this has worked.")
            } else {
                table(criteria, action, &m)
            }
            if action.mayEdit {
                m.buttonLink(
                    "Add a success criterion",
                    to: PlansRoute.newCriterion.link(
                        action.planID, action.area.id, query: ["action": action.action.id.description]),
                    .other)
            }
        }
    }

    private func table(
        _ criteria: [KeptPlan.Criterion], _ action: ActionInQuestion, _ m: inout Markup
    ) {
        m.table(
            "Success criteria",
            [
                Column("Ref", .reference), Column("Criterion", .name), Column("Shown by"),
                Column("Proof", .short),
            ]
        ) { rows in
            for criterion in criteria {
                guard let proof = proofs[criterion.id] else { continue }
                rows.row { row in
                    row.cell(criterion.value.label ?? "")
                    row.cell {
                        $0.a(
                            criterion.value.text,
                            .href(CriteriaRoute.criterion.link(action.planID, criterion.id)))
                    }
                    row.cell { shownBy(criterion.id, proof, &$0) }
                    row.cell { $0.tag(proof.standing.symbol) }
                }
            }
        }
    }

    private func shownBy(_ id: ID<CriterionRecord>, _ proof: CriterionProof, _ m: inout Markup) {
        let terms = terms[id] ?? CriterionFacts.Terms()
        guard terms.measure != nil || proof.decisive != nil else {
            return m.note("Nothing is tied to it, so it cannot be tested yet")
        }
        if let measure = terms.measure { m.add(measure) }
        if let reading = proof.decisive {
            m.note(
                "\(small.with(proof.withheld).tableWords(reading.figure, terms.unit)) at \(reading.end.long)")
        } else {
            m.note("not yet measured")
        }
    }
}
