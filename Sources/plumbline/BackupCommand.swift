import ArgumentParser
import FoundationEssentials
import Kernel
import Storage

/// `plumbline backup FILE`: everything as it stands at one moment, in one file, while others go on working.
struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Copy every record and file into one file, also while serving.",
        discussion:
            "The file is not encrypted, and only its owner can read it. An older file of the name is replaced."
    )

    @Argument(help: "The file to write.", completion: .file())
    var file: String

    @OptionGroup var records: PlaceOptions

    func run() async throws {
        let now = Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
        let summary = try await records.withRecords { try await $0.backup(to: file, at: now) }
        CommandOutput.write(
            "\(file): \(summary.rows.values.reduce(0, +)) rows of \(summary.rows.count) tables, "
                + "\(summary.rows["stored_file"] ?? 0) files.\n")
    }
}
