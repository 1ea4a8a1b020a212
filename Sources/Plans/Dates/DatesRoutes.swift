package import Kernel
package import Site
import Storage

/// The addresses of a plan's dates.
package enum DatesRoute: String, RouteTable {
    case dates = "GET /plans/{plan}/dates"
    case askDate = "GET /plans/{plan}/actions/{action}/date"
    case sendDate = "POST /plans/{plan}/actions/{action}/date"
    case request = "GET /plans/{plan}/dates/{request}"
    case decide = "POST /plans/{plan}/dates/{request}"

    /// Who may answer for an action or keep a plan: everybody that reads it, but for those who only read.
    package static let doers = PlansRoute.readers.subtracting([.observer, .reader])
    /// Who may approve a date, in the plans that their role reaches.
    package static let approvers: Set<Role> = [.programmeManager, .director]

    package var access: Access {
        switch self {
        case .dates, .request: .roles(PlansRoute.readers, in: .plan("plan"))
        case .askDate, .sendDate: .roles(DatesRoute.doers, in: .plan("plan"))
        case .decide: .roles(DatesRoute.approvers, in: .plan("plan"))
        }
    }
}

extension PlansFeature {
    func registerDates(on site: inout SiteBuilder) {
        site.on(DatesRoute.dates, dates)
        site.on(DatesRoute.askDate, askDate)
        site.on(DatesRoute.sendDate, sendDate)
        site.on(DatesRoute.request, dateRequest)
        site.on(DatesRoute.decide, decideDate)
    }
}

extension Doer {
    /// Whether the officer holds one of the roles in that plan.
    func holds(
        oneOf roles: Set<Role>, in plan: ID<PlanRecord>, _ connection: Connection
    ) throws -> Bool {
        let scopes = officer.scopes(for: roles)
        if scopes.isEmpty { return false }
        if scopes.contains(.authority) || scopes.contains(.plan(plan)) { return true }
        return try PlanSQL.isPlan(connection, officer.authority, plan, within: scopes, on: today)
    }
}
