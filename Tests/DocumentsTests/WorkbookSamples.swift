import FoundationEssentials
import Sheets

@testable import Documents

/// Workbooks written by hand, part by part: a test says only what matters to it.
enum WorkbookSample {
    private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let packageNames = "http://schemas.openxmlformats.org/package/2006/relationships"
    static let names =
        "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"\(office)\""

    /// The bytes of a workbook of one sheet with those rows, or with what stands in its place.
    static func bytes(
        rows: String = "", after: String = "", before: String = "", styles: String = "",
        properties: String = ""
    ) -> [UInt8] {
        let sheet = "<worksheet \(names)>\(before)<sheetData>\(rows)</sheetData>\(after)</worksheet>"
        var archive = ArchiveWriter()
        archive.add("_rels/.rels", relationships([("officeDocument", "xl/workbook.xml")]))
        let book = """
            <workbook \(names)><workbookPr \(properties)/><sheets><sheet name="Plan" sheetId="1" r:id="worksheet"/>\
            </sheets></workbook>
            """
        archive.add("xl/workbook.xml", book.utf8)
        archive.add(
            "xl/_rels/workbook.xml.rels",
            relationships([("worksheet", "sheet.xml"), ("styles", "styles.xml")]))
        archive.add("xl/sheet.xml", sheet.utf8)
        archive.add("xl/styles.xml", "<styleSheet \(names)>\(styles)</styleSheet>".utf8)
        return archive.finish()
    }

    private static func relationships(_ links: [(String, String)]) -> [UInt8] {
        let links = links.map {
            "<Relationship Id=\"\($0.0)\" Type=\"\(office)/\($0.0)\" Target=\"\($0.1)\"/>"
        }
        return Array("<Relationships xmlns=\"\(packageNames)\">\(links.joined())</Relationships>".utf8)
    }

    static func read(
        rows: String, after: String = "", before: String = "", styles: String = "", properties: String = ""
    ) throws -> Document {
        let bytes = bytes(rows: rows, after: after, before: before, styles: styles, properties: properties)
        return try DocumentReader.read(bytes, named: "plan.xlsx")
    }

    /// A row of text cells from column A on; nil for no cell.
    static func row(_ number: Int, _ texts: [String?], from first: Character = "A") -> String {
        var letter = first.asciiValue ?? 65
        let cells = texts.map { text -> String in
            defer { letter += 1 }
            guard let text else { return "" }
            let name = "\(Character(UnicodeScalar(letter)))\(number)"
            return "<c r=\"\(name)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
        }
        return "<row r=\"\(number)\">\(cells.joined())</row>"
    }
}

/// Files kept beside the tests.
enum SampleFile {
    static func bytes(_ name: String, from file: String = #filePath) throws -> [UInt8] {
        let folder = file.split(separator: "/").dropLast().joined(separator: "/")
        return [UInt8](try Data(contentsOf: URL(filePath: "/\(folder)/Samples/\(name)")))
    }
}
