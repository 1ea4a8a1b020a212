import Documents
import Kernel
import PlanFormat

/// Reads one table of a document into rows of a plan, or says what else it is.
struct TableReader {
    /// What later tables may go on from.
    struct Shape {
        var header: Header?
        var columns: ColumnMeanings
        var columnCount: Int
    }

    struct Result {
        var rows: [PlanRow] = []
        var reading: Reading.TableReading
        var shape: Shape?
        /// The areas stand in headings, so that lines after the table may speak of them.
        var takesHeadings = false
    }

    private(set) var grid: Grid
    let number: Int
    let options: PlanReader.Options
    let trail: HeadingTrail
    private(set) var previous: Shape?

    private var rows: [PlanRow] = []
    private var leftOut: [Reading.LeftOut] = []
    private var shape: Shape?
    private var section: String?
    /// Title rows and fields above the first header.
    private var titles: [PlanCell] = []
    private var fields: [(ColumnMeaning, PlanCell)] = []
    private var startsPage = false
    private var hasTitleArea = false
    private var counted: [Int: [ColumnContents]] = [:]
    private var openedHeading = false

    init(
        _ grid: Grid, number: Int, options: PlanReader.Options, trail: HeadingTrail, previous: Shape?
    ) {
        (self.grid, self.number, self.options, self.trail, self.previous) =
            (grid, number, options, trail, previous)
    }

    mutating func read() -> Result {
        let wanted = options.tables[number]
        if wanted == false { return other("left out by hand", header(0)) }
        let start = firstHeader()
        if start == nil, wanted == nil, let header = header(0), TableKind.isForeign(header, grid) {
            return other(TableKind.describe(grid, header), header)
        }
        if start == nil, let card = CardReader(grid, columnOverrides: [:]).read() {
            return cards(card)
        }
        if start == nil, let turned = TransposedTable.turned(grid) {
            let own = grid
            grid = turned
            counted = [:]
            if firstHeader() != nil {
                readRows()
                return result("plan table with an action in each column", isCards: true)
            }
            grid = own
            counted = [:]
        }
        if start == nil {
            guard let inherited = inheritedShape() ?? shapeFromContents(isWanted: wanted == true) else {
                return other(TableKind.describe(grid, header(0)), header(0))
            }
            use(inherited)
        }
        readRows()
        return result("plan table")
    }
}

// MARK: What the table is

extension TableReader {
    private func header(_ row: Int) -> Header? {
        (row..<min(grid.rowCount, row + 15)).lazy.compactMap { Header.at($0, in: grid) }.first
    }

    /// The first row that heads the columns of a plan.
    private mutating func firstHeader() -> Header? {
        for row in 0..<min(grid.rowCount, 15) {
            guard let header = Header.at(row, in: grid), !TableKind.isForeign(header, grid) else { continue }
            if meanings(header).makeAPlan { return header }
        }
        return nil
    }

    private mutating func meanings(_ header: Header) -> ColumnMeanings {
        let start = min(header.rows.upperBound, grid.rowCount)
        // A header is looked at more than once; what the cells below hold is counted once.
        let contents = counted[start] ?? ColumnContents.of(grid, rows: start..<grid.rowCount)
        counted[start] = contents
        var senses: [Int: HeaderSense] = [:]
        for (column, heading) in header.columns { senses[column] = heading.sense }
        return overridden(
            ColumnMeanings(senses: senses, contents: contents, columnCount: grid.columnCount))
    }

    private func overridden(_ columns: ColumnMeanings) -> ColumnMeanings {
        var columns = columns
        for column in 0..<grid.columnCount {
            let key = PlanReader.ColumnKey(table: number, column: column)
            guard let meaning = options.columns[key] else { continue }
            columns.meanings[column] = meaning
            columns.mixed.remove(column)
        }
        return columns
    }

    /// The columns of the table before, for one without a header that goes on from it.
    private func inheritedShape() -> Shape? {
        guard let previous, previous.columnCount == grid.columnCount else { return nil }
        let contents = ColumnContents.of(grid, rows: 0..<grid.rowCount)
        guard contents.contains(where: { $0.filled > 0 }) else { return nil }
        return Shape(
            header: previous.header, columns: overridden(previous.columns), columnCount: grid.columnCount)
    }

    /// For a table without a header: a column of dates or people beside columns of sentences.
    private func shapeFromContents(isWanted: Bool) -> Shape? {
        let contents = ColumnContents.of(grid, rows: 0..<grid.rowCount)
        guard
            var columns = ContentMeanings.find(contents, rows: grid.rowCount)
                ?? (isWanted ? ColumnMeanings(meanings: [:]) : nil)
        else { return nil }
        columns = overridden(columns)
        guard isWanted || columns.makeAPlan else { return nil }
        return Shape(header: nil, columns: columns, columnCount: grid.columnCount)
    }

