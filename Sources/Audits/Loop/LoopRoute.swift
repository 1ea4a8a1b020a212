import Kernel
package import Site

/// The addresses of what follows from audits: actions, anomalies, practice notes.
package enum LoopRoute: String, RouteTable {
    case list = "GET /audits/actions"

    package var access: Access {
        switch self {
        case .list: .signedIn
        }
    }
}

extension AuditsFeature {
    func registerLoop(on site: inout SiteBuilder) {
        site.on(LoopRoute.list, auditActions)
    }
}
