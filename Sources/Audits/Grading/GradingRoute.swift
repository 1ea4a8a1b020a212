import Kernel
package import Site

/// The addresses of the audits that somebody is asked for.
package enum GradingRoute: String, RouteTable {
    case mine = "GET /audits/mine"

    package var access: Access {
        switch self {
        case .mine: .signedIn
        }
    }
}

extension AuditsFeature {
    func registerGrading(on site: inout SiteBuilder) {
        site.on(GradingRoute.mine, myAudits)
    }
}
