import Documents

/// The header of a table: which rows it takes, and what stands over each column.
struct Header: Equatable {
    var rows: Range<Int>
    /// By grid column.
    var columns: [Int: Column]

    struct Column: Equatable {
        var text: String
        var sense: HeaderSense?
    }

    var senses: Set<HeaderSense> { Set(columns.values.compactMap(\.sense)) }

    /// The same words over the same columns: a header repeated on the next page.
    func repeats(_ other: Header) -> Bool {
        columns.mapValues { PlainWords.key($0.text) } == other.columns.mapValues { PlainWords.key($0.text) }
    }
}

extension Header {
    /// The header that begins at that row; nil when the row is none.
    static func at(_ row: Int, in grid: Grid) -> Header? {
        guard let single = columns(of: row..<(row + 1), in: grid) else { return nil }
        let alone = strength(single, grid.table.rows[row].isHeader)
        var best = alone > 0 ? Header(rows: row..<(row + 1), columns: single) : nil
        var reach = alone
        // Words broken over two rows, or a second row with the parts of a merged heading.
        if row + 1 < grid.rowCount, mayBeSecondHeaderRow(row + 1, in: grid, over: single),
            let double = columns(of: row..<(row + 2), in: grid)
        {
            let together = strength(double, grid.table.rows[row].isHeader)
            if together > reach || (together == reach && together > 0 && hasSpans(row, in: grid)) {
                best = Header(rows: row..<(row + 2), columns: double)
                reach = together
            }
        }
        return best
    }

    /// How many columns with different meanings the words name; 0 when that is no header.
    private static func strength(_ columns: [Int: Column], _ isMarked: Bool) -> Int {
        let known = columns.values.filter { $0.sense != nil }.count
        let senses = Set(columns.values.compactMap(\.sense))
        let texts = Set(columns.values.map { PlainWords.key($0.text) })
        guard texts.count > 1 else { return 0 }
        if isMarked, known >= 1, known * 3 >= texts.count { return senses.count + 1 }
        guard senses.count >= 2 || (known >= 2 && texts.count == known), known * 2 >= columns.count else {
            return 0
        }
        return senses.count + 1
    }

    /// The words over each column; nil when a cell holds more than a heading does.
    private static func columns(of rows: Range<Int>, in grid: Grid) -> [Int: Column]? {
        var columns: [Int: Column] = [:]
        for column in 0..<grid.columnCount {
            var texts: [String] = []
            for row in rows {
                guard let cell = grid.cell(row, column), !cell.text.isEmpty, cell.row >= rows.lowerBound
                else {
                    continue
                }
                if texts.last != cell.text { texts.append(cell.text) }
            }
            guard !texts.isEmpty else { continue }
            let text = texts.joined(separator: " ").inOneLine
            guard text.utf8.count <= 160 else { return nil }
            let match = match(texts, text)
            columns[column] = Column(text: text, sense: match)
        }
        return columns.isEmpty ? nil : columns
    }

    private static func match(_ texts: [String], _ text: String) -> HeaderSense? {
        func sure(_ text: String) -> HeaderSense? {
            guard let match = HeaderWords.match(text), match.cover >= 0.34 else { return nil }
            return match.sense
        }
        // The lower of two rows is the finer: "Timescale" over "Start".
        if texts.count == 2, let sense = sure(texts[1]), let upper = sure(texts[0]), upper != sense {
            switch (upper, sense) {
            case (_, .start), (_, .finish), (_, .lead), (_, .timescale), (_, .progress), (_, .impact):
                return sense
            default: break
            }
        }
        if texts.count == 2, sure(texts[1]) == nil, let upper = sure(texts[0]) { return upper }
        return sure(text)
    }

    private static func hasSpans(_ row: Int, in grid: Grid) -> Bool {
        grid.cells(in: row).contains { $0.cell.columnSpan > 1 }
    }

    private static func standsUnderMerged(_ cell: Grid.Cell, in grid: Grid) -> Bool {
        guard cell.row > 0, let above = grid.cell(cell.row - 1, cell.cell.column) else { return false }
        return above.cell.columnSpan > 1 && above.cell.columnSpan < grid.columnCount
    }

    /// Short words in every cell, no dates, numbers or labels; merged headings or words that go on.
    private static func mayBeSecondHeaderRow(_ row: Int, in grid: Grid, over columns: [Int: Column]) -> Bool {
        let cells = grid.cells(in: row)
        guard !cells.isEmpty else { return false }
        for cell in cells {
            let words = PlainWords.of(cell.text)
            guard words.count <= 5, !words.isEmpty else { return false }
            let hasNumber = words.contains { $0.utf8.first.map { (0x30...0x39).contains($0) } ?? false }
            if hasNumber, !(standsUnderMerged(cell, in: grid) && !CellContent.isNumericDate(cell.text)) {
                return false
            }
        }
        let isSplit = hasSpans(row - 1, in: grid) || grid.cells(in: row - 1).contains { $0.cell.rowSpan > 1 }
        let goesOn = cells.contains { cell in
            guard let above = columns[cell.cell.column] else { return true }
            return HeaderWords.match(above.text + " " + cell.text).map(\.sense) != above.sense
        }
        return isSplit || (goesOn && cells.allSatisfy { columns[$0.cell.column] != nil })
    }
}
