import Documents
import Kernel

/// Figures of local returns as a file: one row for each figure. Read whole; nothing is stored here.
///
/// Columns, in any order, by their heading: `period` (the last day of the period as 2026-10-31 or 31/10/2026; for a
/// month 2026-10 will do), `unit` (its name), `question` (its key, or its words), then `value`, or `numerator` and
/// `denominator`. A reason of a count is the question's key, a slash and the reason's code. `nothing to report` as
/// the question, without a value, is a return that says so. Besides, where wanted: `return` (key or name; a file may
/// hold several), `sent` (the day on which it came), `note`, `reason` (why it corrects what there is).
package struct LocalFile: Sendable {
    package struct Line: Sendable {
        /// The line of the file, from 1 for the headings.
        package let number: Int
        package let local: String
        package let period: String
        package let unit: String
        package let question: String
        package let value: String
        package let base: String
        package let sent: String
        package let note: String
        package let reason: String
    }

    package let lines: [Line]

    package enum Wrong: Refusal {
        case unreadable(String)
        case columnMissing(String)
        case noLines

        package var sentence: String {
            switch self {
            case .unreadable(let sentence): sentence
            case .columnMissing(let name):
                "There is no column “\(name)”: the first row must name period, unit, question and value"
            case .noLines: "The file has headings and no figures"
            }
        }
        package var field: String? { "file" }
    }

    private static let mostLines = 200_000

    package static func read(_ bytes: [UInt8]) throws(Wrong) -> LocalFile {
        let file: CSVRecords
        do throws(Unreadable) {
            file = try CSVRecords.read(bytes, most: mostLines)
        } catch {
            throw .unreadable(error.sentence)
        }
        func column(_ known: String...) -> Int? { file.column(Set(known)) }
        guard let period = column("period", "periodend", "date") else { throw .columnMissing("period") }
        guard let unit = column("unit", "team", "area") else { throw .columnMissing("unit") }
        guard let question = column("question") else { throw .columnMissing("question") }
        let value = column("value", "count")
        let numerator = column("numerator")
        let base = column("denominator", "base")
        guard value != nil || numerator != nil else { throw .columnMissing("value") }
        let (local, sent) = (column("return"), column("sent", "senton", "received"))
        let (note, reason) = (column("note"), column("reason"))
        let lines = file.records.map { record in
            let cell = record.cell
            let count = cell(numerator)
            return Line(
                number: record.line, local: cell(local), period: cell(period), unit: cell(unit),
                question: cell(question), value: count.isEmpty ? cell(value) : count, base: cell(base),
                sent: cell(sent), note: cell(note), reason: cell(reason))
        }
        guard !lines.isEmpty else { throw .noLines }
        return LocalFile(lines: lines)
    }
}

extension String {
    var trimmed: String {
        var scalars = unicodeScalars[...]
        while scalars.first?.properties.isWhitespace == true { scalars.removeFirst() }
        while scalars.last?.properties.isWhitespace == true { scalars.removeLast() }
        return String(scalars)
    }
}
