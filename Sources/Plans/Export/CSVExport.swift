import Kernel
import PlanReading

/// The actions as lines of comma-separated values, with the byte order mark that Excel asks for.
enum CSVExport {
    static func bytes(_ pages: ExportPages) -> [UInt8] {
        var text = "\u{FEFF}"
        guard let table = pages.tables.first(where: { $0.part == .plan }) else { return Array(text.utf8) }
        text += CSV.row(table.columns.map(\.words))
        for row in table.rows { text += CSV.row(row.map { guarded($0.lines.joined(separator: "\n")) }) }
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
