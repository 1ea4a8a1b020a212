import Kernel

/// A table while it is read: merged cells grow as the rows that continue them come in.
struct WordTable {
    var table: Table
    var gridColumns = 0
    /// By column: where the cell stands that a vertical merge may still lengthen.
    var merges: [Int: (row: Int, cell: Int)] = [:]
}

extension WordStory {
    func beginTable() -> WordTable {
        let number = nextTableNumber()
        return WordTable(
            table: Table(rows: [], columnCount: 0, place: Place(page: pages.number, table: number)))
    }

    /// Takes a table's properties, its grid, a row, or all that stands in an element.
    func add(_ element: XMLElement, to table: inout WordTable) throws(Unreadable) {
        switch element.tag {
        case .wTblPr:
            if let caption = element[.wTblCaption]?[.val], !caption.isEmpty { table.table.caption = caption }
        case .wTblGrid:
            for child in element.children where child.tag == .wGridCol { table.gridColumns += 1 }
        case .wTr: try addRow(element, to: &table)
        case .wSdt:
            if let content = element[.wSdtContent] { try add(content, to: &table) }
        case .mcAlternateContent:
            if let chosen = WordStory.choice(of: element) { try add(chosen, to: &table) }
        case .wTbl, .wSdtContent, .wCustomXml, .wIns, .wMoveTo, .mcChoice, .mcFallback:
            for child in element.children { try add(child, to: &table) }
        default: break
        }
    }

    private func addRow(_ element: XMLElement, to table: inout WordTable) throws(Unreadable) {
        let properties = element[.wTrPr]
        if properties?[.wDel] != nil {
            tally.deletions += 1
            return
        }
        if properties?[.wIns] != nil { tally.insertions += 1 }
        let startPage = pages.number
        var lastPage = startPage
        var row = Table.Row(
            cells: [],
            isHeader: properties?[.wTblHeader]?.isOn == true && table.table.rows.allSatisfy(\.isHeader),
            place: Place(page: startPage, table: table.table.place.table, row: table.table.rows.count + 1))
        var column = min(max(0, properties?[.wGridBefore]?.number(.val) ?? 0), WordStory.mostColumns)
        var merges: [Int: (row: Int, cell: Int)] = [:]
        for cell in cells(of: element) {
            try countCell()
            pages.goBack(to: startPage)
            let properties = cell[.wTcPr]
            if properties?[.wCellDel] != nil { continue }
            let span = min(max(1, properties?[.wGridSpan]?.number(.val) ?? 1), WordStory.mostColumns)
            let isFollowing = properties?[.wHMerge].map { $0[.val] != "restart" } ?? false
            if isFollowing, !row.cells.isEmpty {
                row.cells[row.cells.count - 1].columnSpan += span
                column += span
                continue
            }
            let vertical = properties?[.wVMerge]
            if let vertical, vertical[.val] != "restart", let origin = table.merges[column] {
                table.table.rows[origin.row].cells[origin.cell].rowSpan += 1
                merges[column] = origin
                column += span
                continue
            }
            var place = row.place
            place.column = column + 1
            let content = try cellBlocks(cell, at: place)
            if vertical != nil { merges[column] = (table.table.rows.count, row.cells.count) }
            row.cells.append(
                WordStory.cell(content, column: column, span: span, fill: properties?[.wShd], place: place))
            lastPage = max(lastPage, pages.number)
            column += span
            if column > WordStory.mostColumns {
                throw Unreadable(
                    .tooLarge, "A table of this file has more than 1,000 columns, so it was not read.")
            }
        }
        pages.goBack(to: lastPage)
        let firstTextPage = row.cells.flatMap(\.paragraphs).first?.place.page
        if let firstTextPage { row.place.page = firstTextPage }
        // Word notes the break before a row in its first cell alone.
        for index in row.cells.indices { row.cells[index].raise(page: row.place.page) }
        table.merges = merges
        table.table.rows.append(row)
    }

    static let mostColumns = 1000

    private func cells(of row: XMLElement) -> [XMLElement] {
        row.children.flatMap { child -> [XMLElement] in
            switch child.tag {
            case .wTc: [child]
            case .wSdt: child[.wSdtContent].map(cells) ?? []
            case .wCustomXml, .wIns, .wMoveTo: cells(of: child)
            default: []
            }
        }
    }

    private static func cell(
        _ content: [Block], column: Int, span: Int, fill: XMLElement?, place: Place
    ) -> Table.Cell {
        var cell = Table.Cell(column: column, columnSpan: span, paragraphs: [], place: place)
        cell.fill = fill.flatMap(WordLook.fill)
        let hasWords = content.contains { !$0.isEmptyParagraph }
        for block in content {
            switch block {
            // A numeral alone is what a cell of an automatically numbered column shows.
            case .paragraph(let paragraph):
                if !hasWords || !paragraph.text.isEmpty { cell.paragraphs.append(paragraph) }
            case .table(let table): cell.tables.append(table)
            }
        }
        if let page = cell.paragraphs.first?.place.page { cell.place.page = page }
        return cell
    }

    /// The table, its grid without the lines at which no cell of any row begins or ends.
    func finish(_ table: WordTable) -> [Block] {
        var result = table.table
        guard !result.rows.isEmpty else { return [] }
        var edges: Set<Int> = [0]
        for cell in result.rows.flatMap(\.cells) {
            edges.formUnion([cell.column, cell.column + cell.columnSpan])
        }
        let positions = [Int: Int](
            uniqueKeysWithValues: edges.sorted().enumerated().map { ($0.element, $0.offset) })
        for row in result.rows.indices {
            for index in result.rows[row].cells.indices {
                result.rows[row].cells[index].move(by: positions)
            }
        }
        result.columnCount = edges.count - 1
        if let page = result.rows.first?.place.page { result.place.page = page }
        return [.table(result)]
    }
}

extension Table.Cell {
    /// Nothing in the cell stands on an earlier page than that.
    fileprivate mutating func raise(page least: Int?) {
        guard let least else { return }
        place.page = max(place.page ?? least, least)
        for index in paragraphs.indices {
            paragraphs[index].place.page = max(paragraphs[index].place.page ?? least, least)
        }
    }

    /// Counts columns anew: by each old edge its new place.
    fileprivate mutating func move(by positions: [Int: Int]) {
        guard let start = positions[column], let end = positions[column + columnSpan] else { return }
        column = start
        columnSpan = end - start
        place.column = start + 1
        for index in paragraphs.indices { paragraphs[index].place.column = start + 1 }
    }
}
