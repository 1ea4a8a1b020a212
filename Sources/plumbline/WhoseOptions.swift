import App
import ArgumentParser
import Kernel
import Returns

/// Whose returns a command is about, and on whose account it is recorded.
struct WhoseOptions: ParsableArguments {
    @Option(help: "The authority, where the records hold several.")
    var authority: String?

    @Option(help: "The email address of the account to record it under, if not the command line.")
    var account: String?

    /// Opens the records, does the work, and ends the command with one sentence where it cannot be done: status 65.
    func run<T>(
        _ records: PlaceOptions, _ key: KeyOptions,
        _ body: (ReturnCommands, ReturnCommands.Who) async throws -> T
    ) async throws -> T {
        do {
            return try await records.withRecords { database in
                let commands = ReturnCommands(
                    database: database, keyFile: key.key(for: records.place), now: .now)
                return try await body(commands, commands.who(authority: authority, account: account))
            }
        } catch let refused as ReturnCommands.Refused {
            throw CommandOutput.fail(refused.description, status: 65)
        }
    }
}
