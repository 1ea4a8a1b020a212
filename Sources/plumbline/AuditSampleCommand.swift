import ArgumentParser
import Kernel
import ReturnFormats
import Statistics

/// `plumbline audit sample --frame FILE --seed TEXT --size N|N%`: the cases drawn, in order, one a line.
struct AuditSampleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sample",
        abstract: "Print the cases that a seed draws from a frame, in order.",
        discussion: """
            The frame is a file with one id a line, or a CSV file with a heading. The cases come in the order of the \
            SHA-256 of seed|id, smallest first, so that anyone who has the frame and the seed draws the same ones. The \
            frame's hash is the SHA-256 of its ids, sorted by their bytes, each with a line end after it.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

    @Option(help: ArgumentHelp("The cases that may be drawn.", valueName: "file"), completion: .file())
    var frame: String

    @Option(help: ArgumentHelp("What decides the order.", valueName: "text"))
    var seed: String

    @Option(
        help: ArgumentHelp("How many: a number, or a percentage, rounded up.", valueName: "count|percent%"))
    var size: String

    @Option(help: ArgumentHelp("The column of the ids, by its heading.", valueName: "heading"))
    var column: String?

    @Option(help: "How to print the cases.")
    var format = Format.text

    func validate() throws {
        guard !seed.isEmpty else { throw ValidationError("--seed takes a text that is not empty.") }
        guard SampleSize(size) != nil else {
            throw ValidationError("--size takes a number from 1 up, or a percentage such as 20%.")
        }
    }

    func run() throws {
        let bytes = try InputDocument.bytes(frame)
        let file: FrameFile
        do throws(UnusableFile) {
            file = try FrameFile.read(bytes, column: column)
        } catch {
            throw CommandOutput.fail("Plumbline cannot use \(frame). \(error.sentence)", status: 65)
        }
        let population = file.ids.count
        guard let count = SampleSize(size)?.count(of: population), count <= population else {
            throw CommandOutput.fail(
                "Plumbline cannot draw \(size) cases: the frame \(frame) has \(population). Ask for no more than that.",
                status: 65)
        }
        let drawn = Array(DrawOrder(seed: seed).ordered(file.ids).prefix(count))
        switch format {
        case .text: CommandOutput.write(drawn.joined(separator: "\n") + "\n")
        case .json: CommandOutput.write(json(file, drawn).text(pretty: true) + "\n")
        }
    }

    /// The margin is in percentage points, of a share of one half; what none found would allow is one-sided, 95 %.
    private func json(_ file: FrameFile, _ drawn: [String]) -> JSON {
        let (count, population) = (drawn.count, file.ids.count)
        return [
            "frame": [
                "count": .integer(Int64(population)), "sha256": .string(FrameHash.hexadecimal(file.ids)),
                "column": .optional(file.heading),
            ],
            "seed": .string(seed), "size": .string(size), "count": .integer(Int64(count)),
            "marginPoints": .optional(SampleSize.margin(of: count, in: population).map { 100 * $0 }),
            "noneFoundAllows": .optional(Hypergeometric(found: 0, in: count, of: population)?.atMost),
            "ids": .strings(drawn),
        ]
    }
}
