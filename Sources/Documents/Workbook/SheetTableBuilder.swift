import Kernel

/// Lays the cells of one table of a sheet into a grid: hidden columns and blank rows out, merged cells as
/// spans.
struct SheetTableBuilder {
    private let rows: [SheetLayout.SheetRow]
    private let sheet: Sheet
    private let merges: [Int: [CellArea]]
    private let name: String
    private let number: Int
    /// The sheet's columns that the grid shows, in order.
    private let columns: [Int]
    /// Cells that hold nothing are listed too.
    private let isDense: Bool

    init(
        _ table: SheetTable, _ sheet: Sheet, _ merges: [Int: [CellArea]], named name: String,
        _ workbook: WorkbookContext
    ) {
        rows = table.rows
        self.sheet = sheet
        self.merges = merges
        self.name = name
        number = workbook.nextTableNumber()
        columns = table.columns.filter { !sheet.isHidden(column: $0) }
        isDense = workbook.takePlaces(rows.count * columns.count)
    }

    func build() -> Table {
        var fills: [Int: [Int: String]] = [:]
        let numbers = Set(rows.map(\.number))
        for cell in sheet.filled where numbers.contains(cell.row) {
            fills[cell.row, default: [:]][cell.column] = cell.fill
        }
        let positions = [Int: Int](uniqueKeysWithValues: columns.enumerated().map { ($0.element, $0.offset) })
        // For each grid column the row (counted in the table) from which it is free again.
        var free = [Int](repeating: 0, count: columns.count)
        var result: [Table.Row] = []
        for (index, row) in rows.enumerated() {
            let place = Place(sheet: name, table: number, row: row.number)
            var cells: [Table.Cell] = []
            let areas = areas(of: row.number)
            let held = [Int: SheetCell](
                row.cells.map { ($0.column, $0) }, uniquingKeysWith: { first, _ in first })
            let tints = fills[row.number] ?? [:]
            let places = isDense ? Array(columns.indices) : row.cells.compactMap { positions[$0.column] }
            var next = 0
            for column in places where column >= next && free[column] <= index {
                let area = areas[column]
                let source = area?.columns.lowerBound ?? columns[column]
                var cell = Table.Cell(column: column, paragraphs: [], place: place)
                cell.place.column = column + 1
                if let area {
                    cell.columnSpan = columns.partitioningIndex { $0 > area.columns.upperBound } - column
                    cell.rowSpan = rows.partitioningIndex { $0.number > area.rows.upperBound } - index
                }
                let held = held[source]
                cell.fill = held?.fill ?? tints[source]
                cell.value = held?.value
                cell.paragraphs = (held?.lines ?? []).map { Paragraph($0, place: cell.place) }
                for covered in column..<column + cell.columnSpan { free[covered] = index + cell.rowSpan }
                next = column + cell.columnSpan
                cells.append(cell)
            }
            result.append(Table.Row(cells: cells, isHeader: isHeader(row.number), place: place))
        }
        let place = Place(sheet: name, table: number, row: rows.first?.number)
        return Table(rows: result, columnCount: columns.count, place: place)
    }

    /// The merged areas that begin in that row, by the first column of the grid that they cover.
    private func areas(of row: Int) -> [Int: CellArea] {
        var found: [Int: CellArea] = [:]
        for area in merges[row] ?? [] {
            let column = columns.partitioningIndex { $0 >= area.columns.lowerBound }
            if column < columns.count, area.columns.contains(columns[column]), found[column] == nil {
                found[column] = area
            }
        }
        return found
    }

    /// A named table's header rows, or rows that are printed on every page, at the head of the table.
    private func isHeader(_ row: Int) -> Bool {
        if sheet.namedTables.contains(where: {
            row >= $0.area.rows.lowerBound && row < $0.area.rows.lowerBound + $0.headerRows
        }) {
            return true
        }
        return sheet.repeatedRows?.contains(row) ?? false
    }
}
