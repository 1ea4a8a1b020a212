import Kernel

/// A delimited file with a header as typed columns: what measures, comparisons and frames are read from.
///
/// Each column is what all of its values are: whole numbers, days, decimals, else text. An empty field is missing. A
/// figure with a nought before it is text: it is a code. Separated by commas, semicolons, tabs or bars; UTF-8, UTF-16 or
/// Windows-1252; rows may be longer or shorter than the header, which is counted.
package struct CSVColumns: Sendable {
    package enum Column: Sendable {
        case whole([CountCell])
        case days([DateCell])
        /// Not a number where the field is empty.
        case decimals([Double])
        /// Few different texts.
        case texts(TextColumn)
        /// Texts of which most are different.
        case plain(PlainTexts)
    }

    /// Texts one behind the other.
    package struct PlainTexts: Sendable {
        fileprivate let bytes: [UInt8]
        fileprivate let cells: [TextCell]

        package var count: Int { cells.count }

        package subscript(row: Int) -> String {
            let start = Int(cells[row].start)
            return String(decoding: bytes[start..<start + Int(cells[row].length)], as: UTF8.self)
        }
    }

    package let names: [String]
    package let columns: [Column]
    package let rows: Int
    /// Rows with fewer fields than the header; what is missing in them is missing.
    package let shortRows: Int
    /// Rows with fields beyond the header that hold something, and the first lines of such: these fields were left out.
    package let longRows: Int
    package let longLines: [Int]

    package static let mostColumns = 1024

    /// The column of that name, letters large or small.
    package func column(_ name: String) -> Column? {
        names.firstIndex { $0.lowercased() == name.lowercased() }.map { columns[$0] }
    }

    package static func read(_ bytes: [UInt8], mostBytes: Int = 1 << 30) throws(UnusableFile) -> CSVColumns {
        guard bytes.count <= mostBytes else { throw UnusableFile("It is larger than \(mostBytes >> 20) MB.") }
        let bytes = try PlainText.utf8(bytes)
        let result: Result<CSVColumns, UnusableFile> = bytes.withUnsafeBytes { buffer in
            do throws(UnusableFile) {
                var reading = CSVReading(buffer)
                return .success(try reading.run(bytes))
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }
}

private struct CSVReading {
    private let bytes: UnsafeRawBufferPointer
    private var names: [String] = []
    private var builders: [CSVColumnBuilder] = []
    private var rows = 0
    private var shortRows = 0
    private var longRows = 0
    private var longLines: [Int] = []

    private static let sampleRows = 1000
    private static let mostLines = 20

    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    mutating func run(_ owner: [UInt8]) throws(UnusableFile) -> CSVColumns {
        var start = DelimitedRows(bytes)
        try readHeader(&start)
        sample(start)
        try readRows(start, into: Array(builders.indices))
        // A column that turned out to hold something else is read again as the next wider kind.
        while case let again = builders.indices.filter({ builders[$0].isBroken }), !again.isEmpty {
            for index in again { builders[index].widen() }
            try readRows(start, into: again)
        }
        return CSVColumns(
            names: names, columns: builders.indices.map { builders[$0].column(rows: rows, owner) },
            rows: rows,
            shortRows: shortRows, longRows: longRows, longLines: longLines)
    }

    private mutating func readHeader(_ source: inout DelimitedRows) throws(UnusableFile) {
        repeat {
            guard !source.isAtEnd else { throw UnusableFile("It is empty.") }
            names = []
            var isLast = false
            while !isLast {
                let field = source.field()
                names.append(String(decoding: field.text, as: UTF8.self))
                isLast = field.endsRow
                guard names.count <= CSVColumns.mostColumns else {
                    throw UnusableFile("It has more than \(CSVColumns.mostColumns) columns.")
                }
            }
        } while names == [""]
    }

    /// Decides from the first rows what each column holds.
    private mutating func sample(_ start: DelimitedRows) {
        var source = start
        var kinds = names.map { _ in CSVSample() }
        var taken = 0
        while taken < CSVReading.sampleRows, !source.isAtEnd {
            var column = 0
            var isLast = false
            while !isLast {
                let field = source.field()
                isLast = field.endsRow
                if column < kinds.count { kinds[column].add(field.text) }
                column += 1
            }
            taken += 1
        }
        let sampled = max(1, source.offset - start.offset)
        let expected =
            taken < CSVReading.sampleRows ? taken : (bytes.count - start.offset) / (sampled / taken) + 1000
        builders = kinds.map { CSVColumnBuilder($0.kind, rows: expected) }
    }

    private mutating func readRows(_ start: DelimitedRows, into wanted: [Int]) throws(UnusableFile) {
        var source = start
        let isFirst = wanted.count == names.count
        var isWanted = names.map { _ in false }
        for index in wanted { isWanted[index] = true }
        let width = names.count
        var row = 0
        while !source.isAtEnd {
            let line = source.line
            source.beginRow()
            var field = source.field()
            if field.endsRow, field.text.isEmpty, width > 1 { continue }
            var column = 0
            while true {
                if column < width {
                    if isWanted[column], !field.text.isEmpty {
                        builders[column].add(field.text, row: row, of: bytes)
                    }
                } else if isFirst, !field.text.isEmpty {
                    longRows += 1
                    if longLines.count < CSVReading.mostLines { longLines.append(line) }
                    while !field.endsRow { field = source.field() }
                    column = width
                }
                column += 1
                if field.endsRow { break }
                field = source.field()
            }
            if isFirst, column < width { shortRows += 1 }
            row += 1
            guard row < Int32.max else { throw UnusableFile("It has too many rows.") }
        }
        rows = row
    }
}

/// What the first values of a column could be.
private struct CSVSample {
    private var whole = true
    private var days = true
    private var decimals = true
    private var filled = 0
    private var texts = ByteInterner()

    mutating func add(_ text: UnsafeRawBufferPointer) {
        guard !text.isEmpty else { return }
        filled += 1
        whole = whole && CSVColumnBuilder.whole(text) != nil
        days = days && CSVColumnBuilder.day(text) != nil
        decimals = decimals && CSVColumnBuilder.decimal(text) != nil
        _ = texts.number(text)
    }

    var kind: CSVColumnBuilder.Kind {
        if whole { return .whole }
        if days { return .days }
        if decimals { return .decimals }
        return filled >= 100 && texts.count * 2 > filled ? .plain : .texts
    }
}

private struct CSVColumnBuilder {
    enum Kind { case whole, days, decimals, texts, plain }

    private var kind: Kind
    private var numbers: [Int32] = []
    private var doubles: [Double] = []
    private var cells: [TextCell] = []
    private var texts = ByteInterner()
    /// A value was met that the kind does not hold.
    private(set) var isBroken = false
    private let expected: Int

    init(_ kind: Kind, rows expected: Int) {
        self.kind = kind
        self.expected = expected
        reserve()
    }

    private mutating func reserve() {
        switch kind {
        case .whole, .days, .texts: numbers.reserveCapacity(expected)
        case .decimals: doubles.reserveCapacity(expected)
        case .plain: cells.reserveCapacity(expected)
        }
    }

    /// Whole numbers may be decimals; anything may be text.
    mutating func widen() {
        kind = kind == .whole ? .decimals : .texts
        isBroken = false
        numbers = []
        doubles = []
        cells = []
        reserve()
    }

    @inline(__always)
    mutating func add(_ text: UnsafeRawBufferPointer, row: Int, of file: UnsafeRawBufferPointer) {
        guard !isBroken else { return }
        switch kind {
        case .whole:
            guard let number = CSVColumnBuilder.whole(text) else { return isBroken = true }
            pad(to: row, CountCell.missing.number)
            numbers.append(number)
        case .days:
            guard let number = CSVColumnBuilder.day(text) else { return isBroken = true }
            pad(to: row, DateCell.missing.number)
            numbers.append(number)
        case .texts:
            pad(to: row, 0)
            numbers.append(texts.number(text))
        case .decimals:
            guard let number = CSVColumnBuilder.decimal(text) else { return isBroken = true }
            while doubles.count < row { doubles.append(.nan) }
            doubles.append(number)
        case .plain:
            // Text that had to be decoded does not stand in the file.
            guard let base = file.baseAddress, let first = text.baseAddress, case let start = first - base,
                start >= 0, start + text.count <= min(file.count, Int(UInt32.max))
            else { return isBroken = true }
            while cells.count < row { cells.append(.missing) }
            cells.append(TextCell(start: UInt32(start), length: UInt32(text.count)))
        }
    }

    @inline(__always)
    private mutating func pad(to rows: Int, _ missing: Int32) {
        while numbers.count < rows { numbers.append(missing) }
    }

    @inline(__always)
    static func whole(_ text: UnsafeRawBufferPointer) -> Int32? {
        let start = text[0] == 0x2D ? 1 : 0
        guard text.count > start, text.count - start <= 9, text[start] != 0x30 || text.count == start + 1
        else {
            return nil
        }
        var value: Int32 = 0
        for index in start..<text.count {
            let figure = text[index] &- 0x30
            guard figure < 10 else { return nil }
            value = value &* 10 &+ Int32(figure)
        }
        return start == 1 ? -value : value
    }

    @inline(__always)
    static func day(_ text: UnsafeRawBufferPointer) -> Int32? {
        if text.count == 10, let day = WrittenDay.tenBytes(text) { return day.number }
        // A bare number is a number.
        guard text.contains(where: { $0 &- 0x30 >= 10 && $0 != 0x2E }) else { return nil }
        return WrittenDay.day(text)?.number
    }

    @inline(__always)
    static func decimal(_ text: UnsafeRawBufferPointer) -> Double? {
        let start = text[0] == 0x2D ? 1 : 0
        // A nought before another figure makes it a code.
        if text.count > start + 1, text[start] == 0x30, text[start + 1] &- 0x30 < 10 { return nil }
        return WrittenNumber.decimal(text) ?? WrittenNumber.double(text)
    }

    mutating func column(rows: Int, _ owner: [UInt8]) -> CSVColumns.Column {
        switch kind {
        case .whole:
            pad(to: rows, CountCell.missing.number)
            return .whole(numbers.map { CountCell(number: $0) })
        case .days:
            pad(to: rows, DateCell.missing.number)
            return .days(numbers.map { DateCell(number: $0) })
        case .decimals:
            while doubles.count < rows { doubles.append(.nan) }
            return .decimals(doubles)
        case .texts:
            pad(to: rows, 0)
            return .texts(TextColumn(rows: numbers, distinct: (0..<texts.count).map { texts[$0] }))
        case .plain:
            while cells.count < rows { cells.append(.missing) }
            return .plain(CSVColumns.PlainTexts(bytes: owner, cells: cells))
        }
    }
}
