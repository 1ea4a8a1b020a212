import ArgumentParser
import Glibc
import ReturnFormats

/// The return that a command was given: a file, or a folder of CSV files.
enum InputReturn {
    case census(CINReturn)
    case annexA(AnnexAReading)

    /// Reads it, or ends the command with one sentence: status 66 where there is no such file, 65 where it cannot
    /// be used.
    static func read(_ path: String) throws -> InputReturn {
        let sources = try sources(path)
        do throws(UnusableFile) {
            if sources.count == 1, isXML(sources[0].bytes) {
                return .census(try CINReader.read(sources[0].bytes))
            }
            return .annexA(try AnnexAReader.read(sources))
        } catch {
            throw CommandOutput.fail("Plumbline cannot use \(path). \(error.sentence)", status: 65)
        }
    }

    /// The file, or the CSV files and workbooks of the folder in the order of their names.
    static func sources(_ path: String) throws -> [ReturnSource] {
        guard let folder = opendir(path) else {
            return [
                ReturnSource(name: path, bytes: try InputDocument.bytes(path, most: CINReader.mostBytes + 1))
            ]
        }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            let isReturn = [".csv", ".txt", ".tsv", ".xlsx"].contains { name.lowercased().hasSuffix($0) }
            if isReturn, !name.hasPrefix("."), !name.hasPrefix("~$") { names.append(name) }
        }
        guard !names.isEmpty else {
            throw CommandOutput.fail("\(path) holds neither CSV files nor a workbook (.xlsx).", status: 65)
        }
        return try names.sorted().map { name in
            ReturnSource(
                name: name,
                bytes: try InputDocument.bytes(path + "/" + name, most: ReturnLimits.standard.fileBytes + 1))
        }
    }

    /// Markup from its first letter on, in UTF-8 or UTF-16.
    private static func isXML(_ bytes: [UInt8]) -> Bool {
        bytes.prefix(64).first { ![0xEF, 0xBB, 0xBF, 0xFF, 0xFE, 0, 0x20, 9, 10, 13].contains($0) } == 0x3C
    }
}
