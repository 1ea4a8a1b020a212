/// Where something stood in a document: only what is known is given, and all counts begin at 1.
package struct Place: Hashable, Sendable, CustomStringConvertible {
    /// A page of a PDF or a Word document, or the sheet of a workbook.
    package var page: Int?
    package var sheet: String?
    /// The table's number in the whole document, in reading order.
    package var table: Int?
    /// The row as printed, header rows counted; in a workbook the sheet's own row number.
    package var row: Int?
    /// The column of the table's grid.
    package var column: Int?
    /// A line of a text file, or the number of a paragraph outside tables.
    package var line: Int?
    package var paragraph: Int?

    package init(
        page: Int? = nil, sheet: String? = nil, table: Int? = nil, row: Int? = nil, column: Int? = nil,
        line: Int? = nil, paragraph: Int? = nil
    ) {
        self.page = page
        self.sheet = sheet
        self.table = table
        self.row = row
        self.column = column
        self.line = line
        self.paragraph = paragraph
    }

    /// `page 9, table 3, row 18, column 2`; `the document` when nothing is known.
    package var description: String {
        var parts: [String] = []
        if let sheet { parts.append("sheet “\(sheet)”") }
        if let page { parts.append("page \(page)") }
        if let table { parts.append("table \(table)") }
        if let row { parts.append("row \(row)") }
        if let column { parts.append("column \(column)") }
        if let line { parts.append("line \(line)") }
        if let paragraph { parts.append("paragraph \(paragraph)") }
        return parts.isEmpty ? "the document" : parts.joined(separator: ", ")
    }
}

extension Place {
    /// Reads back what `description` writes; nil for any other words.
    package init?(description: String) {
        self.init()
        if description == "the document" { return }
        var rest = description[...]
        if rest.hasPrefix("sheet “") {
            // A sheet's name may itself hold the closing mark: the last one ends it.
            guard let end = rest.lastIndex(of: "”") else { return nil }
            sheet = String(rest[rest.index(rest.startIndex, offsetBy: 7)..<end])
            rest = rest[rest.index(after: end)...]
            if rest.isEmpty { return }
            guard rest.hasPrefix(", ") else { return nil }
            rest = rest.dropFirst(2)
        }
        let fields: [(String, WritableKeyPath<Place, Int?>)] = [
            ("page", \.page), ("table", \.table), ("row", \.row), ("column", \.column), ("line", \.line),
            ("paragraph", \.paragraph),
        ]
        for part in rest.split(separator: ",") {
            let words = part.split(separator: " ")
            guard words.count == 2, let number = Int(words[1]),
                let field = fields.first(where: { $0.0 == words[0] })?.1
            else { return nil }
            self[keyPath: field] = number
        }
    }
}
