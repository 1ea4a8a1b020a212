import App
import ArgumentParser
import Glibc
import Kernel
import Returns
import Storage

/// `plumbline restore FILE`: a backup back into an empty place, on either engine.
struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Bring a backup back into an empty folder or database.",
        discussion:
            "The key of original files that were kept sealed is not in a backup: name it with --key-file.")

    @Argument(help: "The backup.", completion: .file())
    var file: String

    @OptionGroup var records: PlaceOptions
    @OptionGroup var key: KeyOptions

    func run() async throws {
        let summary = try await PlaceOptions.explained {
            try await Database.restore(file, to: records.place, migrations: App.migrations)
        }
        CommandOutput.write(
            "Restored \(summary.rows.values.reduce(0, +)) rows as they stood at \(summary.made).\n")
        try await sayKey()
        let faults = summary.journals.compactMap(\.fault)
        guard faults.isEmpty else {
            throw CommandOutput.fail(
                "The records are back, but the journal was broken before the backup: \(faults[0])", status: 1)
        }
        CommandOutput.write("The journal is whole.\n")
    }

    /// Tries the key of sealed files; asks for it on a terminal where it is not the one, and says what stays shut.
    private func sayKey() async throws {
        var standing = try await standing(of: key.key(for: records.place))
        if case .fails(let sentence) = standing.verdict, isatty(0) == 1, isatty(2) == 1 {
            CommandOutput.report(
                "\(sentence)\nWhere is the key that was kept apart from the backup? A path, or nothing to go on: "
            )
            if let path = readLine(), !path.isEmpty {
                standing = try await self.standing(of: KeyFile(path: path, place: records.place))
            }
        }
        switch standing.verdict {
        case .notNeeded: break
        case .fits:
            CommandOutput.write(
                "The key \(standing.path ?? "") opens the \(counted(standing.originals, "original file")) kept sealed.\n"
            )
        case .fails(let sentence): CommandOutput.report("\(sentence) \(standing.lost)\n")
        }
    }

    private func standing(of key: KeyFile?) async throws -> KeyStanding {
        try await records.withRecords { try await KeyStanding.of($0, key) }
    }
}
