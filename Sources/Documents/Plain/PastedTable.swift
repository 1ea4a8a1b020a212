import Kernel

/// Builds tables out of lines with tabs or pipes; counts cells against the limit over the whole document.
struct PastedTables {
    let limits: ReadingLimits
    private(set) var count = 0
    private var budget: CellBudget

    init(limits: ReadingLimits) {
        self.limits = limits
        budget = CellBudget(limits)
    }

    /// The next table's number in the document.
    mutating func number() -> Int {
        count += 1
        return count
    }

    /// Leaves numbers out that tables in HTML took.
    mutating func skip(_ numbers: Int) { count += max(0, numbers) }

    struct SourceRow {
        var cells: [ArraySlice<UInt8>]
        var line: PastedLine
        var isHeader = false
        /// A line without tabs among a table's rows: one cell across it.
        var isBand = false
    }

    mutating func table(_ rows: [SourceRow]) throws(Unreadable) -> Table {
        let number = number()
        let columnCount = rows.map(\.cells.count).max() ?? 0
        let first = rows.first?.line
        var table = Table(
            rows: [], columnCount: columnCount,
            place: Place(page: first?.page, table: number, line: first?.number))
        for (index, row) in rows.enumerated() {
            try budget.admitRow()
            var place = Place(page: row.line.page, table: number, row: index + 1, line: row.line.number)
            var out = Table.Row(cells: [], isHeader: row.isHeader, place: place)
            for (column, source) in row.cells.enumerated() {
                place.column = column + 1
                let paragraphs = InlineMarkup.pieces(source, inCell: true).map {
                    Paragraph($0.text, role: $0.role, place: place)
                }
                guard try budget.admit(isEmpty: paragraphs.isEmpty) else { continue }
                out.cells.append(
                    Table.Cell(
                        column: column, columnSpan: row.isBand ? max(1, columnCount) : 1,
                        paragraphs: paragraphs,
                        place: place))
            }
            table.rows.append(out)
        }
        return table
    }

    /// The rows of consecutive lines that begin with a pipe. The header is marked where a rule stands under it;
    /// an empty header, which Markdown asks for where the table has none, is left out.
    static func pipeRows(_ lines: [PastedLine]) -> [SourceRow] {
        var rows: [SourceRow] = []
        var hasRule = false
        for line in lines {
            if line.isPipeRule, !hasRule {
                hasRule = true
                if let header = rows.indices.last { rows[header].isHeader = true }
                continue
            }
            rows.append(SourceRow(cells: pipeCells(line.trimmed), line: line))
        }
        if let first = rows.first, first.isHeader, first.cells.allSatisfy({ $0.allSatisfy(\.isSpace) }) {
            rows.removeFirst()
        }
        return rows
    }

    private static func pipeCells(_ line: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        var cells: [ArraySlice<UInt8>] = []
        var start = line.startIndex
        if line.first == 0x7C { start += 1 }
        var index = start
        while index < line.endIndex {
            if line[index] == 0x5C {
                index += 1
            } else if line[index] == 0x7C {
                cells.append(line[start..<index])
                start = index + 1
            }
            index += 1
        }
        if start < line.endIndex { cells.append(line[start...]) }
        return cells
    }

    /// The rows of consecutive lines of which the first has tabs. A cell that the pasting broke over lines is joined
    /// again: where the pieces together make a whole row, or where a line plainly ends the cell before it.
    static func tabRows(_ lines: [PastedLine]) -> [SourceRow] {
        let width = lines.map { tabCells($0).count }.max() ?? 1
        var rows: [SourceRow] = []
        var index = 0
        while index < lines.count {
            let line = lines[index]
            let cells = tabCells(line)
            if cells.count > 1, cells.count < width,
                let (joined, next) = completed(cells, lines, index, width)
            {
                rows.append(SourceRow(cells: joined, line: line))
                index = next
                continue
            }
            if cells.count == 1, let last = rows.indices.last, !rows[last].isBand,
                let tail = rows[last].cells.indices.last, isTail(line, of: rows[last].cells[tail])
            {
                rows[last].cells[tail] = (Array(rows[last].cells[tail]) + [0x20] + Array(cells[0]))[...]
            } else {
                rows.append(SourceRow(cells: cells, line: line, isBand: cells.count == 1))
            }
            index += 1
        }
        return rows
    }

    private static func tabCells(_ line: PastedLine) -> [ArraySlice<UInt8>] {
        line.bytes.split(separator: 0x09, omittingEmptySubsequences: false)
    }

    /// The row made whole by the lines that follow, each beginning in the cell where the one before broke off.
    private static func completed(
        _ first: [ArraySlice<UInt8>], _ lines: [PastedLine], _ index: Int, _ width: Int
    ) -> ([ArraySlice<UInt8>], Int)? {
        var cells = first
        var next = index + 1
        while next < lines.count, cells.count < width, next - index <= 40 {
            let more = tabCells(lines[next])
            guard cells.count + more.count - 1 <= width, let last = cells.last, !last.allSatisfy(\.isSpace)
            else {
                return nil
            }
            let goesOn = !Prose.isFinished(last) && lines[next].beginsLowercase
            cells[cells.count - 1] = (Array(last) + [goesOn ? 0x20 : 0x0B] + Array(more[0]))[...]
            cells.append(contentsOf: more.dropFirst())
            next += 1
        }
        return cells.count == width ? (cells.map(unquoted), next) : nil
    }

    /// Excel puts a cell of several lines between quotation marks.
    private static func unquoted(_ cell: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard cell.count > 2, cell.first == 0x22, cell.last == 0x22,
            cell.contains(0x0B) || cell.contains(0x20)
        else {
            return cell
        }
        var out: [UInt8] = []
        var rest = cell.dropFirst().dropLast()
        while let byte = rest.popFirst() {
            if byte == 0x22, rest.popFirst() != 0x22 { return cell }
            out.append(byte)
        }
        return out[...]
    }

    private static func isTail(_ line: PastedLine, of cell: ArraySlice<UInt8>) -> Bool {
        guard !cell.allSatisfy(\.isSpace) else { return false }
        return line.beginsLowercase
            || cell.count > 25 && !Prose.isFinished(cell) && Prose.endsOnSmallWord(cell)
    }
}
