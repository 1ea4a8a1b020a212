import Markup
package import Site

/// The addresses of what files mean by their values, teams and workers, with who may come to them.
package enum MappingRoute: String, RouteTable {
    case mapping = "GET /returns/mapping"
    case values = "GET /returns/mapping/values"
    case mapValues = "POST /returns/mapping/values"
    case teams = "GET /returns/mapping/teams"
    case mapTeams = "POST /returns/mapping/teams"
    case placeholders = "GET /returns/mapping/placeholders"
    case setPlaceholders = "POST /returns/mapping/placeholders"
    case register = "GET /returns/mapping/register"
    case giveRegister = "POST /returns/mapping/register"

    package var access: Access { .roles(FilesRoute.loaders, in: .authority) }
}

extension ReturnsFeature {
    func registerMapping(on site: inout SiteBuilder) {
        site.on(MappingRoute.mapping, mapping)
        site.on(MappingRoute.values, valuesToMap)
        site.on(MappingRoute.mapValues, mapValues)
        site.on(MappingRoute.teams, teamsToMap)
        site.on(MappingRoute.mapTeams, mapTeams)
        site.on(MappingRoute.placeholders, placeholders)
        site.on(MappingRoute.setPlaceholders, setPlaceholders)
        site.on(MappingRoute.register, workerRegister)
        site.on(MappingRoute.giveRegister, takes: .attachment, giveRegister)
    }
}

enum MappingCrumbs {
    static let mapping = FilesCrumbs.section + [Link("What values stand for", MappingRoute.mapping.link())]
}
