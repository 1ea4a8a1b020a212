import Documents
import Kernel

/// A table whose fields stand down the left, and whose actions stand side by side.
enum TransposedTable {
    /// The table turned so that its fields are columns; nil where the first column names no fields.
    static func turned(_ grid: Grid) -> Grid? {
        guard grid.columnCount >= 3, (2...40).contains(grid.rowCount), grid.columnCount <= 40 else {
            return nil
        }
        var named = 0
        for row in 0..<grid.rowCount {
            guard let first = grid.cell(row, 0), !first.text.isEmpty else { continue }
            if let match = HeaderWords.match(first.text), match.cover >= 0.6 { named += 1 }
            for cell in grid.cells(in: row).dropFirst() {
                if cell.cell.columnSpan > 1 || HeaderWords.match(cell.text).map({ $0.cover >= 0.9 }) ?? false
                {
                    return nil
                }
            }
        }
        guard named >= 2, named * 4 >= grid.rowCount * 3 else { return nil }
        var rows: [Table.Row] = []
        for column in 0..<grid.columnCount {
            var cells: [Table.Cell] = []
            for row in 0..<grid.rowCount {
                guard var cell = grid.cell(row, column)?.cell else { continue }
                (cell.column, cell.columnSpan, cell.rowSpan) = (row, 1, 1)
                cells.append(cell)
            }
            rows.append(Table.Row(cells: cells, place: cells.first?.place ?? grid.table.place))
        }
        return Grid(Table(rows: rows, columnCount: grid.rowCount, place: grid.table.place))
    }
}