    private func other(_ takenFor: String, _ header: Header?) -> Result {
        Result(
            reading: Reading.TableReading(
                number: number, place: grid.table.place, isPlan: false, takenFor: takenFor,
                columns: shown(nil, header), rowsLeftOut: []))
    }

    private mutating func cards(_ cards: CardReader.Cards) -> Result {
        rows = cards.rows
        if !cards.hasArea { openAreaFromHeadings(before: 0) }
        for index in rows.indices where rows[index].section == nil {
            rows[index].section = trailSection(hasArea: cards.hasArea)
        }
        return result("cards: a name at the left of each row", isCards: true)
    }

    private func result(_ takenFor: String, isCards: Bool = false) -> Result {
        Result(
            rows: rows,
            reading: Reading.TableReading(
                number: number, place: grid.table.place, isPlan: true, takenFor: takenFor,
                columns: isCards ? [] : shown(shape?.columns, shape?.header), rowsLeftOut: leftOut),
            shape: isCards ? previous : shape, takesHeadings: openedHeading)
    }

    /// The columns as the review page shows them.
    private func shown(_ columns: ColumnMeanings?, _ header: Header?) -> [Reading.Column] {
        (0..<grid.columnCount).map { column in
            var sample = ""
            for row in (header?.rows.upperBound ?? 0)..<max(grid.rowCount, header?.rows.upperBound ?? 0)
            where sample.isEmpty {
                guard row < grid.rowCount, let cell = grid.cell(row, column), cell.cell.column == column
                else { continue }
                sample = cell.text.inOneLine.shortened(to: 60)
            }
            return Reading.Column(
                column: column, heading: header?.columns[column]?.text ?? "",
                meaning: columns?.meanings[column] ?? .ignored, sample: sample)
        }
    }
}

// MARK: Its rows

extension TableReader {
    private mutating func readRows() {
        var row = 0
        while row < grid.rowCount {
            let cells = grid.cells(in: row)
            if let header = nextHeader(at: row, cells) {
                let columns = meanings(header)
                let repeats = previous?.header.map { header.repeats($0) } ?? false
                if shape == nil { startsPage = repeats || isSameShape(columns) }
                use(Shape(header: header, columns: columns, columnCount: grid.columnCount))
                row = header.rows.upperBound
                continue
            }
            if !cells.isEmpty { take(cells, row) }
            row += 1
        }
        if shape == nil { flushTitles() }
    }

    private func isSameShape(_ columns: ColumnMeanings) -> Bool {
        guard let previous else { return false }
        return previous.columnCount == grid.columnCount && previous.columns.meanings == columns.meanings
    }

    private mutating func nextHeader(at row: Int, _ cells: [Grid.Cell]) -> Header? {
        guard cells.count > 1, let header = Header.at(row, in: grid) else { return nil }
        guard let shown = shape?.header ?? (shape == nil ? nil : previous?.header) else {
            return meanings(header).makeAPlan ? header : nil
        }
        if header.repeats(shown) { return header }
        let isSure =
            header.columns.count >= 3
            && header.columns.values.allSatisfy {
                HeaderWords.match($0.text).map { $0.cover >= 0.5 } ?? false
            }
        return isSure && meanings(header).makeAPlan ? header : nil
    }

    private mutating func use(_ new: Shape) {
        let isFirst = shape == nil
        shape = new
        if isFirst, new.header == nil || previous?.header == new.header { startsPage = previous != nil }
        flushTitles()
        if isFirst { section = trailSection(hasArea: new.columns.has(.area)) ?? section }
        if isFirst, !new.columns.has(.area), !hasTitleArea { openAreaFromHeadings(before: rows.count) }
        for (meaning, cell) in fields { addAreaLevel(meaning, cell) }
        fields = []
    }

    private mutating func take(_ cells: [Grid.Cell], _ row: Int) {
        let covering = (0..<grid.columnCount).contains { column in
            grid.cell(row, column).map { $0.row < row && !$0.text.isEmpty } ?? false
        }
        if cells.count == 1, !covering, isTitle(cells[0]) {
            takeTitle(PlanCell(cells[0].cell))
        } else if cells.count == 2, !covering, shape == nil, let field = fieldOf(cells) {
            takeField(field.0, field.1)
        } else if let shape {
            takeData(cells, row, shape)
        } else {
            leaveOut(cells, row, "stands above the header")
        }
    }

