import Kernel
import Site
import Storage
import StorageTesting
import Synchronization

@testable import Accounts

/// The clock of one test's site.
final class Clock: Sendable {
    private let moment: Mutex<Instant>

    init(_ text: String) { moment = Mutex(Instant(text) ?? Instant(milliseconds: 0)) }

    var now: Instant { moment.withLock { $0 } }

    func advance(seconds: Int64) { moment.withLock { $0 = $0.adding(seconds: seconds) } }
}

/// The feature on a site of its own, on a real database, with a clock that the test moves.
struct House: Sendable {
    let site: Site
    let feature: AccountsFeature
    let clock: Clock
    var database: Database { feature.database }

    static let code = AccountsFeature.setUpCode(from: [1, 2, 3])
    static let nodes = [Named<Node>(ID(7), "North Area"), Named<Node>(ID(8), "Duty Team")]

    /// On one engine, or on each that this run has.
    static func with(
        _ engine: TestEngine? = nil, at start: String = "2026-11-20T09:00:00.000Z",
        _ body: @Sendable (House) async throws -> Void
    ) async throws {
        for engine in engine.map({ [$0] }) ?? TestEngine.available {
            try await on(engine, at: start, body)
        }
    }

    private static func on(
        _ engine: TestEngine, at start: String, _ body: @Sendable (House) async throws -> Void
    ) async throws {
        try await TestDatabase.with(engine, migrations: AccountsFeature.migrations) { test in
            let clock = Clock(start)
            let neighbours = AccountsNeighbours(
                people: { _, _ in [Named(ID(41), "Tom Hallam")] }, nodes: { _, _ in nodes },
                plans: { _ in [] },
                post: { _, _, _ in "Improvement manager" })
            let feature = AccountsFeature(database: test.database, setUpCode: code, neighbours: neighbours)
            var builder = SiteBuilder(
                SiteSettings(
                    secret: Array(repeating: 9, count: 32), sessions: feature.sessionSource, reach: .none,
                    frame: { _ in Frame(authority: "Ashmere County Council") }, now: { clock.now },
                    log: { _ in }))
            feature.register(on: &builder)
            try await body(House(site: try builder.build(), feature: feature, clock: clock))
        }
    }

    /// Sets the authority up with Ruth as its administrator; gives her browser, signed in, and her authenticator.
    func setUp() async throws -> (ruth: Browser, totp: TOTP) {
        var ruth = Browser(self)
        await ruth.get("/set-up")
        await ruth.post("/set-up", SetUpForm.good)
        let totp = try ruth.newAuthenticator()
        await ruth.post("/sign-in/authenticator", ["step": ruth.field("step"), "code": code(of: totp)])
        return (ruth, totp)
    }

    func code(of totp: TOTP) -> String { totp.code(step: TOTP.step(at: clock.now)) }

    /// Invites somebody and takes them through password and authenticator.
    func join(_ name: String, _ email: String, invitedBy admin: inout Browser) async throws -> (Browser, TOTP)
    {
        await admin.get("/access/add")
        await admin.post("/access/add", ["name": name, "email": email])
        let link = try admin.secret(startingWith: "/new-password/")
        var browser = Browser(self)
        await browser.get(link)
        await browser.post(link, ["password": "tangle wicket orbit", "again": "tangle wicket orbit"])
        let totp = try browser.newAuthenticator()
        await browser.post("/sign-in/authenticator", ["step": browser.field("step"), "code": code(of: totp)])
        return (browser, totp)
    }

    func account(_ email: String) async throws -> AccountRecord {
        let found = try await database.read { connection -> AccountRecord? in
            guard let authority = try connection.authorities().first else { return nil }
            return try connection.account(email: email, of: authority.id)
        }
        guard let found else { throw Missing("account \(email)") }
        return found
    }

    func kinds() async throws -> [String] {
        try await database.read { connection in
            guard let authority = try connection.authorities().first else { return [] }
            return try connection.events(of: authority.id, limit: 500).map(\.kind).reversed()
        }
    }
}

enum SetUpForm {
    static let good: KeyValuePairs<String, String> = [
        "code": House.code, "authority": "Ashmere County Council", "name": "Ruth Ashworth-Bello",
        "email": "ruth@ashmere.example", "password": "three quiet lamps", "again": "three quiet lamps",
    ]
}

