import Kernel
package import Site

/// The addresses of the audits that somebody is asked for.
package enum GradingRoute: String, RouteTable {
    case mine = "GET /audits/mine"
    case form = "GET /audits/mine/{audit}"
    case save = "POST /audits/mine/{audit}/answers"
    case check = "GET /audits/mine/{audit}/check"
    case send = "POST /audits/mine/{audit}/sending"

    package var access: Access {
        switch self {
        case .mine, .form, .save, .check, .send: .signedIn
        }
    }
}

extension AuditsFeature {
    func registerGrading(on site: inout SiteBuilder) {
        site.on(GradingRoute.mine, myAudits)
        site.on(GradingRoute.form, auditForm)
        site.on(GradingRoute.save, saveAnswers)
        site.on(GradingRoute.check, checkAudit)
        site.on(GradingRoute.send, sendAudit)
    }
}
