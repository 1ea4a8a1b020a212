import Kernel
import Storage
import StorageTesting
import Testing

@testable import Accounts

@Suite struct AccessStories {
    private func withTwo(
        at start: String = "2026-11-20T09:00:00.000Z",
        _ body: @Sendable (House, inout Browser, inout Browser, AccountRecord) async throws -> Void
    ) async throws {
        try await House.with(at: start) { house in
            var (ruth, _) = try await house.setUp()
            var (tom, _) = try await house.join("Tom Hallam", "tom@ashmere.example", invitedBy: &ruth)
            let account = try await house.account("tom@ashmere.example")
            try await body(house, &ruth, &tom, account)
        }
    }

    private func give(
        _ role: String, _ scope: String = "authority", until: (String, String, String) = ("", "", ""),
        to account: AccountRecord, _ admin: inout Browser
    ) async {
        await admin.get("/access/\(account.id)/roles/add")
        await admin.post(
            "/access/\(account.id)/roles/add",
            [
                "role": role, "scope": scope, "reason": "New in post", "until-day": until.0,
                "until-month": until.1,
                "until-year": until.2,
            ])
    }

    @Test func `somebody is invited, chooses a password, gets a role for a part, and loses it`() async throws
    {
        try await withTwo { house, ruth, tom, account in
            await tom.get("/access")
            #expect(tom.status == 404)
            await give("teamManager", "node:\(ID<Node>(7))", to: account, &ruth)
            #expect(ruth.sees("Tom Hallam is now team manager for North Area"))
            let grants = try await house.database.read {
                try $0.grants(of: account.id, in: account.authority)
            }
            #expect(grants.count == 1 && grants[0].grant.scope == .node(ID(7)))
            await ruth.get("/access/\(account.id)/roles/\(grants[0].id)/end")
            await ruth.post("/access/\(account.id)/roles/\(grants[0].id)/end", ["reason": "Moved on"])
            #expect(ruth.sees("The role has ended") && ruth.sees("Moved on"))
            let kinds = try await house.kinds()
            #expect(kinds.contains("grant.given") && kinds.last == "grant.ended")
            let verdict = try await house.database.read { try $0.verifyJournal(of: account.authority) }
            #expect(verdict.fault == nil)
        }
    }

    @Test func `a one-time link works once, and not after its time`() async throws {
        try await House.with { house in
            var (ruth, _) = try await house.setUp()
            await ruth.get("/access/add")
            await ruth.post("/access/add", ["name": "Ann Field", "email": "ann@ashmere.example"])
            let link = try ruth.secret(startingWith: "/new-password/")
            var ann = Browser(house)
            await ann.get(link)
            #expect(ann.title == "Choose your password")
            house.clock.advance(seconds: 7 * 86_400)
            await ann.get(link)
            #expect(ann.title == "This link no longer opens anything")
            ruth = try await house.signedIn(as: "ruth@ashmere.example", password: "three quiet lamps")
            let account = try await house.account("ann@ashmere.example")
            await ruth.get("/access/\(account.id)")
            await ruth.post("/access/\(account.id)", ["deed": "reset"])
            let second = try ruth.secret(startingWith: "/new-password/")
            await ann.get(second)
            await ann.post(second, ["password": "tangle wicket orbit", "again": "tangle wicket orbit"])
            #expect(ann.title == "Set up your second step")
            await ann.post(second, ["password": "walnut river parade", "again": "walnut river parade"])
            #expect(ann.status == 422 && ann.title == "This link no longer opens anything")
        }
    }

    @Test func `a name and an email address are corrected, and taken by nobody twice`() async throws {
        try await withTwo { house, ruth, _, account in
            await ruth.get("/access/\(account.id)/edit")
            await ruth.post(
                "/access/\(account.id)/edit",
                ["name": "Tom Hallam", "email": "RUTH@ashmere.example", "person": ID<Person>(41).description])
            #expect(ruth.status == 422 && ruth.sees("with this email address already"))
            await ruth.post(
                "/access/\(account.id)/edit",
                [
                    "name": "Tom Hallam-Reid", "email": "T@ashmere.example",
                    "person": ID<Person>(41).description,
                ])
            #expect(ruth.sees("Tom Hallam-Reid"))
            let changed = try await house.account("t@ashmere.example")
            #expect(changed.person == ID(41) && changed.password == account.password)
        }
    }

    @Test func `a disabled account's sessions end at once`() async throws {
        try await withTwo { _, ruth, tom, account in
            await tom.get("/account")
            #expect(tom.title == "Your account")
            await ruth.get("/access/\(account.id)")
            await ruth.post("/access/\(account.id)", ["deed": "disable", "reason": "Left"])
            await tom.get("/account")
            #expect(tom.title == "Sign in")
        }
    }

