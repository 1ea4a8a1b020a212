package import Kernel
package import Markup
import Proof
import Site
package import Storage

/// A criterion that a measure proves, as the measure's page says it.
package struct MeasuredCriterion: Sendable {
    package let text: String
    package let plan: String
    /// How it stands: in its sign and its word.
    package let symbol: Symbol
    package let address: String

    /// Every criterion tied to the measure, of the plans that the officer may read, in the order of plans and areas.
    package static func of(
        _ measure: String, _ officer: Officer, _ connection: Connection, on today: Day
    ) throws -> [MeasuredCriterion] {
        let authority = officer.authority
        let ties = try TiedFigures.ties(connection, authority).filter { $0.measure == measure }
        let scopes = officer.scopes(for: PlansRoute.readers)
        guard !ties.isEmpty, !scopes.isEmpty else { return [] }
        let tied = Set(ties.map(\.criterion))
        let plans = Set(ties.map(\.plan))
        return try PlanSQL.plans(connection, authority, within: scopes, on: today)
            .filter { plans.contains($0.id) }.flatMap { plan -> [MeasuredCriterion] in
                let standings = try ProofSQL.standings(connection, authority, plan.id, today: today)
                return try connection.rows(
                    """
                    SELECT k.id, k.text FROM plan_criterion k
                    JOIN plan_area r ON r.authority = k.authority AND r.id = k.area
                    WHERE k.authority = $1 AND k.plan = $2 ORDER BY r.position, k.position
                    """, [.id(authority), .id(plan.id)]
                ) { (try $0.id(0) as ID<CriterionRecord>, try $0.text(1)) }
                .compactMap { id, text in
                    guard tied.contains(id), let proof = standings[id] else { return nil }
                    return MeasuredCriterion(
                        text: text, plan: plan.title, symbol: proof.standing.symbol,
                        address: CriteriaRoute.criterion.link(plan.id, id))
                }
            }
    }
}
