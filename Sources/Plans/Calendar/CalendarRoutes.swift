package import Site

/// The addresses of the calendar and of the private feeds from it.
package enum CalendarRoute: String, RouteTable {
    case calendar = "GET /calendar"
    case feed = "GET /calendar/feed"
    case makeFeed = "POST /calendar/feed"
    case revokeFeed = "POST /calendar/feed/end"
    /// For calendar programs, which cannot sign in: whoever has the address has the calendar.
    case fetchFeed = "GET /calendar/private/{token}"

    package var access: Access {
        switch self {
        case .calendar, .feed, .makeFeed, .revokeFeed: .roles(PlansRoute.readers, in: .anywhere)
        case .fetchFeed: .open
        }
    }
}

extension PlansFeature {
    func registerCalendar(on site: inout SiteBuilder) {
        site.on(CalendarRoute.calendar, calendar)
        site.on(CalendarRoute.feed, feed)
        site.on(CalendarRoute.makeFeed, makeFeed)
        site.on(CalendarRoute.revokeFeed, revokeFeed)
        site.on(CalendarRoute.fetchFeed, fetchFeed)
    }
}