    @Test func `a role ends at midnight in London, summer time or not`() async throws {
        // 30 June 2026, 22:50 UTC is 23:50 in London.
        try await withTwo(at: "2026-06-30T22:50:00.000Z") { house, ruth, tom, account in
            await give("director", until: ("30", "6", "2026"), to: account, &ruth)
            await tom.get("/journal")
            #expect(tom.status == 200)
            house.clock.advance(seconds: 9 * 60)
            await tom.get("/journal")
            #expect(tom.status == 200)
            house.clock.advance(seconds: 60)
            await tom.get("/journal")
            #expect(tom.status == 404)
        }
    }

    @Test func `nobody changes their own access, and the last administrator stays`() async throws {
        try await withTwo { house, ruth, tom, account in
            let own = try await house.account("ruth@ashmere.example")
            await give("director", to: own, &ruth)
            #expect(ruth.status == 422 && ruth.sees("Nobody changes their own access"))
            await ruth.post("/access/\(own.id)", ["deed": "disable", "reason": "Leaving"])
            #expect(ruth.status == 422)
            await give("administrator", to: account, &ruth)
            let grants = try await house.database.read { try $0.grants(of: own.id, in: own.authority) }
            let administrator = try #require(grants.first { $0.grant.role == .administrator })
            // A second administrator may: then the second is the last, whom nobody else can remove.
            await tom.get("/access/\(own.id)/roles/\(administrator.id)/end")
            await tom.post("/access/\(own.id)/roles/\(administrator.id)/end", ["reason": "Moved on"])
            #expect(tom.sees("The role has ended"))
            await ruth.get("/access")
            #expect(ruth.status == 404)
            await tom.get("/access/\(account.id)")
            await tom.post("/access/\(account.id)", ["deed": "disable", "reason": "Leaving"])
            #expect(tom.status == 422)
        }
    }

    @Test func `an administrator with an end date does not count as another administrator`() async throws {
        try await withTwo { house, ruth, tom, account in
            await give("administrator", until: ("31", "12", "2026"), to: account, &ruth)
            let own = try await house.account("ruth@ashmere.example")
            await tom.get("/access/\(own.id)")
            await tom.post("/access/\(own.id)", ["deed": "disable", "reason": "Left"])
            #expect(tom.status == 422 && tom.sees("last administrator without an end date"))
        }
    }

    @Test func `an observer's account has an end and nothing to own`() async throws {
        try await withTwo { _, ruth, _, account in
            await give("observer", to: account, &ruth)
            #expect(ruth.status == 422 && ruth.sees("ends on a date"))
            await give("observer", until: ("4", "12", "2026"), to: account, &ruth)
            #expect(ruth.sees("is now observer"))
            await give("actionLead", to: account, &ruth)
            #expect(ruth.status == 422 && ruth.sees("observer only reads"))
        }
    }

    @Test func `a lost telephone: the link drops the second step and a new one is set up`() async throws {
        try await withTwo { house, ruth, _, account in
            await ruth.get("/access/\(account.id)")
            await ruth.post("/access/\(account.id)", ["deed": "resetBoth"])
            let link = try ruth.secret(startingWith: "/new-password/")
            var tom = Browser(house)
            await tom.get(link)
            await tom.post(link, ["password": "walnut river parade", "again": "walnut river parade"])
            #expect(tom.title == "Set up your second step")
        }
    }

    @Test func `a new password of one's own ends the other sessions`() async throws {
        try await withTwo { house, _, tom, _ in
            var elsewhere = try await house.signedIn(
                as: "tom@ashmere.example", password: "tangle wicket orbit")
            await tom.get("/account/password")
            await tom.post(
                "/account/password",
                [
                    "current": "wrong wrong wrong", "password": "walnut river parade",
                    "again": "walnut river parade",
                ])
            #expect(tom.status == 422 && tom.sees("not your password"))
            await tom.post(
                "/account/password",
                [
                    "current": "tangle wicket orbit", "password": "walnut river parade",
                    "again": "walnut river parade",
                ])
            #expect(tom.title == "Your account")
            await elsewhere.get("/account")
            #expect(elsewhere.title == "Sign in")
        }
    }

    @Test func `nobody ends another's session by its number`() async throws {
        try await withTwo { house, ruth, tom, account in
            let session = try await house.database.read {
                try $0.livingSessions(of: account.id, in: account.authority, at: house.clock.now)
            }[0]
            await ruth.get("/account")
            await ruth.post("/account/sessions/\(session.id)/end")
            #expect(ruth.status == 404)
            await tom.get("/account")
            #expect(tom.title == "Your account")
        }
    }
}
