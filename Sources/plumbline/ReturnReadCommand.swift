import ArgumentParser
import Kernel
import ReturnFormats

/// `plumbline return read FILE|FOLDER`: what was understood of a file of child-level data. Nothing that is about a child.
struct ReturnReadCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "read",
        abstract: "Print what a file of child-level data holds, as far as it was understood.",
        discussion: """
            Reads Annex A (a workbook, or a folder or .zip of CSV files) and the children in need census (XML). Prints \
            what each part of the file was taken for, how many rows it has, and what could not be read. Never prints a \
            reference or anything else about a child.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

    @Argument(help: "The file, or the folder.", completion: .file())
    var file: String

    @Option(help: "How to print what was understood.")
    var format = Format.text

    func run() throws {
        let input = try InputReturn.read(file)
        switch (input, format) {
        case (.census(let census), .json):
            CommandOutput.write(CensusOutline.json(census).text(pretty: true) + "\n")
        case (.census(let census), .text): CommandOutput.write(CensusOutline.text(census))
        case (.annexA(let reading), .json):
            CommandOutput.write(AnnexAOutline.json(reading).text(pretty: true) + "\n")
        case (.annexA(let reading), .text): CommandOutput.write(AnnexAOutline.text(reading))
        }
    }
}
