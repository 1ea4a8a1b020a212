import Kernel
package import Site

/// The addresses of what rounds found.
package enum ResultsRoute: String, RouteTable {
    case result = "GET /audits/rounds/{round}/result"
    case report = "GET /audits/rounds/{round}/result/report"
    case workbook = "GET /audits/rounds/{round}/result/workbook"
    case cases = "GET /audits/rounds/{round}/result/cases"
    case overTime = "GET /audits/rounds/{round}/over-time"
    case outside = "GET /audits/rounds/{round}/outside"
    case recordOutside = "POST /audits/rounds/{round}/outside"
    case withdrawOutside = "POST /audits/rounds/{round}/outside/{finding}/withdrawal"
    case past = "GET /audits/past"
    case takePast = "POST /audits/past"
    case pastTemplate = "GET /audits/past/template/{layout}"
    case askUndoPast = "GET /audits/rounds/{round}/undo"
    case undoPast = "POST /audits/rounds/{round}/undo"

    package var access: Access {
        switch self {
        case .result, .report, .workbook, .overTime: .roles(RoundsRoute.readers, in: .anywhere)
        case .cases:
            .roles(Role.innerCircle.union([.teamManager, .actionLead]), in: .anywhere)
        case .outside, .recordOutside, .withdrawOutside, .past, .takePast, .pastTemplate, .askUndoPast,
            .undoPast:
            .roles(RoundsRoute.keepers, in: .anywhere)
        }
    }
}

extension AuditsFeature {
    func registerResults(on site: inout SiteBuilder) {
        site.on(ResultsRoute.result, roundResult)
        site.on(ResultsRoute.report, resultReport)
        site.on(ResultsRoute.workbook, resultWorkbook)
        site.on(ResultsRoute.cases, resultCases)
        site.on(ResultsRoute.overTime, overTime)
        site.on(ResultsRoute.outside, outside)
        site.on(ResultsRoute.recordOutside, recordOutside)
        site.on(ResultsRoute.withdrawOutside, withdrawOutside)
        site.on(ResultsRoute.past, pastRound)
        site.on(ResultsRoute.takePast, takes: .files, takePastRound)
        site.on(ResultsRoute.pastTemplate, pastTemplate)
        site.on(ResultsRoute.askUndoPast, askUndoPastRound)
        site.on(ResultsRoute.undoPast, undoPastRound)
    }
}
