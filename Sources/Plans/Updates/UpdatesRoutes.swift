package import Kernel
package import Site
import Storage

/// The addresses of updates, of who answers, and of how a plan is run.
package enum UpdatesRoute: String, RouteTable {
    case newUpdate = "GET /plans/{plan}/actions/{action}/update"
    case giveUpdate = "POST /plans/{plan}/actions/{action}/update"
    case whoAnswers = "GET /plans/{plan}/answers"
    case confirmAnswers = "POST /plans/{plan}/answers"
    case accountable = "GET /plans/{plan}/actions/{action}/answers"
    case nameAccountable = "POST /plans/{plan}/actions/{action}/answers"
    case running = "GET /plans/{plan}/running"
    case changeRunning = "POST /plans/{plan}/running"

    /// Whoever may be asked for something; an observer or a reader never is.
    package static let writers = PlansRoute.readers.subtracting([.observer, .reader])

    package var access: Access {
        switch self {
        case .newUpdate, .giveUpdate: .roles(UpdatesRoute.writers, in: .plan("plan"))
        case .whoAnswers, .confirmAnswers, .accountable, .nameAccountable, .running, .changeRunning:
            .roles(PlansRoute.keepers, in: .plan("plan"))
        }
    }
}

extension PlansFeature {
    func registerUpdates(on site: inout SiteBuilder) {
        site.on(UpdatesRoute.newUpdate, newUpdate)
        site.on(UpdatesRoute.giveUpdate, giveUpdate)
        site.on(UpdatesRoute.whoAnswers, whoAnswers)
        site.on(UpdatesRoute.confirmAnswers, confirmAnswers)
        site.on(UpdatesRoute.accountable, accountable)
        site.on(UpdatesRoute.nameAccountable, nameAccountable)
        site.on(UpdatesRoute.running, running)
        site.on(UpdatesRoute.changeRunning, changeRunning)
    }
}
