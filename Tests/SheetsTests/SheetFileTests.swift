import Documents
import Kernel
import Sheets
import Testing

/// Each format read back, where a reader of ours knows it.
struct SheetFileTests {
    private static func pages() async throws -> SheetPages {
        let sheet = Sheet(
            "Actions of Ashmere’s plan: “next steps”", note: "2 of 3 actions: lead Maya Okonkwo",
            columns: [
                Sheet.Column("Ref", width: 8), Sheet.Column("Action"), Sheet.Column("Due", .day),
                Sheet.Column("Slips", .number), Sheet.Column("Done", .percent),
            ]
        ) {
            [
                ["1.1", "=2+2 & <b>hold</b>\nevery week", .day(Day("2026-11-20")!), .number(2), .number(83)],
                ["1.2", .empty, .empty, .number(-1), .empty],
            ]
        }
        return try await SheetPages(sheet, standing: "As it stood at 09:14 on Friday 20 November 2026")
    }

    @Test(arguments: [SheetFormat.xlsx, .docx, .html])
    func `every word comes back out of the file`(format: SheetFormat) async throws {
        let pages = try await Self.pages()
        let bytes = try await pages.bytes(as: format)
        let document = try DocumentReader.read(bytes, named: "list.\(format.rawValue)")
        let text = "\(document)"
        for words in ["=2+2 & <b>hold</b>", "every week", "1.2", "2 of 3 actions: lead Maya Okonkwo"] {
            #expect(text.contains(words), "\(words)")
        }
        #expect(text.contains("2026"), "the day")
    }

    @Test func `a PDF is tagged, says its page and needs no network`() async throws {
        let pages = try await Self.pages()
        let bytes = try await pages.bytes(as: .pdf)
        #expect(bytes.starts(with: Array("%PDF-".utf8)))
        let document = try DocumentReader.read(bytes, named: "list.pdf")
        #expect("\(document)".contains("lead Maya Okonkwo"))
    }

    @Test func `a file's name holds no sign that a folder cannot`() async throws {
        var pages = try await Self.pages()
        pages.title = "../Plan: a/b"
        let name = pages.fileName(as: .csv, on: Day("2026-11-20")!)
        #expect(name == "Plan- a-b, 2026-11-20.csv")
    }
}
