import Kernel

/// What one sheet holds, by its own rows and columns (from 1).
struct Sheet {
    /// In order of row, then column, once sorted.
    var cells: [SheetCell] = []
    /// Filled cells without words: a RAG column may hold nothing but colours.
    var filled: [SheetCell] = []
    var merges: [CellArea] = []
    var hiddenColumns: Set<Int> = []
    private(set) var hiddenRows: [ClosedRange<Int>] = []
    /// Hidden rows that hold something.
    var hiddenRowCount = 0
    /// Areas that the file itself calls tables, with their header rows.
    var namedTables: [(area: CellArea, headerRows: Int)] = []
    /// Rows that are printed on every page.
    var repeatedRows: ClosedRange<Int>?

    mutating func hide(row: Int) {
        if let last = hiddenRows.last, last.upperBound == row - 1 {
            hiddenRows[hiddenRows.count - 1] = last.lowerBound...row
        } else {
            hiddenRows.append(row...row)
        }
    }

    func isHidden(column: Int) -> Bool { hiddenColumns.contains(column) }

    /// Rows stand in the file in order, as a rule.
    mutating func sortHiddenRows() {
        hiddenRows.sort { $0.lowerBound < $1.lowerBound }
    }

    /// One of the rows after the first and before the last is visible.
    func hasVisibleRow(between first: Int, and last: Int) -> Bool {
        guard first + 1 < last else { return false }
        let index = hiddenRows.partitioningIndex { $0.upperBound > first }
        guard hiddenRows.indices.contains(index) else { return true }
        let hidden = hiddenRows[index]
        return hidden.lowerBound > first + 1 || hidden.upperBound < last - 1
    }
}

struct SheetCell {
    var row = 0
    var column = 0
    var lines: [Text] = []
    var value: Table.Cell.Value?
    var fill: String?
    /// In points.
    var fontSize = 11.0

    var isBold: Bool { !lines.isEmpty && lines.allSatisfy { $0.isWholly(.bold) } }
}

/// A rectangle of cells such as `B2:D4`, counted from 1.
struct CellArea: Hashable {
    var rows: ClosedRange<Int>
    var columns: ClosedRange<Int>

    static let mostRows = 1_048_576
    static let mostColumns = 16_384

    var count: Int { rows.count * columns.count }

    /// Nil for anything that is no area of a sheet.
    init?(_ text: String) {
        let ends = text.split(separator: ":").map { CellArea.place(Array($0.utf8)[...]) }
        guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2,
            first.row <= last.row, first.column <= last.column
        else { return nil }
        rows = first.row...last.row
        columns = first.column...last.column
    }

    private static func place(_ text: ArraySlice<UInt8>) -> (row: Int, column: Int)? {
        let text = text.filter { $0 != 0x24 }
        guard let column = column(text[...]),
            let row = Int(String(decoding: text.drop { $0 >= 0x41 }, as: UTF8.self)),
            (1...mostRows).contains(row), (1...mostColumns).contains(column)
        else { return nil }
        return (row, column)
    }

    /// The column's number by the letters at the start of a cell's name.
    static func column(_ name: ArraySlice<UInt8>) -> Int? {
        var column = 0
        for byte in name.prefix(4) {
            guard (0x41...0x5A).contains(byte & 0xDF), byte >= 0x41 else { break }
            column = column * 26 + Int(byte & 0xDF) - 0x40
        }
        return column > 0 ? column : nil
    }
}

extension RandomAccessCollection where Index == Int {
    /// The first place at which the condition holds, in a collection where it holds from some place on.
    func partitioningIndex(where isSecond: (Element) -> Bool) -> Int {
        var low = startIndex
        var high = endIndex
        while low < high {
            let middle = low + (high - low) / 2
            if isSecond(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
