/// A cell as the file has it, before its column says what it should hold. Its text stays until the next row is read.
struct RowCell {
    enum Kind: UInt8 {
        case empty, text
        /// Figures of a workbook's cell, which no format marks as a date, or which one does.
        case number, serial
        /// 1 or 0.
        case flag
        /// `#N/A` and its like.
        case fault
    }

    var kind = Kind.empty
    var text = UnsafeRawBufferPointer(start: nil, count: 0)
}

/// One row of a sheet or record of a file; the room in it is used again for the next.
struct Row: ~Copyable {
    /// More columns than any return has; what stands beyond them is counted.
    static let mostColumns = 256

    private let cells = UnsafeMutablePointer<RowCell>.allocate(capacity: Row.mostColumns)
    /// Columns up to the last that holds something.
    private(set) var width = 0
    /// Cells that hold something, those beyond `mostColumns` with them.
    private(set) var filled = 0
    private(set) var beyond = 0
    /// Row of the sheet or line of the file, from 1.
    var place = 0

    init() { cells.initialize(repeating: RowCell(), count: Row.mostColumns) }

    deinit { cells.deallocate() }

    subscript(column: Int) -> RowCell { column < width ? cells[column] : RowCell() }

    mutating func clear() {
        for column in 0..<width { cells[column] = RowCell() }
        width = 0
        filled = 0
        beyond = 0
    }

    @inline(__always)
    mutating func set(_ column: Int, _ kind: RowCell.Kind, _ text: UnsafeRawBufferPointer) {
        filled += 1
        guard column < Row.mostColumns else {
            beyond += 1
            return
        }
        cells[column] = RowCell(kind: kind, text: text)
        if column >= width { width = column + 1 }
    }

    /// The texts of the row, for reading a header: short, and with white space folded.
    func words() -> [String] {
        (0..<width).map { column in
            String(decoding: cells[column].text.prefix(500), as: UTF8.self)
                .split { $0.isWhitespace }.joined(separator: " ")
        }
    }
}

/// What gives rows, one after another.
protocol RowSource {
    /// Puts the next row in place of the last; false at the end. Rows may be empty.
    mutating func next(_ row: inout Row) throws(UnusableFile) -> Bool
    /// What turns serial numbers into days.
    var countsFrom1904: Bool { get }
}

/// What a reader of returns takes on before it refuses.
package struct ReturnLimits: Sendable {
    package var fileBytes = 64 << 20
    package var expandedBytes = 1 << 30
    /// Cells that hold something, over all parts of a file.
    package var cells = 4_000_000
    package var rows = 4_000_000

    package init() {}

    package static let standard = ReturnLimits()

    var tooManyCells: UnusableFile {
        UnusableFile(
            "It has more than \(cells / 1_000_000) million cells: leave out what is no list of the return.")
    }

    var tooLarge: UnusableFile {
        UnusableFile("It is larger than \(fileBytes >> 20) MB: leave out what is no list of the return.")
    }
}
