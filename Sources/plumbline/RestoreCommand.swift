import App
import ArgumentParser
import Storage

/// `plumbline restore FILE`: a backup back into an empty place, on either engine.
struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Bring a backup back into an empty folder or database.")

    @Argument(help: "The backup.", completion: .file())
    var file: String

    @OptionGroup var records: PlaceOptions

    func run() async throws {
        let summary = try await PlaceOptions.explained {
            try await Database.restore(file, to: records.place, migrations: App.migrations)
        }
        CommandOutput.write(
            "Restored \(summary.rows.values.reduce(0, +)) rows as they stood at \(summary.made).\n")
        let faults = summary.journals.compactMap(\.fault)
        guard faults.isEmpty else {
            throw CommandOutput.fail(
                "The records are back, but the journal was broken before the backup: \(faults[0])", status: 1)
        }
        CommandOutput.write("The journal is whole.\n")
    }
}
