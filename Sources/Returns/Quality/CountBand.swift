/// A count as it is said outside the inner circle. The bands are wide enough that two of them, of two files or of two
/// days, never say that they differ by 1 to 5.
struct CountBand: Hashable, Sendable {
    let lowest: Int
    /// Nil for the last: anything from `lowest` on.
    let highest: Int?

    private static let ends = [0, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000]

    static func of(_ count: Int) -> CountBand {
        guard count > 0 else { return CountBand(lowest: 0, highest: 0) }
        let above = ends.firstIndex { $0 >= count }
        guard let above else { return CountBand(lowest: (ends.last ?? 0) + 1, highest: nil) }
        return CountBand(lowest: ends[above - 1] + 1, highest: ends[above])
    }

    /// `none`, `1 to 5`, `6 to 10`, `more than 10,000`.
    var words: String {
        guard let highest else { return "more than \(lowest - 1)" }
        return highest == 0 ? "none" : "\(lowest) to \(highest)"
    }
}
