import ArgumentParser
import Kernel
import Storage

/// `plumbline journal export`: every event, oldest first, on standard output.
struct JournalExport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Print every event, oldest first, with its hashes.")

    enum Format: String, ExpressibleByArgument, CaseIterable { case csv, json }

    @OptionGroup var records: PlaceOptions

    @Option(help: "How to print the events.")
    var format = Format.csv

    func run() async throws {
        try await records.withRecords { database in
            try await database.read { [format] connection in
                CommandOutput.write(format == .csv ? JournalEntry.csvHead : "[")
                var separator = "\n"
                for authority in try connection.authorities() {
                    try connection.eachEvent(of: authority.id) { entry in
                        switch format {
                        case .csv: CommandOutput.write(entry.csvRow)
                        case .json: CommandOutput.write(separator + entry.json.text())
                        }
                        separator = ",\n"
                    }
                }
                if format == .json { CommandOutput.write("\n]\n") }
            }
        }
    }
}
