import Documents
import Kernel

/// The register of qualified workers as a CSV file: name, and where there are such columns registration number, team,
/// FTE, newly qualified, agency. In any order; read whole or refused.
package enum WorkerRegisterFile {
    package enum Wrong: Refusal {
        case notText
        case nameMissing
        case noWorkers
        case tooMany
        case line(Int, String)

        package var sentence: String {
            switch self {
            case .notText: "The file is not text in UTF-8: save it as CSV (UTF-8) and choose it again"
            case .nameMissing: "There is no column “name”: the first row must name the columns"
            case .noWorkers: "The file has headings and no worker"
            case .tooMany: "The file has more than 20,000 workers: give the register of one authority"
            case .line(let number, let what): "Line \(number): \(what)"
            }
        }

        package var field: String? { "file" }
    }

    private static let most = 20_000

    package static func read(_ bytes: [UInt8]) throws(Wrong) -> [WorkerRegister.Worker] {
        guard !bytes.contains(0), String(validating: bytes, as: UTF8.self) != nil else { throw .notText }
        let records = records(bytes)
        guard let headings = records.first else { throw .noWorkers }
        let names = headings.fields.map { NameKey.fold($0).filter { $0 != " " } }
        func column(_ known: Set<String>) -> Int? { names.firstIndex(where: known.contains) }
        guard let name = column(["name", "worker", "workername", "fullname", "socialworker"]) else {
            throw .nameMissing
        }
        let registration = column([
            "registration", "registrationnumber", "swenumber", "swe", "socialworkenglandnumber",
        ])
        let team = column(["team", "allocatedteam"])
        let fullTime = column(["fte", "wte", "fulltimeequivalent", "wholetimeequivalent"])
        let isNew = column(["newlyqualified", "nqsw", "asye"])
        let isAgency = column(["agency", "agencyworker", "isagency"])
        guard records.count <= most + 1 else { throw .tooMany }
        var workers: [WorkerRegister.Worker] = []
        for record in records.dropFirst() {
            func cell(_ column: Int?) -> String? {
                guard let column, column < record.fields.count else { return nil }
                let text = record.fields[column].trimmed
                return text.isEmpty ? nil : text
            }
            guard let called = cell(name) else { throw .line(record.line, "the name is missing") }
            workers.append(
                WorkerRegister.Worker(
                    name: called, registration: cell(registration), team: cell(team),
                    fullTime: try number(cell(fullTime), record.line),
                    isNewlyQualified: try answer(cell(isNew), record.line),
                    isAgency: try answer(cell(isAgency), record.line)))
        }
        guard !workers.isEmpty else { throw .noWorkers }
        return workers
    }

    private static func number(_ text: String?, _ line: Int) throws(Wrong) -> Double? {
        guard let text else { return nil }
        guard let value = Double(text), 0...2 ~= value else {
            throw .line(line, "“\(text.prefix(20))” is no FTE: give a number such as 0.8, or nothing")
        }
        return value
    }

    private static func answer(_ text: String?, _ line: Int) throws(Wrong) -> Bool? {
        guard let text else { return nil }
        switch text.lowercased() {
        case "yes", "y", "true", "1": return true
        case "no", "n", "false", "0": return false
        default: throw .line(line, "“\(text.prefix(20))” is neither yes nor no")
        }
    }

    private struct Record {
        let line: Int
        var fields: [String] = []
    }

    private static func records(_ bytes: [UInt8]) -> [Record] {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let first = bytes.prefix { $0 != 0x0A }
        let delimiter = [UInt8(0x2C), 0x3B, 0x09].max { one, other in
            first.count { $0 == one } < first.count { $0 == other }
        }
        return bytes.withUnsafeBytes { buffer in
            var tokens = CSVTokens(
                buffer, delimiter: delimiter ?? 0x2C, from: bytes.starts(with: mark) ? mark.count : 0)
            var found: [Record] = []
            var record = Record(line: 1)
            // The tokens count line ends inside quoted fields: each record is one line more.
            while let field = tokens.next(), found.count <= most + 1 {
                let text = String(decoding: buffer[field.start..<field.end], as: UTF8.self)
                record.fields.append(field.hasDoubledQuotes ? text.replacing("\"\"", with: "\"") : text)
                guard field.endsRecord else { continue }
                let line = record.line
                if record.fields.contains(where: { !$0.trimmed.isEmpty }) { found.append(record) }
                record = Record(line: line + 1)
            }
            return found
        }
    }
}
