package import Kernel
package import Site

/// The addresses of work lists and caseloads.
package enum CasesRoute: String, RouteTable {
    case today = "GET /today"
    case caseloads = "GET /today/caseloads"
    case settings = "GET /today/settings"
    case changeSettings = "POST /today/settings"

    /// Who may see whose assessment or visit is due, in their own part of the organisation. A worker sees the
    /// children whom they hold themselves; auditors and verifiers see the cases that were drawn for them, elsewhere.
    package static let caseAccess: Set<Role> = [.director, .qualityLead, .teamManager, .worker]
    /// Who sees the caseloads of teams; workers by name are for their own line and the quality lead.
    package static let workloadReaders: Set<Role> = [
        .director, .qualityLead, .teamManager, .programmeManager, .analyst,
    ]
    /// To whom workers' names stand beside their cases.
    package static let workerReaders: Set<Role> = [.director, .qualityLead, .teamManager]
    /// Who sets points, limits and local intervals.
    package static let setters: Set<Role> = [.director, .programmeManager]

    package var access: Access {
        switch self {
        case .today: .roles(CasesRoute.caseAccess, in: .anywhere)
        case .caseloads: .roles(CasesRoute.workloadReaders, in: .anywhere)
        case .settings, .changeSettings: .roles(CasesRoute.setters, in: .authority)
        }
    }
}

extension MeasuresFeature {
    func registerCases(on site: inout SiteBuilder) {
        site.on(CasesRoute.today, overdueToday)
        site.on(CasesRoute.caseloads, caseloads)
        site.on(CasesRoute.settings, caseSettings)
        site.on(CasesRoute.changeSettings, changeCaseSettings)
    }
}
