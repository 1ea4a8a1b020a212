import Kernel
package import Site

/// The addresses of what rounds found.
package enum ResultsRoute: String, RouteTable {
    case result = "GET /audits/rounds/{round}/result"

    package var access: Access {
        switch self {
        case .result: .roles(RoundsRoute.readers, in: .anywhere)
        }
    }
}

extension AuditsFeature {
    func registerResults(on site: inout SiteBuilder) {
        site.on(ResultsRoute.result, roundResult)
    }
}
