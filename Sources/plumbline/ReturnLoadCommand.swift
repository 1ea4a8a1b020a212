import App
import ArgumentParser
import Glibc
import Kernel
import Returns

/// `plumbline return load FILE|FOLDER --as-at DATE`: keeps a return, the whole of it or nothing.
struct ReturnLoadCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "load", abstract: "Keep a return of child-level data as a vintage of its date.",
        discussion: """
            Takes Annex A (a workbook, a folder, a .zip or several files of CSV) and the CIN census (XML). No Annex A \
            says which day it shows: give it with --as-at. Nothing is stored where anything goes wrong.
            """)

    @Argument(help: "The file, the folder, or the files of one return.", completion: .file())
    var files: [String]

    @Option(help: ArgumentHelp("The day that the data stood for.", valueName: "YYYY-MM-DD"))
    var asAt: String?

    @Flag(help: "Load it although the same data is there already.")
    var again = false

    @OptionGroup var records: PlaceOptions
    @OptionGroup var whose: WhoseOptions
    @OptionGroup var key: KeyOptions

    func validate() throws {
        if let asAt, Day(asAt) == nil { throw ValidationError("--as-at takes a date such as 2026-10-31.") }
    }

    func run() async throws {
        let given = try InputFiles.read(files)
        let load = ReturnsFeature.Load(
            files: given.files, name: given.name, asAt: asAt.flatMap { Day($0) }, again: again)
        let progress = ProgressLine()
        let vintage = try await whose.run(records, key) { commands, who in
            defer { progress.end() }
            return try await commands.load(load, for: who) { progress.show(Self.words($0)) }
        }
        CommandOutput.write(
            "\(vintage.kind.words) as at \(vintage.asAt.long): \(counted(vintage.rows, "row")), "
                + "\(counted(vintage.children, "child", "children")). The file is \(vintage.id).\n")
    }

    private static func words(_ step: LoadReturn.Step) -> String {
        switch step {
        case .reading: "Reading"
        case .checking: "Checking"
        case .storing(let done, let all): "Storing, \(done) of \(counted(all, "list"))"
        case .following: "Working out what follows"
        }
    }
}

/// One line on standard error that is written over, on a terminal only.
final class ProgressLine: Sendable {
    private let isTerminal = isatty(2) == 1

    func show(_ words: String) { write("\r\u{1B}[K\(words) …") }

    func end() { write("\r\u{1B}[K") }

    private func write(_ text: String) {
        guard isTerminal else { return }
        CommandOutput.report(text)
    }
}
