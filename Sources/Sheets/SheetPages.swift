package import Kernel

/// A list whose rows have been fetched, with the moment at which it was so: what the files are made of.
package struct SheetPages: Sendable {
    package var title: String
    package var note: String?
    /// "As it stood at 09:14 on Friday 20 November 2026".
    package var standing: String
    package var columns: [Sheet.Column]
    package var rows: [[Sheet.Cell]]

    /// Asks the sheet for its rows.
    package init(_ sheet: Sheet, standing: String) async throws {
        title = sheet.title
        note = sheet.note
        self.standing = standing
        columns = sheet.columns
        rows = try await sheet.rows()
    }

    /// The list as a file.
    package func bytes(as format: SheetFormat) async throws -> [UInt8] {
        switch format {
        case .xlsx: try SheetWorkbook.bytes(self)
        case .csv: SheetCSV.bytes(self)
        case .docx: SheetDocument.bytes(self)
        case .html: SheetWebPage.bytes(self)
        case .pdf: try await PDFPrinter.pdf(SheetWebPage.bytes(self))
        }
    }

    /// "Ashmere improvement plan, actions.xlsx": the title, without signs that a file's name cannot hold.
    package func fileName(as format: SheetFormat, on day: Day) -> String {
        let safe = title.prefix(120).map { character -> Character in
            "/\\:*?\"<>|%;\n\r\t".contains(character) ? "-" : character == "’" ? "'" : character
        }
        let name = String(safe.drop { $0 == "." || $0 == "-" || $0 == " " })
        return "\(name.isEmpty ? "List" : name), \(day).\(format.rawValue)"
    }
}
