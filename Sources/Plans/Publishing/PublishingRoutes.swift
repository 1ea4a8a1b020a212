import Kernel
package import Site

/// The addresses of a plan's versions, and of the plan as at a day.
package enum PublishingRoute: String, RouteTable {
    case asAt = "GET /plans/{plan}/as-at"
    case versions = "GET /plans/{plan}/versions"
    case newVersion = "GET /plans/{plan}/versions/new"
    case publish = "POST /plans/{plan}/versions/new"
    case compare = "GET /plans/{plan}/versions/compare"
    case version = "GET /plans/{plan}/versions/{version}"
    case versionFile = "GET /plans/{plan}/versions/{version}/export/{format}"
    case newFollowing = "GET /plans/{plan}/follow"
    case addFollowing = "POST /plans/{plan}/follow"
    case renewal = "GET /import/{draft}/renewal"
    case renew = "POST /import/{draft}/renewal"

    package var access: Access {
        switch self {
        case .asAt, .versions, .compare, .version, .versionFile:
            .roles(PlansRoute.readers, in: .plan("plan"))
        case .newVersion, .publish, .newFollowing, .addFollowing:
            .roles(PlansRoute.keepers, in: .plan("plan"))
        case .renewal, .renew: .roles(PlansRoute.keepers, in: .anywhere)
        }
    }
}

extension PlansFeature {
    func registerPublishing(on site: inout SiteBuilder) {
        site.on(PublishingRoute.asAt, asAt)
        site.on(PublishingRoute.versions, versions)
        site.on(PublishingRoute.newVersion, newVersion)
        site.on(PublishingRoute.publish, publish)
        site.on(PublishingRoute.compare, compare)
        site.on(PublishingRoute.version, version)
        site.on(PublishingRoute.versionFile, versionFile)
        site.on(PublishingRoute.newFollowing, newFollowing)
        site.on(PublishingRoute.addFollowing, addFollowing)
        site.on(PublishingRoute.renewal, renewal)
        site.on(PublishingRoute.renew, renew)
    }
}
