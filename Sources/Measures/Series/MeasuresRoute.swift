package import Kernel
package import Site

/// Every address of measures, with who may come to it.
package enum MeasuresRoute: String, RouteTable {
    case list = "GET /measures"
    case measure = "GET /measures/{measure}"
    case settings = "GET /measures/{measure}/settings"
    case changeSettings = "POST /measures/{measure}/settings"
    case target = "GET /measures/{measure}/target"
    case setTarget = "POST /measures/{measure}/target"
    case rebase = "GET /measures/{measure}/rebase"
    case setRebase = "POST /measures/{measure}/rebase"

    /// Everybody but the administrator, who keeps accounts and sees no figures.
    package static let readers = Set(Role.allCases).subtracting([.administrator])
    /// Who says what holds of a measure: its owner, its targets, its limits.
    package static let keepers: Set<Role> = [.programmeManager, .analyst]

    package var access: Access {
        switch self {
        case .list, .measure: .roles(MeasuresRoute.readers, in: .anywhere)
        case .settings, .changeSettings, .target, .setTarget, .rebase, .setRebase:
            .roles(MeasuresRoute.keepers, in: .authority)
        }
    }
}
