import Kernel

/// Puts a PDF's words into the cells of its ruled tables, and the rest into headings, items and paragraphs.
struct PDFReading {
    private let pages: [PDFPage]
    private var budget: CellBudget
    private let deadline: Deadline
    private let furniture: PDFFurniture
    private let bodyHeight: Double
    private var tableCount = 0
    private var paragraphCount = 0
    private(set) var blocks: [Block] = []
    var removed: Int { furniture.count }

    init(_ pages: [PDFPage], limits: ReadingLimits, deadline: Deadline) {
        self.pages = pages
        self.deadline = deadline
        budget = CellBudget(limits)
        furniture = PDFFurniture(pages)
        let heights = pages.flatMap { $0.blocks.joined().flatMap(\.words).map(\.box.height) }.sorted()
        bodyHeight = heights.isEmpty ? 10 : heights[heights.count / 2]
    }

    var hasTables: Bool { tableCount > 0 }

    mutating func run() throws(Unreadable) {
        for page in pages {
            try deadline.check()
            try read(page)
        }
    }

    private mutating func read(_ page: PDFPage) throws(Unreadable) {
        let grids = PDFGrid.find(in: page.drawing)
        var inside: [[PDFPage.Word]] = Array(repeating: [], count: grids.count)
        var outside: [[PDFPage.Line]] = []
        for block in page.blocks {
            var rest: [PDFPage.Line] = []
            for line in block {
                let free = line.words.filter { word in
                    guard
                        let grid = grids.firstIndex(where: { $0.box.contains(word.box.xMid, word.box.yMid) })
                    else {
                        return true
                    }
                    inside[grid].append(word)
                    return false
                }
                if !free.isEmpty, !furniture.holds(PDFPage.Line(words: free), on: page) {
                    rest.append(PDFPage.Line(words: free))
                }
            }
            if !rest.isEmpty { outside.append(rest) }
        }
        PDFLayout.joinMarks(&outside)
        var waiting = Array(zip(grids, inside).filter { !$0.1.isEmpty })[...]
        let right = outside.joined().map(\.box.xMax).max() ?? page.width
        for block in outside {
            let top = block.map(\.box.yMin).min() ?? 0
            while let (grid, words) = waiting.first, grid.ys[0] < top {
                waiting.removeFirst()
                try add(grid, words, page)
            }
            let edge = rightEdge(of: block, among: outside, right: right)
            for passage in PDFLayout.passages(of: block, right: edge) { add(passage, page) }
        }
        for (grid, words) in waiting { try add(grid, words, page) }
    }

    /// Where a block's lines must end: at the column to its right, else at the page's own edge of text.
    private func rightEdge(of block: [PDFPage.Line], among all: [[PDFPage.Line]], right: Double) -> Double {
        let boxes = block.map(\.box)
        guard let first = boxes.first else { return right }
        let box = boxes.dropFirst().reduce(first) { $0.union($1) }
        let neighbours = all.prefix(500).joined().map(\.box).filter {
            $0.xMin > box.xMax && $0.yMin < box.yMax && $0.yMax > box.yMin
        }
        return neighbours.map { $0.xMin - 10 }.min() ?? right
    }

    // MARK: Tables

    private mutating func add(_ grid: PDFGrid, _ words: [PDFPage.Word], _ page: PDFPage) throws(Unreadable) {
        tableCount += 1
        var held: [Int: [PDFPage.Word]] = [:]
        for word in words {
            if let cell = grid.cell(at: word.box.xMid, word.box.yMid) { held[cell, default: []].append(word) }
        }
        var extents: [Int: (rows: ClosedRange<Int>, columns: ClosedRange<Int>)] = [:]
        for (square, cell) in grid.cells.enumerated() {
            let (row, column) = (square / grid.columns, square % grid.columns)
            let known = extents[cell] ?? (row...row, column...column)
            extents[cell] = (
                min(known.rows.lowerBound, row)...max(known.rows.upperBound, row),
                min(known.columns.lowerBound, column)...max(known.columns.upperBound, column)
            )
        }
        var table = Table(
            rows: [], columnCount: grid.columns, place: Place(page: page.number, table: tableCount))
        for row in 0..<grid.rows {
            try budget.admitRow()
            table.rows.append(
                Table.Row(cells: [], place: Place(page: page.number, table: tableCount, row: row + 1)))
        }
        let order = extents.sorted {
            ($0.value.rows.lowerBound, $0.value.columns.lowerBound)
                < ($1.value.rows.lowerBound, $1.value.columns.lowerBound)
        }
        for (cell, extent) in order {
            try deadline.check()
            var place = table.rows[extent.rows.lowerBound].place
            place.column = extent.columns.lowerBound + 1
            let right = grid.xs[extent.columns.upperBound + 1]
            // Cells have the same margin on both sides.
            let lines = PDFLayout.lines(of: held[cell] ?? [])
            let margin = (lines.map(\.box.xMin).min() ?? 0) - grid.xs[extent.columns.lowerBound]
            let passages = PDFLayout.passages(of: lines, right: right - max(2, min(8, margin)))
            let paragraphs = passages.compactMap { paragraph($0, at: place) }
            guard try budget.admit(isEmpty: paragraphs.isEmpty) else { continue }
            table.rows[extent.rows.lowerBound].cells.append(
                Table.Cell(
                    column: extent.columns.lowerBound, columnSpan: extent.columns.count,
                    rowSpan: extent.rows.count,
                    paragraphs: paragraphs, fill: fill(grid, extent.rows, extent.columns, page), place: place)
            )
        }
        blocks.append(.table(table))
    }

