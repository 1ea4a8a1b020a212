import Documents
import Kernel

/// What the cells of a column hold, counted.
struct ColumnContents: Equatable {
    /// Cells with words.
    var filled = 0
    var dates = 0
    var references = 0
    var people = 0
    var statuses = 0
    var ranks = 0
    var words = 0

    static func of(_ grid: Grid, rows: Range<Int>) -> [ColumnContents] {
        var contents = [ColumnContents](repeating: ColumnContents(), count: grid.columnCount)
        for row in rows.prefix(200) {
            for cell in grid.cells(in: row) where cell.cell.columnSpan == 1 {
                contents[cell.cell.column].take(cell)
            }
        }
        return contents
    }

    private mutating func take(_ cell: Grid.Cell) {
        filled += 1
        let found = PlainWords.of(cell.text)
        let count = found.count
        words += count
        if case .day = cell.cell.value {
            dates += 1
            return
        }
        // What is said at length is a sentence.
        guard count <= 16, cell.text.utf8.count <= 200 else { return }
        if CellContent.isDate(cell.text) { dates += 1 }
        if count <= 4, CellContent.isReference(cell.text) { references += 1 }
        if CellContent.isPeople(cell.text) { people += 1 }
        if count <= 4, StatusPhrase.read(cell.text) != nil || CellContent.isColour(cell.text) {
            statuses += 1
        }
        if count == 1, CellContent.isRank(cell.text) { ranks += 1 }
    }

    private func isMostly(_ count: Int) -> Bool { filled > 0 && count * 10 >= filled * 6 }

    var isMostlyDates: Bool { isMostly(dates) }
    var isMostlyStatus: Bool { isMostly(statuses) && dates * 2 < filled }
    /// "Progress" over nothing but "complete", "in progress", "not started".
    var isOnlyStatus: Bool { filled >= 2 && statuses == filled && words <= filled * 3 }
    var isMostlyReferences: Bool { isMostly(references) }
    var isMostlyPeople: Bool { isMostly(people) && dates * 2 < filled }
    /// "High", "Medium", "1", "2": how urgent, not what.
    var isRank: Bool { filled > 0 && ranks == filled }
    var isShort: Bool { filled > 0 && words <= filled * 4 }
    var averageWords: Int { filled == 0 ? 0 : words / filled }

    /// For a column without a heading in a table that has one.
    var meaningWithoutHeading: ColumnMeaning? {
        if filled == 0 { return .ignored }
        if isMostlyReferences { return .areaReference }
        return nil
    }
}
