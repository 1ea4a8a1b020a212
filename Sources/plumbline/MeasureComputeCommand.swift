import App
import ArgumentParser
import Indicators
import Kernel
import Measures
import ReturnFormats

/// `plumbline measure compute --file FILE --as-at DATE`: every indicator that the file can tell, without any records.
/// `plumbline measure compute --data DIR`: every measure of the records, from all the returns that they hold.
struct MeasureComputeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compute",
        abstract: "Count every indicator of a file, or work out all measures of the records anew.",
        discussion: """
            Takes Annex A (a workbook, or a folder or .zip of CSV files) and the CIN census (XML), and the day that it \
            shows: no file carries it. Prints for each indicator its numerators and denominators by month, or for the \
            day, with what was left out, and what is open past its limit. Prints nothing about a child.

            Without --file the measures of the records are worked out anew from every return that they hold. What \
            was stored before stays on record; what has not changed is not stored twice.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

    @Option(help: "The file, or the folder.", completion: .file())
    var file: String?

    @Option(help: ArgumentHelp("The day that the file shows.", valueName: "YYYY-MM-DD"))
    var asAt: String?

    @OptionGroup var records: PlaceOptions

    @Option(help: "The authority, where the records hold several.")
    var authority: String?

    @Option(help: "How to print the figures.")
    var format = Format.text

    @Option(help: "Down to what the JSON tells the figures apart.")
    var by = IndicatorsOutline.Level.team

    @Option(help: ArgumentHelp("One indicator only; may be given several times.", valueName: "id"))
    var only: [String] = []

    @Flag(help: "Say on standard error how much time reading and counting took.")
    var timings = false

    func validate() throws {
        guard file != nil else {
            guard asAt == nil, only.isEmpty else {
                throw ValidationError("--as-at and --only belong to --file.")
            }
            return
        }
        if asAt.flatMap({ Day($0) }) == nil {
            throw ValidationError("--as-at takes a date such as 2026-11-20.")
        }
        let known = Set(Indicators.definitions.map(\.id.key))
        if let unknown = only.first(where: { !known.contains($0) }) {
            throw ValidationError("There is no indicator \(unknown).")
        }
    }

    func run() async throws {
        guard let file else { return try await computeRecords() }
        guard let day = asAt.flatMap({ Day($0) }) else { throw ExitCode.validationFailure }
        var clock = SpentTime()
        let input = try InputReturn.read(file)
        let only = only.isEmpty ? nil : Set(only.map { IndicatorID($0) })
        let settings = IndicatorSettings()
        let found: [IndicatorCells]
        switch input {
        case .annexA(let reading):
            let read = clock.lap()
            found = Indicators.compute(reading.file, asAt: day, settings, only: only)
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

    private func computeRecords() async throws {
        let outcome = try await MeasureRecords.run(records) { try await $0.compute(authority: authority) }
        switch format {
        case .json:
            let json: JSON = [
                "stored": .integer(Int64(outcome.stored)), "unchanged": .integer(Int64(outcome.unchanged)),
                "withdrawn": .integer(Int64(outcome.withdrawn)), "values": .integer(Int64(outcome.values)),
                "measures": .array(outcome.measures.sorted().map { .string($0) }),
            ]
            CommandOutput.write(json.text(pretty: true) + "\n")
        case .text:
            CommandOutput.write(
                "\(counted(outcome.stored, "return")) worked out anew with \(counted(outcome.values, "figure")), "
                    + "\(outcome.unchanged) unchanged, \(outcome.withdrawn) withdrawn.\n")
        }
    }

    private func report(_ read: SpentTime.Lap, _ counted: SpentTime.Lap) {
        guard timings else { return }
        CommandOutput.report("read \(read.words)\ncount \(counted.words)\n")
    }
}
