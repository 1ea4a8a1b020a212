/// Krippendorff's alpha: agreement of any number of graders, with gaps where one did not grade a case.
///
/// α = 1 − Do ÷ De = 1 − (n − 1) Σ o_ck δ²_ck ÷ Σ n_c n_k δ²_ck, over the matrix of coincidences: a case with m grades
/// gives each ordered pair of them 1 ÷ (m − 1); n_c are its totals and n their sum (Krippendorff 2011, "Computing
/// Krippendorff's alpha-reliability"). A case with fewer than two grades tells nothing and is left out. No formula for
/// an interval is sound here, so none is given.
package struct KrippendorffAlpha: Hashable, Sendable {
    /// Every two different grades are equally far apart.
    package let nominal: Double?
    /// Grades are as far apart as cases lie between them: δ = Σ n_g from c to k, less (n_c + n_k) ÷ 2.
    package let ordinal: Double?
    /// Grades are equal steps apart: δ = c − k. Only where the steps of the scale mean as much as one another.
    package let interval: Double?
    /// Grades that could be paired with another of the same case.
    package let pairable: Int

    /// The grades of each case as places on a scale of `scaleLength`, 0 the best; nil for a grader who gave none. All
    /// three values are nil, "not computable", where no case has two grades or all have one and the same. Nil where a
    /// grade lies outside the scale, or the scale is none.
    package init?(units: [[Int?]], scaleLength: Int) {
        guard (1...Agreement.longestScale).contains(scaleLength) else { return nil }
        var matrix = Array(repeating: Array(repeating: 0.0, count: scaleLength), count: scaleLength)
        for unit in units {
            var counts = Array(repeating: 0, count: scaleLength)
            for case let grade? in unit {
                guard counts.indices.contains(grade) else { return nil }
                counts[grade] += 1
            }
            let given = counts.reduce(0, +)
            guard given > 1 else { continue }
            for first in counts.indices where counts[first] > 0 {
                for second in counts.indices {
                    let others = counts[second] - (first == second ? 1 : 0)
                    matrix[first][second] += Double(counts[first] * others) / Double(given - 1)
                }
            }
        }
        self.init(coincidences: matrix)
    }

    init(coincidences: [[Double]]) {
        let totals = coincidences.map { $0.reduce(0, +) }
        let sum = totals.reduce(0, +)
        pairable = Int(sum.rounded())
        func alpha(_ distance: (Int, Int) -> Double) -> Double? {
            var (seen, byChance) = (0.0, 0.0)
            for first in totals.indices {
                for second in totals.indices where first != second {
                    let length = distance(first, second)
                    seen += coincidences[first][second] * length * length
                    byChance += totals[first] * totals[second] * length * length
                }
            }
            return byChance > 0 ? 1 - (sum - 1) * seen / byChance : nil
        }
        nominal = alpha { _, _ in 1 }
        ordinal = alpha { first, second in
            totals[min(first, second)...max(first, second)].reduce(0, +)
                - (totals[first] + totals[second]) / 2
        }
        interval = alpha { Double($0 - $1) }
    }
}
