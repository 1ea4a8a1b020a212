/// Reads a file of any of the formats into blocks. Pure, but for PDFs, which poppler reads as a separate program.
package enum DocumentReader {
    /// What the bytes hold, whatever their name says; the name decides only between kinds of plain text.
    ///
    /// Throws `Unreadable` with one sentence when the file is broken, encrypted, over a limit, or not what its
    /// name says.
    package static func read(
        _ bytes: [UInt8], named name: String, limits: ReadingLimits = .standard
    ) throws(Unreadable) -> Document {
        guard !bytes.isEmpty else { throw .emptyFile }
        guard bytes.count <= limits.fileBytes else { throw .tooLarge(limits) }
        switch FileKind(bytes) {
        case .archive: return try readArchive(bytes, named: name, limits)
        case .pdf: return try PDFReader.read(bytes, limits: limits)
        case .html: return try HTMLReader.read(bytes, limits: limits)
        case .text: return try readText(bytes, named: name, limits)
        case .refused(let reason, let complaint): throw Unreadable(reason, "\(name) \(complaint)")
        }
    }

    private static func readArchive(
        _ bytes: [UInt8], named name: String, _ limits: ReadingLimits
    ) throws(Unreadable) -> Document {
        let deadline = Deadline(limits)
        let archive = try Archive(bytes, limits: limits)
        let package = try OfficePackage(archive, limits: limits, deadline: deadline)
        let part = package.mainPart.lowercased()
        let tag = XMLRoot.tag(of: part, in: package)
        if tag == .wDocument || tag == nil && part.hasPrefix("word/") { return try WordReader.read(package) }
        if tag == .sWorkbook || tag == nil && part == "xl/workbook.xml" {
            return try WorkbookReader.read(package)
        }
        if part.hasSuffix(".bin") {
            throw Unreadable(.unknownFormat, "\(name) is a binary workbook (.xlsb): save it as .xlsx.")
        }
        if part.hasPrefix("ppt/") {
            throw Unreadable(.unknownFormat, "\(name) is a PowerPoint file: put the plan into Word or Excel.")
        }
        if archive.entry("mimetype") != nil, archive.entry("content.xml") != nil {
            throw Unreadable(
                .unknownFormat, "\(name) is an OpenDocument file: save it as .docx or .xlsx.")
        }
        throw Unreadable(
            .notWhatItsNameSays, "\(name) is an archive, but neither a Word document nor an Excel workbook.")
    }

    private static func readText(
        _ bytes: [UInt8], named name: String, _ limits: ReadingLimits
    ) throws(Unreadable) -> Document {
        switch fileExtension(of: name) {
        case "docx", "docm", "doc": throw notWhatItsNameSays(name, "a Word document")
        case "xlsx", "xlsm", "xls": throw notWhatItsNameSays(name, "an Excel workbook")
        case "pdf": throw notWhatItsNameSays(name, "a PDF")
        case "html", "htm", "xhtml": return try HTMLReader.read(bytes, limits: limits)
        case "md", "markdown": return try MarkdownReader.read(bytes, limits: limits)
        case "csv", "tsv", "tab": return try CSVReader.read(bytes, limits: limits)
        default: return try TextReader.read(bytes, limits: limits)
        }
    }

    private static func fileExtension(of name: String) -> String {
        guard let dot = name.lastIndex(of: ".") else { return "" }
        return name[name.index(after: dot)...].lowercased()
    }

    private static func notWhatItsNameSays(_ name: String, _ kind: String) -> Unreadable {
        Unreadable(
            .notWhatItsNameSays, "\(name) is not \(kind), whatever its name says: save it again from Office.")
    }
}
