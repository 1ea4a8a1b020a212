import Documents
import Kernel
import PlanReading
import Plans
import Site
import Storage
import StorageTesting

@testable import Accounts
@testable import App
@testable import Organisation

/// The whole site on a real database, with one new authority, for the stories of the organisation.
struct OrganisationHouse: Sendable {
    let app: App
    let authority: ID<Authority>
    static let now = Instant("2026-11-20T09:00:00.000Z") ?? Instant(milliseconds: 0)

    /// On each engine that this run has.
    static func with(_ body: @Sendable (OrganisationHouse) async throws -> Void) async throws {
        for engine in TestEngine.available {
            try await TestDatabase.with(engine, migrations: App.migrations) { test in
                let app = try await App.make(
                    test.database, Configuration(place: test.place), now: { now }, log: { _ in })
                let authority = try await test.database.write {
                    try $0.found(authority: "Ashmere County Council", at: now)
                }
                try await body(OrganisationHouse(app: app, authority: authority))
            }
        }
    }

    /// Somebody's browser, signed in with that role for the whole authority.
    func browser(_ role: Role) async throws -> HouseBrowser {
        let authority = authority
        let token = try await app.database.write { connection -> String in
            let account = AccountRecord(
                authority: authority, id: .make(at: Self.now),
                email: "\(role.rawValue.lowercased())\(Int.random(in: 0..<1_000_000))@ashmere.example",
                name: "Ruth \(role)",
                person: nil, password: nil, created: Self.now, lastSignedIn: nil, disabled: nil)
            try connection.insert(account, by: nil)
            try connection.give(
                Grant(role: role, scope: .authority, from: Self.now.inLondon.day, until: nil), to: account.id,
                in: authority, by: nil, reason: "Story", at: Self.now)
            return try connection.beginSession(
                of: account, address: "here", agent: "", how: "story", at: Self.now
            ).text
        }
        return HouseBrowser(site: app.site, token: token)
    }

    func structure() async throws -> Structure {
        try await app.database.read { try StructureSQL.read($0, authority) }
    }

    func events() async throws -> [String] {
        try await app.database.read {
            try $0.events(of: authority, limit: 500).map(\.kind).reversed()
        }
    }

    /// Keeps a plan of one table whose leads are those, one for each action.
    func plan(_ title: String, leads: [String]) async throws -> ID<PlanRecord> {
        let rows = leads.enumerated().map {
            "| 1 Plans are late | 1.\($0.offset + 1) Hold conferences in time, step \($0.offset + 1) | 30 June 2027 | \($0.element) |"
        }
        let text =
            "# \(title)\n\n| Area for development | Action | Timescale | Lead |\n|---|---|---|---|\n"
            + rows.joined(separator: "\n")
        let document = try DocumentReader.read(Array(text.utf8), named: "plan.md")
        let plan = PlanReader.read(document).plan
        return try await app.database.write { connection in
            let id = ID<PlanRecord>.make(at: Self.now)
            try PlanSQL.insert(
                plan, titled: title, as: id, PlanSQL.Setting(), authority, connection, at: Self.now)
            return id
        }
    }
}

/// Keeps the key of the form last seen, and follows redirects.
struct HouseBrowser {
    let site: Site
    let token: String
    private(set) var status = 0
    private(set) var text = ""
    private(set) var address = ""
    private var cookies: [String: String] = [:]
    private var key = ""

    init(site: Site, token: String) {
        self.site = site
        self.token = token
    }

    mutating func get(_ path: String) async { await send(Inquiry("GET", path, headers: headers)) }

    mutating func post(_ path: String, _ fields: [String: String]) async {
        var query = Query().with("form-key", key)
        for (name, value) in fields { query = query.with(name, value) }
        let body = Array(query.suffix.dropFirst().utf8)
        let type = (name: "content-type", value: "application/x-www-form-urlencoded")
        await send(Inquiry("POST", path, headers: headers + [type]) { _ in body })
    }

    /// Sends a file as a browser's form does.
    mutating func upload(_ text: String, named name: String, to path: String) async {
        let sent = Array(
            "--edge\r\nContent-Disposition: form-data; name=\"form-key\"\r\n\r\n\(key)\r\n--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(name)\"\r\n\r\n\(text)\r\n--edge--\r\n"
                .utf8)
        let type = (name: "content-type", value: "multipart/form-data; boundary=edge")
        await send(Inquiry("POST", path, headers: headers + [type]) { _ in sent })
    }

    func sees(_ words: String) -> Bool { text.contains(words) }

    private var headers: [(name: String, value: String)] {
        let all = ["__Host-plumbline=\(token)"] + cookies.map { "\($0.key)=\($0.value)" }
        return [(name: "cookie", value: all.joined(separator: "; "))]
    }

    private mutating func send(_ inquiry: Inquiry) async {
        let answer = await site.answer(inquiry)
        for header in answer.headers where header.name == "set-cookie" {
            let pair = header.value.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1)
            cookies[String(pair[0])] = pair.count > 1 ? String(pair[1]) : nil
        }
        status = answer.status
        text = answer.text
        address = inquiry.target
        if let start = text.firstRange(of: "name=\"form-key\" value=\"") {
            key = String(text[start.upperBound...].prefix { $0 != "\"" })
        }
        if status == 303, let location = answer.header("location") { await get(location) }
    }
}

extension Dictionary where Key == String, Value == String {
    /// With the three fields of a date.
    func on(_ name: String, _ day: Int, _ month: Int, _ year: Int) -> [String: String] {
        merging(["\(name)-day": "\(day)", "\(name)-month": "\(month)", "\(name)-year": "\(year)"]) { $1 }
    }
}
