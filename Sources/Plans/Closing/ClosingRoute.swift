import Kernel
package import Site

/// The addresses of closing an action and of who speaks for the board.
package enum ClosingRoute: String, RouteTable {
    case closings = "GET /plans/{plan}/actions/{action}/closing"
    case toPropose = "GET /plans/{plan}/actions/{action}/closing/proposal"
    case propose = "POST /plans/{plan}/actions/{action}/closing/proposal"
    case toWithdraw = "GET /plans/{plan}/actions/{action}/closing/withdrawal"
    case withdraw = "POST /plans/{plan}/actions/{action}/closing/withdrawal"
    case toVerify = "GET /plans/{plan}/actions/{action}/closing/verdict"
    case verify = "POST /plans/{plan}/actions/{action}/closing/verdict"
    case toDecide = "GET /plans/{plan}/actions/{action}/closing/decision"
    case decide = "POST /plans/{plan}/actions/{action}/closing/decision"
    case toReopen = "GET /plans/{plan}/actions/{action}/closing/reopening"
    case reopen = "POST /plans/{plan}/actions/{action}/closing/reopening"
    case board = "GET /plans/{plan}/board"
    case newDuty = "GET /plans/{plan}/board/new"
    case addDuty = "POST /plans/{plan}/board/new"
    case lastDayOfDuty = "GET /plans/{plan}/board/{duty}/end"
    case endDuty = "POST /plans/{plan}/board/{duty}/end"

    package var access: Access {
        switch self {
        case .closings, .board: .roles(PlansRoute.readers, in: .plan("plan"))
        case .toPropose, .propose, .toWithdraw, .withdraw: .roles(EvidenceRoute.workers, in: .plan("plan"))
        case .toVerify, .verify: .roles(EvidenceRoute.judges, in: .plan("plan"))
        case .toDecide, .decide: .roles([.boardMember], in: .plan("plan"))
        case .toReopen, .reopen, .newDuty, .addDuty, .lastDayOfDuty, .endDuty:
            .roles(PlansRoute.keepers, in: .plan("plan"))
        }
    }
}
