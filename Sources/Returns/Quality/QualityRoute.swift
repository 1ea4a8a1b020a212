package import Kernel
package import Site

/// The addresses of data quality, with who may come to them.
package enum QualityRoute: String, RouteTable {
    case quality = "GET /returns/quality"
    case overTime = "GET /returns/quality/over-time"
    case rows = "GET /returns/quality/{file}/{rule}"

    package static let readers = Role.innerCircle.union(FilesRoute.caseAccess)

    package var access: Access {
        switch self {
        case .quality, .rows: .roles(QualityRoute.readers, in: .anywhere)
        // Counts beside one another say by subtraction what one of them hides.
        case .overTime: .roles(Role.innerCircle, in: .authority)
        }
    }
}

extension ReturnsFeature {
    func registerQuality(on site: inout SiteBuilder) {
        site.on(QualityRoute.quality, quality)
        site.on(QualityRoute.overTime, qualityOverTime)
        site.on(QualityRoute.rows, qualityRows)
    }
}
