import Foundation
import Kernel
import Programs
import Testing

@testable import Documents

/// PDFs of an invented plan; `Samples/make-pdfs.py` made them, and what they say is written there.
struct PDFTests {
    private static let hasPoppler = FileManager.default.isExecutableFile(atPath: "/usr/bin/pdftocairo")

    private func read(_ name: String) throws -> Document {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Samples/\(name)")
        return try DocumentReader.read(Array(try Data(contentsOf: file)), named: name)
    }

    private func tables(_ document: Document) -> [Table] {
        document.blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
    }

    @Test(.enabled(if: hasPoppler)) func `cells come out of ruled lines with their spans, wraps and gaps`()
        throws
    {
        let document = try read("ruled-plan.pdf")
        let tables = tables(document)
        #expect(tables.map(\.place.page) == [1, 2])
        #expect(
            tables[0].rows[0].cells.map(\.text) == [
                "Area for development", "What we will do", "Lead", "By when", "How we will know",
            ])
        let first = tables[0].rows[1]
        #expect(
            first.cells[0].text
                == "1.1 Decisions about referrals take longer than one working day in the west team, and the reasons for "
                + "them are not written down.")
        #expect(first.cells.map(\.rowSpan) == [2, 1, 1, 1, 2])
        // Two paragraphs, of which the first fills its last line: nothing on the page tells them apart.
        #expect(
            first.cells[4].text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
                == "All decisions within one working day Fewer than 5% of audits find no reason")
        #expect(tables[0].rows[3].cells[4].paragraphs.isEmpty)
        let band = try #require(tables[1].rows.last)
        #expect(band.cells.map(\.columnSpan) == [5])
        #expect(band.cells[0].text == "Standard 2: Children in care")
        let words = document.blocks.compactMap {
            if case .paragraph(let paragraph) = $0 { paragraph.text.string } else { nil }
        }
        #expect(words.last == "Signed by the director.")
        #expect(words.contains("The board meets every month."))
        #expect(!words.contains { $0.hasPrefix("Page ") || $0.contains("official") })
    }

    @Test(.enabled(if: hasPoppler)) func `a table without lines comes out of its tags`() throws {
        let document = try read("tagged-plan.pdf")
        let table = try #require(tables(document).first)
        #expect(table.columnCount == 5)
        #expect(table.rows[0].isHeader)
        #expect(table.rows[1].cells.map(\.rowSpan) == [2, 1, 1, 1, 2])
        #expect(
            table.rows[2].cells.map(\.text) == [
                "b) Report late decisions to the board every week.", "Lee Ford", "End Nov",
            ])
        #expect(table.rows[3].cells[3].text == "January 2027 onwards")
        guard case .paragraph(let title) = document.blocks.first else {
            Issue.record("a heading expected")
            return
        }
        #expect(title.role == .heading(level: 1))
        #expect(title.place.page == 1)
    }

    @Test(.enabled(if: hasPoppler)) func `a PDF cut short is refused in a sentence`()
        throws
    {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
            path: "Samples/ruled-plan.pdf")
        let whole = Array(try Data(contentsOf: file))
        for length in [8, 400, 5_000] {
            let refusal = #expect(throws: Unreadable.self) {
                try DocumentReader.read(Array(whole[..<length]), named: "cut.pdf")
            }
            #expect(refusal?.sentence.hasSuffix(".") == true)
        }
    }

    @Test func `a PDF is laid where nobody else can look, and taken away again`() throws {
        let folder = try #require(PrivateFolder(holding: Array("words".utf8), named: "plan.pdf"))
        let mode = try FileManager.default.attributesOfItem(atPath: folder.path)[.posixPermissions] as? Int
        #expect(mode == 0o700)
        #expect(FileManager.default.contents(atPath: folder.file) == Data("words".utf8))
        folder.remove()
        #expect(!FileManager.default.fileExists(atPath: folder.path))
    }
}
