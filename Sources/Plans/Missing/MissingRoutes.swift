package import Kernel
package import Site

/// The addresses of what is missing, over every plan that somebody keeps or directs.
package enum MissingRoute: String, RouteTable {
    case missing = "GET /missing"
    case messages = "GET /missing/messages"

    package static let readers = PlansRoute.keepers.union([.director])

    package var access: Access {
        switch self {
        case .missing, .messages: .roles(MissingRoute.readers, in: .anywhere)
        }
    }
}

extension PlansFeature {
    func registerMissing(on site: inout SiteBuilder) {
        site.on(MissingRoute.missing, missing)
        site.on(MissingRoute.messages, missingMessages)
    }
}
