/// A sample drawn part by part: by team, area or category.
package enum Strata {
    /// Cases to draw from each stratum, in proportion to its size, by the largest remainder; each that holds any gets at
    /// least one.
    ///
    /// Sizes 151, 128, 140 and 120 share 108 as 30, 26, 28 and 24. Equal remainders go to the larger stratum, then to the
    /// earlier. Where one would get none, it is given one of the stratum that lies furthest above its share. Nil where
    /// `count` is less than the strata that hold any, or more than all hold together.
    package static func allocate(_ count: Int, sizes: [Int]) -> [Int]? {
        guard sizes.allSatisfy({ 0 <= $0 && $0 <= 1 << 30 }), sizes.count <= 1 << 20 else { return nil }
        let population = sizes.reduce(0, +)
        let held = sizes.count { $0 > 0 }
        guard count > 0, held <= count, count <= population, population <= 1 << 31 else { return nil }
        var shares = sizes.map { $0 * count / population }
        let remainders = sizes.map { $0 * count % population }
        let order = sizes.indices.sorted {
            (remainders[$1], sizes[$1], $0) < (remainders[$0], sizes[$0], $1)
        }
        for index in order.prefix(count - shares.reduce(0, +)) { shares[index] += 1 }
        for index in sizes.indices where sizes[index] > 0 && shares[index] == 0 {
            func excess(_ other: Int) -> Int { shares[other] * population - sizes[other] * count }
            guard
                let giver = sizes.indices.filter({ shares[$0] > 1 }).max(by: {
                    (excess($0), sizes[$0], -$0) < (excess($1), sizes[$1], -$1)
                })
            else { return nil }
            shares[giver] -= 1
            shares[index] = 1
        }
        return shares
    }

    /// What one stratum holds, and what was found in its sample.
    package struct Stratum: Hashable, Sendable {
        /// N_h
        package let size: Int
        /// Of the sample of n_h, those that are so.
        package let found: Share

        /// Nil unless the sample is no larger than the stratum.
        package init?(size: Int, found: Share) {
            guard found.total <= size else { return nil }
            self.size = size
            self.found = found
        }
    }

    /// The share of the whole frame, each stratum weighing what it holds, whatever was drawn from it.
    ///
    /// p̂ = Σ (N_h ÷ N) p_h. The interval is p̂ ± 1.96 √(Σ (N_h ÷ N)² (1 − n_h ÷ N_h) p_h(1 − p_h) ÷ (n_h − 1)), within 0
    /// to 1 (Cochran 1977, 5.10 and 5.21). It is nil where a stratum that was not taken whole has fewer than two cases
    /// drawn, and where the sum is 0. The whole is nil where nothing was drawn from a stratum that holds any.
    package static func estimate(_ strata: [Stratum]) -> (value: Double, interval: Interval?)? {
        let strata = strata.filter { $0.size > 0 }
        let population = Double(strata.reduce(0) { $0 + $1.size })
        guard population > 0 else { return nil }
        var (value, variance, isKnown) = (0.0, 0.0, true)
        for stratum in strata {
            guard let share = stratum.found.value else { return nil }
            let weight = Double(stratum.size) / population
            value += weight * share
            let drawn = stratum.found.total
            guard drawn < stratum.size else { continue }
            isKnown = isKnown && drawn > 1
            let left = 1 - Double(drawn) / Double(stratum.size)
            variance += weight * weight * left * share * (1 - share) / Double(max(1, drawn - 1))
        }
        let reach = Share.normal95 * variance.squareRoot()
        let interval =
            isKnown && variance > 0 ? Interval(value - reach, value + reach).capped(to: 0...1) : nil
        return (value, interval)
    }
}
