import Glibc

/// Student's t distribution for whole degrees of freedom.
package enum StudentT {
    /// The t that |T| stays within with probability `level` (over 0, under 1): 0.95 asks for the 97.5th
    /// percentile. At least one degree of freedom.
    ///
    /// Found by halving on the angle θ = atan(t ÷ √ν); exact to the last few bits.
    package static func within(_ level: Double, freedom: Int) -> Double {
        let freedom = max(1, freedom)
        var (low, high) = (0.0, Double.pi / 2)
        for _ in 0..<60 {
            let middle = (low + high) / 2
            if probability(middle, freedom) < level { low = middle } else { high = middle }
        }
        return tan((low + high) / 2) * Double(freedom).squareRoot()
    }

    /// P(|T| ≤ √ν tan θ), by the finite series of Abramowitz and Stegun, 26.7.3 and 26.7.4.
    private static func probability(_ angle: Double, _ freedom: Int) -> Double {
        let cosine = cos(angle)
        let isOdd = freedom % 2 == 1
        var term = isOdd ? cosine : 1
        var sum = freedom == 1 ? 0 : term
        for step in stride(from: isOdd ? 3 : 2, to: freedom, by: 2) {
            term *= cosine * cosine * Double(step - 1) / Double(step)
            sum += term
        }
        return isOdd ? 2 / Double.pi * (angle + sin(angle) * sum) : sin(angle) * sum
    }
}
