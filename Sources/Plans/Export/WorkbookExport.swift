import Kernel
import PlanReading
import Sheets

/// A plan as a workbook: a sheet of actions that can be sorted and filtered, and a sheet for each other part.
enum WorkbookExport {
    static func bytes(_ pages: ExportPages) throws -> [UInt8] {
        try WorkbookFile.bytes(title: pages.title ?? "Improvement plan", on: pages.day) { book in
            for table in pages.tables {
                if let sheet = book.sheet(table.part.sheet) { write(table, sheet, pages) }
            }
        }
    }

    private static func write(_ table: ExportTable, _ sheet: WorkbookSheet, _ pages: ExportPages) {
        let isFacts = table.part == .about
        var line = 0
        if !isFacts {
            for (column, entry) in table.columns.enumerated() {
                sheet.write(entry.words, row: 0, column: column, .heading)
            }
            line = 1
        }
        for row in table.rows {
            for (column, cell) in row.enumerated() {
                switch cell.value {
                case .day(let day)?: sheet.write(day, row: line, column: column)
                case .number(let value)?: sheet.write(value, row: line, column: column)
                case nil:
                    sheet.write(
                        cell.lines.joined(separator: "\n"), row: line, column: column,
                        isFacts && column == 0 ? .heading : .words)
                }
            }
            line += 1
        }
        if isFacts, let note = pages.note {
            sheet.write("Shown", row: line, column: 0, .heading)
            sheet.write(note, row: line, column: 1)
        }
        for (column, entry) in table.columns.enumerated() { sheet.width(entry.width, ofColumn: column) }
        sheet.printed(
            foot: pages.title ?? "Improvement plan", header: isFacts ? nil : 1, rows: line,
            columns: table.columns.count)
    }
}
