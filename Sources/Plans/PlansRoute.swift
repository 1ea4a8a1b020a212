package import Kernel
package import Site

/// Every address of plans, imports and inspections, with who may come to it.
package enum PlansRoute: String, RouteTable {
    case home = "GET /"
    case plans = "GET /plans"
    case newPlan = "GET /plans/new"
    case addPlan = "POST /plans/new"
    case planList = "GET /plans/{plan}"
    case overview = "GET /plans/{plan}/overview"
    case timelineHome = "GET /timeline"
    case timeline = "GET /plans/{plan}/timeline"
    case more = "GET /plans/{plan}/more"
    case document = "GET /plans/{plan}/document"
    case source = "GET /plans/{plan}/source"
    case export = "GET /plans/{plan}/export/{format}"
    case editPlan = "GET /plans/{plan}/edit"
    case changePlan = "POST /plans/{plan}/edit"
    case newArea = "GET /plans/{plan}/areas/new"
    case addArea = "POST /plans/{plan}/areas/new"
    case area = "GET /plans/{plan}/areas/{area}"
    case editArea = "GET /plans/{plan}/areas/{area}/edit"
    case changeArea = "POST /plans/{plan}/areas/{area}/edit"
    case newAction = "GET /plans/{plan}/areas/{area}/actions/new"
    case addAction = "POST /plans/{plan}/areas/{area}/actions/new"
    case action = "GET /plans/{plan}/actions/{action}"
    case editAction = "GET /plans/{plan}/actions/{action}/edit"
    case changeAction = "POST /plans/{plan}/actions/{action}/edit"
    case newCriterion = "GET /plans/{plan}/areas/{area}/criteria/new"
    case addCriterion = "POST /plans/{plan}/areas/{area}/criteria/new"
    case editCriterion = "GET /plans/{plan}/criteria/{criterion}/edit"
    case changeCriterion = "POST /plans/{plan}/criteria/{criterion}/edit"
    case checks = "GET /plans/{plan}/checks"
    case acceptFinding = "GET /plans/{plan}/checks/{finding}/acceptance"
    case addAcceptance = "POST /plans/{plan}/checks/{finding}/acceptance"
    case endAcceptance = "POST /plans/{plan}/checks/{finding}/acceptance/end"
    case imports = "GET /import"
    case upload = "POST /import"
    case review = "GET /import/{draft}"
    case reviewItem = "GET /import/{draft}/item"
    case changeItem = "POST /import/{draft}/item"
    case changeReading = "POST /import/{draft}/reading"
    case settle = "POST /import/{draft}/question"
    case takeTask = "POST /import/{draft}/task"
    case confirm = "GET /import/{draft}/confirm"
    case confirmImport = "POST /import/{draft}/confirm"
    case discard = "POST /import/{draft}/discard"
    case inspections = "GET /inspections"
    case newInspection = "GET /inspections/new"
    case addInspection = "POST /inspections/new"
    case inspection = "GET /inspections/{inspection}"
    case editInspection = "GET /inspections/{inspection}/edit"
    case changeInspection = "POST /inspections/{inspection}/edit"
    case editPart = "GET /inspections/{inspection}/{kind}/{part}"
    case changePart = "POST /inspections/{inspection}/{kind}/{part}"

    /// Everybody but the administrator, who keeps accounts and sees no plan.
    package static let readers = Set(Role.allCases).subtracting([.administrator])
    /// Who keeps the plan.
    package static let keepers: Set<Role> = [.programmeManager]

    package var access: Access {
        switch self {
        case .home: .signedIn
        case .plans, .timelineHome, .inspections, .inspection: .roles(PlansRoute.readers, in: .anywhere)
        case .planList, .overview, .timeline, .more, .document, .source, .export, .area, .action, .checks:
            .roles(PlansRoute.readers, in: .plan("plan"))
        case .editPlan, .changePlan, .newArea, .addArea, .editArea, .changeArea, .newAction, .addAction,
            .editAction, .changeAction, .newCriterion, .addCriterion, .editCriterion, .changeCriterion,
            .acceptFinding, .addAcceptance, .endAcceptance:
            .roles(PlansRoute.keepers, in: .plan("plan"))
        case .newPlan, .addPlan, .imports, .upload, .review, .reviewItem, .changeItem, .changeReading,
            .settle, .takeTask, .confirm, .confirmImport, .discard:
            .roles(PlansRoute.keepers, in: .anywhere)
        case .newInspection, .addInspection, .editInspection, .changeInspection, .editPart, .changePart:
            .roles(PlansRoute.keepers, in: .authority)
        }
    }
}
