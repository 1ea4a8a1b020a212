package import Kernel
package import Site

/// The addresses of safety items.
package enum SafetyRoute: String, RouteTable {
    case list = "GET /audits/safety"
    case assurances = "GET /audits/safety/assurances"
    case item = "GET /audits/safety/{item}"
    case record = "POST /audits/safety/{item}/done"
    case assure = "POST /audits/safety/{item}/assurance"
    case reopen = "POST /audits/safety/{item}/reopening"

    /// Who may have to do with a child who is not safe; the pages show those of their own line.
    package static let readers: Set<Role> = [.director, .qualityLead, .teamManager, .actionLead]

    package var access: Access {
        switch self {
        case .list, .item, .record, .assure, .reopen: .roles(SafetyRoute.readers, in: .anywhere)
        case .assurances: .roles(SafetyScope.wideRoles, in: .anywhere)
        }
    }
}

extension AuditsFeature {
    func registerSafety(on site: inout SiteBuilder) {
        site.on(SafetyRoute.list, safetyItems)
        site.on(SafetyRoute.assurances, assurances)
        site.on(SafetyRoute.item, safetyItem)
        site.on(SafetyRoute.record, recordDone)
        site.on(SafetyRoute.assure, giveAssurance)
        site.on(SafetyRoute.reopen, reopenSafetyItem)
    }
}
