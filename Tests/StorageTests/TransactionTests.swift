import Kernel
import StorageTesting
import Testing

@testable import Storage

@Suite struct TransactionTests {
    static let noon = Instant(milliseconds: 1_795_262_400_000)

    @Test(arguments: TestEngine.available)
    func `what a write returns from is there to read`(_ engine: TestEngine) async throws {
        try await TestDatabase.with(engine) { test in
            let id = try await test.database.write {
                try $0.found(authority: "Ashmere County Council", at: Self.noon)
            }
            let found = try await test.database.read { try $0.authorities() }
            #expect(found.map(\.id) == [id])
            #expect(found.map(\.name) == ["Ashmere County Council"])
        }
    }
}
