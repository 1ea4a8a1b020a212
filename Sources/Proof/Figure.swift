/// One figure of a measure: a count out of a base, or a number without them.
package enum Figure: Hashable, Sendable {
    /// So many of so many. The base is at least 1 and the count no more than it.
    case share(Int, of: Int)
    case plain(Amount)
}

extension Figure {
    /// The figure as a fraction of thousandths, for exact comparison: a share as a percentage.
    private var fraction: (over: Int, under: Int) {
        switch self {
        case .share(let count, let base): (count * 100_000, max(1, base))
        case .plain(let amount): (amount.thousandths, 1)
        }
    }

    var hasCounts: Bool {
        if case .share = self { true } else { false }
    }

    /// The figure as a number to draw; a share as a percentage.
    package var value: Double { Double(fraction.over) / Double(fraction.under) / 1000 }

    /// Below zero where this is less than the other, zero where they are exactly equal.
    func compared(to other: Figure) -> Int {
        let (mine, theirs) = (fraction.over * other.fraction.under, other.fraction.over * fraction.under)
        return mine == theirs ? 0 : mine < theirs ? -1 : 1
    }

    /// Exactly on the aim is met; there is no tolerance.
    package func meets(_ aim: Amount, _ better: Better) -> Bool {
        let order = compared(to: .plain(aim))
        return better == .higher ? order >= 0 : order <= 0
    }

    package func isWorse(than other: Figure, _ better: Better) -> Bool {
        let order = compared(to: other)
        return better == .higher ? order < 0 : order > 0
    }

    /// True where the two say the same once both are rounded as coarsely as the coarser of them.
    package func agrees(with other: Figure) -> Bool {
        abs(value - other.value) <= max(halfUnit, other.halfUnit) + 1e-9
    }

    /// Half of the last place that the figure is printed with.
    private var halfUnit: Double {
        switch self {
        case .share(_, let base): base >= 100 ? 0.05 : 0.5
        case .plain(let amount): 0.5 / [1, 10, 100, 1000][amount.places]
        }
    }
}

// MARK: Words

extension Figure {
    /// `59% (243 of 412)`: whole per cents under 100 cases, else one place where it says something.
    ///
    /// A figure that rounding would set on the `aim` that it misses is printed as finely as tells them apart.
    package func words(_ unit: MeasureUnit, beside aim: Amount? = nil) -> String {
        switch self {
        case .plain(let amount): unit.words(amount)
        case .share(let count, let base):
            "\(MeasureUnit.percent.words(rate(count, base, beside: aim))) (\(Amount(count).text) of \(Amount(base).text))"
        }
    }

    /// The figure without its counts: `59%`.
    package func shortWords(_ unit: MeasureUnit, beside aim: Amount? = nil) -> String {
        switch self {
        case .plain(let amount): unit.words(amount)
        case .share(let count, let base): MeasureUnit.percent.words(rate(count, base, beside: aim))
        }
    }

    private func rate(_ count: Int, _ base: Int, beside aim: Amount?) -> String {
        // Rounded once, from the counts, to the places that are shown.
        func text(_ places: Int) -> String {
            let scale = [1, 10, 100, 1000][places]
            let rounded = (count * 100 * scale * 2 + base) / (base * 2)
            return Amount.text(rounded * (1000 / scale), places: places)
        }
        var places = base >= 100 && !text(1).hasSuffix(".0") ? 1 : 0
        guard let aim, compared(to: .plain(aim)) != 0 else { return text(places) }
        while places < 3, Amount(text(places))?.thousandths == aim.thousandths { places += 1 }
        return text(places)
    }
}

// MARK: Small numbers

extension Figure {
    /// True where the figure could point at somebody: a count, its rest or its base of 1 to 5.
    package func isSmall(_ unit: MeasureUnit) -> Bool {
        switch self {
        case .share(let count, let base):
            (1...5).contains(count) || (1...5).contains(base - count) || base <= 5
        case .plain(let amount):
            unit == .number && amount.thousandths > 0 && amount.thousandths <= 5000
        }
    }
}

/// Whether small numbers are shown as they are: to the inner circle alone.
package enum SmallNumbers: Hashable, Sendable {
    case shown, hidden
    /// Hidden, and these figures with them: the small ones could be worked out from them.
    case hiddenWith(Set<Figure>)

    /// The same, with these figures hidden where small ones are.
    package func with(_ withheld: Set<Figure>) -> SmallNumbers {
        switch self {
        case .shown: .shown
        case .hidden: withheld.isEmpty ? .hidden : .hiddenWith(withheld)
        case .hiddenWith(let others): .hiddenWith(others.union(withheld))
        }
    }

    /// The figure in words, or that it is too small to show.
    package func words(_ figure: Figure, _ unit: MeasureUnit, beside aim: Amount? = nil) -> String {
        hides(figure, unit) ? "a figure too small to show" : figure.words(unit, beside: aim)
    }

    func shortWords(_ figure: Figure, _ unit: MeasureUnit) -> String {
        hides(figure, unit) ? "a figure too small to show" : figure.shortWords(unit)
    }

    package func hides(_ figure: Figure, _ unit: MeasureUnit) -> Bool {
        switch self {
        case .shown: false
        case .hidden: figure.isSmall(unit)
        case .hiddenWith(let withheld): withheld.contains(figure) || figure.isSmall(unit)
        }
    }
}
