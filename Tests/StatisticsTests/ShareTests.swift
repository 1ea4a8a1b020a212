import Statistics
import Testing

struct ShareTests {
    /// OHID's method; checked with statsmodels' `proportion_confint(method="wilson")`.
    @Test(arguments: [
        (5, 28, 0.07879, 0.35591), (41, 539, 0.05656, 0.10157), (109, 459, 0.20082, 0.27848),
        (151, 610, 0.21494, 0.28330), (0, 12, 0, 0.24249), (12, 12, 0.75751, 1), (8, 8, 0.67559, 1),
        (23, 40, 0.42195, 0.71491),
    ])
    func `Wilson's interval is the one that the tables print`(
        count: Int, total: Int, lower: Double, upper: Double
    ) throws {
        let interval = try #require(try share(count, of: total).wilson())
        #expect(interval.isNear(lower, upper))
        #expect(interval.lower >= 0 && interval.upper <= 1)
    }

    @Test func `a fall in share that is no more than chance has an interval over nought`() throws {
        let later = try share(151, of: 610)
        let earlier = try share(109, of: 459)
        let difference = try #require(later.difference(from: earlier))
        #expect(difference.value.isNear(0.01007))
        #expect(difference.interval.isNear(-0.04232, 0.06127))
        #expect(difference.interval.contains(0))
    }

    @Test func `none of none has no percentage and no interval`() throws {
        let none = try share(0, of: 0)
        #expect(none.value == nil && none.percentage() == nil && none.wilson() == nil)
        #expect(none.difference(from: none) == nil)
    }

    @Test func `a share is of whole numbers that hold one another`() {
        #expect(Share(5, of: 4) == nil)
        #expect(Share(-1, of: 4) == nil)
        #expect(Share(0, of: .max) == nil)
    }

    @Test(arguments: [
        (109, 459, "23.7"), (5, 28, "18"), (1, 8, "13"), (1, 200, "0.5"), (1, 2000, "0.1"), (3, 2000, "0.2"),
        (100, 100, "100.0"), (0, 99, "0"),
    ])
    func `a percentage is rounded once, half away from nought, with a decimal from a hundred up`(
        count: Int, total: Int, text: String
    ) throws {
        #expect(try share(count, of: total).percentage() == text)
    }

    @Test func `a printed percentage is held against its numbers`() throws {
        let printed = try share(109, of: 459)
        #expect(printed.agrees(withPrinted: 23.7, decimals: 1))
        #expect(!printed.agrees(withPrinted: 22.2, decimals: 1))
        #expect(printed.agrees(withPrinted: 24, decimals: 0))
        // A tie may have been rounded either way.
        let tie = try share(1, of: 8)
        #expect(tie.agrees(withPrinted: 12, decimals: 0) && tie.agrees(withPrinted: 13, decimals: 0))
    }

    @Test(arguments: [(14, 10), (15, 20), (4, 0), (5, 10), (-15, -20), (0, 0)])
    func `totals of England go to the nearest ten`(number: Int, rounded: Int) {
        #expect(Rounding.toTen(number) == rounded)
    }

    @Test(arguments: [
        (10, 3.0, 0.42053, 1.0), (10, 1.96, 0.55208, 1), (25, 3, 0.56, 1), (25, 1.96, 0.6432, 0.9568),
        (50, 3, 0.63029, 0.96971), (50, 1.96, 0.68913, 0.91087), (50, 3.0902, 0.62519, 0.97481),
        (100, 3, 0.68, 0.92), (100, 1.96, 0.7216, 0.8784),
    ])
    func `limits at four in five narrow as the group grows`(
        total: Int, k: Double, lower: Double, upper: Double
    ) {
        let limits = ShareLimits.normal(around: 0.8, of: total, k: k).capped(to: 0...1)
        #expect(limits.isNear(lower, upper))
    }

