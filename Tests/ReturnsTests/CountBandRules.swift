import Testing

@testable import Returns

/// Counts outside the inner circle.
struct CountBandRules {
    @Test(arguments: [
        (0, "none"), (1, "1 to 5"), (5, "1 to 5"), (6, "6 to 10"), (10, "6 to 10"), (11, "11 to 20"),
        (20, "11 to 20"), (21, "21 to 50"), (100, "51 to 100"), (101, "101 to 200"), (1_001, "1001 to 2000"),
        (10_000, "5001 to 10000"), (10_001, "more than 10000"),
    ])
    func `a count is said as its band`(_ count: Int, _ words: String) {
        #expect(CountBand.of(count).words == words)
    }

    @Test func `two bands never say that their counts differ by 1 to 5`() {
        let bands = (0...12_000).map(CountBand.of)
        let sorted = Set(bands).sorted { $0.lowest < $1.lowest }
        for (first, lower) in sorted.enumerated() where lower.highest != 0 {
            for upper in sorted.dropFirst(first + 1) {
                // The widest difference that the two leave open.
                #expect((upper.highest ?? .max) - lower.lowest > 5)
            }
        }
    }
}
