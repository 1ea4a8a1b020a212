import App
import ArgumentParser
import Kernel
import Returns

/// `plumbline return withdraw ID --reason WHY`: takes a loaded file back; it stays listed.
struct ReturnWithdrawCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw", abstract: "Take a loaded return back; figures fall back to the one before.")

    @Argument(help: "The file, as plumbline return list names it.")
    var file: String

    @Option(help: "Why; it is kept and shown.")
    var reason: String

    @OptionGroup var records: PlaceOptions
    @OptionGroup var whose: WhoseOptions
    @OptionGroup var key: KeyOptions

    func run() async throws {
        let vintage = try await whose.run(records, key) {
            try await $0.withdraw(file, because: reason, for: $1)
        }
        CommandOutput.write(
            "\(vintage.kind.words) as at \(vintage.asAt.long) is withdrawn and stays listed.\n")
    }
}
