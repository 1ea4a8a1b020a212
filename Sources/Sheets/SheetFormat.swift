/// The kinds of file that a list can be taken away as, in the order in which they are offered.
package enum SheetFormat: String, CaseIterable, Sendable {
    case xlsx, csv, docx, html, pdf

    /// As the link says it.
    package var words: String {
        switch self {
        case .xlsx: "Excel"
        case .csv: "CSV"
        case .docx: "Word"
        case .html: "web page"
        case .pdf: "PDF"
        }
    }

    package var mediaType: String {
        switch self {
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case .csv: "text/csv; charset=utf-8"
        case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        case .html: "text/html; charset=utf-8"
        case .pdf: "application/pdf"
        }
    }
}
