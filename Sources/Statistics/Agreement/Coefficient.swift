/// Agreement with chance taken off: (observed − expected) ÷ (1 − expected), 1 at most, 0 where it is no better than chance.
package struct Coefficient: Hashable, Sendable {
    /// Weighted agreement that was seen, 0 to 1.
    package let observed: Double
    /// Weighted agreement that chance would give, 0 to under 1: each coefficient has its own idea of chance.
    package let expected: Double
    package let value: Double
    /// Of a large sample; nil where there is none (fewer than two cases).
    package let standardError: Double?
    /// 95 %, within −1 to 1. Nil where the standard error is nil, or is 0 because nobody disagreed: no interval would
    /// then be honest.
    package let interval: Interval?

    /// `reach` is how many standard errors the interval goes to either side.
    init(observed: Double, expected: Double, variance: Double?, reach: Double) {
        self.observed = observed
        self.expected = expected
        let value = (observed - expected) / (1 - expected)
        self.value = value
        let error = variance.map { max(0, $0).squareRoot() }
        standardError = error
        // A variance that is 0 in truth comes out as a last bit at times.
        interval = error.flatMap { error in
            error < 1e-7
                ? nil : Interval(value - reach * error, value + reach * error).capped(to: -1...1)
        }
    }
}

extension Agreement {
    /// Cohen's kappa, weighted where asked: chance is what the two graders' own totals would give.
    ///
    /// po = Σ w_ij p_ij, pe = Σ w_ij r_i c_j ÷ n², κ = (po − pe) ÷ (1 − pe) (Cohen 1960, 1968). Standard error of
    /// Fleiss, Cohen and Everitt 1969: √(Σ p_ij [w_ij(1 − pe) − (w̄_i· + w̄_·j)(1 − po)]² − (po·pe − 2pe + po)²) ÷
    /// ((1 − pe)²√n), with w̄_i· = Σ_j w_ij c_j ÷ n and w̄_·j = Σ_i w_ij r_i ÷ n; the interval is ±1.96 of it. Nil, "not
    /// computable", for no case, and where both gave all cases one and the same grade.
    package func kappa(_ weights: AgreementWeights = .none) -> Coefficient? {
        guard count > 0, !isOneGrade else { return nil }
        let (n, length) = (Double(count), scaleLength)
        func weight(_ first: Int, _ second: Int) -> Double { weights.weight(first, second, of: length) }
        // The mean weight of each grade of one grader against all that the other gave.
        let ofFirst = table.indices.map { first in
            table.indices.reduce(0) { $0 + weight(first, $1) * Double(secondTotals[$1]) } / n
        }
        let ofSecond = table.indices.map { second in
            table.indices.reduce(0) { $0 + weight($1, second) * Double(firstTotals[$1]) } / n
        }
        let expected = table.indices.reduce(0) { $0 + ofFirst[$1] * Double(firstTotals[$1]) } / n
        let cells = filled
        let observed = cells.reduce(0) { $0 + weight($1.first, $1.second) * $1.share }
        let squares = cells.reduce(0) { sum, cell in
            let part =
                weight(cell.first, cell.second) * (1 - expected)
                - (ofFirst[cell.first] + ofSecond[cell.second]) * (1 - observed)
            return sum + cell.share * part * part
        }
        let mean = observed * expected - 2 * expected + observed
        let left = 1 - expected
        return Coefficient(
            observed: observed, expected: expected,
            variance: count > 1 ? (squares - mean * mean) / (n * left * left * left * left) : nil,
            reach: Share.normal95)
    }

    /// Gwet's AC1 (no weights) or AC2: chance is that of a grader who guesses, which is small where one grade is common.
    ///
    /// pe = Σ w_kl ÷ (q(q − 1)) · Σ π_k(1 − π_k) with π_k = (r_k + c_k) ÷ 2n (Gwet 2008; 2014, chapters 4 and 5). It
    /// stands where kappa collapses because nearly all cases have one grade, and is 1 where all have the same one.
    /// Standard error by linearising, case by case, for cases drawn from many (Gwet 2014, as irrCAC has it); the interval
    /// is by Student's t with n − 1 degrees of freedom. Nil for no case.
    package func gwet(_ weights: AgreementWeights = .none) -> Coefficient? {
        guard count > 0 else { return nil }
        let (n, length) = (Double(count), scaleLength)
        let shares = table.indices.map { Double(firstTotals[$0] + secondTotals[$0]) / (2 * n) }
        var sum = 0.0
        for first in table.indices {
            for second in table.indices { sum += weights.weight(first, second, of: length) }
        }
        let scale = sum / Double(length * (length - 1))
        let expected = scale * shares.reduce(0) { $0 + $1 * (1 - $1) }
        let cells = filled
        let observed = cells.reduce(0) { $0 + weights.weight($1.first, $1.second, of: length) * $1.share }
        let left = 1 - expected
        let value = (observed - expected) / left
        let squares = cells.reduce(0) { sum, cell in
            let seen = weights.weight(cell.first, cell.second, of: length)
            let byChance = scale * (1 - (shares[cell.first] + shares[cell.second]) / 2)
            let own = (seen - expected) / left - 2 * (1 - value) * (byChance - expected) / left
            return sum + cell.share * (own - value) * (own - value)
        }
        return Coefficient(
            observed: observed, expected: expected,
            variance: count > 1 ? squares / (n - 1) : nil,
            reach: StudentT.within(0.95, freedom: min(count - 1, 10_000)))
    }

    /// Krippendorff's alpha of these pairs, as though each grader were any grader.
    package var alpha: KrippendorffAlpha { KrippendorffAlpha(coincidences: coincidences) }

    private var coincidences: [[Double]] {
        table.indices.map { first in table.indices.map { Double(table[first][$0] + table[$0][first]) } }
    }
}
