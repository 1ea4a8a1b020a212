package import Kernel
package import Site

/// The addresses of evidence, with who may come to them; what one may do there is judged person by person.
package enum EvidenceRoute: String, RouteTable {
    case evidence = "GET /plans/{plan}/evidence"
    case withoutEvidence = "GET /plans/{plan}/evidence/none"
    case newEvidence = "GET /plans/{plan}/actions/{action}/evidence/new"
    case addEvidence = "POST /plans/{plan}/actions/{action}/evidence/new"
    case item = "GET /plans/{plan}/evidence/{evidence}"
    case openEvidence = "GET /plans/{plan}/evidence/{evidence}/open"
    case judge = "POST /plans/{plan}/evidence/{evidence}/verdict"
    case toWithdraw = "GET /plans/{plan}/evidence/{evidence}/withdrawal"
    case withdraw = "POST /plans/{plan}/evidence/{evidence}/withdrawal"

    /// Who may add evidence and propose to close: whoever works on a plan. Boards, observers and readers do not.
    package static let workers = PlansRoute.readers.subtracting([.boardMember, .observer, .reader])
    /// Who may judge evidence and verify a closing, as far as they are independent of it.
    package static let judges: Set<Role> = [.verifier, .qualityLead, .programmeManager, .director]
    /// Who has case access: to whom evidence opens that holds personal data about a child or family.
    package static let caseAccess: Set<Role> = [.director, .qualityLead, .auditor, .verifier, .teamManager]

    package var access: Access {
        switch self {
        case .evidence, .withoutEvidence, .item, .openEvidence: .roles(PlansRoute.readers, in: .plan("plan"))
        case .newEvidence, .addEvidence, .toWithdraw, .withdraw:
            .roles(EvidenceRoute.workers, in: .plan("plan"))
        case .judge: .roles(EvidenceRoute.judges, in: .plan("plan"))
        }
    }
}
