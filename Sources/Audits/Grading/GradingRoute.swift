package import Kernel
package import Site

/// The addresses of the audits that somebody is asked for, of what they say side by side, and of what is agreed then.
package enum GradingRoute: String, RouteTable {
    case mine = "GET /audits/mine"
    case form = "GET /audits/mine/{audit}"
    case save = "POST /audits/mine/{audit}/answers"
    case check = "GET /audits/mine/{audit}/check"
    case send = "POST /audits/mine/{audit}/sending"
    case team = "GET /audits/team"
    case differences = "GET /audits/rounds/{round}/differences"
    case auditedCase = "GET /audits/rounds/{round}/cases/{case}/grades"
    case propose = "POST /audits/rounds/{round}/cases/{case}/moderations"
    case settle = "POST /audits/rounds/{round}/cases/{case}/moderations/{moderation}"

    /// To whom a page of the people who answer to them is offered.
    package static let managers: Set<Role> = [.director, .qualityLead, .actionLead, .teamManager]
    /// Who sees which cases of a round differ, as far as they reach.
    package static let comparers: Set<Role> = [.director, .qualityLead]

    package var access: Access {
        switch self {
        case .mine, .form, .save, .check, .send, .team: .signedIn
        // A holder and their line see their own cases: the page asks who they are to it.
        case .auditedCase, .propose, .settle: .signedIn
        case .differences: .roles(GradingRoute.comparers, in: .anywhere)
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
        site.on(GradingRoute.team, myTeam)
        site.on(GradingRoute.differences, differences)
        site.on(GradingRoute.auditedCase, auditedCase)
        site.on(GradingRoute.propose, proposeGrade)
        site.on(GradingRoute.settle, settleGrade)
    }
}
