import Kernel
import Storage
import StorageTesting
import Testing

@testable import Accounts

@Suite struct SignInStories {
    static let email = "ruth@ashmere.example"
    static let password = "three quiet lamps"

    private func withRuth(
        _ body: @Sendable (House, TOTP, _ recovery: [String]) async throws -> Void
    ) async throws {
        try await House.with { house in
            let (ruth, totp) = try await house.setUp()
            // Codes are used once: the next comes with the next step.
            house.clock.advance(seconds: 60)
            try await body(house, totp, ruth.recoveryCodes)
        }
    }

    private func come(_ browser: inout Browser, email: String = email, password: String = password) async {
        await browser.get("/sign-in?back=%2Faccount")
        await browser.post("/sign-in", ["email": email, "password": password, "back": browser.field("back")])
    }

    @Test func `password and code let in, and lead back to where one was going`() async throws {
        try await withRuth { house, totp, _ in
            var browser = Browser(house)
            await come(&browser, email: " Ruth@Ashmere.example")
            #expect(browser.title == "Your second step" && browser.session == nil)
            await browser.post(
                "/sign-in/code", ["step": browser.field("step"), "code": house.code(of: totp)])
            #expect(
                browser.address == "/account" && browser.status == 200 && browser.sees("Known to you alone"))
        }
    }

    @Test func `a wrong password, an unknown email and a disabled account get the same answer`() async throws
    {
        try await withRuth { house, _, _ in
            var pages: [String] = []
            var admin = try await house.signedIn(as: "ruth@ashmere.example", password: Self.password)
            _ = try await house.join("Sam Okoro", "sam@ashmere.example", invitedBy: &admin)
            let sam = try await house.account("sam@ashmere.example")
            await admin.get("/access/\(sam.id)")
            await admin.post("/access/\(sam.id)", ["deed": "disable", "reason": "Left"])
            for (email, password) in [
                (Self.email, "three loud lamps.."), ("nobody@ashmere.example", Self.password),
                ("sam@ashmere.example", "tangle wicket orbit"),
            ] {
                var browser = Browser(house)
                await come(&browser, email: email, password: password)
                #expect(browser.status == 422)
                pages.append(
                    browser.text.replacing(email, with: "").replacing(browser.field("form-key"), with: ""))
            }
            #expect(
                Set(pages).count == 1 && pages[0].contains("The email address or the password is not right"))
        }
    }

    @Test func `the same records are written for an account that exists and one that does not`() async throws
    {
        try await withRuth { house, _, _ in
            var kinds: [[String]] = []
            for email in [Self.email, "nobody@ashmere.example"] {
                let before = try await house.kinds().count
                var browser = Browser(house, remote: "10.9.9.\(kinds.count)")
                await come(&browser, email: email, password: "three loud lamps..")
                kinds.append(Array(try await house.kinds().dropFirst(before)))
            }
            #expect(kinds == [["signin.failed"], ["signin.failed"]])
        }
    }

    @Test func `a code is taken once, by one sign-in only`() async throws {
        try await withRuth { house, totp, _ in
            var first = Browser(house)
            var second = Browser(house)
            await come(&first)
            await come(&second)
            let code = house.code(of: totp)
            await first.post("/sign-in/code", ["step": first.field("step"), "code": code])
            #expect(first.session != nil)
            await second.post("/sign-in/code", ["step": second.field("step"), "code": code])
            #expect(second.status == 422 && second.session == nil)
        }
    }

    @Test func `a recovery code lets in once, and says how many are left`() async throws {
        try await withRuth { house, _, recovery in
            var browser = Browser(house)
            await come(&browser)
            await browser.post(
                "/sign-in/code", ["step": browser.field("step"), "code": recovery[3].uppercased()])
            #expect(browser.address == "/account" && browser.sees("9 of 10 are left"))
            var again = Browser(house)
            await come(&again)
            await again.post("/sign-in/code", ["step": again.field("step"), "code": recovery[3]])
            #expect(again.status == 422 && again.session == nil)
        }
    }

    @Test
    func
        `guessing stops at ten, heals by itself, and keeps out nobody who comes from where they came before`()
        async throws
    {
        try await withRuth { house, totp, _ in
            var thief = Browser(house, remote: "203.0.113.9")
            for _ in 0..<10 {
                await come(&thief, password: "three loud lamps..")
                #expect(thief.sees("is not right"))
            }
            await come(&thief)
            #expect(thief.status == 422 && thief.sees("too many wrong guesses"))
            var owner = Browser(house, remote: "10.0.0.1")
            await come(&owner)
            #expect(owner.title == "Your second step")
            // From elsewhere the wait is over within a quarter of an hour.
            house.clock.advance(seconds: 15 * 60)
            var travelling = Browser(house, remote: "198.51.100.4")
            await come(&travelling)
            await travelling.post(
                "/sign-in/code", ["step": travelling.field("step"), "code": house.code(of: totp)])
            #expect(travelling.session != nil)
        }
    }

    @Test func `one address tries ten times, whoever it tries`() async throws {
        try await withRuth { house, _, _ in
            var thief = Browser(house, remote: "203.0.113.9")
            for number in 0..<10 { await come(&thief, email: "p\(number)@ashmere.example") }
            await come(&thief, email: "p10@ashmere.example")
            #expect(thief.sees("too many wrong guesses"))
        }
    }

    @Test func `the right password does not buy more guesses at the code`() async throws {
        try await withRuth { house, _, _ in
            var thief = Browser(house, remote: "203.0.113.9")
            var tries = 0
            while tries < 20 {
                await come(&thief)
                guard thief.title == "Your second step" else { break }
                await thief.post("/sign-in/code", ["step": thief.field("step"), "code": "000000"])
                tries += 1
            }
            #expect(tries == 10)
        }
    }

    @Test func `a session ends 30 minutes after the last click and 10 hours after sign-in`() async throws {
        try await withRuth { house, _, _ in
            var browser = try await house.signedIn(as: Self.email, password: Self.password)
            house.clock.advance(seconds: 29 * 60)
            await browser.get("/account")
            #expect(browser.title == "Your account")
            house.clock.advance(seconds: 30 * 60)
            await browser.get("/account")
            #expect(browser.title == "Sign in")
            browser = try await house.signedIn(as: Self.email, password: Self.password)
            for _ in 0..<30 {
                house.clock.advance(seconds: 20 * 60)
                await browser.get("/account")
            }
            #expect(browser.title == "Sign in")
        }
    }

    @Test func `signing in gives a new token, whatever cookie came with it`() async throws {
        try await withRuth { house, totp, _ in
            var victim = Browser(house)
            let planted = Token.make(for: try await house.account(Self.email).authority).text
            victim.setSession(planted)
            await come(&victim)
            await victim.post("/sign-in/code", ["step": victim.field("step"), "code": house.code(of: totp)])
            #expect(victim.session != nil && victim.session != planted)
            var attacker = Browser(house)
            attacker.setSession(planted)
            await attacker.get("/account")
            #expect(attacker.title == "Sign in")
        }
    }

    @Test func `signing out ends the session on the server`() async throws {
        try await withRuth { house, _, _ in
            var browser = try await house.signedIn(as: Self.email, password: Self.password)
            let token = browser.session ?? ""
            await browser.get("/account")
            await browser.post("/sign-out")
            #expect(browser.title == "Sign in" && browser.sees("You are signed out"))
            var thief = Browser(house)
            thief.setSession(token)
            await thief.get("/account")
            #expect(thief.title == "Sign in")
        }
    }

    @Test func `a form without its key changes nothing`() async throws {
        try await withRuth { house, _, _ in
            var browser = try await house.signedIn(as: Self.email, password: Self.password)
            await browser.get("/account")
            await browser.post("/account/sessions/end-others", key: "forged")
            #expect(browser.status == 403)
        }
    }

    @Test func `events hold no password, no secret and no code`() async throws {
        try await withRuth { house, totp, recovery in
            _ = try await house.signedIn(as: Self.email, password: Self.password)
            var browser = Browser(house)
            await come(&browser, email: "My-Secret-Password-typed-here", password: "also secret words")
            let text = try await house.database.read { connection -> String in
                guard let authority = try connection.authorities().first else { return "" }
                return try connection.events(of: authority.id, limit: 500)
                    .map { "\($0.from ?? "") \($0.to ?? "") \($0.subjectID)" }.joined(separator: "\n")
            }
            let session = browser.session ?? "-no-session-"
            for secret in [
                Self.password, totp.grouped, totp.grouped.filter { $0 != " " }, "argon2", "My-Secret",
                "my-secret",
                "also secret", session,
            ] + recovery {
                #expect(!text.contains(secret))
            }
            #expect(text.contains("Ruth Ashworth-Bello"))
        }
    }
}

extension House {
    /// Signs in with password and the code of the authenticator on record, as its owner's telephone would.
    func signedIn(as email: String, password: String, remote: String = "10.0.0.1") async throws -> Browser {
        // Never the step whose code was used last.
        clock.advance(seconds: 90)
        let account = try await account(email)
        let factor = try await database.read { try $0.secondFactor(of: account.id, in: account.authority) }
        guard let factor else { throw Missing("a second factor of \(email)") }
        var browser = Browser(self, remote: remote)
        await browser.get("/sign-in")
        await browser.post("/sign-in", ["email": email, "password": password])
        await browser.post("/sign-in/code", ["step": browser.field("step"), "code": code(of: factor.totp)])
        guard browser.session != nil else { throw Missing("a session: \(browser.title)") }
        return browser
    }
}
