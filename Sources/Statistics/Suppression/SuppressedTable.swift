/// A table of counts with the totals of its rows and columns, and what of it must not be shown.
package struct SuppressedTable: Sendable {
    /// One figure, ready to print.
    package enum Cell: Hashable, Sendable, CustomStringConvertible {
        case shown(Int)
        case hidden

        /// The figure, or `c` as the DfE prints one that is withheld.
        package var description: String {
            switch self {
            case .shown(let count): String(count)
            case .hidden: "c"
            }
        }
    }

    /// A row for each row given and one of totals; each has a last cell for its own total.
    package let rows: [[Cell]]

    /// Nil where rows differ in length, there is none, or a count is negative.
    package init?(_ counts: [[Int]]) {
        guard let width = counts.first?.count, width > 0, counts.allSatisfy({ $0.count == width }) else {
            return nil
        }
        let full = counts.map { $0 + [$0.reduce(0, +)] }
        let totals = (0...width).map { column in full.reduce(0) { $0 + $1[column] } }
        let figures = full.flatMap(\.self) + totals
        func position(_ row: Int, _ column: Int) -> Int { row * (width + 1) + column }
        let across = (0...counts.count).map { row in
            Suppression.Sum(total: position(row, width), parts: (0..<width).map { position(row, $0) })
        }
        let down = (0...width).map { column in
            Suppression.Sum(
                total: position(counts.count, column), parts: counts.indices.map { position($0, column) })
        }
        guard let hidden = Suppression(figures, sums: across + down)?.hidden else { return nil }
        rows = (0...counts.count).map { row in
            (0...width).map { column in
                let at = position(row, column)
                return hidden[at] ? .hidden : .shown(figures[at])
            }
        }
    }
}
