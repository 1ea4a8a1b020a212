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
        case empty
        case notText
        case tooLarge
        case columnMissing(String)
        case noLines

        package var sentence: String {
            switch self {
            case .empty: "The file is empty: choose a CSV file with a row of headings"
            case .notText: "The file is not text in UTF-8: save it as CSV (UTF-8) and send it again"
            case .tooLarge: "The file has more than 200,000 rows: send it in parts"
            case .columnMissing(let name):
                "There is no column “\(name)”: the first row must name period, unit, question and value"
            case .noLines: "The file has headings and no figures"
            }
        }
        package var field: String? { "file" }
    }

    private static let mostLines = 200_000

    package static func read(_ bytes: [UInt8]) throws(Wrong) -> LocalFile {
        guard !bytes.isEmpty else { throw .empty }
        guard !bytes.contains(0), String(validating: bytes, as: UTF8.self) != nil else { throw .notText }
        var records = records(bytes)
        guard let headings = records.first, records.count <= mostLines else {
            throw records.isEmpty ? .empty : .tooLarge
        }
        let names = headings.fields.map {
            $0.lowercased().filter { $0 != "\u{FEFF}" && $0 != "_" && $0 != " " }
        }
        func column(_ known: String...) -> Int? { names.firstIndex { known.contains($0) } }
        guard let period = column("period", "periodend", "date") else { throw .columnMissing("period") }
        guard let unit = column("unit", "team", "area") else { throw .columnMissing("unit") }
        guard let question = column("question") else { throw .columnMissing("question") }
        let value = column("value", "count")
        let numerator = column("numerator")
        let base = column("denominator", "base")
        guard value != nil || numerator != nil else { throw .columnMissing("value") }
        let (local, sent) = (column("return"), column("sent", "senton", "received"))
        let (note, reason) = (column("note"), column("reason"))
        records.removeFirst()
        let lines = records.map { record in
            func cell(_ column: Int?) -> String {
                column.flatMap { $0 < record.fields.count ? record.fields[$0].trimmed : nil } ?? ""
            }
            let count = cell(numerator)
            return Line(
                number: record.line, local: cell(local), period: cell(period), unit: cell(unit),
                question: cell(question), value: count.isEmpty ? cell(value) : count, base: cell(base),
                sent: cell(sent), note: cell(note), reason: cell(reason))
        }
        guard !lines.isEmpty else { throw .noLines }
        return LocalFile(lines: lines)
    }

    private struct Record {
        let line: Int
        var fields: [String] = []
    }

    /// Rows that hold something; comma, semicolon or tab, whichever the first row uses most.
    private static func records(_ bytes: [UInt8]) -> [Record] {
        let first = bytes.prefix { $0 != 0x0A }
        let delimiter = [UInt8(0x2C), 0x3B, 0x09].max { one, other in
            first.count { $0 == one } < first.count { $0 == other }
        }
        return bytes.withUnsafeBytes { buffer in
            var tokens = CSVTokens(buffer, delimiter: delimiter ?? 0x2C)
            var found: [Record] = []
            var record = Record(line: 1)
            while let field = tokens.next() {
                var text = String(decoding: buffer[field.start..<field.end], as: UTF8.self)
                if field.hasDoubledQuotes { text = text.replacing("\"\"", with: "\"") }
                // Our own files put an apostrophe before what a spreadsheet would take for a formula.
                if text.hasPrefix("'"), let second = text.dropFirst().first, "=+-@".contains(second) {
                    text.removeFirst()
                }
                record.fields.append(text)
                if field.endsRecord {
                    if record.fields.contains(where: { !$0.trimmed.isEmpty }) { found.append(record) }
                    record = Record(line: tokens.line)
                    if found.count > mostLines { return found }
                }
            }
            if record.fields.contains(where: { !$0.trimmed.isEmpty }) { found.append(record) }
            return found
        }
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
