package import Kernel
package import Site

/// The addresses of comparison with others, and of the weekly sheets.
package enum CompareRoute: String, RouteTable {
    case compare = "GET /measures/compare"
    case load = "GET /measures/compare/load"
    case keep = "POST /measures/compare/load"
    case withdraw = "POST /measures/compare/{upload}/withdraw"
    case sheets = "GET /measures/weekly"
    case sheet = "GET /measures/weekly/{node}"

    /// Who may look at the sheet of a unit: of all units, or of those that they manage.
    package static let managers = Role.innerCircle.union([.teamManager, .actionLead])

    package var access: Access {
        switch self {
        case .compare: .roles(MeasuresRoute.readers, in: .anywhere)
        case .load, .keep, .withdraw: .roles(MeasuresRoute.keepers, in: .authority)
        case .sheets, .sheet: .roles(CompareRoute.managers, in: .anywhere)
        }
    }
}