    /// Counts by scipy's `binom.ppf` at the tails of the normal.
    @Test(arguments: [
        (10, 0.8, 3.0, 4.0, 10.0), (24, 0.8, 1.96, 15, 23), (24, 0.8, 3.0902, 13, 24),
        (10, 0.8, 1.96, 5, 10), (10, 0.8, 3.0902, 4, 10), (5, 0.3, 1.96, 0, 4), (7, 0, 3, 0, 0),
        (7, 1, 3, 7, 7),
    ])
    func `small groups have limits of the binomial distribution itself`(
        total: Int, mean: Double, k: Double, lower: Double, upper: Double
    ) {
        let limits = ShareLimits.exact(around: mean, of: total, k: k)
        #expect(limits.isNear(lower / Double(total), upper / Double(total)))
    }

    @Test func `a p-chart judges each share by the size of its group`() throws {
        // Four in five throughout the baseline; then 28 of 50, which limits of 63 to 97 % leave outside, and 6 of
        // 10, which they do not.
        let steady = try (0..<12).map { _ in try share(40, of: 50) }
        let chart = try #require(
            ShareChart(steady + [try share(28, of: 50), try share(6, of: 10)]))
        #expect(chart.mean == 0.8)
        #expect(chart.limits[0].isNear(0.63029, 0.96971))
        #expect(chart.signals[12]?.cause == .outside)
        #expect(chart.signals[12]?.side == .low)
        #expect(chart.signals.count { $0 != nil } == 1)
        #expect(ShareChart([try share(0, of: 0)]) == nil)
        #expect(ShareChart([]) == nil)
    }

    /// φ and limits by numpy from the formulas of Spiegelhalter 2005.
    @Test func `a funnel widens where units differ more than chance makes them, and says so`() throws {
        let shares = try [(45, 50), (30, 50), (18, 25), (70, 80), (9, 12), (52, 60)].map {
            try share($0.0, of: $0.1)
        }
        let funnel = try #require(Funnel(shares))
        #expect(funnel.mean.isNear(0.80866))
        #expect(funnel.overdispersion.isNear(3.64716))
        #expect(funnel.isInflated)
        #expect(funnel.units[3].limits95.isNear(0.64405, 0.97328))
        #expect(funnel.units[0].limits998.isNear(0.48037, 1))
        // z of 30 of 50 is −3.75: beyond 3.09 where chance alone is allowed for, within 1.96 × √3.647 = 3.743 it
        // is not.
        #expect(funnel.units[1].place == .beyond95)
        #expect(funnel.units[1].side == .low)

        let plain = try #require(Funnel(shares, overdispersion: .ignore))
        #expect(!plain.isInflated)
        #expect(plain.units.map(\.place) == [.within, .beyond998, .within, .within, .within, .within])
        #expect(plain.units[0].side == nil)
    }

    @Test func `a funnel of units that all reach everything is flat`() throws {
        let funnel = try #require(Funnel([try share(8, of: 8), try share(40, of: 40)]))
        #expect(funnel.overdispersion == 0 && !funnel.isInflated)
        #expect(funnel.units.allSatisfy { $0.place == .within })
    }
}

struct QuantileTests {
    static let neighbours: [Double] = [52, 55, 48, 61, 57, 50, 63, 58, 54, 49]

    @Test func `the quartile depends on the method, the median does not`() {
        #expect(Quantile.median(Self.neighbours) == 54.5)
        #expect(Quantile.value(0.75, of: Self.neighbours) == 57.75)
        #expect(Quantile.value(0.75, of: Self.neighbours, method: .exclusive) == 58.75)
        // numpy, methods "linear" and "weibull".
        #expect(Quantile.value(0.25, of: Self.neighbours) == 50.5)
        #expect(Quantile.value(0.25, of: Self.neighbours, method: .exclusive) == 49.75)
    }

    @Test func `the better quartile is the lower one where lower is better`() {
        #expect(Quantile.betterQuartile(of: Self.neighbours, .up) == 57.75)
        #expect(Quantile.betterQuartile(of: Self.neighbours, .down) == 50.5)
        #expect(Quantile.betterQuartile(of: Self.neighbours, .neutral) == nil)
    }

    @Test func `small sets have quantiles too`() {
        #expect(Quantile.median([]) == nil)
        #expect(Quantile.median([.nan]) == nil)
        #expect(Quantile.value(0.75, of: [7], method: .exclusive) == 7)
        #expect(Quantile.value(0.99, of: [7, 9], method: .exclusive) == 9)
        #expect(Quantile.value(1, of: [7, 9]) == 9)
    }
}
