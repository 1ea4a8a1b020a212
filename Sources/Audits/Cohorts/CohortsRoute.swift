package import Kernel
package import Site

/// The addresses of cohort reviews.
package enum CohortsRoute: String, RouteTable {
    case list = "GET /audits/cohorts"
    case new = "GET /audits/cohorts/new"
    case begin = "POST /audits/cohorts/new"
    case cohort = "GET /audits/cohorts/{cohort}"
    case figures = "POST /audits/cohorts/{cohort}/figures"
    case child = "GET /audits/cohorts/{cohort}/children/{number}"
    case decide = "POST /audits/cohorts/{cohort}/children/{number}/decision"
    case move = "POST /audits/cohorts/{cohort}/children/{number}/date"
    case look = "POST /audits/cohorts/{cohort}/children/{number}/look"

    /// Who sees how far a cohort has come; its children only where they have case access.
    package static let readers: Set<Role> = [
        .director, .qualityLead, .teamManager, .programmeManager, .actionLead, .boardMember,
    ]
    package static let keepers: Set<Role> = [.qualityLead]
    /// Who records what a conference decided, as far as they reach.
    package static let recorders: Set<Role> = [.qualityLead, .teamManager]

    package var access: Access {
        switch self {
        case .list, .cohort, .child: .roles(CohortsRoute.readers, in: .anywhere)
        case .new, .begin, .figures: .roles(CohortsRoute.keepers, in: .anywhere)
        case .decide, .move, .look: .roles(CohortsRoute.recorders, in: .anywhere)
        }
    }
}

extension AuditsFeature {
    func registerCohorts(on site: inout SiteBuilder) {
        site.on(CohortsRoute.list, cohorts)
        site.on(CohortsRoute.new, newCohort)
        site.on(CohortsRoute.begin, takes: .files, beginCohort)
        site.on(CohortsRoute.cohort, cohort)
        site.on(CohortsRoute.figures, setCohortFigures)
        site.on(CohortsRoute.child, cohortChild)
        site.on(CohortsRoute.decide, decideChild)
        site.on(CohortsRoute.move, moveConference)
        site.on(CohortsRoute.look, lookAgain)
    }
}
