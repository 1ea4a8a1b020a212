import Kernel
import Statistics
import Testing

@testable import Measures

/// The pages' series against the worked examples of statistics.md §1 and §6.
struct SeriesTests {
    /// Months from January 2024, each so many of a hundred.
    static func months(_ values: [Int], of base: Int = 100) -> [SeriesPoint] {
        values.enumerated().compactMap { index, value in
            let first = Day(number: 19_723).adding(months: index)
            return Period(first, through: first.adding(months: 1).adding(days: -1)).map {
                SeriesPoint(
                    period: $0, version: 1, numerator: value, denominator: base, overdue: 0, excluded: 0,
                    isPartial: false)
            }
        }
    }

    private static let timeliness = [
        71, 68, 74, 70, 66, 73, 69, 72, 67, 70, 75, 68, 74, 78, 80, 79, 82, 81, 84, 83, 85, 88, 86, 90,
    ]

    @Test func `the first twelve points set the limits, and later ones are marked as vector B has it`() throws
    {
        let series = MeasureSeries(Self.months(Self.timeliness), .share, .up)
        let stretch = try #require(series.stretches.first)
        #expect(series.kind == .xmr && stretch.baseline == 12 && stretch.footing == .firm)
        let limits = try #require(stretch.limits[0])
        #expect(abs((stretch.mean ?? 0) - 70.25) < 1e-9)
        #expect(abs(limits.lower - 57.91727) < 1e-5 && abs(limits.upper - 82.58273) < 1e-5)
        for place in 12..<24 { #expect(series.signals[place]?.causes.contains(.shift) == true) }
        #expect(series.signals[18]?.cause == .outside)
        #expect(series.state == .signal(.outside, .improvement))
        #expect(series.assurance(90) == .consistentlyMisses && series.assurance(75) == .hitAndMiss)
    }

    @Test func `the forecast is that of the vector of section 6`() throws {
        let series = MeasureSeries(
            Self.months([61, 64, 62, 66, 67, 65, 70, 69, 72, 71, 75, 74]), .share, .up)
        let forecast = try series.forecast(85, by: Day(number: 19_723).adding(months: 17))
        #expect(abs(forecast.expected - 81.91259) < 1e-4)
        #expect(abs(forecast.interval80.lower - 79.11449) < 1e-4)
        #expect(forecast.verdict == .unlikely)
        #expect(abs(forecast.requiredRate - 1.8333) < 1e-3)
    }

    @Test func `fewer than 6 points are a line, 6 to 11 a trial, and what is hidden or not over is no point`()
    {
        #expect(MeasureSeries(Self.months([70, 71, 69, 72, 70]), .share, .up).state == .tooFew(5))
        let eight = MeasureSeries(Self.months([70, 71, 69, 72, 70, 71, 70, 69]), .share, .up)
        #expect(eight.stretches.first?.footing == .trial)
        var points = Self.months([70, 71, 69, 72, 70, 71])
        points[2].isHidden = true
        points[5].isPartial = true
        let four = MeasureSeries(points, .share, .up)
        #expect(four.countedPoints == 4 && four.kind == .line)
        // A hidden point must not be drawn, nor worked into a mean from which it could be had.
        #expect(four.value(2) == nil)
    }

    @Test func `small or very different groups are judged by the limits of their size`() {
        var points = Self.months(Array(repeating: 30, count: 8), of: 40)
        #expect(MeasureSeries(points, .share, .up).kind == .xmr)
        points[3].denominator = 90
        #expect(MeasureSeries(points, .share, .up).kind == .shares)
        #expect(MeasureSeries(Self.months(Array(repeating: 5, count: 8), of: 8), .share, .up).kind == .shares)
    }

    @Test func `a changed definition breaks the line, and a rebasing does so with its reason`() {
        var points = Self.months(Self.timeliness)
        for index in 12..<24 { points[index].version = 2 }
        let changed = MeasureSeries(points, .share, .up)
        #expect(changed.stretches.map(\.members.count) == [12, 12])
        #expect(changed.stretches[1].reason == "Definition version 2")
        let rebase = MeasureSettings.Rebase(
            number: 1, node: nil, from: Day(number: 19_723).adding(months: 12), reason: "A desk opened",
            at: Instant(milliseconds: 0), by: "Daniel")
        let rebased = MeasureSeries(Self.months(Self.timeliness), .share, .up, rebases: [rebase])
        #expect(rebased.stretches.map(\.reason) == [nil, "A desk opened"])
    }

    @Test
    func `limits are set anew only after 12 points, for 6 or more, and where a rule marks a lasting change`()
    {
        func decide(_ values: [Int], from month: Int, _ reason: String = "A desk opened") -> String? {
            let series = MeasureSeries(Self.months(values), .share, .up)
            let form = RebaseMeasure.Form(from: Day(number: 19_723).adding(months: month), reason: reason)
            do throws(RebaseMeasure.Refused) {
                _ = try RebaseMeasure.decide(form, series, MeasureSettings())
                return nil
            } catch {
                return error.sentence
            }
        }
        #expect(decide(Self.timeliness, from: 12) == nil)
        #expect(decide(Self.timeliness, from: 12, "")?.contains("Say what changed") == true)
        #expect(decide(Self.timeliness, from: 8)?.contains("Only 8 points lie before") == true)
        #expect(decide(Self.timeliness, from: 20)?.contains("Only 4 points lie from that day on") == true)
        let flat = Array(Self.timeliness.prefix(12)) + [70, 71, 69, 72, 70, 69]
        #expect(decide(flat, from: 12)?.contains("No rule marks a lasting change") == true)
    }

    @Test func `the sentence says how many in a row, and never judges too few`() {
        let words = MeasureWords.sentence(
            MeasureSeries(Self.months(Array(Self.timeliness.prefix(19))), .share, .up))
        #expect(words.strong == "Improving.")
        #expect(
            MeasureWords.sentence(MeasureSeries(Self.months([70, 71]), .share, .up)).strong
                == "Too few to judge.")
        let neutral = MeasureSeries(Self.months(Self.timeliness), .share, .neutral)
        #expect(neutral.state == .signal(.outside, .neutral))
    }
}