    private func fieldOf(_ cells: [Grid.Cell]) -> (ColumnMeaning, PlanCell)? {
        guard let match = HeaderWords.match(cells[0].text), match.cover >= 0.6,
            let meaning = match.sense.plainMeaning
        else { return nil }
        return (meaning, PlanCell(cells[1].cell))
    }

    /// One cell alone in its row: a merged title, or words in a column where no area and no action stands.
    private func isTitle(_ cell: Grid.Cell) -> Bool {
        guard grid.columnCount >= 2 else { return false }
        guard let shape else { return true }
        let span = cell.cell.columnSpan
        if span >= 2, span >= grid.columnCount - 1 || span * 3 >= grid.columnCount * 2 { return true }
        guard grid.columnCount >= 3, cell.cell.columnSpan == 1 || span < 3 else { return false }
        switch shape.columns.meanings[cell.cell.column] {
        case .areaReference, .actionReference, .section, .source:
            return PlainWords.of(cell.text).count > 1
        case .action where !shape.columns.has(.area):
            return looksLikeTitle(cell)
        case .area: return false
        default: return false
        }
    }

    private func looksLikeTitle(_ cell: Grid.Cell) -> Bool {
        let paragraphs = PlanCell(cell.cell).paragraphs
        guard PlainWords.of(cell.text).count <= 30 else { return false }
        if paragraphs.allSatisfy({ $0.text.isWholly(.bold) }) { return true }
        if cell.cell.fill != nil,
            grid.cells(in: min(cell.row + 1, grid.rowCount - 1)).first?.cell.fill != cell.cell.fill
        {
            return true
        }
        return AreaLabel(cell.text).word != nil || FieldLine(paragraphs[0]) != nil
    }

    private mutating func takeTitle(_ cell: PlanCell) {
        let lines = cell.paragraphs.map { ($0, FieldLine($0)) }
        if lines.contains(where: { $0.1 != nil }) {
            var titled: [Paragraph] = []
            var meaning: ColumnMeaning?
            for (paragraph, field) in lines {
                if let field, let found = field.meaning {
                    meaning = found
                    takeField(found, PlanCell([field.paragraph], place: cell.place))
                } else if let meaning {
                    takeField(meaning, PlanCell([paragraph], place: cell.place))
                } else {
                    titled.append(paragraph)
                }
            }
            if !titled.isEmpty { takeWords(PlanCell(titled, place: cell.place)) }
            return
        }
        takeWords(cell)
    }

    private mutating func takeWords(_ cell: PlanCell) {
        let words = PlainWords.of(cell.text)
        if words.first == "note" || words.starts(with: ["please", "note"]) || words.count > 60 {
            leftOut.append(
                Reading.LeftOut(
                    place: cell.place, text: cell.text.inOneLine, reason: "a note across the table"))
            return
        }
        guard let shape else {
            titles.append(cell)
            return
        }
        if shape.columns.has(.area) {
            section = cell.text.inOneLine
            return
        }
        // A title right under another: the first one groups.
        if let last = rows.last, last.isAreaLevel, last.has(.area), last.cells.count == 1, hasTitleArea,
            last.place != cell.place,
            AreaLabel(cell.text).word != AreaLabel(last.text(.area)).word || AreaLabel(cell.text).word == nil
        {
            section = last.text(.area).inOneLine
            rows.removeLast()
        }
        addAreaLevel(.area, cell)
        hasTitleArea = true
    }

    private mutating func takeField(_ meaning: ColumnMeaning, _ cell: PlanCell) {
        if meaning == .ignored {
            leftOut.append(
                Reading.LeftOut(
                    place: cell.place, text: cell.text.inOneLine, reason: "a note across the table"))
            return
        }
        if shape == nil {
            fields.append((meaning, cell))
        } else {
            addAreaLevel(meaning, cell)
        }
    }

    private mutating func addAreaLevel(_ meaning: ColumnMeaning, _ cell: PlanCell) {
        var row = PlanRow(place: cell.place)
        row.isAreaLevel = true
        row.section = section
        row.add(cell, as: meaning)
        if !row.cells.isEmpty { rows.append(row) }
    }

    /// Titles above the header: the last that is numbered, or the last of all, is the area or section.
    private mutating func flushTitles() {
        guard !titles.isEmpty else { return }
        let hasArea = shape?.columns.has(.area) ?? true
        let hasAreaField = fields.contains { $0.0 == .area }
        var chosen = titles.lastIndex { AreaLabel($0.text).word != nil }
        if chosen == nil, !hasArea, !hasAreaField { chosen = titles.lastIndex { !isDocumentTitle($0) } }
        for (index, cell) in titles.enumerated() where index != chosen {
            leftOut.append(
                Reading.LeftOut(
                    place: cell.place, text: cell.text.inOneLine, reason: "a title above the table"))
        }
        if let chosen {
            if hasArea || hasAreaField {
                section = titles[chosen].text.inOneLine
            } else {
                addAreaLevel(.area, titles[chosen])
                hasTitleArea = true
            }
        }
        if hasAreaField { hasTitleArea = true }
        titles = []
    }

