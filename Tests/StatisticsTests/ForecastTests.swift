import Statistics
import Testing

/// A year of a percentage, month by month; figures by hand and with statsmodels' OLS.
struct ForecastTests {
    static let months = (1...12).map(Double.init)
    static let values: [Double] = [61, 64, 62, 66, 67, 65, 70, 69, 72, 71, 75, 74]

    @Test func `a line of least squares has the slope, the rest and the intervals of the textbook`() throws {
        let line = try #require(LeastSquares(periods: Self.months, values: Self.values))
        #expect(line.slope.isNear(1.209790, within: 5e-7))
        #expect(line.intercept.isNear(60.136364, within: 5e-7))
        // statsmodels; the printed example's 1.438966 is short in its last digit.
        #expect(line.residualDeviation.isNear(1.4389681617844692, within: 1e-12))
        #expect(line.value(at: 18).isNear(81.91259))
        #expect(line.interval(at: 18, level: 0.8).isNear(79.11449, 84.71068))
        #expect(line.interval(at: 18, level: 0.95).isNear(77.36907, 86.45611))
    }

    @Test func `a target that the trend falls short of is unlikely, and takes a higher rate`() throws {
        let forecast = try Forecast(
            periods: Self.months, values: Self.values, target: 85, by: 18, direction: .up)
        #expect(forecast.verdict == .unlikely)
        #expect(forecast.expected.isNear(81.91259))
        #expect(forecast.interval80.isNear(79.11449, 84.71068))
        #expect(forecast.interval95.isNear(77.36907, 86.45611))
        #expect(forecast.requiredRate.isNear(1.8333, within: 0.00005))
        #expect(forecast.currentRate.isNear(1.209790, within: 5e-7))
        #expect(try #require(forecast.reachesTarget).isNear(20.55, within: 0.005))
    }

    @Test(arguments: [
        (79.0, Direction.up, Forecast.Verdict.onCourse), (82, .up, .uncertain), (85, .up, .unlikely),
        (79, .down, .unlikely), (85, .down, .onCourse),
    ])
    func `the verdict goes by the 80 per cent interval`(
        target: Double, direction: Direction, verdict: Forecast.Verdict
    ) throws {
        let forecast = try Forecast(
            periods: Self.months, values: Self.values, target: target, by: 18, direction: direction)
        #expect(forecast.verdict == verdict)
    }

    @Test func `where no direction is good there is a forecast and no verdict`() throws {
        let forecast = try Forecast(
            periods: Self.months, values: Self.values, target: 85, by: 18, direction: .neutral)
        #expect(forecast.verdict == nil)
    }

    @Test func `the median slope passes outliers by, with either intercept`() throws {
        let line = try #require(TheilSen(periods: Self.months, values: Self.values))
        #expect(line.slope.isNear(1.211111, within: 5e-7))
        #expect(line.intercept.isNear(60.366667, within: 5e-7))
        #expect(line.value(at: 18).isNear(82.166667, within: 5e-7))
        let scipy = try #require(
            TheilSen(periods: Self.months, values: Self.values, intercept: .medians))
        #expect(scipy.intercept.isNear(60.127778, within: 5e-7))
    }

    /// statsmodels, periods 4, 7, 10 and 11 without a value.
    @Test func `periods without a value are gaps, not noughts`() throws {
        let line = try #require(
            LeastSquares(
                periods: [1, 2, 3, 5, 6, 8, 9, 12, 13], values: [10, 12, 9, 13, 15, 14, 18, 17, 21]))
        #expect(line.slope.isNear(0.82978723, within: 5e-9))
        #expect(line.residualDeviation.isNear(1.66128818, within: 5e-9))
        #expect(line.interval(at: 20, level: 0.8).isNear(21.888064, 29.09066))
    }

    /// statsmodels on ln(p ÷ (100 − p)).
    @Test func `percentages near a hundred are forecast below it`() throws {
        let forecast = try Forecast(
            periods: (1...10).map(Double.init),
            values: [90, 91.5, 93, 94, 94.5, 95.5, 96, 97, 97.2, 97.9], target: 99, by: 14,
            direction: .up, scale: .logit)
        #expect(forecast.expected.isNear(98.87502))
        #expect(forecast.interval80.isNear(98.75855, 98.98067))
        #expect(forecast.verdict == .unlikely)
        // (ln 99 − 2.02082655) ÷ 0.17537582.
        #expect(try #require(forecast.reachesTarget).isNear(14.6788, within: 0.0005))
    }

    @Test func `what stands still, is too short or is over gets no forecast`() {
        func refusal(_ periods: [Double], _ values: [Double], by: Double = 18) -> Forecast.Refusal? {
            do throws(Forecast.Refusal) {
                _ = try Forecast(periods: periods, values: values, target: 85, by: by, direction: .up)
                return nil
            } catch {
                return error
            }
        }
        #expect(refusal(Array(Self.months.prefix(7)), Array(Self.values.prefix(7))) == .tooFewPoints)
        #expect(refusal(Self.months, Self.values, by: 12) == .dateNotAhead)
        #expect(refusal(Self.months, Array(XmRTests.timeliness.prefix(12))) == .noTrend)
        #expect(refusal(Self.months, Array(repeating: 70.1, count: 12)) == .noTrend)
        #expect(refusal(Self.months, [1]) == .unusable)
        #expect(refusal(Self.months.reversed(), Self.values) == .unusable)
        #expect(refusal(Self.months, Self.values, by: .nan) == .unusable)
        #expect(refusal([], []) == .tooFewPoints)
    }

    /// scipy's `t.ppf` at 0.9 and 0.975.
    @Test(arguments: [
        (1, 3.0776835371752544, 12.706204736174694), (2, 1.8856180831641272, 4.302652729749462),
        (3, 1.637744353696209, 3.1824463052837078), (6, 1.4397557472651483, 2.4469118511449786),
        (10, 1.372183641110336, 2.228138851986274), (29, 1.311433647301551, 2.045229642132703),
        (58, 1.2963188904044196, 2.0017174841452356), (118, 1.2887671708247064, 1.980272249272974),
    ])
    func `Student's t is exact for any degrees of freedom`(freedom: Int, eighty: Double, ninetyFive: Double) {
        #expect(StudentT.within(0.8, freedom: freedom).isNear(eighty, within: 1e-11))
        #expect(StudentT.within(0.95, freedom: freedom).isNear(ninetyFive, within: 1e-11))
    }
}
