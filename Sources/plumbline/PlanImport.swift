import App
import ArgumentParser
import Documents
import Kernel
import PlanReading

/// `plumbline plan import FILE`: keeps the plan that a document holds.
struct PlanImport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Keep the plan that a document holds.",
        discussion: """
            Takes any document that `plan read` reads, and the JSON that `plan export` and `plan read` print. \
            The plan is kept as it was read, with its document; what could not be settled stands with it.
            """)

    @Argument(help: "The document, or a plan as JSON.", completion: .file())
    var file: String

    @OptionGroup var records: PlaceOptions

    @Option(help: "What to call the plan, if not what the document says.")
    var title: String?

    func run() async throws {
        let name = file.split(separator: "/").last.map(String.init) ?? file
        let bytes = try InputDocument.bytes(file)
        let plan =
            if let plan = try InputPlan.interchange(bytes, named: name) {
                plan
            } else {
                PlanReader.read(try InputDocument.read(file)).plan
            }
        do {
            let kept = try await records.withRecords { database in
                try await PlanCommands(database: database, now: .now).keep(
                    plan, titled: title, file: name, bytes: bytes)
            }
            CommandOutput.write(
                "\(kept.title): \(count(kept.areas, "area")), \(count(kept.actions, "action")), "
                    + "\(count(kept.questions, "question")). The plan is \(kept.id).\n")
        } catch let refused as PlanCommands.Refused {
            throw CommandOutput.fail(refused.description, status: 65)
        }
    }

    private func count(_ number: Int, _ noun: String) -> String {
        "\(number) \(noun)\(number == 1 ? "" : "s")"
    }
}
