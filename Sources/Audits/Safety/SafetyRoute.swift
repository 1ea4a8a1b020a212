package import Kernel
package import Site

/// The addresses of safety items.
package enum SafetyRoute: String, RouteTable {
    case list = "GET /audits/safety"

    /// Who may have to do with a child who is not safe; the page shows those of their own line.
    package static let readers: Set<Role> = [.director, .qualityLead, .teamManager, .actionLead]

    package var access: Access {
        switch self {
        case .list: .roles(SafetyRoute.readers, in: .anywhere)
        }
    }
}

extension AuditsFeature {
    func registerSafety(on site: inout SiteBuilder) {
        site.on(SafetyRoute.list, safetyItems)
    }
}
