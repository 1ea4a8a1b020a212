import Documents
import Kernel

/// Documents written down in a few lines, as a Word or Excel reader would give them.
enum SampleDocument {
    enum Part {
        case heading(Int, String)
        case bold(String)
        case line(String)
        case bullet(String)
        case table([[Cell]])
    }

    /// A cell; line breaks begin paragraphs, `**…**` around a paragraph makes it bold, "- " a bullet.
    struct Cell: ExpressibleByStringLiteral {
        var text: String
        var columns = 1
        var rows = 1
        var fill: String?
        var day: Day?

        init(stringLiteral value: String) { text = value }
        init(_ text: String, columns: Int = 1, rows: Int = 1, fill: String? = nil, day: Day? = nil) {
            (self.text, self.columns, self.rows, self.fill, self.day) = (text, columns, rows, fill, day)
        }
    }

    static func make(_ parts: [Part], format: Document.Format = .docx) -> Document {
        var document = Document(format: format)
        var tables = 0
        for (index, part) in parts.enumerated() {
            let place = Place(paragraph: index + 1)
            switch part {
            case .heading(let level, let text):
                document.blocks.append(
                    .paragraph(Paragraph(Text(text), role: .heading(level: level), place: place)))
            case .bold(let text):
                document.blocks.append(.paragraph(paragraph("**\(text)**", place)))
            case .line(let text): document.blocks.append(.paragraph(paragraph(text, place)))
            case .bullet(let text):
                document.blocks.append(
                    .paragraph(Paragraph(Text(text), role: .item(numeral: nil, level: 0), place: place)))
            case .table(let rows):
                tables += 1
                document.blocks.append(.table(table(rows, number: tables)))
            }
        }
        return document
    }

    private static func paragraph(_ text: String, _ place: Place) -> Paragraph {
        if text.hasPrefix("- ") {
            return Paragraph(
                Text(String(text.dropFirst(2))), role: .item(numeral: nil, level: 0), place: place)
        }
        guard text.hasPrefix("**"), text.hasSuffix("**"), text.count > 4 else {
            return Paragraph(Text(text), place: place)
        }
        let inner = String(text.dropFirst(2).dropLast(2))
        return Paragraph(Text(inner, marks: [Text.Mark(.bold, 0..<inner.utf8.count)]), place: place)
    }

    private static func table(_ rows: [[Cell]], number: Int) -> Table {
        var made: [Table.Row] = []
        var covered: [Int: Set<Int>] = [:]
        var width = 0
        for (index, row) in rows.enumerated() {
            var column = 0
            var cells: [Table.Cell] = []
            for cell in row {
                while covered[index, default: []].contains(column) { column += 1 }
                let place = Place(table: number, row: index + 1, column: column + 1)
                cells.append(
                    Table.Cell(
                        column: column, columnSpan: cell.columns, rowSpan: cell.rows,
                        paragraphs: cell.text.split(separator: "\n").map { paragraph(String($0), place) },
                        fill: cell.fill, value: cell.day.map { .day($0) }, place: place))
                for below in index..<(index + cell.rows) {
                    covered[below, default: []].formUnion(column..<(column + cell.columns))
                }
                column += cell.columns
            }
            width = max(width, column)
            made.append(Table.Row(cells: cells, place: Place(table: number, row: index + 1)))
        }
        return Table(rows: made, columnCount: width, place: Place(table: number))
    }
}
