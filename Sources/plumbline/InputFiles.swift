import ReturnFormats

/// The files of one return that a command was given: files, or one folder of them.
enum InputFiles {
    /// Reads them, or ends the command with one sentence: status 66 where there is no such file.
    static func read(_ paths: [String]) throws -> (files: [ReturnSource], name: String) {
        let files = try paths.flatMap { try InputReturn.sources($0) }.map {
            ReturnSource(name: lastPart($0.name), bytes: $0.bytes)
        }
        return (files, paths.map(lastPart).joined(separator: ", "))
    }

    private static func lastPart(_ path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }
}
