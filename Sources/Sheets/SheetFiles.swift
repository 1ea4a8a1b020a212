import Kernel

extension Sheet.Cell {
    /// What a reader sees, a value a line.
    var lines: [String] {
        switch self {
        case .empty: []
        case .text(let text): text.split(separator: "\n").map(String.init)
        case .day(let day): [day.short]
        case .moment(let moment):
            ["\(moment.inLondon.day.short) \(moment.inLondonTime.suffix(5))"]
        case .number(let number): [number.plain.replacing("-", with: "−")]
        }
    }

    func lines(in column: Sheet.Column) -> [String] {
        if column.kind == .percent, case .number(let number) = self {
            return ["\(number.plain.replacing("-", with: "−"))%"]
        }
        return lines
    }
}

extension Sheet.Column {
    var isNumber: Bool { kind == .number || kind == .percent }
}

extension SheetPages {
    /// Wider than an upright page holds well.
    var isLandscape: Bool { columns.reduce(0) { $0 + $1.width } > 90 }

    var foot: String { "\(title). \(standing)" }

    /// "12 rows" where no filter says how many.
    var count: String { rows.count == 1 ? "1 row" : "\(rows.count) rows" }
}

/// A list as a sheet of a workbook: dates are dates and numbers are numbers.
enum SheetWorkbook {
    static func bytes(_ pages: SheetPages) throws -> [UInt8] {
        try WorkbookFile.bytes(title: pages.title) { book in
            guard let sheet = book.sheet(name(pages.title)) else { throw WorkbookFile.Failure.notWritten }
            for (column, entry) in pages.columns.enumerated() {
                sheet.write(entry.words, row: 0, column: column, .heading)
                sheet.width(entry.width, ofColumn: column)
            }
            for (row, cells) in pages.rows.enumerated() {
                for (column, cell) in cells.prefix(pages.columns.count).enumerated() {
                    write(cell, pages.columns[column], sheet, row + 1, column)
                }
            }
            sheet.printed(
                foot: pages.foot, header: 1, rows: pages.rows.count + 1, columns: pages.columns.count)
            about(pages, book)
        }
    }

    private static func write(
        _ cell: Sheet.Cell, _ column: Sheet.Column, _ sheet: WorkbookSheet, _ row: Int, _ place: Int
    ) {
        switch cell {
        case .day(let day): sheet.write(day, row: row, column: place)
        case .moment(let moment):
            let (day, minutes) = moment.inLondon
            sheet.write(day, row: row, column: place, minutes: minutes)
        case .number(let number):
            let isShare = column.kind == .percent
            sheet.write(isShare ? number / 100 : number, row: row, column: place, isShare: isShare)
        case .empty, .text:
            sheet.write(cell.lines.joined(separator: "\n"), row: row, column: place)
        }
    }

    /// What the list is and what it leaves out stand on a sheet of their own, so that the first can be sorted.
    private static func about(_ pages: SheetPages, _ book: WorkbookFile) {
        guard let sheet = book.sheet("About this list") else { return }
        let facts = [
            ("List", pages.title), ("Shown", pages.note ?? "\(pages.count), none hidden by a filter"),
            ("When", pages.standing),
        ]
        for (row, fact) in facts.enumerated() {
            sheet.write(fact.0, row: row, column: 0, .heading)
            sheet.write(fact.1, row: row, column: 1)
        }
        sheet.width(12, ofColumn: 0)
        sheet.width(60, ofColumn: 1)
        sheet.printed(foot: pages.foot, header: nil, rows: facts.count, columns: 2)
    }

    /// Excel takes 31 characters, without some signs, and not at the ends an apostrophe.
    private static func name(_ title: String) -> String {
        let safe = title.filter { !"[]:*?/\\'’".contains($0) }
        var name = ""
        for character in safe where (name + String(character)).utf16.count <= 31 { name.append(character) }
        return name.isEmpty || name.lowercased() == "history" || name == "About this list" ? "List" : name
    }
}

/// A list as a plain Word table.
enum SheetDocument {
    static func bytes(_ pages: SheetPages) -> [UInt8] {
        var word = WordFile(title: pages.title, foot: pages.foot, isLandscape: pages.isLandscape)
        word.paragraph(pages.title, .title)
        word.paragraph(pages.note ?? "\(pages.count), none hidden by a filter", .note)
        let sum = pages.columns.reduce(0) { $0 + $1.width }
        let widths = pages.columns.map { Int($0.width / max(1, sum) * Double(word.width)) }
        word.table(pages.title, widths: widths, header: pages.columns.map(\.words)) { word in
            for row in pages.rows {
                word.row { word in
                    for (index, column) in pages.columns.enumerated() {
                        word.cell(
                            index < row.count ? row[index].lines(in: column) : [], width: widths[index],
                            column.isNumber ? .tableNumber : index == 0 ? .tableStrong : .tableText)
                    }
                }
            }
        }
        word.paragraph(pages.standing, .small)
        return word.bytes()
    }
}

/// A list as one web page, from which the PDF is printed too.
enum SheetWebPage {
    static func bytes(_ pages: SheetPages) -> [UInt8] {
        var web = WebFile(title: pages.title, foot: pages.foot, isLandscape: pages.isLandscape)
        web.heading(pages.title, .title)
        web.paragraph(pages.note ?? "\(pages.count), none hidden by a filter", class: "note")
        web.table(pages.title, header: pages.columns.map { ($0.words, $0.isNumber) }) { web in
            for row in pages.rows {
                web.row { web in
                    for (index, column) in pages.columns.enumerated() {
                        web.cell(
                            index < row.count ? row[index].lines(in: column) : [], isHead: index == 0,
                            isNumber: column.isNumber)
                    }
                }
            }
        }
        web.paragraph(pages.standing, class: "mark")
        return web.bytes()
    }
}
