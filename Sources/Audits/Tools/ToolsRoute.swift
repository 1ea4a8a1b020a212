package import Kernel
package import Site

/// The addresses of audit tools.
package enum ToolsRoute: String, RouteTable {
    case list = "GET /audits/tools"

    /// Who looks at tools: everybody but the administrator, who keeps accounts.
    package static let readers = Set(Role.allCases).subtracting([.administrator])
    /// Who makes and changes them.
    package static let keepers: Set<Role> = [.qualityLead]

    package var access: Access {
        switch self {
        case .list: .roles(ToolsRoute.readers, in: .anywhere)
        }
    }
}

extension AuditsFeature {
    func registerTools(on site: inout SiteBuilder) {
        site.on(ToolsRoute.list, tools)
    }
}
