import ArgumentParser
import Glibc
import Kernel
import ReturnFormats

/// `plumbline return check FILE`: every rule, with what it found. Status 1 when a rule of severity error found something.
struct ReturnCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Print what is wrong with a return, rule by rule.",
        discussion: """
            Takes Annex A (a workbook, or a folder or .zip of CSV files) and the CIN census (XML). Prints every rule, \
            those that found nothing too. Ends with status 1 when a rule of severity error found something.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

    @Argument(help: "The return.", completion: .file())
    var file: String

    @Option(
        help: ArgumentHelp("The day that the data stood for, if not today.", valueName: "YYYY-MM-DD"))
    var asAt: String?

    @Option(
        help: ArgumentHelp(
            "Of a census: which day its last is, where working days are stepped back from it.",
            valueName: "1|0"))
    var lastDay = 1

    @Option(help: "How to print the rules.")
    var format = Format.text

    func validate() throws {
        guard 0...1 ~= lastDay else { throw ValidationError("--last-day takes 1 or 0.") }
        if let asAt, Day(asAt) == nil { throw ValidationError("--as-at takes a date such as 2026-11-20.") }
    }

    func run() throws {
        let day = asAt.flatMap { Day($0) } ?? Instant(milliseconds: Int64(time(nil)) * 1000).inLondon.day
        let checked = CheckedReturn.check(
            try InputReturn.read(file), asAt: day, counting: lastDay == 1 ? .lastDayIsOne : .lastDayIsNought)
        switch format {
        case .json:
            CommandOutput.write(
                RuleOutline.json(checked.results, of: checked.about).text(pretty: true) + "\n")
        case .text: CommandOutput.write(RuleOutline.text(checked.results, of: checked.lines))
        }
        if checked.results.contains(where: { $0.severity == .error && $0.count > 0 }) { throw ExitCode(1) }
    }
}
