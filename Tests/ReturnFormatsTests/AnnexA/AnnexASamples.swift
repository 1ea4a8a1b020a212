import Foundation
import ReturnFormats
import Sheets

/// Small files that say only what matters.
enum AnnexASamples {
    /// A cell as Excel would write it.
    enum Cell: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
        ExpressibleByNilLiteral
    {
        case text(String)
        case shared(Int)
        case number(String)
        /// A number whose format shows a date.
        case serial(Double)
        case fault(String)
        case flag(Bool)
        case empty

        init(stringLiteral value: String) { self = .text(value) }
        init(integerLiteral value: Int) { self = .number("\(value)") }
        init(floatLiteral value: Double) { self = .number("\(value)") }
        init(nilLiteral: ()) { self = .empty }
    }

    /// The workbook of liia-tools in the layout of 2019: 11 lists, invented people (MIT; its licence lies beside it).
    static func layoutOf2019() throws -> [UInt8] {
        let url = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../Samples/Annex_A_2019_layout.xlsx")
        return Array(try Data(contentsOf: url))
    }

    static func read(_ bytes: [UInt8], named name: String = "annex-a.xlsx") throws -> AnnexAReading {
        try AnnexAReader.read([ReturnSource(name: name, bytes: bytes)])
    }

    static func csv(_ text: String, named name: String) throws -> AnnexAReading {
        try read(Array(text.utf8), named: name)
    }

    // MARK: Workbooks

    static func workbook(
        _ sheets: [(name: String, rows: [[Cell]])], shared: [String] = [], from1904: Bool = false,
        hidden: Set<String> = [], sheet markup: String? = nil
    ) -> [UInt8] {
        var archive = ArchiveWriter()
        let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let package = "http://schemas.openxmlformats.org/package/2006/relationships"
        let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        archive.add(
            "_rels/.rels",
            "<Relationships xmlns=\"\(package)\"><Relationship Id=\"rId1\" Type=\"\(office)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
                .utf8)
        var links = ""
        var list = ""
        for (index, sheet) in sheets.enumerated() {
            links +=
                "<Relationship Id=\"rId\(index + 1)\" Type=\"\(office)/worksheet\" Target=\"worksheets/sheet\(index + 1).xml\"/>"
            let state = hidden.contains(sheet.name) ? " state=\"hidden\"" : ""
            list +=
                "<sheet name=\"\(escaped(sheet.name))\" sheetId=\"\(index + 1)\"\(state) r:id=\"rId\(index + 1)\"/>"
            archive.add("xl/worksheets/sheet\(index + 1).xml", (markup ?? part(sheet.rows)).utf8)
        }
        links += "<Relationship Id=\"rIdS\" Type=\"\(office)/styles\" Target=\"styles.xml\"/>"
        links += "<Relationship Id=\"rIdT\" Type=\"\(office)/sharedStrings\" Target=\"sharedStrings.xml\"/>"
        archive.add(
            "xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"\(package)\">\(links)</Relationships>".utf8)
        archive.add(
            "xl/workbook.xml",
            "<?xml version=\"1.0\"?><workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\"><workbookPr date1904=\"\(from1904 ? 1 : 0)\"/><sheets>\(list)</sheets></workbook>"
                .utf8)
        archive.add(
            "xl/styles.xml",
            "<styleSheet xmlns=\"\(main)\"><numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy;@\"/></numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>"
                .utf8)
        let texts = shared.map { "<si><t xml:space=\"preserve\">\(escaped($0))</t></si>" }.joined()
        archive.add("xl/sharedStrings.xml", "<sst xmlns=\"\(main)\">\(texts)</sst>".utf8)
        return archive.finish()
    }

    private static func part(_ rows: [[Cell]]) -> String {
        var text =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
        for (row, cells) in rows.enumerated() {
            text += "<row r=\"\(row + 1)\">"
            for (column, cell) in cells.enumerated() {
                let place = "\(String(UnicodeScalar(UInt8(65 + column))))\(row + 1)"
                switch cell {
                case .text(let value):
                    text += "<c r=\"\(place)\" t=\"inlineStr\"><is><t>\(escaped(value))</t></is></c>"
                case .shared(let number): text += "<c r=\"\(place)\" t=\"s\"><v>\(number)</v></c>"
                case .number(let value): text += "<c r=\"\(place)\"><v>\(value)</v></c>"
                case .serial(let value): text += "<c r=\"\(place)\" s=\"1\"><v>\(value)</v></c>"
                case .fault(let value): text += "<c r=\"\(place)\" t=\"e\"><v>\(value)</v></c>"
                case .flag(let value): text += "<c r=\"\(place)\" t=\"b\"><v>\(value ? 1 : 0)</v></c>"
                case .empty: text += "<c r=\"\(place)\" s=\"1\"/>"
                }
            }
            text += "</row>"
        }
        return text + "</sheetData></worksheet>"
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
    }
}
