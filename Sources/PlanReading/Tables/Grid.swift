import Documents
import Kernel

/// A table as a full grid, so that the cell at a row and column is found at once, merged or not.
struct Grid {
    let table: Table
    let rowCount: Int
    let columnCount: Int
    private let origins: [Cell]
    /// For each place of the grid the cell that covers it; -1 for none.
    private let indices: [Int32]

    struct Cell {
        var cell: Table.Cell
        var row: Int
        var text: String
    }

    /// Nil for a grid so large that it cannot be a plan.
    init?(_ table: Table) {
        self.table = table
        rowCount = table.rows.count
        let used = table.rows.lazy.flatMap(\.cells).map { $0.column + max(1, $0.columnSpan) }.max() ?? 0
        columnCount = min(used, max(table.columnCount, 1))
        guard rowCount > 0, columnCount > 0, columnCount <= 4096, rowCount <= 2_000_000 / columnCount else {
            return nil
        }
        var origins: [Cell] = []
        var indices = [Int32](repeating: -1, count: rowCount * columnCount)
        for (rowIndex, row) in table.rows.enumerated() {
            for cell in row.cells where cell.column < columnCount && cell.column >= 0 {
                let index = Int32(origins.count)
                origins.append(Cell(cell: cell, row: rowIndex, text: Grid.text(of: cell)))
                for row in rowIndex..<min(rowCount, rowIndex + max(1, cell.rowSpan)) {
                    for column in cell.column..<min(columnCount, cell.column + max(1, cell.columnSpan))
                    where indices[row * columnCount + column] < 0 {
                        indices[row * columnCount + column] = index
                    }
                }
            }
        }
        self.origins = origins
        self.indices = indices
    }

    /// The cell that covers that place, also when it begins in an earlier row or column.
    func cell(_ row: Int, _ column: Int) -> Cell? {
        let index = indices[row * columnCount + column]
        return index < 0 ? nil : origins[Int(index)]
    }

    /// Cells that begin in that row and hold words.
    func cells(in row: Int) -> [Cell] {
        var cells: [Cell] = []
        for column in 0..<columnCount {
            if let cell = cell(row, column), cell.row == row, cell.cell.column == column, !cell.text.isEmpty {
                cells.append(cell)
            }
        }
        return cells
    }

    /// All paragraphs of a cell, those of tables inside it included.
    static func paragraphs(of cell: Table.Cell) -> [Paragraph] {
        guard !cell.tables.isEmpty else { return cell.paragraphs }
        return cell.paragraphs
            + cell.tables.flatMap { $0.rows.flatMap { $0.cells.flatMap { paragraphs(of: $0) } } }
    }

    private static func text(of cell: Table.Cell) -> String {
        cell.tables.isEmpty
            ? cell.text
            : paragraphs(of: cell).map(\.text.string).filter { !$0.isEmpty }.joined(separator: "\n")
    }
}
