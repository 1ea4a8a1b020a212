package import Kernel
package import Site

/// The addresses of schedules and duties.
package enum SchedulesRoute: String, RouteTable {
    case home = "GET /audits/schedules"

    /// Who sees what is due and what was missed: everybody but the administrator.
    package static let readers = Set(Role.allCases).subtracting([.administrator])
    /// Who confirms, changes and ends rhythms.
    package static let keepers: Set<Role> = [.qualityLead, .programmeManager]

    package var access: Access {
        switch self {
        case .home: .roles(SchedulesRoute.readers, in: .anywhere)
        }
    }
}

extension AuditsFeature {
    func registerSchedules(on site: inout SiteBuilder) {
        site.on(SchedulesRoute.home, schedules)
    }
}
