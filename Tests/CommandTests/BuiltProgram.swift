import Foundation
import Programs

/// `plumbline`, which is built beside the tests, and a folder for its files.
struct BuiltProgram {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "command-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    func remove() { try? FileManager.default.removeItem(at: folder) }

    func write(_ name: String, _ text: String) throws {
        try Data(text.utf8).write(to: folder.appending(path: name))
    }

    /// Runs it in its folder: the exit status, and what it printed, with what it said of errors where asked.
    func run(_ arguments: String..., withErrors: Bool = false) throws -> (status: Int32, text: String) {
        let own = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        let beside = URL(filePath: own.hasSuffix(".xctest") ? own : CommandLine.arguments[0])
        let program = beside.deletingLastPathComponent().appending(path: "plumbline").path
        let limits = OutsideProgram.Limits(
            until: .now + .seconds(120), seconds: 60, memory: .data(megabytes: 2048), outputBytes: 16 << 20)
        let outcome = try OutsideProgram(name: "env", package: "coreutils").run(
            ["-C", folder.path, program] + arguments, in: folder.path, limits: limits, withErrors: withErrors)
        return (outcome.status, String(decoding: outcome.output, as: UTF8.self))
    }
}
