/// Counts what a document's tables hold against the limits, so that no file can ask for more than a plan needs.
struct CellBudget {
    private let limits: ReadingLimits
    private var filled = 0
    private var empty = 0
    private var rows = 0

    init(_ limits: ReadingLimits) { self.limits = limits }

    /// Counts a cell. False for an empty one past the limit: it is left out, as if its row were ragged.
    mutating func admit(isEmpty: Bool) throws(Unreadable) -> Bool {
        if isEmpty {
            empty += 1
            return empty <= limits.cells
        }
        filled += 1
        guard filled <= limits.cells else { throw .tooManyCells(limits) }
        return true
    }

    mutating func admitRow() throws(Unreadable) {
        rows += 1
        guard rows <= limits.cells else { throw .tooManyCells(limits) }
    }
}
