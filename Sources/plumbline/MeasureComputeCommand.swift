import ArgumentParser
import Indicators
import Kernel
import ReturnFormats

/// `plumbline measure compute --file FILE --as-at DATE`: every indicator that the file can tell, without any records.
struct MeasureComputeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compute",
        abstract: "Count every indicator that a file of child-level data can tell.",
        discussion: """
            Takes Annex A (a workbook, or a folder or .zip of CSV files) and the CIN census (XML), and the day that it \
            shows: no file carries it. Prints for each indicator its numerators and denominators by month, or for the \
            day, with what was left out, and what is open past its limit. Prints nothing about a child.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

    @Option(help: "The file, or the folder.", completion: .file())
    var file: String

    @Option(help: ArgumentHelp("The day that the file shows.", valueName: "YYYY-MM-DD"))
    var asAt: String

    @Option(help: "How to print the figures.")
    var format = Format.text

    @Option(help: "Down to what the JSON tells the figures apart.")
    var by = IndicatorsOutline.Level.team

    @Option(help: ArgumentHelp("One indicator only; may be given several times.", valueName: "id"))
    var only: [String] = []

    @Flag(help: "Say on standard error how much time reading and counting took.")
    var timings = false

    func validate() throws {
        if Day(asAt) == nil { throw ValidationError("--as-at takes a date such as 2026-11-20.") }
        let known = Set(Indicators.definitions.map(\.id.key))
        if let unknown = only.first(where: { !known.contains($0) }) {
            throw ValidationError("There is no indicator \(unknown).")
        }
    }

    func run() async throws {
        guard let day = Day(asAt) else { throw ExitCode.validationFailure }
        var clock = SpentTime()
        let input = try InputReturn.read(file)
        let only = only.isEmpty ? nil : Set(only.map { IndicatorID($0) })
        let settings = IndicatorSettings()
        let found: [IndicatorCells]
        switch input {
        case .annexA(let reading):
            var annexA = reading.file
            annexA.recognise()
            let read = clock.lap()
            found = Indicators.compute(annexA, asAt: day, settings, only: only)
            report(read, clock.lap())
        case .census(let census):
            let read = clock.lap()
            found = Indicators.compute(census, asAt: day, settings, only: only)
            report(read, clock.lap())
        }
        switch format {
        case .json:
            CommandOutput.write(IndicatorsOutline.json(found, asAt: day, by: by).text(pretty: true) + "\n")
        case .text: CommandOutput.write(IndicatorsOutline.text(found))
        }
    }

    private func report(_ read: SpentTime.Lap, _ counted: SpentTime.Lap) {
        guard timings else { return }
        CommandOutput.report("read \(read.words)\ncount \(counted.words)\n")
    }
}
