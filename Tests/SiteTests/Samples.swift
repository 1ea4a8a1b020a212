import Foundation
import Kernel
import Markup
import Site

/// A small site with one table, the people who visit it, and what a test wants of them.
enum Ashmere {
    static let authority = ID<Authority>(1)
    static let plan = ID<PlanRecord>(7)
    static let otherPlan = ID<PlanRecord>(8)
    static let node = ID<Node>(3)
    static let now = Instant("2026-11-20T09:14:00.000Z")!

    enum Routes: String, RouteTable {
        case front = "GET /"
        case plan = "GET /plans/{plan}"
        case newPlan = "GET /plans/new"
        case moveDate = "POST /plans/{plan}/date"
        case upload = "POST /plans/{plan}/file"
        case team = "GET /teams/{node}"
        case access = "GET /access"
        case signIn = "GET /sign-in"
        case signInSend = "POST /sign-in"
        case fault = "GET /fault"
        case export = "GET /plans/{plan}/export"
        case own = "GET /own"

        var access: Access {
            switch self {
            case .front, .own, .fault: .signedIn
            case .plan, .export: .roles([.programmeManager, .reader], in: .plan("plan"))
            case .newPlan: .roles([.programmeManager], in: .authority)
            case .moveDate, .upload: .roles([.programmeManager], in: .plan("plan"))
            case .team: .roles([.teamManager], in: .node("node"))
            case .access: .roles([.administrator], in: .anywhere)
            case .signIn, .signInSend: .signedOutOnly
            }
        }
    }

    static func officer(_ grants: (Role, Scope)...) -> Officer {
        Officer(
            authority: authority, account: ID(21), person: nil, name: "Ruth Ashworth-Bello",
            post: "improvement manager",
            grants: grants.map { Grant(role: $0.0, scope: $0.1, from: now.inLondon.day, until: nil) })
    }

    /// Tokens of the people who are signed in.
    static let people: [String: Officer] = [
        "manager": officer((.programmeManager, .authority)),
        "manager-of-plan": officer((.programmeManager, .plan(plan))),
        "manager-of-node": officer((.programmeManager, .node(node))),
        "reader": officer((.reader, .plan(plan))),
        "administrator": officer((.administrator, .authority)),
        "team-manager": officer((.teamManager, .node(node))),
    ]

    static func settings(log: @escaping @Sendable (RequestRecord) -> Void = { _ in }) -> SiteSettings {
        SiteSettings(
            secret: Array(repeating: 5, count: 32),
            sessions: SessionSource { token, _ in
                people[token].map { SignedIn(officer: $0, formSecret: "secret of \(token)") }
            },
            reach: ReachSource(
                planIsWithin: { id, scopes, _ in id == plan && scopes.contains(.node(node)) },
                nodeIsWithin: { _, _, _ in false }),
            frame: { visit in
                Frame(
                    authority: "Ashmere County Council",
                    sections: [
                        SectionLink(.overview, "/"), SectionLink(.plan, "/plans"),
                        SectionLink(.today, "/today", count: (41, "overdue")),
                    ],
                    foot: [Link("Accessibility statement", "/accessibility")])
            },
            now: { now }, log: log)
    }

    static func site(log: @escaping @Sendable (RequestRecord) -> Void = { _ in }) throws -> Site {
        var site = SiteBuilder(settings(log: log))
        for route in [Routes.front, .plan, .newPlan, .team, .access, .own] {
            site.on(route) { visit in .page(Page("Page of \(route)") { m in m.p("Path: \(visit.address)") }) }
        }
        site.on(Routes.signIn) { visit in
            .page(
                Page("Sign in") { m in
                    m.form(to: Routes.signInSend.link(), key: visit.formKey) { m in m.button("Sign in") }
                })
        }
        site.on(Routes.signInSend) { visit in
            .redirect(to: visit.form["back"]).beginning(session: "manager")
        }
        site.on(Routes.moveDate) { visit in
            switch visit.form.date("due", called: "the new date") {
            case .day(let day):
                return .redirect(to: Routes.plan.link(plan), notice: "The new date is \(day.long).")
            case .empty: return .refused(form(visit, FieldError("due", "Give the new date")))
            case .wrong(let sentence): return .refused(form(visit, FieldError("due", sentence)))
            }
        }
        site.on(Routes.upload, takes: .files) { visit in
            let file = visit.form.file("document")
            return .page(
                Page("Read") { m in
                    m.p("\(file?.name ?? "none") of \(file?.bytes.count ?? -1) for \(visit.form["title"])")
                })
        }
        site.on(Routes.fault) { _ in throw Broken(secret: "password=hunter2") }
        site.on(Routes.export) { _ in .file([65, 66], name: "Plan – 1.csv", type: "text/csv; charset=utf-8") }
        return try site.build()
    }

    struct Broken: Error {
        let secret: String
    }

    static func form(_ visit: Visit, _ errors: FieldError...) -> Page {
        Page("Move the date", errors: errors) { m in
            m.form(to: Routes.moveDate.link(plan), key: visit.formKey) { m in
                m.dateField("due", "New date", in: visit.entry(errors), hint: "For example, 18 12 2026")
                m.textArea("reason", "Why has it moved?", in: visit.entry(errors))
                m.button("Save the new date")
            }
        }
    }
}

extension Site {
    func get(_ target: String, as token: String? = nil, cookies: String = "") async -> Answer {
        let session = token.map { "__Host-plumbline=\($0)" } ?? ""
        return await answer(Inquiry("GET", target, headers: [("cookie", "\(session);\(cookies)")]))
    }

    /// Sends a form with the key that this visitor's own pages carry.
    func post(
        _ target: String, as token: String, _ form: String,
        type: String = "application/x-www-form-urlencoded",
        headers: [(name: String, value: String)] = []
    ) async -> Answer {
        let body = Array(form.utf8)
        return await answer(
            Inquiry(
                "POST", target,
                headers: [("cookie", "__Host-plumbline=\(token)"), ("content-type", type)] + headers,
                body: { limit in
                    guard body.count <= limit else { throw TooLarge() }
                    return body
                }))
    }

    /// The key in the first form of any page: Sign out stands on each.
    func key(as token: String) async -> String {
        await key(in: get("/own", as: token).text)
    }

    func key(in page: String) -> String {
        guard let start = page.range(of: "name=\"form-key\" value=\"")?.upperBound else { return "" }
        return String(page[start...].prefix { $0 != "\"" })
    }
}
