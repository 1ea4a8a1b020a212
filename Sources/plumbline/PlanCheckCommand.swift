import ArgumentParser
import Documents
import Glibc
import Kernel
import PlanChecks
import PlanFormat
import PlanReading

/// `plumbline plan check FILE`: what is wrong with a plan, worst first. Status 1 when there are errors.
struct PlanCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Print what is wrong with a plan.",
        discussion: """
            Takes any document that `plan read` reads, and the JSON that `plan read --format json` prints. \
            Ends with status 1 when a check found an error, with 0 when none did.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

    @Argument(help: "The document, or a plan as JSON.", completion: .file())
    var file: String

    @Option(help: "How to print the findings.")
    var format = Format.text

    @Option(help: ArgumentHelp("The year for dates that name none.", valueName: "YYYY"))
    var baseYear: Int?

    @Option(help: ArgumentHelp("The day to compare dates with, if not today.", valueName: "YYYY-MM-DD"))
    var today: String?

    func validate() throws {
        if let baseYear, !(1900...2999).contains(baseYear) {
            throw ValidationError("--base-year takes a year of four figures, such as 2026.")
        }
        if let today, Day(today) == nil {
            throw ValidationError("--today takes a date such as 2026-11-20.")
        }
    }

    func run() throws {
        let (plan, document) = try input()
        let day = today.flatMap { Day($0) } ?? Instant(milliseconds: Int64(time(nil)) * 1000).inLondon.day
        let report = CheckReport.run(on: CheckInput(plan: plan, document: document, today: day))
        switch format {
        case .json: CommandOutput.write(report.json.text(pretty: true) + "\n")
        case .text: CommandOutput.write(FindingsOutline.text(report))
        }
        if report.findings.contains(where: { $0.severity == .error }) { throw ExitCode(1) }
    }

    private func input() throws -> (Plan, Document?) {
        if var plan = try InputPlan.interchange(try InputDocument.bytes(file), named: file) {
            plan.baseYear = baseYear ?? plan.baseYear
            return (plan, nil)
        }
        let document = try InputDocument.read(file)
        var options = PlanReader.Options()
        options.baseYear = baseYear
        return (PlanReader.read(document, options: options).plan, document)
    }
}
