import Documents
import Kernel
import PlanFormat

/// A plan in the interchange format, where the file that a command was given is one.
enum InputPlan {
    /// The plan, when the file is JSON; nil for any other file. Ends the command with status 65 where the JSON
    /// is no plan.
    static func interchange(_ bytes: [UInt8], named file: String) throws -> Plan? {
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        guard file.lowercased().hasSuffix(".json") || start.first(where: { $0 > 0x20 }) == 0x7B,
            bytes.count <= ReadingLimits.standard.fileBytes
        else { return nil }
        guard let json = JSON(parsing: Array(start)) else {
            if file.lowercased().hasSuffix(".json") {
                throw CommandOutput.fail("\(file) is not JSON, or is cut short.", status: 65)
            }
            return nil
        }
        do {
            return try Plan(json: json)
        } catch {
            throw CommandOutput.fail("Plumbline cannot use \(file): \(error.sentence).", status: 65)
        }
    }
}
