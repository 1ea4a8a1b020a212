import Kernel

/// A small file of separated values that a form was given: headings and records, trimmed, each with its line.
///
/// Takes UTF-8, UTF-16 and Windows-1252; comma, semicolon, tab or pipe; quoted line ends; Excel's `sep=;`. Records
/// that hold nothing are left out. For large returns there are `ReturnFormats/CSVColumns`.
package struct CSVRecords: Sendable {
    package struct Record: Hashable, Sendable {
        /// The line of the file where the record begins, from 1.
        package let line: Int
        package let fields: [String]

        /// The field in that column; empty where the record ends before it or the file has no such column.
        package func cell(_ column: Int?) -> String {
            guard let column, column < fields.count else { return "" }
            return fields[column]
        }
    }

    /// As the file writes them.
    package let headings: [String]
    /// The same as a record: for a file that may have none.
    package let first: Record
    package let records: [Record]
    private let keys: [String]

    /// The first column whose heading, folded by `NameKey` and without spaces, is one of those.
    package func column(_ known: Set<String>) -> Int? { keys.firstIndex(where: known.contains) }

    /// Throws `Unreadable` where the bytes are no text, hold no record, or more than `most` below the headings.
    package static func read(_ bytes: [UInt8], most: Int) throws(Unreadable) -> CSVRecords {
        let decoded = try Encoding.decode(bytes, limits: ReadingLimits())
        guard !decoded.bytes.contains(0) else {
            throw Unreadable(
                .notWhatItsNameSays, "This is not plain text: save it as CSV (UTF-8) and choose it again.")
        }
        let found = decoded.bytes.withUnsafeBytes { records($0, most: most + 1) }
        guard found.count <= most + 1 else {
            throw Unreadable(.tooLarge, "The file has more than \(most) rows: send it in parts.")
        }
        guard let headings = found.first else {
            throw Unreadable(.empty, "The file is empty: choose a CSV file with a row of headings.")
        }
        return CSVRecords(
            headings: headings.fields, first: headings, records: Array(found.dropFirst()),
            keys: headings.fields.map { NameKey.fold($0).filter { $0 != " " } })
    }

    private static func records(_ bytes: UnsafeRawBufferPointer, most: Int) -> [Record] {
        let dialect = CSVDialect.find(bytes)
        let before = dialect.start > 0 ? 1 : 0
        var tokens = CSVTokens(bytes, delimiter: dialect.delimiter, from: dialect.start)
        var found: [Record] = []
        var (fields, line) = ([String](), before + 1)
        while let field = tokens.next(), found.count <= most {
            var text = String(decoding: bytes[field.start..<field.end], as: UTF8.self)
            if field.hasDoubledQuotes { text = text.replacing("\"\"", with: "\"") }
            // Our own files put an apostrophe before what a spreadsheet would take for a formula.
            if text.hasPrefix("'"), let second = text.dropFirst().first, "=+-@".contains(second) {
                text.removeFirst()
            }
            fields.append(trimmed(text))
            guard field.endsRecord else { continue }
            if fields.contains(where: { !$0.isEmpty }) { found.append(Record(line: line, fields: fields)) }
            (fields, line) = ([], tokens.line + before)
        }
        return found
    }

    private static func trimmed(_ text: String) -> String {
        var scalars = text.unicodeScalars[...]
        while let first = scalars.first, first.properties.isWhitespace || first == "\u{FEFF}" {
            scalars.removeFirst()
        }
        while scalars.last?.properties.isWhitespace == true { scalars.removeLast() }
        return String(scalars)
    }
}
