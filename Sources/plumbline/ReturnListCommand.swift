import App
import ArgumentParser
import Kernel
import Returns

/// `plumbline return list`: every vintage, the withdrawn ones too.
struct ReturnListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the returns that were loaded, latest date first.")

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

    @Option(help: "How to print the list.")
    var format = Format.text

    @OptionGroup var records: PlaceOptions
    @OptionGroup var whose: WhoseOptions
    @OptionGroup var key: KeyOptions

    func run() async throws {
        let vintages = try await whose.run(records, key) { try await $0.list(for: $1) }
        switch format {
        case .json:
            CommandOutput.write(
                JSON.object([JSON.Member("files", .array(vintages.map(json)))]).text(pretty: true) + "\n")
        case .text:
            if vintages.isEmpty { CommandOutput.write("No return has been loaded yet.\n") }
            for vintage in vintages {
                CommandOutput.write(
                    "\(vintage.id)  \(vintage.asAt)  \(vintage.kind.words), \(counted(vintage.rows, "row")), "
                        + "loaded \(vintage.loadedAt.inLondon.day.long): \(standing(vintage))\n")
            }
        }
    }

    private func standing(_ vintage: ReturnVintage) -> String {
        if let withdrawal = vintage.withdrawal { return "withdrawn, \(withdrawal.reason)" }
        return vintage.counts ? "counts" : "a later vintage counts"
    }

    private func json(_ vintage: ReturnVintage) -> JSON {
        [
            "id": .string(vintage.id.description), "kind": .string(vintage.kind.rawValue),
            "asAt": .string(vintage.asAt.description), "loadedAt": .string(vintage.loadedAt.description),
            "name": .string(vintage.name), "rows": .integer(Int64(vintage.rows)),
            "children": .integer(Int64(vintage.children)), "counts": .bool(vintage.counts),
            "withdrawn": vintage.withdrawal.map {
                ["at": .string($0.at.description), "reason": .string($0.reason)]
            } ?? .null,
        ]
    }
}
