import Kernel
package import Site

package enum SearchRoute: String, RouteTable {
    case search = "GET /search"

    package var access: Access {
        switch self {
        // Everybody finds something of their own; the page shows what each may see.
        case .search: .roles(Set(Role.allCases), in: .anywhere)
        }
    }
}

extension PlansFeature {
    func registerSearch(on site: inout SiteBuilder) {
        site.on(SearchRoute.search, search)
    }
}