    private func paragraph(_ passage: PDFLayout.Passage, at place: Place) -> Paragraph? {
        var builder = TextBuilder()
        builder.append(passage.text)
        guard !builder.isEmpty else { return nil }
        guard let length = ListMark.bulletLength(builder.bytes) else {
            return Paragraph(builder.finish(), place: place)
        }
        builder.removePrefix(length)
        return Paragraph(builder.finish(), role: .item(numeral: nil, level: 0), place: place)
    }

    private func fill(_ grid: PDFGrid, _ rows: ClosedRange<Int>, _ columns: ClosedRange<Int>, _ page: PDFPage)
        -> String?
    {
        let box = PDFPage.Box(
            xMin: grid.xs[columns.lowerBound], yMin: grid.ys[rows.lowerBound],
            xMax: grid.xs[columns.upperBound + 1],
            yMax: grid.ys[rows.upperBound + 1])
        let over = page.drawing.fills.last {
            $0.box.contains(box.xMid, box.yMid) && $0.box.height < box.height * 1.5 + 6
        }
        return over.map(\.colour).flatMap { $0 == "FFFFFF" || $0 == "000000" ? nil : $0 }
    }

    // MARK: Prose

    private mutating func add(_ passage: PDFLayout.Passage, _ page: PDFPage) {
        var builder = TextBuilder()
        builder.append(passage.text)
        guard !builder.isEmpty else { return }
        let text = builder.finish()
        paragraphCount += 1
        let place = Place(page: page.number, paragraph: paragraphCount)
        if let level = headingLevel(text.string, passage) {
            blocks.append(.paragraph(Paragraph(text, role: .heading(level: level), place: place)))
        } else if let mark = ListMark(Array(text.string.utf8)[...]) {
            var item = TextBuilder()
            item.append(text.string.utf8.dropFirst(mark.length))
            guard !item.isEmpty else { return }
            blocks.append(
                .paragraph(
                    Paragraph(item.finish(), role: .item(numeral: mark.numeral, level: 0), place: place)))
        } else if text.string.utf8.first?.isLowercase == true, joinsLast(text) {
            return
        } else {
            blocks.append(.paragraph(Paragraph(text, place: place)))
        }
    }

    private func headingLevel(_ text: String, _ passage: PDFLayout.Passage) -> Int? {
        guard passage.lineCount <= 3, text.utf8.count <= 200, text.contains(where: \.isLetter) else {
            return nil
        }
        let ratio = passage.lineHeight / max(1, bodyHeight)
        if ratio >= 1.15, text.last != "." { return ratio >= 1.6 ? 1 : ratio >= 1.3 ? 2 : 3 }
        guard passage.lineCount == 1 else { return nil }
        if Prose.isAllCapitals(text) { return 2 }
        return Prose.isTitle(text) && ListMark(Array(text.utf8)[...]) == nil && text.contains(" ") ? 3 : nil
    }

    private mutating func joinsLast(_ text: Text) -> Bool {
        guard case .paragraph(var last) = blocks.last, !Prose.isFinished(last.text.string.utf8),
            last.text.string.utf8.count >= 40
        else { return false }
        if case .heading = last.role { return false }
        last.text = last.text.joined(to: text)
        blocks[blocks.count - 1] = .paragraph(last)
        return true
    }
}
