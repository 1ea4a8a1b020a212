/// A delimited file as rows of texts, each with its line: nothing is taken for a number or a day.
///
/// For files whose codes must stay as written, such as the ids of a frame. Separated by commas, semicolons, tabs or bars;
/// UTF-8, UTF-16 or Windows-1252. Texts have no space round them; the apostrophe that keeps a spreadsheet from taking a
/// text for a formula is taken off. Rows that hold nothing are left out.
package struct TextRows: Sendable {
    package struct Row: Hashable, Sendable {
        /// Of the file, from 1: where the row begins.
        package let line: Int
        package let fields: [String]

        /// The text of that column; empty where the row ends before it.
        package subscript(column: Int) -> String { column < fields.count ? fields[column] : "" }
    }

    package let rows: [Row]

    private static let mostBytes = 64 << 20
    private static let mostRows = 1_000_000

    /// At least one row, at most a million in 64 MB.
    package static func read(_ bytes: [UInt8]) throws(UnusableFile) -> TextRows {
        guard bytes.count <= mostBytes else { throw UnusableFile("It is larger than \(mostBytes >> 20) MB.") }
        let text = try PlainText.utf8(bytes)
        let rows = text.withUnsafeBytes { TextRows.rows($0) }
        guard !rows.isEmpty else { throw UnusableFile("It is empty.") }
        guard rows.count <= mostRows else { throw UnusableFile("It has more than a million rows.") }
        return TextRows(rows: rows)
    }

    private static func rows(_ bytes: UnsafeRawBufferPointer) -> [Row] {
        var source = DelimitedRows(bytes)
        var rows: [Row] = []
        while !source.isAtEnd, rows.count <= mostRows {
            let line = source.line
            source.beginRow()
            var fields: [String] = []
            var isLast = false
            while !isLast {
                let field = source.field()
                isLast = field.endsRow
                fields.append(unguarded(String(decoding: field.text, as: UTF8.self)))
            }
            if fields.contains(where: { !$0.isEmpty }) { rows.append(Row(line: line, fields: fields)) }
        }
        return rows
    }

    private static func unguarded(_ text: String) -> String {
        guard text.utf8.first == 0x27, let sign = text.utf8.dropFirst().first,
            [0x3D, 0x2B, 0x2D, 0x40].contains(sign)
        else { return text }
        return String(text.dropFirst())
    }
}
