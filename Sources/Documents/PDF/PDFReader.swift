import Kernel
import Programs

/// Reads a PDF through poppler's programs: ruled tables from their lines, unruled ones from their tags, prose by position.
package enum PDFReader {
    private static let information = PopplerProgram("pdfinfo")
    private static let words = PopplerProgram("pdftotext")
    private static let lines = PopplerProgram("pdftocairo")

    /// A plan of more pages than this is a scan or a book.
    private static let mostPages = 1000

    /// Throws `Unreadable` where the file is broken, encrypted, a scan without words, or past a limit, and where poppler
    /// is not installed.
    package static func read(_ bytes: [UInt8], limits: ReadingLimits) throws(Unreadable) -> Document {
        guard bytes.count <= limits.fileBytes else { throw .tooLarge(limits) }
        guard !bytes.isEmpty else { throw .emptyFile }
        guard hasSignature(bytes) else {
            throw Unreadable(
                .notWhatItsNameSays,
                "The file is not a PDF, whatever its name says: open it in the program that made it, and save it as "
                    + "PDF again.")
        }
        guard let folder = PrivateFolder(holding: bytes, named: "plan.pdf") else {
            throw Unreadable(
                .programMissing,
                "Plumbline could not write to its folder for temporary files: free some space there, and try again."
            )
        }
        defer { folder.remove() }
        let deadline = Deadline(limits)
        let facts = try facts(folder.file, folder.path, deadline, limits)
        let layout = try words.run(
            ["-bbox-layout", folder.file, "-"], in: folder.path, until: deadline, limits: limits)
        var pages = try PDFPage.pages(layout.output, until: deadline)
        guard layout.status == 0, !pages.isEmpty else { throw damaged }
        guard pages.contains(where: { !$0.blocks.joined().isEmpty }) else { throw scanned }
        let svg = try lines.run(["-svg", folder.file, "-"], in: folder.path, until: deadline, limits: limits)
        let drawings = try PDFDrawing.pages(svg.output, until: deadline)
        for (index, drawing) in drawings.enumerated() where index < pages.count {
            pages[index].drawing = drawing
        }

        var reading = PDFReading(pages, limits: limits, deadline: deadline)
        try reading.run()
        var document = Document(format: .pdf)
        document.title = facts.title
        document.blocks = reading.blocks
        if facts.isTagged, !reading.hasTables,
            let tagged = try taggedBlocks(folder.file, folder.path, pages, deadline, limits)
        {
            document.blocks = tagged
        }
        if svg.status != 0 || drawings.isEmpty {
            document.notes.append(
                Document.Note(
                    message: "The lines drawn on the pages could not be read: tables may be missing.",
                    place: Place()))
        }
        if reading.removed > 0 {
            document.notes.append(
                Document.Note(message: "Running headers and footers were left out.", place: Place()))
        }
        return document
    }

    private static func hasSignature(_ bytes: [UInt8]) -> Bool {
        let head = bytes.prefix(1024)
        return head.indices.contains { head[$0] == 0x25 && head[$0...].starts(with: "%PDF-".utf8) }
    }

    private struct Facts {
        var title: String?
        var isTagged = false
    }

    private static func facts(
        _ file: String, _ folder: String, _ deadline: Deadline, _ limits: ReadingLimits
    ) throws(Unreadable) -> Facts {
        let outcome = try information.run(
            [file], in: folder, until: deadline, limits: limits, withErrors: true)
        let text = String(decoding: outcome.output, as: UTF8.self)
        if text.contains("Incorrect password") {
            throw Unreadable(
                .encrypted,
                "The PDF is locked with a password: open it, save it without the password, and try again.")
        }
        guard outcome.status == 0 else { throw damaged }
        var facts = Facts()
        for line in text.split(separator: "\n") {
            guard let colon = line.firstIndex(of: ":") else { continue }
            var builder = TextBuilder()
            builder.append(line[line.index(after: colon)...].utf8)
            let value = builder.finish().string
            switch line[..<colon] {
            case "Title": facts.title = value.isEmpty ? nil : value
            case "Tagged": facts.isTagged = value == "yes"
            case "Pages":
                guard let pages = Int(value), pages <= mostPages else {
                    throw Unreadable(
                        .tooLarge,
                        "The PDF has more than \(mostPages) pages: save the pages that hold the plan as a file of "
                            + "their own.")
                }
            default: continue
            }
        }
        return facts
    }

    /// The document by its tags, where they hold a table of more than one row; nil where they do not.
    private static func taggedBlocks(
        _ file: String, _ folder: String, _ pages: [PDFPage], _ deadline: Deadline, _ limits: ReadingLimits
    ) throws(Unreadable) -> [Block]? {
        let tree = try information.run(["-struct-text", file], in: folder, until: deadline, limits: limits)
        guard tree.status == 0 else { return nil }
        let html = PDFTags(pages).html(tree.output)
        var reading = HTMLReading(html, limits: limits)
        try reading.run()
        let hasTable = reading.blocks.contains {
            if case .table(let table) = $0 { table.rows.count > 1 } else { false }
        }
        guard hasTable else { return nil }
        return PDFPages(pages).placed(reading.blocks)
    }

    private static let damaged = Unreadable(
        .damaged, "The PDF is broken, or cut short: download or save it again, and try once more.")

    private static let scanned = Unreadable(
        .empty,
        "The PDF holds pictures of pages and no text: use the document it was printed from, or have its text "
            + "recognised (OCR) first.")
}
