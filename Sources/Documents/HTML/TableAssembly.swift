import Kernel

/// A table that is still being read: places cells in the grid that row and column spans leave free.
struct TableAssembly {
    let number: Int
    let place: Place
    var caption: String?
    private(set) var rows: [Table.Row] = []
    private(set) var columnCount = 0
    private var isRowOpen = false
    /// Rows that each column of the grid is still covered from above.
    private var covered: [Int] = []
    private var column = 0
    private var isHeaderRow = true
    private var rowFill: String?
    private(set) var isInHead = false
    private(set) var cell: OpenCell?

    /// A cell that is still being read.
    struct OpenCell {
        var columnSpan: Int
        var rowSpan: Int
        var fill: String?
        var isHeader: Bool
        /// In order: paragraphs, and tables inside it.
        var blocks: [Block] = []
    }

    /// A row cannot have more columns than this.
    private static let widest = 1000

    init(number: Int, place: Place) {
        self.number = number
        self.place = place
    }

    var cellPlace: Place {
        var place = place
        place.table = number
        place.row = rows.count + (isRowOpen ? 0 : 1)
        place.column = column + 1
        return place
    }

    mutating func beginHead(_ isHead: Bool) { isInHead = isHead }

    mutating func beginRow(fill: String?) {
        covered = covered.map { max(0, $0 - 1) }
        column = 0
        isHeaderRow = true
        rowFill = fill
        isRowOpen = true
        var place = place
        place.table = number
        place.row = rows.count + 1
        rows.append(Table.Row(cells: [], place: place))
    }

    var hasOpenRow: Bool { isRowOpen }

    mutating func endRow() {
        guard isRowOpen else { return }
        isRowOpen = false
        guard let last = rows.indices.last else { return }
        rows[last].isHeader = isInHead || isHeaderRow && !rows[last].cells.isEmpty
        if rows[last].cells.isEmpty, !covered.contains(where: { $0 > 1 }) { rows.removeLast() }
    }

    mutating func beginCell(columnSpan: Int, rowSpan: Int, fill: String?, isHeader: Bool) {
        while column < covered.count, covered[column] > 0 { column += 1 }
        let span = max(1, min(columnSpan, Self.widest - column))
        cell = OpenCell(
            columnSpan: span, rowSpan: rowSpan == 0 ? 65_534 : max(1, min(rowSpan, 65_534)),
            fill: fill ?? rowFill,
            isHeader: isHeader)
    }

    mutating func add(_ block: Block) { cell?.blocks.append(block) }

    mutating func endCell(_ budget: inout CellBudget) throws(Unreadable) {
        guard let open = cell, let last = rows.indices.last else { return }
        let place = cellPlace
        cell = nil
        if column + open.columnSpan > covered.count {
            covered.append(contentsOf: Array(repeating: 0, count: column + open.columnSpan - covered.count))
        }
        for index in column..<(column + open.columnSpan) {
            covered[index] = max(covered[index], open.rowSpan)
        }
        if !open.isHeader { isHeaderRow = false }
        var closed = Table.Cell(
            column: column, columnSpan: open.columnSpan, rowSpan: open.rowSpan, paragraphs: [],
            fill: open.fill,
            place: place)
        for block in open.blocks {
            switch block {
            case .paragraph(let paragraph): closed.paragraphs.append(paragraph)
            case .table(let table): closed.tables.append(table)
            }
        }
        columnCount = max(columnCount, column + open.columnSpan)
        if column < Self.widest, try budget.admit(isEmpty: open.blocks.isEmpty) {
            rows[last].cells.append(closed)
        }
        column = min(Self.widest, column + open.columnSpan)
    }

    /// The table with spans cut at its last row; nil where it has no cell at all.
    mutating func finish() -> Table? {
        endRow()
        for row in rows.indices {
            for index in rows[row].cells.indices {
                rows[row].cells[index].rowSpan = min(rows[row].cells[index].rowSpan, rows.count - row)
            }
        }
        guard rows.contains(where: { !$0.cells.isEmpty }) else { return nil }
        var place = place
        place.table = number
        return Table(rows: rows, columnCount: columnCount, caption: caption, place: place)
    }
}
