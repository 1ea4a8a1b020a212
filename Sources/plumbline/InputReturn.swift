import ArgumentParser
import ReturnFormats

/// The file of child-level data that a command was given.
enum InputReturn {
    case census(CINReturn)

    /// Reads it, or ends the command with one sentence: status 66 where there is no such file, 65 where it cannot
    /// be used.
    static func read(_ path: String) throws -> InputReturn {
        let bytes = try InputDocument.bytes(path, most: CINReader.mostBytes + 1)
        do throws(UnusableFile) {
            return .census(try CINReader.read(bytes))
        } catch {
            throw CommandOutput.fail("Plumbline cannot use \(path). \(error.sentence)", status: 65)
        }
    }
}
