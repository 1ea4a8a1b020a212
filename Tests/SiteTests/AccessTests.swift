import Foundation
import Kernel
import Site
import Testing

@Suite struct AccessTests {
    /// Rows by hand from the table in Samples: who, where, what they must be told.
    @Test(arguments: [
        ("manager", "/plans/0000000000007", 200), ("manager", "/plans/0000000000008", 200),
        ("manager-of-plan", "/plans/0000000000007", 200), ("manager-of-plan", "/plans/0000000000008", 404),
        ("manager-of-node", "/plans/0000000000007", 200), ("manager-of-node", "/plans/0000000000008", 404),
        ("reader", "/plans/0000000000007", 200), ("reader", "/plans/0000000000008", 404),
        ("reader", "/plans/new", 404), ("manager", "/plans/new", 200), ("manager-of-plan", "/plans/new", 404),
        ("administrator", "/plans/0000000000007", 404), ("administrator", "/access", 200),
        ("manager", "/access", 404), ("team-manager", "/teams/0000000000003", 200),
        ("team-manager", "/teams/0000000000004", 404), ("manager", "/plans/7", 404),
        ("reader", "/plans/7", 404),
        ("manager", "/plans/", 404), ("manager", "/nowhere", 404), ("manager", "/sign-in", 303),
    ])
    func `each goes where their role and its reach go`(who: String, path: String, status: Int) async throws {
        let site = try Ashmere.site()
        #expect(await site.get(path, as: who).status == status)
    }

    @Test func `a page out of reach looks exactly like one that is not there`() async throws {
        let site = try Ashmere.site()
        func shown(_ path: String) async -> String {
            await site.get(path, as: "reader").text
                .replacingOccurrences(of: "value=\"[^\"]*\"", with: "", options: .regularExpression)
        }
        #expect(await shown("/plans/0000000000008") == shown("/plans/zzz"))
    }

    @Test func `who is signed out is taken to sign in, and back to where they were going`() async throws {
        let site = try Ashmere.site()
        let answer = await site.get("/plans/0000000000007?lead=a%20b")
        #expect(answer.status == 303)
        #expect(answer.header("location") == "/sign-in?back=%2Fplans%2F0000000000007%3Flead%3Da%2520b")
        let post = await site.post("/plans/0000000000007/date", as: "ended", "due-day=1")
        #expect(post.status == 403)
    }

    @Test(arguments: ["https://evil.example/", "//evil.example", "/\\evil.example", "", "javascript:x"])
    func `signing in never leads off the site`(back: String) async throws {
        let site = try Ashmere.site()
        let page = await site.get("/sign-in")
        let cookie = String(try #require(page.header("set-cookie")).prefix { $0 != ";" })
        let form = "form-key=\(site.key(in: page.text))&back=\(back)"
        let answer = await site.answer(
            Inquiry(
                "POST", "/sign-in",
                headers: [("cookie", cookie), ("content-type", "application/x-www-form-urlencoded")],
                body: { _ in Array(form.utf8) }))
        #expect(answer.status == 303)
        #expect(answer.header("location") == "/")
        let session = "__Host-plumbline=manager; Path=/; Secure; HttpOnly; SameSite=Lax"
        #expect(answer.headers.contains { $0.name == "set-cookie" && $0.value == session })
    }

    @Test func `a route that nobody answers stops the start`() throws {
        var builder = SiteBuilder(Ashmere.settings())
        builder.on(Ashmere.Routes.front) { _ in .notFound }
        #expect(throws: SiteMisbuilt.self) { try builder.build() }
    }

    @Test func `two answers to one route stop the start`() throws {
        var builder = SiteBuilder(Ashmere.settings())
        for route in Ashmere.Routes.allCases { builder.on(route) { _ in .notFound } }
        builder.on(Ashmere.Routes.front) { _ in .notFound }
        #expect(throws: SiteMisbuilt.self) { try builder.build() }
    }

    @Test func `access that is judged by a parameter needs it in the path`() throws {
        enum Loose: String, RouteTable {
            case plan = "GET /somewhere"
            var access: Access { .roles([.reader], in: .plan("plan")) }
        }
        var builder = SiteBuilder(Ashmere.settings())
        builder.on(Loose.plan) { _ in .notFound }
        #expect(throws: SiteMisbuilt.self) { try builder.build() }
    }

    @Test func `a link fills the path in order and keeps the query's order`() {
        #expect(
            Ashmere.Routes.plan.link("a/b ?", query: ["lead": "Maya & co", "none": "", "page": "2"])
                == "/plans/a%2Fb%20%3F?lead=Maya%20%26%20co&page=2")
        #expect(Ashmere.Routes.front.link() == "/")
    }
}
