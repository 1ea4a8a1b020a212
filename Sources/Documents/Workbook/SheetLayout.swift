import Kernel

/// Finds the tables and the lines of text on a sheet.
///
/// Rows that touch make a band. Lone cells at the head of a band are text, and what follows is a table.
/// A band after a blank row goes on with the table above when it has the table's shape and no header of its own.
struct SheetLayout {
    private let sheet: Sheet
    private let name: String
    private let workbook: WorkbookContext
    /// The cells of each row that holds something, in order.
    private var rows: [SheetRow] = []
    private var merges: [Int: [CellArea]] = [:]

    struct SheetRow {
        var number: Int
        var cells: ArraySlice<SheetCell>
    }

    init(_ sheet: Sheet, named name: String, _ workbook: WorkbookContext) {
        var sheet = sheet
        for area in sheet.merges { merges[area.rows.lowerBound, default: []].append(area) }
        SheetLayout.sort(&sheet.cells)
        SheetLayout.sort(&sheet.filled)
        sheet.sortHiddenRows()
        let covered = SheetLayout.covered(sheet)
        let visible = sheet.cells.filter { cell in
            !sheet.isHidden(column: cell.column) && !covered.contains(Spot(cell.row, cell.column))
        }
        self.sheet = sheet
        self.name = name
        self.workbook = workbook
        var start = visible.startIndex
        while start < visible.endIndex {
            let row = visible[start].row
            let end = visible[start...].firstIndex { $0.row != row } ?? visible.endIndex
            rows.append(SheetRow(number: row, cells: visible[start..<end]))
            start = end
        }
    }

    private struct Spot: Hashable {
        var row: Int
        var column: Int

        init(_ row: Int, _ column: Int) {
            self.row = row
            self.column = column
        }
    }

    private static func sort(_ cells: inout [SheetCell]) {
        let isSorted = zip(cells, cells.dropFirst()).allSatisfy { ($0.row, $0.column) < ($1.row, $1.column) }
        if !isSorted { cells.sort { ($0.row, $0.column) < ($1.row, $1.column) } }
    }

    /// Cells that lie under a merged one hold nothing that shows.
    private static func covered(_ sheet: Sheet) -> Set<Spot> {
        var covered: Set<Spot> = []
        guard !sheet.merges.isEmpty else { return covered }
        let byRow = Dictionary(grouping: sheet.cells, by: \.row)
        // Merged areas never overlap in a workbook that Excel wrote; past this they were made to.
        var stepsLeft = 5_000_000
        for area in sheet.merges {
            let rows =
                area.rows.count < byRow.count
                ? area.rows.filter { byRow[$0] != nil } : byRow.keys.filter(area.rows.contains)
            for row in rows where stepsLeft > 0 {
                stepsLeft -= 1 + (byRow[row]?.count ?? 0)
                for cell in byRow[row] ?? [] where area.columns.contains(cell.column) {
                    let isAnchor = row == area.rows.lowerBound && cell.column == area.columns.lowerBound
                    if !isAnchor { covered.insert(Spot(row, cell.column)) }
                }
            }
        }
        return covered
    }

    /// Lone lines past this many are no headings between the parts of one table.
    private static let mostWaiting = 3

    func blocks() throws(Unreadable) -> [Block] {
        var blocks: [Block] = []
        var table: SheetTable?
        var waiting: [SheetRow] = []
        func finish() {
            if let table { blocks.append(.table(build(table))) }
            table = nil
            blocks += waiting.flatMap(text)
            waiting = []
        }
        for band in bands() {
            try workbook.checkTime()
            let lead = leadingLines(band)
            let body = Array(band[lead...])
            if body.isEmpty {
                waiting += band
                if waiting.count > SheetLayout.mostWaiting { finish() }
            } else if table?.continues(with: body) == true {
                table?.append(waiting + band)
                waiting = []
            } else {
                finish()
                blocks += band[..<lead].flatMap(text)
                table = SheetTable(rows: body)
            }
        }
        finish()
        return blocks
    }

