/// The kinds of file that a list can be taken away as, in the order in which they are offered.
package enum SheetFormat: String, CaseIterable, Sendable {
    case csv

    /// As the link says it.
    package var words: String {
        switch self {
        case .csv: "CSV"
        }
    }

    package var mediaType: String {
        switch self {
        case .csv: "text/csv; charset=utf-8"
        }
    }
}
