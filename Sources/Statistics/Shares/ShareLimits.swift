import Glibc

/// How far from a common share the shares of groups stray by chance.
package enum ShareLimits {
    /// Under so many the binomial distribution itself is used, not the normal that comes near it.
    package static let exactBelow = 25

    /// p̄ ± k√(p̄(1 − p̄) ÷ n), not clipped to 0…1.
    package static func normal(around mean: Double, of total: Int, k: Double) -> Interval {
        let reach = k * (mean * (1 - mean) / Double(max(1, total))).squareRoot()
        return Interval(mean - reach, mean + reach)
    }

    /// The shares at the binomial distribution's tails, each as large as the normal's beyond k: a share below or
    /// above these has less than that chance. For groups of at most 1,000.
    package static func exact(around mean: Double, of total: Int, k: Double) -> Interval {
        let tail = erfc(k / 2.0.squareRoot()) / 2
        let total = max(1, total)
        return Interval(
            Double(binomialCount(tail, mean, total)) / Double(total),
            Double(binomialCount(1 - tail, mean, total)) / Double(total))
    }

    static func chosen(around mean: Double, of total: Int, k: Double) -> Interval {
        total < exactBelow
            ? exact(around: mean, of: total, k: k) : normal(around: mean, of: total, k: k)
    }

    /// The least count whose cumulative probability is at least `probability`.
    private static func binomialCount(_ probability: Double, _ mean: Double, _ total: Int) -> Int {
        guard mean < 1 else { return total }
        var term = pow(1 - mean, Double(total))
        var sum = term
        var count = 0
        while sum < probability, count < total {
            term *= Double(total - count) / Double(count + 1) * (mean / (1 - mean))
            sum += term
            count += 1
        }
        return count
    }
}
