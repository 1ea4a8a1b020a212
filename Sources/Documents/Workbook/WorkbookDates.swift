package import Kernel

/// What a workbook's numbers have to do with dates, for readers that take cells as they stand.
package enum WorkbookDates {
    /// Whether a number format shows a day, a month or a year; a format of times alone does not.
    package static func isDate(_ code: String) -> Bool {
        if case .date(let parts) = NumberFormat(code).kind { parts.isDate } else { false }
    }

    /// The same of a format that a file names by number alone.
    package static func isDate(builtIn id: Int) -> Bool { isDate(NumberFormat.builtIn(id)) }

    /// Nil for what is no day; times of day are dropped.
    package static func day(_ serial: Double, from1904: Bool) -> Day? {
        SerialDate.day(serial, from1904 ? .from1904 : .from1900)
    }
}
