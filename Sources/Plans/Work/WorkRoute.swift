package import Site

/// The addresses of one's own work.
package enum WorkRoute: String, RouteTable {
    case myWork = "GET /work"

    package var access: Access {
        switch self {
        case .myWork: .roles(PlansRoute.readers, in: .anywhere)
        }
    }
}
