import Kernel
import PlanReading

/// The actions as lines of comma-separated values, with the byte order mark that Excel asks for.
enum CSVExport {
    /// `standing` holds a line more for the headings, and one for each row; nil where it is not asked for.
    static func bytes(_ pages: ExportPages, _ standing: [[String]]? = nil) -> [UInt8] {
        var text = "\u{FEFF}"
        guard let table = pages.tables.first(where: { $0.part == .plan }) else { return Array(text.utf8) }
        func beside(_ row: Int) -> [String] {
            standing.map { $0.indices.contains(row) ? $0[row].map(guarded) : [] } ?? []
        }
        text += CSV.row(table.columns.map(\.words) + beside(0))
        for (index, row) in table.rows.enumerated() {
            text += CSV.row(row.map { guarded($0.lines.joined(separator: "\n")) } + beside(index + 1))
        }
        if let note = pages.note { text += CSV.row([guarded(note)]) }
        return Array(text.utf8)
    }

    /// A value that a spreadsheet would take for a formula gets an apostrophe before it, and so does one that
    /// has apostrophes of its own before such a sign: reading takes one off again.
    private static func guarded(_ value: String) -> String {
        guard let first = value.drop(while: { $0 == "'" }).first, "=+-@".contains(first) else { return value }
        return "'" + value
    }
}
