package import Kernel
package import Site

/// The addresses of rounds, their frames and draws.
package enum RoundsRoute: String, RouteTable {
    case home = "GET /audits"

    /// Who sees that a round is there and, once it is closed, what it found: everybody but the administrator.
    package static let readers = Set(Role.allCases).subtracting([.administrator])
    /// Who sets rounds up, draws and closes them, in their part of the organisation.
    package static let keepers: Set<Role> = [.qualityLead]
    /// To whom a case's own reference may be shown, as far as they reach; its auditor sees it too.
    package static let caseAccess: Set<Role> = [.director, .qualityLead, .teamManager]

    package var access: Access {
        switch self {
        case .home: .roles(RoundsRoute.readers, in: .anywhere)
        }
    }
}

extension AuditsFeature {
    func registerRounds(on site: inout SiteBuilder) {
        site.on(RoundsRoute.home, audits)
    }
}
