import CXLSXWriter
import Glibc
package import Kernel

/// An Excel workbook being written, through libxlsxwriter.
package struct WorkbookFile {
    package enum Failure: Error { case notWritten }

    /// Excel's own limit is 32,767 characters in a cell.
    fileprivate static let longestCell = 32_000

    package enum Style {
        case heading, words
    }

    private let book: UnsafeMutablePointer<lxw_workbook>
    fileprivate let heading: UnsafeMutablePointer<lxw_format>?
    fileprivate let words: UnsafeMutablePointer<lxw_format>?
    fileprivate let date: UnsafeMutablePointer<lxw_format>?
    fileprivate let moment: UnsafeMutablePointer<lxw_format>?
    fileprivate let number: UnsafeMutablePointer<lxw_format>?
    fileprivate let percent: UnsafeMutablePointer<lxw_format>?

    /// The bytes of a workbook that `write` fills.
    ///
    /// It says that it was made on `day`, so that the same contents give the same bytes; nil says now.
    package static func bytes(
        title: String, on day: Day? = nil, _ write: (WorkbookFile) throws -> Void
    ) throws -> [UInt8] {
        var path = Array("\(folder)/plumbline-XXXXXX".utf8CString)
        let descriptor = mkstemp(&path)
        guard descriptor >= 0 else { throw Failure.notWritten }
        defer {
            close(descriptor)
            unlink(path)
        }
        guard let book = workbook_new(path) else { throw Failure.notWritten }
        let file = WorkbookFile(book)
        file.properties(title, day)
        do { try write(file) } catch {
            workbook_close(book)
            throw error
        }
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
        moment = format("d mmm yyyy hh:mm")
        number = format("#,##0.##########")
        percent = format("0%")
        for format in [date, moment] { format_set_align(format, UInt8(LXW_ALIGN_LEFT.rawValue)) }
    }

    private func properties(_ title: String, _ day: Day?) {
        let title = strdup(title)
        let author = strdup("Plumbline")
        defer {
            free(title)
            free(author)
        }
        var properties = lxw_doc_properties()
        properties.title = title
        properties.author = author
        if let day { properties.created = time_t(day.number) * 86_400 }
        workbook_set_properties(book, &properties)
    }

    /// A new sheet; nil where the library will not have the name.
    package func sheet(_ name: String) -> WorkbookSheet? {
        workbook_add_worksheet(book, name).map { WorkbookSheet(sheet: $0, book: self) }
    }
}

/// One sheet of it, written cell by cell.
package struct WorkbookSheet {
    fileprivate let sheet: UnsafeMutablePointer<lxw_worksheet>
    fileprivate let book: WorkbookFile

    /// Writes words; text longer than Excel holds is cut, and says so.
    package func write(_ text: String, row: Int, column: Int, _ style: WorkbookFile.Style = .words) {
        let format = style == .heading ? book.heading : book.words
        guard !text.isEmpty else {
            worksheet_write_blank(sheet, UInt32(row), UInt16(column), format)
            return
        }
        var text = text
        if text.utf16.count > WorkbookFile.longestCell {
            text =
                String(text.prefix(WorkbookFile.longestCell / 2))
                + "\n(cut: a cell of Excel holds no more; the Word file has the whole)"
        }
        worksheet_write_string(sheet, UInt32(row), UInt16(column), text, format)
    }

    /// A true date; one before 1900, which Excel cannot hold, as words.
    package func write(_ day: Day, row: Int, column: Int, minutes: Int? = nil) {
        guard day.civil.year >= 1900 else { return write(day.short, row: row, column: column) }
        var time = lxw_datetime()
        time.year = Int32(day.civil.year)
        time.month = Int32(day.civil.month)
        time.day = Int32(day.civil.day)
        time.hour = Int32((minutes ?? 0) / 60)
        time.min = Int32((minutes ?? 0) % 60)
        let format = minutes == nil ? book.date : book.moment
        worksheet_write_datetime(sheet, UInt32(row), UInt16(column), &time, format)
    }

    /// A number; a share is given from 0 to 1 and shown as so many per cent.
    package func write(_ value: Double, row: Int, column: Int, isShare: Bool = false) {
        guard value.isFinite else { return write("\(value)", row: row, column: column) }
        worksheet_write_number(
            sheet, UInt32(row), UInt16(column), value, isShare ? book.percent : book.number)
    }

    package func width(_ width: Double, ofColumn column: Int) {
        worksheet_set_column(sheet, UInt16(column), UInt16(column), max(8, width * 1.3), nil)
    }

    /// A4 landscape, one page wide, with a foot; where `header` says how many rows, the last of these repeats on
    /// every page, stays on the screen and carries the filter.
    package func printed(foot: String, header: Int?, rows: Int, columns: Int) {
        worksheet_set_landscape(sheet)
        worksheet_set_paper(sheet, 9)
        worksheet_fit_to_pages(sheet, 1, 0)
        // Excel takes at most 255 characters, and reads & as the beginning of a sign.
        let words = foot.prefix(180).replacing("&", with: "&&")
        worksheet_set_footer(sheet, "&L\(words)&RPage &P of &N")
        guard let header else { return }
        worksheet_freeze_panes(sheet, UInt32(header), 0)
        worksheet_repeat_rows(sheet, UInt32(header - 1), UInt32(header - 1))
        if rows > header, columns > 0 {
            worksheet_autofilter(
                sheet, UInt32(header - 1), 0, UInt32(rows - 1), UInt16(columns - 1))
        }
    }
}
