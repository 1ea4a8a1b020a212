import Kernel
package import Site

/// The addresses of an action's steps, and of what it waits for.
package enum StepsRoute: String, RouteTable {
    case newStep = "GET /plans/{plan}/actions/{action}/steps/new"
    case addStep = "POST /plans/{plan}/actions/{action}/steps/new"
    case editStep = "GET /plans/{plan}/actions/{action}/steps/{step}"
    case changeStep = "POST /plans/{plan}/actions/{action}/steps/{step}"
    case tickStep = "POST /plans/{plan}/actions/{action}/steps/{step}/done"
    case newWait = "GET /plans/{plan}/actions/{action}/waits/new"
    case addWait = "POST /plans/{plan}/actions/{action}/waits/new"
    case endWait = "POST /plans/{plan}/actions/{action}/waits/{wait}/end"

    package var access: Access { .roles(DatesRoute.doers, in: .plan("plan")) }
}

extension PlansFeature {
    func registerSteps(on site: inout SiteBuilder) {
        site.on(StepsRoute.newStep, newStep)
        site.on(StepsRoute.addStep, addStep)
        site.on(StepsRoute.editStep, editStep)
        site.on(StepsRoute.changeStep, changeStep)
        site.on(StepsRoute.tickStep, tickStep)
        site.on(StepsRoute.newWait, newWait)
        site.on(StepsRoute.addWait, addWait)
        site.on(StepsRoute.endWait, endWait)
    }
}
