import Kernel
package import Site

/// The addresses of a plan's proof, of one criterion, and of what makes it testable.
package enum CriteriaRoute: String, RouteTable {
    case proof = "GET /plans/{plan}/proof"
    case criterion = "GET /plans/{plan}/criteria/{criterion}"
    case claim = "GET /plans/{plan}/criteria/{criterion}/claim"
    case sayClaim = "POST /plans/{plan}/criteria/{criterion}/claim"
    case baseline = "GET /plans/{plan}/criteria/{criterion}/baseline"
    case giveBaseline = "POST /plans/{plan}/criteria/{criterion}/baseline"
    case target = "GET /plans/{plan}/criteria/{criterion}/target"
    case proposeTarget = "POST /plans/{plan}/criteria/{criterion}/target"
    case ruleValue = "GET /plans/{plan}/criteria/{criterion}/targets/{target}/value"
    case giveRuleValue = "POST /plans/{plan}/criteria/{criterion}/targets/{target}/value"
    case agreement = "GET /plans/{plan}/criteria/{criterion}/agreements/{subject}"
    case recordAgreement = "POST /plans/{plan}/criteria/{criterion}/agreements/{subject}"
    case value = "GET /plans/{plan}/criteria/{criterion}/value"
    case enterValue = "POST /plans/{plan}/criteria/{criterion}/value"
    case measure = "GET /plans/{plan}/criteria/{criterion}/measure"
    case setMeasure = "POST /plans/{plan}/criteria/{criterion}/measure"
    case audit = "GET /plans/{plan}/criteria/{criterion}/audit"
    case setAudit = "POST /plans/{plan}/criteria/{criterion}/audit"

    /// Who may answer for an action at all; each page then asks who exactly.
    static let doers = PlansRoute.readers.subtracting([.observer, .reader])
    /// Who gives figures: never whoever answers for the action.
    static let measurers: Set<Role> = PlansRoute.keepers.union([.analyst, .qualityLead])
    /// Who records what a body agreed.
    static let recorders: Set<Role> = PlansRoute.keepers.union([.boardMember])

    package var access: Access {
        switch self {
        case .proof, .criterion: .roles(PlansRoute.readers, in: .plan("plan"))
        case .claim, .sayClaim, .baseline, .giveBaseline, .target, .proposeTarget:
            .roles(CriteriaRoute.doers, in: .plan("plan"))
        case .ruleValue, .giveRuleValue, .value, .enterValue, .measure, .setMeasure, .audit,
            .setAudit:
            .roles(CriteriaRoute.measurers, in: .plan("plan"))
        case .agreement, .recordAgreement: .roles(CriteriaRoute.recorders, in: .plan("plan"))
        }
    }
}
