import Kernel
import Storage
import StorageTesting
import Testing

@testable import Accounts

@Suite struct ExampleStories {
    private func withExample(_ body: @Sendable (House, AuthorityRecord) async throws -> Void) async throws {
        try await House.with { house in
            let now = house.clock.now
            let today = try #require(Day(year: 2026, month: 11, day: 20))
            let record = try await house.database.write { connection -> AuthorityRecord? in
                try connection.found(
                    authority: "Ashmere County Council", exampleToday: today,
                    settings: .object([.init("secondFactor", .string("offered"))]), at: now)
                guard let record = try connection.authorities().first else { return nil }
                _ = try AccountsFeature.addExamplePerson(
                    "Ruth Ashworth-Bello", email: "ruth@ashmere.example", person: ID(40),
                    grants: [Grant(role: .programmeManager, scope: .authority, from: today, until: nil)],
                    to: record, on: connection, at: now)
                return record
            }
            try await body(house, try #require(record))
        }
    }

    @Test func `in the example anybody comes in as one of its people`() async throws {
        try await withExample { house, _ in
            var visitor = Browser(house)
            await visitor.get("/sign-in")
            #expect(visitor.sees("Come in as Ruth Ashworth-Bello, improvement manager"))
            let ruth = try await house.account("ruth@ashmere.example")
            await visitor.post("/sign-in/example", ["account": ruth.id.description])
            #expect(visitor.session != nil)
            await visitor.get("/journal")
            #expect(visitor.status == 200)
        }
    }

    @Test func `the example is served on this machine only, a real authority anywhere`() async throws {
        try await withExample { _, example in
            #expect(AccountsFeature.refusalToListen(on: "0.0.0.0", for: example) != nil)
            #expect(AccountsFeature.refusalToListen(on: "127.0.0.1", for: example) == nil)
            #expect(AccountsFeature.refusalToListen(on: "0.0.0.0", for: nil) == nil)
        }
    }

    @Test func `a real authority has no such door`() async throws {
        try await House.with { house in
            _ = try await house.setUp()
            let ruth = try await house.account("ruth@ashmere.example")
            var visitor = Browser(house)
            await visitor.get("/sign-in")
            #expect(!visitor.sees("Come in as"))
            await visitor.post("/sign-in/example", ["account": ruth.id.description])
            #expect(visitor.status == 404 && visitor.session == nil)
        }
    }
}