    private func isDocumentTitle(_ cell: PlanCell) -> Bool {
        let key = " " + PlainWords.key(cell.text) + " "
        return ["action plan", "improvement plan", "updated", "version", "council"].contains {
            key.contains(" \($0) ")
        }
            || CellContent.isDate(cell.text)
    }

    private mutating func takeData(_ cells: [Grid.Cell], _ row: Int, _ shape: Shape) {
        var made = PlanRow(place: grid.table.rows[row].place)
        made.section = section
        made.startsPage = startsPage
        if let named = sectionCell(row, shape) { made.section = named }
        for cell in cells {
            let span =
                cell.cell.column..<min(grid.columnCount, cell.cell.column + max(1, cell.cell.columnSpan))
            let column =
                span.first { (shape.columns.meanings[$0] ?? .ignored) != .ignored } ?? cell.cell.column
            let meaning = shape.columns.meanings[column] ?? .ignored
            var plan = PlanCell(cell.cell, heading: shape.header?.columns[column]?.text ?? "")
            plan.column = column
            plan.isMixed = shape.columns.mixed.contains(column)
            if meaning != .section { made.add(plan, as: meaning) }
        }
        for column in 0..<grid.columnCount {
            guard let cell = grid.cell(row, column), cell.row < row, cell.cell.column == column,
                !cell.text.isEmpty
            else { continue }
            made.covering[shape.columns.meanings[column] ?? .ignored, default: []].append(PlanCell(cell.cell))
        }
        for column in 0..<grid.columnCount where shape.columns.meanings[column] == .status {
            // A status may be a colour without a word.
            guard let cell = grid.cell(row, column), cell.row == row, cell.text.isEmpty, cell.cell.fill != nil
            else { continue }
            made.add(PlanCell(cell.cell), as: .status)
        }
        rows.append(made)
        startsPage = false
    }

    /// The words of the grouping column: of this row, or of the last one that had any.
    private mutating func sectionCell(_ row: Int, _ shape: Shape) -> String? {
        let columns = shape.columns.columns(.section)
        guard !columns.isEmpty else { return nil }
        let words = columns.compactMap { column in
            grid.cell(row, column).flatMap { $0.text.isEmpty ? nil : $0.text.inOneLine }
        }
        if !words.isEmpty { section = words.joined(separator: " – ") }
        return section
    }

    private mutating func leaveOut(_ cells: [Grid.Cell], _ row: Int, _ reason: String) {
        leftOut.append(
            Reading.LeftOut(
                place: grid.table.rows[row].place,
                text: cells.map(\.text.inOneLine).joined(separator: " | "), reason: reason))
    }
}

// MARK: What stands around it

extension TableReader {
    /// The heading over the table, for one whose areas stand in a column or in titles of their own.
    private func trailSection(hasArea: Bool) -> String? {
        guard hasArea else { return trail.headings.dropLast().last?.paragraph.text.string.inOneLine }
        return trail.innermost?.text.string.inOneLine
    }

    /// Where no column holds the areas, the heading over the table is the area.
    private mutating func openAreaFromHeadings(before index: Int) {
        var opened: [PlanRow] = []
        func add(_ meaning: ColumnMeaning, _ paragraph: Paragraph) {
            var paragraph = paragraph
            if case .heading = paragraph.role { paragraph.role = .plain }
            var row = PlanRow(place: paragraph.place)
            row.isAreaLevel = true
            row.section = trailSection(hasArea: false)
            row.add(PlanCell([paragraph], place: paragraph.place), as: meaning)
            opened.append(row)
        }
        var lines = trail.lines[...]
        if let heading = trail.innermost {
            add(.area, heading)
            // "Area for improvement 1", and its words on the next line.
            if AreaLabel(heading.text.string).rest.isEmpty, let line = lines.first,
                FieldLine(line, needsValue: false) == nil
            {
                opened[0].cells[.area]?[0].paragraphs.append(line)
                lines = lines.dropFirst()
            }
        }
        for (meaning, cell) in FieldLine.cells(lines) {
            var row = PlanRow(place: cell.place)
            row.isAreaLevel = true
            row.section = trailSection(hasArea: false)
            row.add(cell, as: meaning)
            opened.append(row)
        }
        rows.insert(contentsOf: opened, at: index)
        hasTitleArea = hasTitleArea || trail.innermost != nil
        openedHeading = trail.innermost != nil
    }
}
