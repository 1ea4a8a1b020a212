import Glibc

/// The exact sign test: how likely it is that a fair coin falls as one-sidedly as differences did.
package struct SignTest: Hashable, Sendable {
    /// Differences one way, and the other. Cases without a difference do not count.
    package let first: Int
    package let second: Int

    /// Nil where there is no difference to test, or a count is below 0.
    package init?(_ first: Int, _ second: Int) {
        guard first >= 0, second >= 0, first + second > 0, first + second <= 1 << 30 else { return nil }
        self.first = first
        self.second = second
    }

    /// Two-sided: twice the chance of so few or fewer on the smaller side, with n = first + second and ½ each; 1 at most.
    package var probability: Double {
        let (few, n) = (min(first, second), first + second)
        guard first != second else { return 1 }
        // From the largest term down: each is k ÷ (n − k + 1) of the one above it.
        let largest = exp(Binomial.logarithm(n, few) - Double(n) * M_LN2)
        var (term, sum) = (1.0, 1.0)
        for step in stride(from: few, to: 0, by: -1) {
            term *= Double(step) / Double(n - step + 1)
            sum += term
            if term < sum * 1e-18 { break }
        }
        return min(1, 2 * largest * sum)
    }
}

/// Binomial coefficients, as logarithms: they outgrow every number.
enum Binomial {
    /// log (n over k), 0 ≤ k ≤ n.
    static func logarithm(_ n: Int, _ k: Int) -> Double {
        lgamma(Double(n) + 1).0 - lgamma(Double(k) + 1).0 - lgamma(Double(n - k) + 1).0
    }
}
