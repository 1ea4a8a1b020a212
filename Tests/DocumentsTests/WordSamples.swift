import Sheets

@testable import Documents

/// Word documents written by hand, part by part: a test says only what matters to it.
enum WordSample {
    static let names = """
        xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
        xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" \
        xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" \
        xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
        """
    private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let packageNames = "http://schemas.openxmlformats.org/package/2006/relationships"

    /// The bytes of a document with that body, and other parts by the name of their kind: `styles`.
    static func bytes(_ body: String, _ parts: [String: String] = [:], document: [UInt8]? = nil) -> [UInt8] {
        var archive = ArchiveWriter()
        archive.add(
            "_rels/.rels",
            """
            <Relationships xmlns="\(packageNames)"><Relationship Id="rId1" Type="\(office)/officeDocument" \
            Target="word/document.xml"/></Relationships>
            """.utf8)
        let links = parts.keys.sorted().map {
            "<Relationship Id=\"\($0)\" Type=\"\(office)/\($0)\" Target=\"\($0).xml\"/>"
        }
        archive.add(
            "word/_rels/document.xml.rels",
            "<Relationships xmlns=\"\(packageNames)\">\(links.joined())</Relationships>".utf8)
        let text = "<?xml version=\"1.0\"?><w:document \(names)><w:body>\(body)</w:body></w:document>"
        archive.add("word/document.xml", document ?? Array(text.utf8))
        for (kind, content) in parts {
            archive.add("word/\(kind).xml", "<w:\(kind) \(names)>\(content)</w:\(kind)>".utf8)
        }
        return archive.finish()
    }

    static func read(_ body: String, _ parts: [String: String] = [:]) throws -> Document {
        try DocumentReader.read(bytes(body, parts), named: "plan.docx")
    }

    static func paragraph(_ text: String, _ properties: String = "") -> String {
        "<w:p><w:pPr>\(properties)</w:pPr><w:r><w:t xml:space=\"preserve\">\(text)</w:t></w:r></w:p>"
    }

    static func cell(_ content: String, _ properties: String = "") -> String {
        "<w:tc><w:tcPr>\(properties)</w:tcPr>\(content)</w:tc>"
    }

    /// Rows of cells of plain text.
    static func table(_ rows: [[String]]) -> String {
        let rows = rows.map { "<w:tr>\($0.map { cell(paragraph($0)) }.joined())</w:tr>" }
        return "<w:tbl>\(rows.joined())</w:tbl>"
    }

    static func numbered(_ text: String, list: Int, level: Int = 0) -> String {
        paragraph(text, "<w:numPr><w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"\(list)\"/></w:numPr>")
    }
}

extension Document {
    /// Every paragraph outside tables, with the numeral of its list before it.
    var lines: [String] {
        blocks.compactMap { block in
            if case .paragraph(let paragraph) = block { return paragraph.line }
            return nil
        }
    }

    var tables: [Table] {
        blocks.compactMap { block in
            if case .table(let table) = block { return table }
            return nil
        }
    }
}

extension Paragraph {
    var line: String {
        if case .item(let numeral?, _) = role { return text.isEmpty ? numeral : "\(numeral) \(text)" }
        return text.string
    }
}

extension Table {
    /// The words of every cell, row by row.
    var grid: [[String]] { rows.map { $0.cells.map(\.text) } }
}
