import CXLSXWriter
import Glibc
import Kernel
import PlanReading

/// A plan as a workbook: a sheet of actions that can be sorted and filtered, and a sheet for each other part.
struct WorkbookExport {
    enum Failure: Error { case notWritten }

    /// Excel's own limit is 32,767 characters in a cell.
    private static let longestCell = 32_000

    static func bytes(_ pages: ExportPages) throws -> [UInt8] {
        var path = Array("\(folder)/plumbline-XXXXXX".utf8CString)
        let descriptor = mkstemp(&path)
        guard descriptor >= 0 else { throw Failure.notWritten }
        defer {
            close(descriptor)
            unlink(path)
        }
        guard let book = workbook_new(path) else { throw Failure.notWritten }
        let writer = WorkbookExport(book)
        writer.properties(pages)
        for table in pages.tables { writer.write(table, pages) }
        guard workbook_close(book) == LXW_NO_ERROR else { throw Failure.notWritten }
        return try contents(path)
    }

    private static var folder: String { getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp" }

    /// The library writes to the name, not to the open file.
    private static func contents(_ path: [CChar]) throws -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Failure.notWritten }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw Failure.notWritten }
            if count == 0 { return bytes }
            bytes += buffer[0..<count]
        }
    }

    private let book: UnsafeMutablePointer<lxw_workbook>
    private let heading: UnsafeMutablePointer<lxw_format>?
    private let words: UnsafeMutablePointer<lxw_format>?
    private let date: UnsafeMutablePointer<lxw_format>?
    private let number: UnsafeMutablePointer<lxw_format>?

    private init(_ book: UnsafeMutablePointer<lxw_workbook>) {
        self.book = book
        func format(_ code: String?) -> UnsafeMutablePointer<lxw_format>? {
            let format = workbook_add_format(book)
            format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
            if let code { format_set_num_format(format, code) } else { format_set_text_wrap(format) }
            format_set_border(format, UInt8(LXW_BORDER_HAIR.rawValue))
            return format
        }
        heading = format(nil)
        format_set_bold(heading)
        format_set_bg_color(heading, 0xE4E9EC)
        words = format(nil)
        date = format("d mmm yyyy")
        format_set_align(date, UInt8(LXW_ALIGN_LEFT.rawValue))
        number = format("#,##0.##########")
    }

    private func properties(_ pages: ExportPages) {
        let title = strdup(pages.title ?? "Improvement plan")
        let author = strdup("Plumbline")
        defer {
            free(title)
            free(author)
        }
        var properties = lxw_doc_properties()
        properties.title = title
        properties.author = author
        workbook_set_properties(book, &properties)
    }

    private func write(_ table: ExportTable, _ pages: ExportPages) {
        guard let sheet = workbook_add_worksheet(book, table.part.sheet) else { return }
        let isFacts = table.part == .about
        var line: UInt32 = 0
        if !isFacts {
            for (column, entry) in table.columns.enumerated() {
                worksheet_write_string(sheet, 0, UInt16(column), entry.words, heading)
            }
            line = 1
        }
        for row in table.rows {
            for (column, cell) in row.enumerated() {
                write(
                    cell, sheet, line, UInt16(column), isFacts && column == 0 ? heading : words,
                    isNumber: table.columns[column].heading.isNumber)
            }
            line += 1
        }
        if isFacts, let note = pages.note {
            worksheet_write_string(sheet, line, 0, "Shown", heading)
            worksheet_write_string(sheet, line, 1, note, words)
        }
        for (column, entry) in table.columns.enumerated() {
            worksheet_set_column(sheet, UInt16(column), UInt16(column), max(8, entry.width * 1.3), nil)
        }
        printed(sheet, table, rows: line, pages)
    }

    private func write(
        _ cell: ExportTable.Cell, _ sheet: UnsafeMutablePointer<lxw_worksheet>, _ row: UInt32,
        _ column: UInt16, _ format: UnsafeMutablePointer<lxw_format>?, isNumber: Bool
    ) {
        switch cell.value {
        case .day(let day)? where day.civil.year >= 1900:
            var time = lxw_datetime()
            time.year = Int32(day.civil.year)
            time.month = Int32(day.civil.month)
            time.day = Int32(day.civil.day)
            worksheet_write_datetime(sheet, row, column, &time, date)
        case .number(let value)?: worksheet_write_number(sheet, row, column, value, number)
        default:
            var text = cell.lines.joined(separator: "\n")
            if text.utf16.count > WorkbookExport.longestCell {
                text =
                    String(text.prefix(WorkbookExport.longestCell / 2))
                    + "\n(cut: a cell of Excel holds no more; the Word file has the whole)"
            }
            if text.isEmpty {
                worksheet_write_blank(sheet, row, column, format)
            } else {
                worksheet_write_string(sheet, row, column, text, format)
            }
        }
    }

    /// Landscape, one page wide, the header row on every page, frozen on the screen.
    private func printed(
        _ sheet: UnsafeMutablePointer<lxw_worksheet>, _ table: ExportTable, rows: UInt32,
        _ pages: ExportPages
    ) {
        worksheet_set_landscape(sheet)
        worksheet_set_paper(sheet, 9)
        worksheet_fit_to_pages(sheet, 1, 0)
        worksheet_set_footer(sheet, "&L&F&RPage &P of &N")
        guard table.part != .about else { return }
        worksheet_freeze_panes(sheet, 1, 0)
        worksheet_repeat_rows(sheet, 0, 0)
        if rows > 1, !table.columns.isEmpty {
            worksheet_autofilter(sheet, 0, 0, rows - 1, UInt16(table.columns.count - 1))
        }
    }
}
