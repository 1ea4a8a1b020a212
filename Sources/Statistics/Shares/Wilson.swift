extension Share {
    /// The standard normal value that 95 % of values lie within.
    package static let normal95 = 1.959964

    /// Wilson's interval for the share behind `count` of `total`; nil for none of none.
    ///
    /// (2x + z² ± z√(z² + 4x(1 − p))) ÷ (2(n + z²)) with x of n and p = x ÷ n: the method that OHID prefers (public
    /// health technical guidance, Proportions). Where all cases of a finite list were looked at it tells how a
    /// process varies, not an error of sampling: label it so.
    package func wilson(z: Double = normal95) -> Interval? {
        guard let value else { return nil }
        let (x, n, square) = (Double(count), Double(total), z * z)
        let reach = z * (square + 4 * x * (1 - value)).squareRoot()
        let base = 2 * (n + square)
        // At the ends the formula gives 0 or 1 but for the last bit.
        return Interval(
            count == 0 ? 0 : (2 * x + square - reach) / base,
            count == total ? 1 : (2 * x + square + reach) / base)
    }

    /// This share less another, both of independent groups, and Newcombe's interval for the difference.
    ///
    /// d − √((p₁ − l₁)² + (u₂ − p₂)²) to d + √((u₁ − p₁)² + (p₂ − l₂)²), with Wilson's l and u of each (Newcombe 1998,
    /// method 10). An interval over 0 tells no change from chance. Nil where either is of none.
    package func difference(from other: Share, z: Double = normal95) -> (value: Double, interval: Interval)? {
        guard let first = value, let second = other.value, let a = wilson(z: z), let b = other.wilson(z: z)
        else { return nil }
        func length(_ x: Double, _ y: Double) -> Double { (x * x + y * y).squareRoot() }
        let difference = first - second
        return (
            difference,
            Interval(
                difference - length(first - a.lower, b.upper - second),
                difference + length(a.upper - first, second - b.lower))
        )
    }
}
