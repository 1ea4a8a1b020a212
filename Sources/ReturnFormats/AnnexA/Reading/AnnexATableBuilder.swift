/// One list while its rows are read.
struct AnnexATableBuilder {
    private let list: AnnexAList
    private var part: AnnexAPart
    private var columns: [AnnexAColumnBuilder] = []
    /// For each of `columns` the column of the row, and for each the place in `part.columns`.
    private var sources: [Int] = []
    private var places: [Int32] = []
    private let width: Int
    private let header: [String]
    /// The column that names the child or the adopter.
    private let referenceColumn: Int?
    private var emptyBefore = 0
    private var lastEmpty = 0
    private var emptyRows = AnnexAFindings.Tally()
    private var strayRows = AnnexAFindings.Tally()
    private var repeatedHeaders = AnnexAFindings.Tally()
    private var beyondHeader = AnnexAFindings.Tally()
    private var withoutReference = AnnexAFindings.Tally()
    private var findings = AnnexAFindings()
    private var unknown: [(column: Int, tally: AnnexAFindings.Tally)] = []

    private(set) var rows = 0
    private(set) var cells = 0

    init(_ part: AnnexAPart, _ headers: AnnexAHeaders, words: [String], place: Int, from1904: Bool) {
        list = headers.list
        header = words
        self.part = part
        self.part.list = list
        self.part.state = .taken
        self.part.headerPlace = place
        width = words.count
        let reference: AnnexAField = list == .adopters ? .adopter : .child
        referenceColumn = headers.fields.firstIndex(of: reference)
        for (column, word) in words.enumerated() {
            self.part.columns.append(
                AnnexAPart.Column(
                    header: String(word.prefix(120)), place: column + 1, field: headers.fields[column]))
            if let field = headers.fields[column] {
                columns.append(AnnexAColumnBuilder(field, from1904: from1904))
                sources.append(column)
            } else if let field = headers.repeated[column] {
                findings.add(.init(.repeatedColumn, list, field.rawValue))
            } else if !word.isEmpty {
                unknown.append((column, AnnexAFindings.Tally()))
            }
        }
    }

    mutating func take(_ row: borrowing Row) {
        guard row.filled > 0 else {
            emptyBefore += 1
            lastEmpty = row.place
            return
        }
        if isStray(row) {
            strayRows.add(row.place)
            return
        }
        if isHeader(row) {
            repeatedHeaders.add(row.place)
            return
        }
        if emptyBefore > 0 {
            for back in (0..<emptyBefore).reversed() { emptyRows.add(max(1, lastEmpty - back)) }
            emptyBefore = 0
        }
        cells += row.filled
        let index = rows
        for column in columns.indices {
            columns[column].add(row[sources[column]], row: index, place: row.place)
        }
        for column in unknown.indices where row[unknown[column].column].kind != .empty {
            unknown[column].tally.add(row.place)
        }
        if row.width > width || row.beyond > 0 {
            for column in width..<max(width, row.width) where row[column].kind != .empty {
                beyondHeader.add(row.place)
            }
            for _ in 0..<row.beyond { beyondHeader.add(row.place) }
        }
        for (column, word) in header.enumerated() where word.isEmpty && row[column].kind != .empty {
            beyondHeader.add(row.place)
        }
        if let referenceColumn, row[referenceColumn].kind == .empty { withoutReference.add(row.place) }
        places.append(Int32(clamping: row.place))
        rows += 1
    }

    /// A note, a total or a page's foot: one cell that is no reference, or stands apart.
    private func isStray(_ row: borrowing Row) -> Bool {
        guard row.filled == 1, columns.count > 2 else { return false }
        guard let referenceColumn, row[referenceColumn].kind != .empty else { return true }
        return emptyBefore > 0
    }

    private func isHeader(_ row: borrowing Row) -> Bool {
        guard let referenceColumn, row[referenceColumn].kind == .text else { return false }
        return row[referenceColumn].text.elementsEqual(header[referenceColumn].utf8)
    }

    // MARK: The whole list

    /// The part where another one already gave its list.
    func repeated() -> AnnexAPart {
        var part = part
        part.state = .repeated
        part.rows = rows
        return part
    }

    /// The part as it was understood, its table, and what was found. References are numbered by `children`.
    mutating func finish(
        _ recognise: AnnexAReader.Recognition, _ children: inout AnnexAChildren
    ) -> (part: AnnexAPart, table: AnnexATable, findings: AnnexAFindings) {
        var table = AnnexATable(list, rows: rows, place: places)
        for column in columns.indices {
            let builder = columns[column]
            part.columns[sources[column]].filled = builder.filled
            part.columns[sources[column]].unreadable = builder.unreadable.count
            note(builder)
            if builder.field == .child {
                let numbers = (0..<builder.texts.count).map {
                    $0 == 0 ? -1 : children.number(builder.texts[$0])
                }
                table.child = columns[column].references(rows: rows).map { numbers[Int($0)] }
            } else {
                let whole = columns[column].column(rows: rows, recognise)
                if case .codes(let codes) = whole { noteUnrecognised(codes, builder.field) }
                table.columns[builder.field] = whole
            }
        }
        if list != .adopters, table.child.isEmpty { table.child = Array(repeating: -1, count: rows) }
        for (column, tally) in unknown {
            part.columns[column].filled = tally.count
            findings.add(.init(.unknownColumn, list, part.columns[column].header))
        }
        let isLater = list.slots.contains { $0.since == 2024 && table.columns[$0.field] != nil }
        for slot in list.slots where slot.since == 2019 || isLater {
            if !columns.contains(where: { $0.field == slot.field }) {
                findings.add(.init(.missingColumn, list, slot.field.rawValue))
            }
        }
        findings.add(.init(.emptyRow, list), emptyRows)
        findings.add(.init(.strayRow, list), strayRows)
        findings.add(.init(.repeatedHeader, list), repeatedHeaders)
        findings.add(.init(.cellBeyondHeader, list), beyondHeader)
        findings.add(.init(.missingReference, list), withoutReference)
        part.rows = rows
        return (part, table, findings)
    }

    private mutating func note(_ builder: AnnexAColumnBuilder) {
        let name = builder.field.rawValue
        let kind: AnnexAFindings.Kind = builder.field.kind == .dates ? .unreadableDate : .unreadableCount
        findings.add(.init(kind, list, name), builder.unreadable)
        findings.add(.init(.placeholder, list, name), builder.placeholders)
        findings.add(.init(.inexactReference, list, name), builder.inexact)
    }

    private mutating func noteUnrecognised(_ column: CodeColumn, _ field: AnnexAField) {
        guard column.codes.contains(CodeColumn.unrecognised) else { return }
        var tally = AnnexAFindings.Tally()
        for row in 0..<rows where column[row] == CodeColumn.unrecognised {
            var text = column.text[row]
            text.withUTF8 { tally.add(Int(places[row]), UnsafeRawBufferPointer($0)) }
        }
        findings.add(.init(.unrecognisedCode, list, field.rawValue), tally)
    }
}

/// Everybody that a row names, numbered over all lists.
struct AnnexAChildren {
    private(set) var texts: [String] = []
    private var numbers: [String: Int32] = [:]

    mutating func number(_ text: String) -> Int32 {
        if let known = numbers[text] { return known }
        let number = Int32(texts.count)
        numbers[text] = number
        texts.append(text)
        return number
    }
}
