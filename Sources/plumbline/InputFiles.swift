import ArgumentParser
import Glibc
import Returns

/// The files of one return that a command was given: files, or one folder of them.
enum InputFiles {
    /// Reads them, or ends the command with one sentence: status 66 where there is no such file.
    static func read(_ paths: [String]) throws -> (files: [GivenFile], name: String) {
        var files: [GivenFile] = []
        for path in paths {
            if let names = names(in: path) {
                let inside = path.hasSuffix("/") ? path : path + "/"
                files += try names.map { try file(inside + $0) }
            } else {
                files.append(try file(path))
            }
        }
        guard !files.isEmpty else {
            throw CommandOutput.fail("There is no CSV file in \(paths[0]).", status: 66)
        }
        return (files, paths.map(lastPart).joined(separator: ", "))
    }

    private static func file(_ path: String) throws -> GivenFile {
        GivenFile(name: lastPart(path), bytes: try InputDocument.bytes(path, most: 1 << 30 + 1))
    }

    private static func lastPart(_ path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }

    /// The CSV files of a folder by name; nil where the path is no folder.
    private static func names(in path: String) -> [String]? {
        guard let folder = opendir(path) else { return nil }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if !name.hasPrefix("."), name.lowercased().hasSuffix(".csv") { names.append(name) }
        }
        return names.sorted()
    }
}
