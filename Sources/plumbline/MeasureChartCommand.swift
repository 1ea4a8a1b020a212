import ArgumentParser
import Kernel
import ReturnFormats
import Statistics

/// `plumbline measure chart --csv FILE`: mean, limits, and the points that something other than chance may have moved.
struct MeasureChartCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "chart",
        abstract: "Print the limits of a measure's values, and the points that stand out.",
        discussion: """
            Reads a CSV file with the columns period and value. The limits are those of an XmR chart: mean ± 2.66 \
            mean moving ranges of the first twelve values, by which all later ones are judged. Four rules mark a \
            point: outside the limits, one of seven rising or falling in a row, two of three near a limit, one of \
            seven in a row on one side of the mean. An empty value is missing, not 0.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

    @Option(help: ArgumentHelp("The values by period.", valueName: "file"), completion: .file())
    var csv: String

    @Option(help: "How to print the chart.")
    var format = Format.text

    @Option(
        help: ArgumentHelp("How many of the first values set the limits, or all.", valueName: "count|all"))
    var baseline = "12"

    @Flag(help: "Leave outlying moving ranges out of the limits, as some tools do.")
    var screen = false

    func validate() throws {
        guard baseline == "all" || (Int(baseline) ?? 0) >= Self.fewest else {
            throw ValidationError("--baseline takes all, or a number from \(Self.fewest) up.")
        }
    }

    private static let fewest = 6

    func run() throws {
        let bytes = try InputDocument.bytes(csv)
        let series: PeriodSeries
        do throws(UnusableFile) {
            series = try PeriodSeries.read(bytes)
        } catch {
            throw CommandOutput.fail("Plumbline cannot use \(csv). \(error.sentence)", status: 65)
        }
        let values = series.points.compactMap(\.value)
        guard values.count >= Self.fewest else {
            throw CommandOutput.fail(
                "Plumbline cannot use \(csv). Limits take at least \(Self.fewest) values; it has \(values.count).",
                status: 65)
        }
        guard
            let chart = XmRChart(
                values, baseline: Int(baseline).map(XmRChart.Baseline.first) ?? .all,
                screening: screen ? .once : .none),
            let limits = chart.current.limits
        else {
            throw CommandOutput.fail(
                "Plumbline cannot use \(csv). Its values are too large to reckon with.", status: 65)
        }
        let outline = ChartOutline(series: series, chart: chart, limits: limits, isScreened: screen)
        switch format {
        case .json: CommandOutput.write(outline.json.text(pretty: true) + "\n")
        case .text: CommandOutput.write(outline.text)
        }
    }
}
