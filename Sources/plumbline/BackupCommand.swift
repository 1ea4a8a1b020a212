import ArgumentParser
import FoundationEssentials
import Kernel
import Returns
import Storage

/// `plumbline backup FILE`: everything as it stands at one moment, in one file, while others go on working.
struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Copy every record and file into one file, also while serving.",
        discussion:
            """
            The file is not encrypted, and only its owner can read it. An older file of the name is replaced. The key of \
            original files that are kept sealed is not in it: copy that apart.
            """
    )

    @Argument(help: "The file to write.", completion: .file())
    var file: String

    @OptionGroup var records: PlaceOptions
    @OptionGroup var key: KeyOptions

    func run() async throws {
        let now = Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
        let (summary, standing) = try await records.withRecords { database in
            (
                try await database.backup(to: file, at: now),
                try await KeyStanding.of(database, key.key(for: records.place))
            )
        }
        CommandOutput.write(
            "\(file): \(summary.rows.values.reduce(0, +)) rows of \(summary.rows.count) tables, "
                + "\(summary.rows["stored_file"] ?? 0) files.\n")
        switch standing.verdict {
        case .notNeeded: break
        case .fits:
            CommandOutput.write(
                "The key of sealed files is not in the backup: keep a copy of \(standing.path ?? "it") apart from it. "
                    + "\(standing.lost)\n")
        case .fails(let sentence):
            CommandOutput.report(
                "The key of sealed files is not in the backup, and not here. \(sentence) \(standing.lost)\n")
        }
    }
}
