import Statistics
import Testing

/// Figures of NHS "Making Data Count" charts, worked out by hand and with NHSRplotthedots 0.2.2.
struct XmRTests {
    static let spike: [Double] = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]
    static let timeliness: [Double] = [
        71, 68, 74, 70, 66, 73, 69, 72, 67, 70, 75, 68, 74, 78, 80, 79, 82, 81, 84, 83, 85, 88, 86, 90,
    ]
    static let risingThenDown: [Double] = [50, 51, 53, 54, 56, 57, 59, 52, 51, 50, 52, 51]

    @Test func `limits stand 2·66 mean ranges from the mean`() throws {
        let plain = try #require(XmRLimits(baseline: Self.spike[...]))
        #expect(plain.mean.isNear(1.94444))
        #expect(plain.meanRange.isNear(1.88235))
        #expect(plain.limits.isNear(-3.06261, 6.95150))
        #expect(plain.screened == 0)
    }

    @Test func `screening drops an outlying range once`() throws {
        let screened = try #require(XmRLimits(baseline: Self.spike[...], screening: .once))
        #expect(screened.mean.isNear(1.94444))
        #expect(screened.meanRange == 1)
        #expect(screened.limits.isNear(-0.71556, 4.60444))
        #expect(screened.screened == 2)
    }

    @Test func `the first twelve points set the limits, and those after are judged by them`() throws {
        let chart = try #require(XmRChart(Self.timeliness))
        let limits = try #require(chart.current.limits)
        #expect(chart.current.baseline == 0..<12)
        #expect(chart.current.footing == .firm)
        #expect(limits.mean == 70.25)
        #expect(limits.meanRange.isNear(4.63636))
        #expect(limits.limits.isNear(57.91727, 82.58273))
        #expect(limits.rangeLimit.isNear(15.147))
        #expect(chart.points(.shift) == Array(13...24))
        #expect(chart.points(.twoOfThree) == Array(15...18))
        #expect(chart.points(.outside) == Array(19...24))
        #expect(chart.points(.trend) == [])
        #expect(
            chart.signals[12...].map(\.?.cause) == [.shift, .shift]
                + Array(repeating: .twoOfThree, count: 4) + Array(repeating: .outside, count: 6))
        #expect(chart.signals.allSatisfy { $0 == nil || $0?.side == .high })
    }

    @Test func `seven rising points are a trend, the last of them outside as well`() throws {
        let chart = try #require(XmRChart(Self.risingThenDown))
        let limits = try #require(chart.current.limits)
        #expect(limits.mean == 53)
        #expect(limits.meanRange.isNear(1.90909))
        #expect(limits.limits.isNear(47.92182, 58.07818))
        #expect(chart.points(.trend) == Array(1...7))
        #expect(chart.points(.outside) == [7])
        #expect(chart.signals[6]?.cause == .outside)
        #expect(chart.signals[6]?.causes == [.outside, .trend])
        // The first point is below the mean, and part of a rise.
        #expect(chart.signals[0] == Signal.sample(.trend, .high))
    }

    @Test func `equal points break a trend, and a point on the mean breaks a shift`() throws {
        let flatStep = try #require(XmRChart([1, 2, 3, 4, 4, 5, 6, 7, 8], baseline: .all))
        #expect(flatStep.points(.trend) == [])
        // Mean 0: six above, one on it, six below.
        let onTheMean = try #require(
            XmRChart([1, 2, 1, 2, 1, 2, 0, -1, -2, -1, -2, -1, -2], baseline: .all))
        #expect(onTheMean.points(.shift) == [])
    }

    @Test func `a constant series, whatever its decimals, marks nothing`() throws {
        for value in [0, 0.1, 73.3, -1e9 / 3] {
            let chart = try #require(XmRChart(Array(repeating: value, count: 30)))
            #expect(chart.signals.allSatisfy { $0 == nil })
        }
    }

    @Test func `a point outside does not make two of three with one near the limit`() throws {
        // Baseline mean 0, mean range 2: limits ±5.32, near from ±3.5467.
        let baseline: [Double] = [1, -1, 1, -1, 1, -1, 1, -1, 1, -1, 1, -1]
        let outside = try #require(XmRChart(baseline + [6, 1, 4]))
        #expect(outside.points(.twoOfThree) == [])
        let both = try #require(XmRChart(baseline + [4, 1, 4]))
        #expect(both.points(.twoOfThree) == [13, 15])
        let acrossTheMean = try #require(XmRChart(baseline + [4, -1, 4]))
        #expect(acrossTheMean.points(.twoOfThree) == [])
    }

    @Test func `a new stretch has limits of its own, and no rule reaches across`() throws {
        let chart = try #require(XmRChart(Self.timeliness, rebasedAt: [12]))
        #expect(chart.stretches.map(\.points) == [0..<12, 12..<24])
        #expect(chart.stretches[0].limits?.mean == 70.25)
        #expect(chart.stretches[1].limits?.mean == 82.5)
        // Rises from 74 with one step back at a time: nothing but 74 to 78 to 80 in a row.
        #expect(chart.points(.trend) == [])
        #expect(XmRChart(Self.timeliness, rebasedAt: [12, 12]) == nil)
        #expect(XmRChart(Self.timeliness, rebasedAt: [25]) == nil)
    }

    @Test(arguments: [(1, XmRChart.Footing.line), (5, .line), (6, .trial), (11, .trial), (12, .firm)])
    func `few points give a line, then limits for a trial`(points: Int, footing: XmRChart.Footing) throws {
        let chart = try #require(XmRChart(Array(Self.timeliness.prefix(points))))
        #expect(chart.current.footing == footing)
        #expect((chart.current.limits == nil) == (footing == .line))
    }

    @Test func `what is no number makes no chart`() {
        #expect(XmRChart([]) == nil)
        #expect(XmRChart([1, .nan, 2]) == nil)
        #expect(XmRChart([1, .infinity]) == nil)
        #expect(XmRLimits(baseline: [.greatestFiniteMagnitude, -.greatestFiniteMagnitude]) == nil)
    }

    @Test(arguments: [
        (90.0, Direction.up, Assurance.consistentlyMisses), (90, .down, .consistentlyMeets),
        (75, .up, .hitAndMiss), (60, .up, .hitAndMiss), (50, .up, .consistentlyMeets),
        (50, .down, .consistentlyMisses),
    ])
    func `assurance holds a target against the limits`(
        target: Double, direction: Direction, assurance: Assurance
    ) throws {
        let limits = try #require(XmRLimits(baseline: Self.timeliness[..<12])).limits
        #expect(Assurance(target: target, limits: limits, direction: direction) == assurance)
    }

    @Test func `a target on a limit is hit and miss, and no good direction gives no assurance`() {
        #expect(Assurance(target: 10, limits: Interval(0, 10), direction: .up) == .hitAndMiss)
        #expect(Assurance(target: 99, limits: Interval(0, 10), direction: .neutral) == nil)
    }

    @Test func `the same mark is improvement, concern or neither by what is good`() {
        let high = Signal.sample(.shift, .high)
        #expect(high?.meaning(.up) == .improvement)
        #expect(high?.meaning(.down) == .concern)
        #expect(high?.meaning(.neutral) == .neutral)
    }

    @Test func `percentages are capped when drawn`() {
        #expect(Interval(-3, 104).capped(to: 0...100) == Interval(0, 100))
    }
}

extension XmRChart {
    /// The points that meet the rule, counted from 1 as the examples count them.
    func points(_ cause: SpecialCause) -> [Int] {
        signals.indices.filter { signals[$0]?.causes.contains(cause) == true }.map { $0 + 1 }
    }
}

extension Signal {
    /// The first mark of that cause on a chart made to have it.
    static func sample(_ cause: SpecialCause, _ side: Side) -> Signal? {
        let values: [Double] =
            switch cause {
            case .trend: XmRTests.risingThenDown
            default: XmRTests.timeliness
            }
        return XmRChart(values)?.signals.compactMap(\.self).first { $0.cause == cause && $0.side == side }
    }
}
