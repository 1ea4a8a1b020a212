import Foundation
import Kernel
import Site
import Storage
import StorageTesting
import Synchronization
import Testing

@testable import Accounts
@testable import App

/// Every route × every role × a role for the whole authority, for another part, one that is over, and nobody.
@Suite struct AccessWalkTests {
    private static let now = Instant("2026-11-20T09:00:00.000Z")!
    private static let secret = [UInt8](repeating: 7, count: 32)

    /// How far the one role of an account reaches.
    private enum Holding: CaseIterable {
        case authority, elsewhere, over

        func grant(_ role: Role, on day: Day) -> Grant {
            let scope = self == .elsewhere ? Scope.node(ID(99)) : .authority
            let until = self == .over ? day.adding(days: -1) : role == .observer ? day.adding(days: 30) : nil
            return Grant(role: role, scope: scope, from: day.adding(days: -60), until: until)
        }
    }

    private struct Walker: Sendable {
        let role: Role
        let holding: Holding
        let token: String
    }

    private final class Log: Sendable {
        private let last = Mutex<RequestRecord?>(nil)
        func add(_ record: RequestRecord) { last.withLock { $0 = record } }
        var remark: String { last.withLock { $0?.remark ?? "" } }
    }

    private static func withApp(
        _ body: @Sendable (App, [Walker], Log) async throws -> Void
    ) async throws {
        try await TestDatabase.with(.sqlite, migrations: App.migrations) { test in
            let log = Log()
            let app = try await App.make(
                test.database, Configuration(place: test.place), now: { now }, log: { log.add($0) })
            let walkers = try await test.database.write { connection -> [Walker] in
                let authority = try connection.found(authority: "Ashmere County Council", at: now)
                return try Role.allCases.flatMap { role in
                    try Holding.allCases.map { try walker(role, $0, authority, connection) }
                }
            }
            try await body(app, walkers, log)
        }
    }

    private static func walker(
        _ role: Role, _ holding: Holding, _ authority: ID<Authority>, _ connection: Connection
    ) throws -> Walker {
        let account = AccountRecord(
            authority: authority, id: .make(at: now),
            email: "\(role.rawValue.lowercased())-\(holding)@ashmere.example",
            name: "\(role) \(holding)", person: nil, password: nil, created: now, lastSignedIn: nil,
            disabled: nil)
        try connection.insert(account, by: nil)
        try connection.give(
            holding.grant(role, on: now.inLondon.day), to: account.id, in: authority, by: nil, reason: "Walk",
            at: now)
        let token = try connection.beginSession(of: account, address: "here", agent: "", how: "walk", at: now)
        return Walker(role: role, holding: holding, token: token.text)
    }

    /// What the log must say of somebody who asks for a route: nothing where they are let in.
    private static func expected(_ route: DeclaredRoute, _ walker: Walker) -> String {
        let letIn = route.method == "POST" ? "refused: form key" : ""
        guard case .roles(let roles, let reach) = route.access else { return letIn }
        guard roles.contains(walker.role), walker.holding != .over else { return "refused: role" }
        if walker.holding == .elsewhere, reach != .anywhere { return "refused: scope" }
        return letIn
    }

    private static func address(_ route: DeclaredRoute) -> String {
        // An identity that is nobody's: what is let in finds nothing, and says no more than that.
        route.parameters.reduce(route.path) { path, name in
            path.replacing("{\(name)}", with: ID<Node>(1_234_567).description)
        }
    }

    @Test func `each route lets in exactly those whom its table names`() async throws {
        try await Self.withApp { app, walkers, log in
            for route in app.site.routes where route.access != .signedOutOnly {
                for walker in walkers {
                    let answer = await app.site.answer(
                        Inquiry(
                            route.method, Self.address(route),
                            headers: [("cookie", "__Host-plumbline=\(walker.token)")]))
                    let expected = Self.expected(route, walker)
                    #expect(log.remark == expected, "\(route) for \(walker.role), \(walker.holding)")
                    if expected.hasPrefix("refused: role") || expected.hasPrefix("refused: scope") {
                        #expect(answer.status == 404, "\(route) for \(walker.role), \(walker.holding)")
                    }
                }
            }
        }
    }

    @Test func `who is signed out is asked to sign in, and sees nothing else`() async throws {
        try await Self.withApp { app, _, log in
            for route in app.site.routes {
                switch route.access {
                case .open, .signedOutOnly: continue
                case .signedIn, .roles:
                    let answer = await app.site.answer(Inquiry(route.method, Self.address(route)))
                    #expect(log.remark == "refused: signed out", "\(route)")
                    if route.method == "GET" {
                        #expect(answer.header("location")?.hasPrefix("/sign-in?back=") == true, "\(route)")
                    } else {
                        #expect((400..<500).contains(answer.status), "\(route)")
                    }
                }
            }
        }
    }

    /// `PLUMBLINE_WRITE_DOCS=1 swift test --filter access.md` writes the page anew.
    @Test func `docs/access.md says who may go where, as the tables of routes do`() async throws {
        try await Self.withApp { app, _, _ in
            let page = AccessMatrix.markdown(app.site.routes)
            let path = URL(filePath: #filePath).deletingLastPathComponent().appending(
                path: "../../docs/access.md")
            if ProcessInfo.processInfo.environment["PLUMBLINE_WRITE_DOCS"] != nil {
                try page.write(to: path, atomically: true, encoding: .utf8)
            }
            let written = try String(contentsOf: path, encoding: .utf8)
            #expect(written == page, "run the tests with PLUMBLINE_WRITE_DOCS=1")
        }
    }
}
