import App
import ArgumentParser
import Glibc
import Kernel
import Plans

/// `plumbline plan export`: a kept plan as a file.
struct PlanExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write a kept plan as a file.",
        discussion: """
            JSON, CSV, HTML and ics go to standard output unless a file is named. Word, Excel and PDF files need \
            --output. `plan import` takes each of them back but PDF and ics; CSV holds the \
            areas and actions alone, and ics the days on which things fall due.
            """)

    @OptionGroup var records: PlaceOptions

    @Option(help: "Which plan; needed where there are several.")
    var plan: String?

    @Option(help: ArgumentHelp("How to write it.", valueName: "json|xlsx|docx|csv|html|pdf|ics"))
    var format = PlanExport.Format.json

    @Option(help: "The file to write.", completion: .file())
    var output: String?

    func validate() throws {
        if output == nil, [.docx, .xlsx, .pdf].contains(format) {
            throw ValidationError("Say with --output where the \(format.rawValue) file is to stand.")
        }
    }

    func run() async throws {
        do {
            let file = try await records.withRecords { database in
                try await PlanCommands(database: database, now: .now).export(plan, as: format)
            }
            guard let output else {
                CommandOutput.write(String(decoding: file.bytes, as: UTF8.self))
                return
            }
            guard OutputFile.write(file.bytes, to: output) else {
                throw CommandOutput.fail(
                    "Plumbline cannot write \(output): \(String(cString: strerror(errno))).", status: 73)
            }
        } catch let refused as PlanCommands.Refused {
            throw CommandOutput.fail(refused.description, status: 65)
        }
    }
}

extension PlanExport.Format: ExpressibleByArgument {}

/// A file that a command makes.
enum OutputFile {
    /// Writes it whole; false, with `errno` set, where it cannot be made or kept.
    static func write(_ bytes: [UInt8], to path: String) -> Bool {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return false }
        let isWritten = bytes.withUnsafeBytes { buffer in
            var rest = buffer
            while !rest.isEmpty {
                let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return false }
                rest = UnsafeRawBufferPointer(rebasing: rest[count...])
            }
            return fsync(descriptor) == 0 || errno == EINVAL
        }
        return close(descriptor) == 0 && isWritten
    }
}
