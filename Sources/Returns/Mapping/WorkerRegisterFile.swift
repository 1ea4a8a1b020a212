import Documents
import Kernel

/// The register of qualified workers as a CSV file: name, and where there are such columns registration number, team,
/// FTE, newly qualified, agency. In any order; read whole or refused.
package enum WorkerRegisterFile {
    package enum Wrong: Refusal {
        case unreadable(String)
        case nameMissing
        case noWorkers
        case line(Int, String)

        package var sentence: String {
            switch self {
            case .unreadable(let sentence): sentence
            case .nameMissing: "There is no column “name”: the first row must name the columns"
            case .noWorkers: "The file has headings and no worker"
            case .line(let number, let what): "Line \(number): \(what)"
            }
        }

        package var field: String? { "file" }
    }

    private static let most = 20_000

    package static func read(_ bytes: [UInt8]) throws(Wrong) -> [WorkerRegister.Worker] {
        let file: CSVRecords
        do throws(Unreadable) {
            file = try CSVRecords.read(bytes, most: most)
        } catch {
            throw .unreadable(error.sentence)
        }
        func column(_ known: Set<String>) -> Int? { file.column(known) }
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
        var workers: [WorkerRegister.Worker] = []
        for record in file.records {
            func cell(_ column: Int?) -> String? { record.cell(column).nilIfEmpty }
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
}
