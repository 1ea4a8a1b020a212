package import Kernel
package import Site

/// The addresses of cohort reviews.
package enum CohortsRoute: String, RouteTable {
    case list = "GET /audits/cohorts"

    /// Who sees how far a cohort has come; its children only where they have case access.
    package static let readers: Set<Role> = [
        .director, .qualityLead, .teamManager, .programmeManager, .actionLead, .boardMember,
    ]
    package static let keepers: Set<Role> = [.qualityLead]

    package var access: Access {
        switch self {
        case .list: .roles(CohortsRoute.readers, in: .anywhere)
        }
    }
}

extension AuditsFeature {
    func registerCohorts(on site: inout SiteBuilder) {
        site.on(CohortsRoute.list, cohorts)
    }
}
