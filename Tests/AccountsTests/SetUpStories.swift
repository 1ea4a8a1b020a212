import Kernel
import Storage
import StorageTesting
import Testing

@testable import Accounts

@Suite struct SetUpStories {
    @Test
    func `the first run makes an authority, an administrator with a second step, and leads to the import`()
        async throws
    {
        try await House.with { house in
            var ruth = Browser(house)
            await ruth.get("/sign-in")
            #expect(ruth.address == "/set-up" && ruth.title == "Set Plumbline up")
            await ruth.post("/set-up", SetUpForm.good)
            #expect(ruth.title == "Set up your second step" && ruth.sees("<svg"))
            let totp = try ruth.newAuthenticator()
            #expect(ruth.session == nil)
            await ruth.post(
                "/sign-in/authenticator", ["step": ruth.field("step"), "code": house.code(of: totp)])
            #expect(ruth.recoveryCodes.count == 10)
            #expect(ruth.sees("/plans/import"))
            let account = try await house.account("ruth@ashmere.example")
            let day = house.clock.now.inLondon.day
            let roles = try await house.database.read {
                try $0.grantsHolding(on: day, for: account.id, in: account.authority).map(\.role)
            }
            #expect(Set(roles) == [.administrator, .programmeManager])
            await ruth.get("/access")
            #expect(ruth.status == 200 && ruth.sees("Ruth Ashworth-Bello"))
        }
    }

    @Test func `a stranger without the code sets nothing up, and learns nothing else`() async throws {
        try await House.with { house in
            var stranger = Browser(house)
            await stranger.get("/set-up")
            await stranger.post("/set-up", ["code": "aaaaa-bbbbb", "email": "nonsense", "password": "short"])
            #expect(stranger.status == 422 && stranger.sees("not the set-up code"))
            #expect(!stranger.sees("it needs at least 14"))
            let authority = try await house.feature.authority()
            #expect(authority == nil)
        }
    }

    @Test func `set-up happens once`() async throws {
        try await House.with { house in
            _ = try await house.setUp()
            var second = Browser(house)
            await second.get("/set-up")
            #expect(second.address == "/sign-in")
            await second.post("/set-up", SetUpForm.good)
            #expect(second.address == "/sign-in")
            #expect(try await house.database.read { try $0.authorities().count } == 1)
        }
    }

    @Test func `a weak first password is refused with the reason and the rest is kept`() async throws {
        try await House.with { house in
            var ruth = Browser(house)
            await ruth.get("/set-up")
            await ruth.post(
                "/set-up",
                [
                    "code": House.code, "authority": "Ashmere County Council", "name": "Ruth Ashworth-Bello",
                    "email": "ruth@ashmere.example", "password": "AshmereRuth2026",
                    "again": "AshmereRuth2026",
                ])
            #expect(ruth.status == 422 && ruth.sees("words that anyone here would try"))
            #expect(ruth.sees("value=\"ruth@ashmere.example\"") && !ruth.sees("AshmereRuth2026"))
        }
    }
}
