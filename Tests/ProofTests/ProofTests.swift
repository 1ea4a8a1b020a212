import Testing

@testable import Proof

@Suite struct ProofTests {
    @Test func `there are five standings`() { #expect(Standing.allCases.count == 5) }
}
