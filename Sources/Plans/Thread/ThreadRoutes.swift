import Kernel
package import Site

/// The addresses of the golden thread from findings to proof.
package enum ThreadRoute: String, RouteTable {
    case thread = "GET /plans/{plan}/findings"
    case tieFinding = "GET /plans/{plan}/findings/{finding}"
    case changeTie = "POST /plans/{plan}/findings/{finding}"

    package var access: Access {
        switch self {
        case .thread: .roles(PlansRoute.readers, in: .plan("plan"))
        case .tieFinding, .changeTie: .roles(PlansRoute.keepers, in: .plan("plan"))
        }
    }
}

extension PlansFeature {
    func registerThread(on site: inout SiteBuilder) {
        site.on(ThreadRoute.thread, thread)
        site.on(ThreadRoute.tieFinding, tieFinding)
        site.on(ThreadRoute.changeTie, changeTie)
    }
}