    /// Rows that touch, or that one merged cell or one named table holds together.
    private func bands() -> [[SheetRow]] {
        var bands: [[SheetRow]] = []
        var reach = 0
        for row in rows {
            let named = sheet.namedTables.first { $0.area.rows.contains(row.number) }
            let beginsNamed = named?.area.rows.lowerBound == row.number
            let touches = bands.last?.last.map { last in
                let isNamedTogether = named?.area.rows.contains(last.number) ?? false
                return isNamedTogether
                    || !sheet.hasVisibleRow(between: max(last.number, reach), and: row.number)
            }
            if touches == true, !beginsNamed {
                bands[bands.count - 1].append(row)
            } else {
                bands.append([row])
            }
            for area in merges[row.number] ?? []
            where row.cells.contains(where: { $0.column == area.columns.lowerBound }) {
                reach = max(reach, area.rows.upperBound)
            }
        }
        return bands
    }

    /// How many rows at the head of a band are lines of text, not rows of a table.
    private func leadingLines(_ band: [SheetRow]) -> Int {
        guard band.contains(where: { $0.cells.count > 1 }) else { return band.count }
        return band.prefix { row in
            guard row.cells.count == 1, let cell = row.cells.first else { return false }
            return !(merges[row.number] ?? []).contains {
                $0.columns.lowerBound == cell.column && $0.rows.count > 1
            }
        }.count
    }

    /// A lone cell as paragraphs; a heading where it is bold or larger than the cells' own size.
    private func text(_ row: SheetRow) -> [Block] {
        row.cells.flatMap { cell in
            let isLarge = cell.fontSize > 12
            let isHeading =
                (isLarge || cell.isBold) && cell.lines.count == 1 && cell.lines[0].string.utf8.count < 200
            let role = isHeading ? Paragraph.Role.heading(level: isLarge ? 1 : 2) : .plain
            let place = Place(sheet: name, row: row.number)
            return cell.lines.map { Block.paragraph(Paragraph($0, role: role, place: place)) }
        }
    }

    private func build(_ table: SheetTable) -> Table {
        SheetTableBuilder(table, sheet, merges, named: name, workbook).build()
    }
}

/// Rows that make one table, before its grid is laid.
struct SheetTable {
    private(set) var rows: [SheetLayout.SheetRow]
    /// From the first to the last of the sheet's columns in which any row holds something.
    private(set) var columns: ClosedRange<Int>

    init(rows: [SheetLayout.SheetRow]) {
        self.rows = rows
        columns = SheetTable.columns(of: rows)
    }

    mutating func append(_ more: [SheetLayout.SheetRow]) {
        rows += more
        let other = SheetTable.columns(of: more)
        columns = min(columns.lowerBound, other.lowerBound)...max(columns.upperBound, other.upperBound)
    }

    private static func columns(of rows: [SheetLayout.SheetRow]) -> ClosedRange<Int> {
        let first = rows.compactMap { $0.cells.first?.column }.min() ?? 1
        let last = rows.compactMap { $0.cells.last?.column }.max() ?? 1
        return first...last
    }

    /// The band below has this table's shape and begins with no header of its own.
    func continues(with band: [SheetLayout.SheetRow]) -> Bool {
        let own = columns
        let other = SheetTable.columns(of: band)
        guard own.contains(other.lowerBound), own.contains(other.upperBound), other.count * 2 > own.count,
            let header = rows.first, let first = band.first
        else { return false }
        let isRepeated = first.cells.map(\.lines) == header.cells.map(\.lines)
        return !isRepeated && !SheetTable.isHeader(band)
    }

    /// The first row stands out from those below it.
    private static func isHeader(_ band: [SheetLayout.SheetRow]) -> Bool {
        guard band.count > 1, band[0].cells.count > 1 else { return false }
        func isBold(_ row: SheetLayout.SheetRow) -> Bool { row.cells.allSatisfy(\.isBold) }
        func isFilled(_ row: SheetLayout.SheetRow) -> Bool { row.cells.allSatisfy { $0.fill != nil } }
        return isBold(band[0]) && !isBold(band[1]) || isFilled(band[0]) && !isFilled(band[1])
    }
}
