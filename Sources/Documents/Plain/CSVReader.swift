import Kernel

/// Reads values separated by commas, semicolons, tabs or pipes into one table; lines above it are paragraphs.
package enum CSVReader {
    /// Throws `Unreadable` where the bytes are no text, or pass a limit.
    package static func read(_ bytes: [UInt8], limits: ReadingLimits) throws(Unreadable) -> Document {
        let decoded = try Encoding.decode(bytes, limits: limits)
        var reading = CSVReading(limits: limits)
        let outcome: Result<Void, Unreadable> = decoded.bytes.withUnsafeBytes { buffer in
            do throws(Unreadable) { return .success(try reading.run(buffer)) } catch {
                return .failure(error)
            }
        }
        try outcome.get()
        var document = Document(format: .csv)
        document.blocks = reading.preamble.map { .paragraph($0) }
        if !reading.table.rows.isEmpty { document.blocks.append(.table(reading.table)) }
        if decoded.isDamaged {
            document.notes.append(
                Document.Note(message: "Some characters could not be read and stand as �.", place: Place()))
        }
        return document
    }
}

private struct CSVReading {
    private let deadline: Deadline
    private var budget: CellBudget
    private(set) var preamble: [Paragraph] = []
    private(set) var table = Table(rows: [], columnCount: 0, place: Place(table: 1))
    private var record: [(column: Int, paragraphs: [Paragraph])] = []
    private var fieldCount = 0

    init(limits: ReadingLimits) {
        deadline = Deadline(limits)
        budget = CellBudget(limits)
    }

    mutating func run(_ bytes: UnsafeRawBufferPointer) throws(Unreadable) {
        let dialect = CSVDialect.find(bytes)
        var tokens = CSVTokens(bytes, delimiter: dialect.delimiter, from: dialect.start)
        var line = dialect.start > 0 ? 2 : 1
        var count = 0
        while let field = tokens.next() {
            count += 1
            if count % 1024 == 0 { try deadline.check() }
            let paragraphs = paragraphs(bytes, field, line: line)
            if !paragraphs.isEmpty {
                guard fieldCount < Self.mostColumns else { throw Self.tooWide(line: line) }
                record.append((fieldCount, paragraphs))
            }
            fieldCount += 1
            guard field.endsRecord else { continue }
            try endRecord(line: line, width: dialect.width)
            line = tokens.line + (dialect.start > 0 ? 1 : 0)
        }
    }

    private static let mostColumns = 1024

    private static func tooWide(line: Int) -> Unreadable {
        Unreadable(
            .tooLarge,
            "Line \(line) of the file has more than \(mostColumns) columns, which no plan has: save the columns that "
                + "hold the plan as a file of their own.")
    }

    /// Each line of a field is a paragraph of its own. HTML in a field, as issue trackers export it, is read.
    private func paragraphs(_ bytes: UnsafeRawBufferPointer, _ field: CSVTokens.Field, line: Int)
        -> [Paragraph]
    {
        guard field.start < field.end else { return [] }
        var text = Array(bytes[field.start..<field.end])
        if field.hasDoubledQuotes { text = Self.undoubled(text) }
        if Self.isGuarded(text) { text.removeFirst() }
        let place = Place(table: 1, row: table.rows.count + 1, column: fieldCount + 1, line: line)
        if text.contains(0x3C), Self.hasTags(text) {
            return InlineMarkup.pieces(text, inCell: true).map {
                Paragraph($0.text, role: $0.role, place: place)
            }
        }
        return text.split(whereSeparator: { $0 == 0x0A || $0 == 0x0B }).compactMap { line in
            var builder = TextBuilder()
            builder.append(line)
            guard !builder.isEmpty else { return nil }
            var role = Paragraph.Role.plain
            if let length = ListMark.bulletLength(builder.bytes) {
                builder.removePrefix(length)
                role = .item(numeral: nil, level: 0)
            }
            return Paragraph(builder.finish(), role: role, place: place)
        }
    }

    /// An apostrophe that keeps a spreadsheet from taking the value for a formula: `'=…`, `'+…`, `'-…`, `'@…`.
    private static func isGuarded(_ text: [UInt8]) -> Bool {
        guard text.first == 0x27, let sign = text.first(where: { $0 != 0x27 }) else { return false }
        return [0x3D, 0x2B, 0x2D, 0x40].contains(sign)
    }

    private static func undoubled(_ text: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(text.count)
        var index = 0
        while index < text.count {
            out.append(text[index])
            index += text[index] == 0x22 && index + 1 < text.count && text[index + 1] == 0x22 ? 2 : 1
        }
        return out
    }

    private static func hasTags(_ text: [UInt8]) -> Bool {
        text.indices.contains { text[$0] == 0x3C && MarkupTag(text, at: $0) != nil }
    }

    private mutating func endRecord(line: Int, width: Int) throws(Unreadable) {
        defer {
            record.removeAll(keepingCapacity: true)
            fieldCount = 0
        }
        guard !record.isEmpty else { return }
        try budget.admitRow()
        if table.rows.isEmpty, width > 1, record.count == 1 {
            for var paragraph in record[0].paragraphs {
                paragraph.place = Place(line: line)
                preamble.append(paragraph)
            }
            return
        }
        var row = Table.Row(cells: [], place: Place(table: 1, row: table.rows.count + 1, line: line))
        var filled = record[...]
        for column in 0..<min(fieldCount, Self.mostColumns) {
            let isFilled = filled.first?.column == column
            let paragraphs = isFilled ? filled.removeFirst().paragraphs : []
            guard try budget.admit(isEmpty: !isFilled) else { continue }
            var place = row.place
            place.column = column + 1
            row.cells.append(Table.Cell(column: column, paragraphs: paragraphs, place: place))
        }
        if table.rows.isEmpty { table.place.line = line }
        table.columnCount = max(table.columnCount, row.cells.last.map { $0.column + 1 } ?? 0)
        table.rows.append(row)
    }
}
