import Kernel
import Storage
import StorageTesting
import Testing

@testable import Accounts

@Suite struct CommandStories {
    @Test func `the command line brings the only administrator back in, and the journal says so`()
        async throws
    {
        try await House.with { house in
            _ = try await house.setUp()
            let commands = AccountCommands(database: house.database, now: house.clock.now)
            let link = try await commands.reset(email: "Ruth@ashmere.example", dropsSecondFactor: true)
            var ruth = Browser(house)
            await ruth.get(link.path)
            await ruth.post(link.path, ["password": "walnut river parade", "again": "walnut river parade"])
            #expect(ruth.title == "Set up your second step")
            let text = try await house.database.read { connection -> String in
                guard let authority = try connection.authorities().first else { return "" }
                return try connection.events(of: authority.id).filter { $0.kind == "account.linkMade" }
                    .compactMap(\.to).joined()
            }
            #expect(text.contains("command line"))
        }
    }

    @Test func `the command line adds, lists and bars, and refuses as the pages do`() async throws {
        try await House.with { house in
            _ = try await house.setUp()
            let commands = AccountCommands(database: house.database, now: house.clock.now)
            _ = try await commands.add(email: "tom@ashmere.example", name: "Tom Hallam", roles: [.director])
            #expect(
                try await commands.list() == [
                    "ruth@ashmere.example\tRuth Ashworth-Bello\tactive\tadministrator, programme manager",
                    "tom@ashmere.example\tTom Hallam\tinvited\tdirector",
                ])
            try await commands.disable(email: "tom@ashmere.example")
            await #expect(throws: AccountCommands.Refused.self) {
                try await commands.disable(email: "ruth@ashmere.example")
            }
            await #expect(throws: AccountCommands.Refused.self) {
                _ = try await commands.add(email: "tom@ashmere.example", name: "Tom", roles: [])
            }
            await #expect(throws: AccountCommands.Refused.self) {
                _ = try await commands.reset(email: "nobody@ashmere.example", dropsSecondFactor: false)
            }
        }
    }
}