struct Missing: Error {
    let what: String
    init(_ what: String) { self.what = what }
}

/// Somebody's browser: keeps cookies, sends the key of the form that it last saw, follows redirects.
struct Browser {
    let house: House
    var remote = "10.0.0.1"
    private(set) var cookies: [String: String] = [:]
    private(set) var status = 0
    private(set) var text = ""
    private(set) var address = ""
    private var key = ""

    init(_ house: House, remote: String = "10.0.0.1") {
        self.house = house
        self.remote = remote
    }

    mutating func get(_ path: String) async {
        await send(Inquiry("GET", path, headers: headers, remote: remote))
    }

    mutating func post(_ path: String, _ fields: KeyValuePairs<String, String> = [:], key: String? = nil)
        async
    {
        var query = Query()
        for (name, value) in fields { query = query.with(name, value) }
        query = query.with("form-key", key ?? self.key)
        let body = Array(query.suffix.dropFirst().utf8)
        await send(
            Inquiry(
                "POST", path, headers: headers + [("content-type", "application/x-www-form-urlencoded")],
                remote: remote
            ) { _ in body })
    }

    private var headers: [(name: String, value: String)] {
        [("cookie", cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; "))]
    }

    private mutating func send(_ inquiry: Inquiry) async {
        let answer = await house.site.answer(inquiry)
        for header in answer.headers where header.name == "set-cookie" {
            let pair = header.value.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1)
            cookies[String(pair[0])] = pair.count > 1 ? String(pair[1]) : nil
        }
        status = answer.status
        text = answer.text
        address = inquiry.target
        if let found = Browser.value(after: "name=\"form-key\" value=\"", in: text) { key = found }
        if status == 303, let location = answer.header("location") {
            address = location
            // What belongs to other features is not here to be shown.
            let own = ["/sign-in", "/account", "/access", "/journal", "/set-up"]
            if own.contains(where: { location.hasPrefix($0) }) { await get(location) }
        }
    }

    var session: String? { cookies["__Host-plumbline"] }

    mutating func setSession(_ token: String) { cookies["__Host-plumbline"] = token }

    /// The value of a hidden field on the page.
    func field(_ name: String) -> String {
        Browser.value(after: "name=\"\(name)\" value=\"", in: text) ?? ""
    }

    func newAuthenticator() throws -> TOTP {
        guard let letters = Browser.value(after: "<p class=\"secret\"><code>", in: text) else {
            throw Missing("a new authenticator's secret on: \(title)")
        }
        return TOTP(secret: Browser.base32(letters.filter { $0 != " " }))
    }

    func secret(startingWith start: String) throws -> String {
        guard let rest = Browser.value(after: "<code>\(start)", in: text) else {
            throw Missing("\(start) on: \(title)")
        }
        return start + rest
    }

    var recoveryCodes: [String] {
        text.split(separator: "<li><code>").dropFirst().map { String($0.prefix { $0 != "<" }) }
    }

    var title: String {
        let whole = Browser.value(after: "<title>", in: text) ?? ""
        return whole.firstRange(of: " – ").map { String(whole[..<$0.lowerBound]) } ?? whole
    }

    func sees(_ words: String) -> Bool { text.contains(words) }

    private static func value(after start: String, in text: String) -> String? {
        guard let range = text.firstRange(of: start) else { return nil }
        let rest = text[range.upperBound...]
        return String(rest.prefix { $0 != "\"" && $0 != "<" })
    }

    // Written apart from the encoder under test.
    private static func base32(_ text: String) -> [UInt8] {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
        var bits = ""
        for letter in text {
            let value = alphabet.firstIndex(of: letter) ?? 0
            let binary = String(value, radix: 2)
            bits += String(repeating: "0", count: 5 - binary.count) + binary
        }
        var bytes: [UInt8] = []
        var rest = Substring(bits)
        while rest.count >= 8 {
            bytes.append(UInt8(rest.prefix(8), radix: 2) ?? 0)
            rest = rest.dropFirst(8)
        }
        return bytes
    }
}
