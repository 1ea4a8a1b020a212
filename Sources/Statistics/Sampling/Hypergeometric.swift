import Glibc

/// What a simple random sample without replacement says of its whole frame, exactly.
///
/// X, the cases found in a sample of n from N of which K are so, follows the hypergeometric distribution:
/// P(X = x) = C(K, x) C(N − K, n − x) ÷ C(N, n).
package struct Hypergeometric: Hashable, Sendable {
    /// x: cases of the sample that are so.
    package let found: Int
    /// n
    package let sample: Int
    /// N
    package let population: Int

    private static let largest = 1 << 30

    /// Nil unless 0 ≤ found ≤ sample ≤ population ≤ 2³⁰.
    package init?(found: Int, in sample: Int, of population: Int) {
        guard 0 <= found, found <= sample, sample <= population, population <= Self.largest else {
            return nil
        }
        self.found = found
        self.sample = sample
        self.population = population
    }

    /// The cases of the whole frame that may be so, with 95 % confidence: every K for which both tail probabilities,
    /// P(X ≤ x) and P(X ≥ x), exceed 2.5 %. 10 of 108 from 539 leaves 27 to 84.
    package var bounds: ClosedRange<Int> { bounds(tail: 0.025) }

    /// The most cases of the whole frame that may be so, one-sided: the largest K for which P(X ≤ x) exceeds 5 %. None
    /// of 8 from 40 leaves 11: "all fine" may hide a quarter.
    package var atMost: Int { greatest(tail: 0.05) }

    /// The fewest cases of the whole frame that may be so, one-sided: the least K for which P(X ≥ x) exceeds 5 %.
    package var atLeast: Int { least(tail: 0.05) }

    /// The same bounds as shares of the frame, 0 to 1. Nil for an empty frame.
    package var shares: Interval? {
        guard population > 0 else { return nil }
        let bounds = bounds
        return Interval(
            Double(bounds.lowerBound) / Double(population), Double(bounds.upperBound) / Double(population))
    }

    func bounds(tail: Double) -> ClosedRange<Int> {
        let least = least(tail: tail)
        return least...max(least, greatest(tail: tail))
    }

    /// P(X ≥ x) grows with K.
    private func least(tail: Double) -> Int {
        first(in: possible) { upperTail($0) > tail * Self.hair }
    }

    /// P(X ≤ x) falls with K.
    private func greatest(tail: Double) -> Int {
        let possible = possible
        return first(in: possible.lowerBound...(possible.upperBound + 1)) {
            $0 > possible.upperBound || lowerTail($0) <= tail * Self.hair
        } - 1
    }

    /// A probability that is the limit itself does not exceed it; the sums below hold about eleven digits.
    private static let hair = 1 + 1e-9

    private var possible: ClosedRange<Int> { found...(population - sample + found) }

    /// The first of `range` for which the condition holds, which from there on always does; else its last.
    private func first(in range: ClosedRange<Int>, where holds: (Int) -> Bool) -> Int {
        var (low, high) = (range.lowerBound, range.upperBound)
        while low < high {
            let middle = low + (high - low) / 2
            if holds(middle) { high = middle } else { low = middle + 1 }
        }
        return low
    }

    // MARK: Tails

    /// P(X ≤ x) where K of the frame are so.
    func lowerTail(_ successes: Int) -> Double {
        isBelowMode(found, successes) ? down(from: found, successes) : 1 - up(from: found + 1, successes)
    }

    /// P(X ≥ x) where K of the frame are so.
    func upperTail(_ successes: Int) -> Double {
        isBelowMode(found, successes) ? 1 - down(from: found - 1, successes) : up(from: found, successes)
    }

    private func isBelowMode(_ count: Int, _ successes: Int) -> Bool {
        count <= (sample + 1) * (successes + 1) / (population + 2)
    }

    /// Terms from `count` down to the least, each by its ratio to the one before: they fall from here.
    private func down(from count: Int, _ successes: Int) -> Double {
        let others = population - successes
        guard count >= max(0, sample - others) else { return 0 }
        var (term, sum) = (1.0, 1.0)
        for x in stride(from: count, to: max(0, sample - others), by: -1) {
            term *=
                Double(x) * Double(others - sample + x) / (Double(successes - x + 1) * Double(sample - x + 1))
            sum += term
            if term < sum * 1e-18 { break }
        }
        return sum * exp(logarithm(count, successes))
    }

    /// Terms from `count` up to the greatest.
    private func up(from count: Int, _ successes: Int) -> Double {
        let others = population - successes
        guard count <= min(sample, successes) else { return 0 }
        var (term, sum) = (1.0, 1.0)
        for x in count..<min(sample, successes) {
            term *=
                Double(successes - x) * Double(sample - x) / (Double(x + 1) * Double(others - sample + x + 1))
            sum += term
            if term < sum * 1e-18 { break }
        }
        return sum * exp(logarithm(count, successes))
    }

    private func logarithm(_ count: Int, _ successes: Int) -> Double {
        Binomial.logarithm(successes, count) + Binomial.logarithm(population - successes, sample - count)
            - Binomial.logarithm(population, sample)
    }
}

extension Hypergeometric {
    /// The least sample that holds at least one of `successes` cases of a frame with 95 % chance: 5 in 539 takes 243.
    ///
    /// The least n with C(N − K, n) ÷ C(N, n) ≤ 5 %. Nil unless 1 ≤ successes ≤ population ≤ 2³⁰.
    package static func discoverySize(of successes: Int, in population: Int) -> Int? {
        guard 1 <= successes, successes <= population, population <= largest else { return nil }
        var (low, high) = (1, population - successes + 1)
        while low < high {
            let middle = low + (high - low) / 2
            let missed = Hypergeometric(found: 0, in: middle, of: population)?.lowerTail(successes) ?? 1
            if missed <= 0.05 * hair { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
