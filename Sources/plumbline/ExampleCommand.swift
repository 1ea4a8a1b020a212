import ArgumentParser
import ExampleData
import Kernel

/// `plumbline example`: what is invented, for trying the rest on.
struct ExampleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "example", abstract: "Make invented data to try things on.",
        subcommands: [ExampleDataCommand.self])
}

/// `plumbline example data`: the files of an invented authority.
struct ExampleDataCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "data",
        abstract: "Write the files of an invented authority: Annex A, census, local returns.",
        discussion: """
            One invented world is written as an Annex A workbook for each month, a CIN census for each year to 31 \
            March, local returns and a register of workers, all of which agree. Faults are planted in them: \
            planted-faults.json says how many of which kind in which file. The same numbers give the same bytes.
            """)

    @Option(help: "How many children are referred or in care over the months; 8000 is an average authority.")
    var children = 8_000

    @Option(
        help: ArgumentHelp(
            "Choose so many children that the last workbook has about so many rows.", valueName: "n"))
    var rows: Int?

    @Option(help: "How many months there are files of.")
    var months = 30

    @Option(help: "Another number gives another authority.")
    var seed: UInt64 = 7

    @Option(help: ArgumentHelp("The last day of the story.", valueName: "yyyy-mm-dd"))
    var until: String?

    @Option(
        help: ArgumentHelp(
            "How many of the first months have the layout of 2019; the first half unless said.",
            valueName: "n"))
    var layout2019: Int?

    @Flag(help: "Write the last month's workbook and nothing else.")
    var onlyLast = false

    @Flag(help: "Write the last month's lists as CSV files too.")
    var csv = false

    @Option(help: ArgumentHelp("The folder to write into.", valueName: "dir"), completion: .directory)
    var out: String

    func validate() throws {
        guard 1...2_000_000 ~= children else { throw ValidationError("--children takes 1 to 2000000.") }
        guard 1...120 ~= months else { throw ValidationError("--months takes 1 to 120.") }
        guard until == nil || until.flatMap({ Day($0) }) != nil else {
            throw ValidationError("--until takes a day such as 2026-11-20.")
        }
        guard rows == nil || 100...3_000_000 ~= (rows ?? 0) else {
            throw ValidationError("--rows takes 100 to 3000000.")
        }
    }

    func run() throws {
        var example = ExampleData(
            children: rows.map { ExampleData.children(forRows: $0, months: months) } ?? children,
            months: months, seed: seed,
            until: until.flatMap { Day($0) } ?? ExampleData.today)
        example.monthsIn2019Layout = layout2019
        let summary: ExampleSummary
        do {
            summary = try onlyLast ? example.writeLast(to: out) : example.write(to: out, csv: csv)
        } catch ExampleData.Failure.notWritten(let path) {
            throw CommandOutput.fail("Plumbline could not write \(path).", status: 73)
        }
        CommandOutput.write(summary.text)
    }
}
