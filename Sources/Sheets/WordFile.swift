/// A Word document being written: paragraphs and tables whose header rows repeat on every page.
package struct WordFile {
    private var body = ""
    private let title: String
    private let foot: String
    private let isLandscape: Bool

    package init(title: String, foot: String, isLandscape: Bool) {
        (self.title, self.foot, self.isLandscape) = (title, foot, isLandscape)
    }

    /// Between the margins, in twentieths of a point.
    package var width: Int { WordParts.width(isLandscape: isLandscape) }

    package func bytes() -> [UInt8] {
        var archive = ArchiveWriter()
        let parts = WordParts(title: title, foot: foot, isLandscape: isLandscape, body: body)
        for (name, text) in parts.all { archive.add(name, Array(text.utf8)) }
        return archive.finish()
    }

    package enum Style: String {
        case title = "Title"
        case part = "Heading1"
        case section = "Heading2"
        case note = "Note"
        case small = "Small"
        case tableHeading = "TableHeading"
        case tableText = "TableText"
        case tableStrong = "TableStrong"
        case tableNumber = "TableNumber"
    }

    package mutating func paragraph(_ text: String, _ style: Style) {
        body += "<w:p><w:pPr><w:pStyle w:val=\"\(style.rawValue)\"/></w:pPr>"
        if !text.isEmpty { body += "<w:r><w:t xml:space=\"preserve\">\(text.inXML)</w:t></w:r>" }
        body += "</w:p>"
    }

    /// A table of those widths; `caption` is for those who hear the document. Without a header the first cell of
    /// each row names it.
    package mutating func table(
        _ caption: String, widths: [Int], header: [String]?, _ rows: (inout WordFile) -> Void
    ) {
        body += "<w:tbl><w:tblPr><w:tblStyle w:val=\"PlanTable\"/>"
        body += "<w:tblW w:w=\"\(widths.reduce(0, +))\" w:type=\"dxa\"/>"
        body += "<w:tblLayout w:type=\"fixed\"/><w:tblLook w:val=\"\(header == nil ? "0080" : "0020")\"/>"
        body += "<w:tblCaption w:val=\"\(caption.inXML)\"/></w:tblPr><w:tblGrid>"
        for width in widths { body += "<w:gridCol w:w=\"\(width)\"/>" }
        body += "</w:tblGrid>"
        if let header {
            body += "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
            for (words, width) in zip(header, widths) {
                body += "<w:tc><w:tcPr><w:tcW w:w=\"\(width)\" w:type=\"dxa\"/>"
                body += "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"E4E9EC\"/></w:tcPr>"
                paragraph(words, .tableHeading)
                body += "</w:tc>"
            }
            body += "</w:tr>"
        }
        rows(&self)
        body += "</w:tbl>"
        // Word joins tables that touch.
        paragraph("", .small)
    }

    package mutating func row(_ cells: (inout WordFile) -> Void) {
        body += "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
        cells(&self)
        body += "</w:tr>"
    }

    /// A cell of a row, a line to a paragraph; `rowSpan` 0 where the cell above covers it.
    package mutating func cell(_ lines: [String], width: Int, _ style: Style, rowSpan: Int = 1) {
        body += "<w:tc><w:tcPr><w:tcW w:w=\"\(width)\" w:type=\"dxa\"/>"
        if rowSpan == 0 { body += "<w:vMerge/>" }
        if rowSpan > 1 { body += "<w:vMerge w:val=\"restart\"/>" }
        body += "</w:tcPr>"
        if lines.isEmpty || rowSpan == 0 { paragraph("", .tableText) }
        if rowSpan > 0 { for line in lines { paragraph(line, style) } }
        body += "</w:tc>"
    }
}

extension String {
    /// For text and attributes of XML and HTML alike; characters that XML cannot carry are left out.
    package var inXML: String {
        var text = ""
        text.reserveCapacity(utf8.count + 16)
        for scalar in unicodeScalars {
            switch scalar {
            case "&": text += "&amp;"
            case "<": text += "&lt;"
            case ">": text += "&gt;"
            case "\"": text += "&quot;"
            case "\t", "\n", "\r": text.unicodeScalars.append(scalar)
            default:
                if scalar.value >= 0x20, scalar.value != 0xFFFE, scalar.value != 0xFFFF {
                    text.unicodeScalars.append(scalar)
                }
            }
        }
        return text
    }
}
