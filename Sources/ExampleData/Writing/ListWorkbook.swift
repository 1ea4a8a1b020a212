import Sheets

/// Writes lists as an Excel workbook: shared strings, true dates, one sheet a list. Only what such a file needs, so
/// that millions of cells take seconds.
struct ListWorkbook {
    struct Sheet {
        let name: String
        /// A line above the headers, as the template of 2019 has it.
        let title: String?
        let headers: [String]
        let table: ListTable
    }

    /// The bytes of the workbook; the texts of cells stand in `texts` by their places.
    static func bytes(_ sheets: [Sheet], texts: [String]) -> [UInt8] {
        var texts = texts
        var archive = ArchiveWriter(isFast: true)
        archive.add("[Content_Types].xml", Array(types(sheets.count).utf8))
        archive.add("_rels/.rels", Array(packageRelations.utf8))
        archive.add("xl/workbook.xml", Array(workbook(sheets.map(\.name)).utf8))
        archive.add("xl/_rels/workbook.xml.rels", Array(relations(sheets.count).utf8))
        archive.add("xl/styles.xml", Array(styles.utf8))
        for (index, sheet) in sheets.enumerated() {
            archive.add("xl/worksheets/sheet\(index + 1).xml", contents(sheet, &texts))
        }
        archive.add("xl/sharedStrings.xml", strings(texts))
        return archive.finish()
    }

    private static func contents(_ sheet: Sheet, _ texts: inout [String]) -> [UInt8] {
        var buffer = Buffer(capacity: sheet.table.cells.count * 34 + 4_096)
        buffer.put(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
        )
        var row = 1
        if let title = sheet.title {
            heading([title], row, &buffer, &texts)
            row += 1
        }
        heading(sheet.headers, row, &buffer, &texts)
        row += 1
        let columns = (0..<sheet.table.width).map { Array("<c r=\"\(letters($0))".utf8) }
        let cells = sheet.table.cells
        let width = sheet.table.width
        cells.withUnsafeBufferPointer { cells in
            var place = 0
            for _ in 0..<sheet.table.rows {
                let number = Array(String(row).utf8)
                buffer.put("<row r=\"")
                buffer.put(number)
                buffer.put("\">")
                for column in 0..<width {
                    let cell = cells[place]
                    place += 1
                    guard cell.kind != .empty else { continue }
                    buffer.put(columns[column])
                    buffer.put(number)
                    switch cell.kind {
                    case .text:
                        buffer.put("\" t=\"s\"><v>")
                        buffer.put(Int(cell.value))
                    case .day:
                        buffer.put(cell.form == .date ? "\" s=\"1\"><v>" : "\"><v>")
                        buffer.put(Int(cell.value) + 25_569)
                    default:
                        buffer.put("\"><v>")
                        buffer.put(Int(cell.value))
                    }
                    buffer.put("</v></c>")
                }
                buffer.put("</row>")
                row += 1
            }
        }
        buffer.put("</sheetData></worksheet>")
        return buffer.bytes
    }

    private static func heading(
        _ headers: [String], _ row: Int, _ buffer: inout Buffer, _ texts: inout [String]
    ) {
        buffer.put(Array("<row r=\"\(row)\">".utf8))
        for (column, header) in headers.enumerated() {
            buffer.put(
                Array("<c r=\"\(letters(column))\(row)\" s=\"2\" t=\"s\"><v>\(texts.count)</v></c>".utf8))
            texts.append(header)
        }
        buffer.put("</row>")
    }

    private static func strings(_ texts: [String]) -> [UInt8] {
        var buffer = Buffer(capacity: texts.count * 40 + 1_024)
        buffer.put(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" uniqueCount=\""
        )
        buffer.put(texts.count)
        buffer.put("\">")
        for text in texts {
            buffer.put("<si><t xml:space=\"preserve\">")
            buffer.put(XMLText.escaped(text))
            buffer.put("</t></si>")
        }
        buffer.put("</sst>")
        return buffer.bytes
    }

    /// A for 0, AA for 26.
    static func letters(_ column: Int) -> String {
        let last = Character(Unicode.Scalar(UInt8(0x41 + column % 26)))
        return column < 26 ? String(last) : letters(column / 26 - 1) + String(last)
    }

    private static func types(_ sheets: Int) -> String {
        let parts = (1...sheets).map {
            "<Override PartName=\"/xl/worksheets/sheet\($0).xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"
        }
        return """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>\(parts.joined())</Types>
            """
    }

    private static let packageRelations = """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>
        """

    private static func workbook(_ names: [String]) -> String {
        let sheets = names.enumerated().map {
            "<sheet name=\"\($1)\" sheetId=\"\($0 + 1)\" r:id=\"rId\($0 + 1)\"/>"
        }
        return """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>\(sheets.joined())</sheets></workbook>
            """
    }

    private static func relations(_ sheets: Int) -> String {
        let base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let parts = (1...sheets).map {
            "<Relationship Id=\"rId\($0)\" Type=\"\(base)/worksheet\" Target=\"worksheets/sheet\($0).xml\"/>"
        }
        return """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\(parts.joined())<Relationship Id="rId\(sheets + 1)" Type="\(base)/styles" Target="styles.xml"/><Relationship Id="rId\(sheets + 2)" Type="\(base)/sharedStrings" Target="sharedStrings.xml"/></Relationships>
            """
    }

    /// 0 plain, 1 a day (built-in format 14), 2 a heading.
    private static let styles = """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs></styleSheet>
        """
}

enum XMLText {
    static func escaped(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            switch byte {
            case 0x26: bytes += "&amp;".utf8
            case 0x3C: bytes += "&lt;".utf8
            case 0x3E: bytes += "&gt;".utf8
            default: bytes.append(byte)
            }
        }
        return bytes
    }
}
