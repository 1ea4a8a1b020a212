import Documents
import PlanReading

/// A plan as a Word document that a council would print: A4 landscape, real headings, header rows repeated.
///
/// WordprocessingML as ECMA-376 part 1 has it; measures are twentieths of a point.
struct WordExport {
    private var body = ""
    private let pages: ExportPages

    static func bytes(_ pages: ExportPages) -> [UInt8] {
        var word = WordExport(pages: pages)
        word.write()
        var archive = ArchiveWriter()
        for (name, text) in WordParts.all(title: pages.title, body: word.body) {
            archive.add(name, Array(text.utf8))
        }
        return archive.finish()
    }

    private init(pages: ExportPages) { self.pages = pages }

    private mutating func write() {
        if let title = pages.title { paragraph(title, style: "Title") }
        if let note = pages.note { paragraph(note, style: "Note") }
        var part: PlanLayout.Part?
        for table in pages.tables {
            if table.part != part { paragraph(table.part.rawValue, style: "Heading1") }
            part = table.part
            if let section = table.section { paragraph(section, style: "Heading2") }
            write(table)
        }
        paragraph(PlanLayout.mark, style: "Small")
        body += WordParts.page
    }

    private mutating func paragraph(_ text: String, style: String? = nil) {
        body += "<w:p>"
        if let style { body += "<w:pPr><w:pStyle w:val=\"\(style)\"/></w:pPr>" }
        body += "<w:r><w:t xml:space=\"preserve\">\(text.inXML)</w:t></w:r></w:p>"
    }

    private mutating func write(_ table: ExportTable) {
        let isFacts = table.part == .about
        let whole = isFacts ? WordParts.width * 3 / 5 : WordParts.width
        let sum = table.columns.reduce(0) { $0 + $1.width }
        let widths = table.columns.map { Int($0.width / sum * Double(whole)) }
        body += "<w:tbl><w:tblPr><w:tblStyle w:val=\"PlanTable\"/><w:tblW w:w=\"\(whole)\" w:type=\"dxa\"/>"
        body += "<w:tblLayout w:type=\"fixed\"/><w:tblLook w:val=\"\(isFacts ? "0080" : "0020")\"/>"
        body +=
            "<w:tblCaption w:val=\"\((table.section ?? table.part.rawValue).inXML)\"/></w:tblPr><w:tblGrid>"
        for width in widths { body += "<w:gridCol w:w=\"\(width)\"/>" }
        body += "</w:tblGrid>"
        if !isFacts { header(table, widths) }
        for row in table.rows {
            body += "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
            for (index, cell) in row.enumerated() {
                write(
                    cell, width: widths[index], isNumber: table.columns[index].heading.isNumber,
                    isStrong: isFacts ? index == 0 : table.columns[index].heading == .area)
            }
            body += "</w:tr>"
        }
        body += "</w:tbl>"
        // Word joins tables that touch.
        paragraph("", style: "Small")
    }

    private mutating func header(_ table: ExportTable, _ widths: [Int]) {
        body += "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
        for (index, column) in table.columns.enumerated() {
            body += "<w:tc><w:tcPr><w:tcW w:w=\"\(widths[index])\" w:type=\"dxa\"/>"
            body += "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"E4E9EC\"/></w:tcPr>"
            paragraph(column.words, style: "TableHeading")
            body += "</w:tc>"
        }
        body += "</w:tr>"
    }

    private mutating func write(_ cell: ExportTable.Cell, width: Int, isNumber: Bool, isStrong: Bool) {
        body += "<w:tc><w:tcPr><w:tcW w:w=\"\(width)\" w:type=\"dxa\"/>"
        if cell.rowSpan == 0 { body += "<w:vMerge/>" }
        if cell.rowSpan > 1 { body += "<w:vMerge w:val=\"restart\"/>" }
        body += "</w:tcPr>"
        let style = isNumber ? "TableNumber" : isStrong ? "TableStrong" : "TableText"
        let lines = cell.rowSpan == 0 ? [] : cell.lines
        if lines.isEmpty { body += "<w:p><w:pPr><w:pStyle w:val=\"TableText\"/></w:pPr></w:p>" }
        for line in lines { paragraph(line, style: style) }
        body += "</w:tc>"
    }
}

extension PlanLayout.Heading {
    /// Figures stand at the right.
    var isNumber: Bool { [.pounds, .count, .base, .percent].contains(self) }
}

extension String {
    /// For text and attributes of XML and HTML alike.
    var inXML: String {
        replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;")
    }
}
