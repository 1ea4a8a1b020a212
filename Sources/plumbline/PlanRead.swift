import ArgumentParser
import Documents
import Kernel
import PlanFormat
import PlanReading

/// `plumbline plan read FILE`: the plan that a document holds, for a person or as JSON.
struct PlanRead: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "read",
        abstract: "Print the plan that a document holds.",
        discussion: """
            Reads Word (.docx), Excel (.xlsx), PDF, HTML, Markdown, CSV and plain text. What could not be \
            settled is listed at the end.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

    @Argument(help: "The document.", completion: .file())
    var file: String

    @Option(help: "How to print the plan.")
    var format = Format.text

    @Option(help: ArgumentHelp("The year for dates that name none.", valueName: "YYYY"))
    var baseYear: Int?

    func validate() throws {
        if let baseYear, !(1900...2999).contains(baseYear) {
            throw ValidationError("--base-year takes a year of four figures, such as 2026.")
        }
    }

    func run() throws {
        let document = try InputDocument.read(file)
        var options = PlanReader.Options()
        options.baseYear = baseYear
        let reading = PlanReader.read(document, options: options)
        switch format {
        case .json: CommandOutput.write(reading.plan.json.text(pretty: true) + "\n")
        case .text: CommandOutput.write(PlanOutline.text(reading))
        }
    }
}
