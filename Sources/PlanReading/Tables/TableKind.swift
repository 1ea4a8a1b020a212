import Documents

/// What a table is that is not part of the plan, in words for a person.
enum TableKind {
    static func describe(_ grid: Grid, _ header: Header?) -> String {
        let cells = (0..<grid.rowCount).flatMap { grid.cells(in: $0) }
        if cells.isEmpty { return "an empty table" }
        let senses = header?.senses ?? []
        if isChart(grid) { return "a chart of months without words" }
        if senses.contains(.risk) { return "a list of risks" }
        if senses.contains(.version) { return "a history of versions" }
        if senses.contains(.term) { return "a list of terms" }
        if cells.contains(where: { $0.text.contains("£") || isAmount($0.text) }), grid.columnCount <= 4 {
            return "a budget"
        }
        if senses.contains(.meeting) { return "a list of meetings or pages" }
        if senses.contains(.audience) { return "training needs" }
        if senses.contains(.person) || (grid.columnCount <= 3 && isPeople(grid)) {
            return "members of a group"
        }
        if isLegend(grid) { return "a key of colours" }
        if senses.contains(.success) || senses.contains(.baseline) {
            return "a table of measures without actions"
        }
        return "a table that is not part of the plan"
    }

    /// A header that belongs to one of the tables that are never a plan.
    static func isForeign(_ header: Header, _ grid: Grid) -> Bool {
        let senses = header.senses
        if senses.contains(.version) { return true }
        if senses.contains(.risk), senses.contains(.likelihood) || !senses.contains(.action) { return true }
        if isChart(grid) { return true }
        return senses.contains(.term) && !senses.contains(.action) && header.columns.count <= 3
    }

    /// Months over the columns, and hardly a word below them.
    private static func isChart(_ grid: Grid) -> Bool {
        for row in 0..<min(3, grid.rowCount) {
            let months = grid.cells(in: row).filter { cell in
                let words = PlainWords.of(cell.text)
                return words.count <= 2 && words.first.map(CellContent.isMonth) ?? false
            }
            guard months.count >= 3 else { continue }
            let under = months.map(\.cell.column)
            var filled = 0
            for below in (row + 1)..<max(row + 1, grid.rowCount) {
                filled += under.filter { (grid.cell(below, $0)?.text.count ?? 0) > 4 }.count
            }
            return filled * 5 <= (grid.rowCount - row - 1) * under.count
        }
        return false
    }

    private static func isAmount(_ text: String) -> Bool {
        let digits = text.filter(\.isNumber)
        return digits.count >= 4 && text.contains(",")
            && text.allSatisfy { $0.isNumber || ",. £".contains($0) }
    }

    private static func isPeople(_ grid: Grid) -> Bool {
        let contents = ColumnContents.of(grid, rows: 0..<grid.rowCount)
        return contents.filter { $0.filled > 0 }.allSatisfy(\.isMostlyPeople)
    }

    private static func isLegend(_ grid: Grid) -> Bool {
        grid.columnCount <= 3
            && (0..<grid.rowCount).allSatisfy { row in
                grid.cells(in: row).first.map { CellContent.isColour($0.text) || $0.cell.fill != nil } ?? true
            }
    }
}
