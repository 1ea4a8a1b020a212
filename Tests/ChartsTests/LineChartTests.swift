import Kernel
import Markup
import Testing

@testable import Charts

@Suite struct LineChartTests {
    private func chart(_ values: [Double?]) -> LineChart {
        LineChart(
            .percent,
            values.enumerated().map {
                LineChart.Point(Day("2025-01-15")!.adding(months: $0.offset), $0.element)
            },
            average: 60, limits: 50...70, target: 90, sentence: "It stands still.")
    }

    @Test func `limits wait for six points and are a trial until twelve`() {
        #expect(chart([60, 61, 62, 63, 64]).levels.map(\.words) == ["Target"])
        #expect(
            chart([60, 61, 62, 63, 64, 65]).levels.map(\.words)
                == ["Target", "Trial upper limit", "Trial lower limit", "Average"])
        #expect(chart(Array(repeating: 60, count: 12)).levels.map(\.words).contains("Upper limit"))
    }

    @Test func `a month without a count is no point to judge by`() {
        #expect(chart([60, nil, 62, nil, 64]).count == 3)
    }

    /// By hand: values from 58.5 to 90 in steps of 10 begin at 50 and, with room above, end at 100; a share never passes 100.
    @Test func `the scale begins and ends at round numbers`() {
        #expect(ValueScale([58.5, 90], isShare: true).ticks == [50, 60, 70, 80, 90, 100])
        #expect(ValueScale([97, 100], isShare: true).high == 100)
        #expect(ValueScale([7, 7], isShare: false).high > 7)
        #expect(ValueScale([0, 1204], isShare: false).ticks == [0, 500, 1000, 1500])
    }

    @Test func `numbers read as people write them`() {
        let counts = LineChart(.number, [], sentence: "")
        #expect(counts.words(1204) == "1,204")
        #expect(counts.words(3.25) == "3.3")
        #expect(chart([]).words(83.4) == "83%")
    }

    @Test(arguments: [[], [60], [nil], [60, 60], [0, 100]] as [[Double?]])
    func `a chart of little or nothing is still a chart`(values: [Double?]) {
        let text = Markup { $0.lineChart(chart(values)) }.text
        #expect(!text.contains("nan") && !text.contains("inf"))
    }
}
