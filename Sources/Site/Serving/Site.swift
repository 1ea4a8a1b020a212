import Crypto
import Kernel

/// The whole site as a function from inquiry to answer; a server stands in front of it.
package struct Site: Sendable {
    let settings: SiteSettings
    let tree: RouteTree
    let handlers: [HandledRoute]
    let siteKey: SymmetricKey
    let uploads = UploadGate()
    /// Every route of every table, for the test that walks them all.
    package let routes: [DeclaredRoute]

    init(settings: SiteSettings, tree: RouteTree, handlers: [HandledRoute], routes: [DeclaredRoute]) {
        self.settings = settings
        self.tree = tree
        self.handlers = handlers
        self.routes = routes
        siteKey = SymmetricKey(data: settings.secret)
    }

    /// Answers one inquiry. Never throws: a fault becomes a page with a reference, and a line in the log.
    package func answer(_ inquiry: Inquiry) async -> Answer {
        let started = ContinuousClock.now
        var course = Course(now: settings.now(), inquiry: inquiry)
        if settings.trustsProxy, let forwarded = inquiry.header("x-forwarded-for")?.split(separator: ",").last
        {
            course.remote = String(forwarded.drop { $0 == " " })
        }
        var answer = await serve(&course)
        StandardHeaders.add(to: &answer, isHTTPS: settings.publicAddress?.hasPrefix("https:") == true)
        if inquiry.method == "HEAD" { answer.body = [] }
        let spent = started.duration(to: .now).components
        settings.log(
            RequestRecord(
                at: course.now, id: course.id, method: inquiry.method, route: course.route,
                status: answer.status,
                microseconds: Int(spent.seconds * 1_000_000 + spent.attoseconds / 1_000_000_000_000),
                account: course.signedIn?.officer.account, remote: course.remote, remark: course.remark))
        return answer
    }
}

/// What has been found out about an inquiry on its way through the site.
struct Course: Sendable {
    let now: Instant
    let inquiry: Inquiry
    let id: String
    /// For the log: the route's pattern once it is known.
    var route: String
    var remote: String
    var token: String?
    var signedIn: SignedIn?
    var remark: String?
    /// A random cookie of somebody who is not signed in, by which their forms are known.
    var formCookie: String?
    var cookiesToSet: [String] = []

    init(now: Instant, inquiry: Inquiry) {
        self.now = now
        self.inquiry = inquiry
        id = ID<Site>.make(at: now).description
        route = inquiry.path
        remote = inquiry.remote
    }
}
