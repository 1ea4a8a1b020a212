import Kernel
import ReturnFormats
import Sheets
import Testing

struct AnnexARefusalTests {
    @Test func `what cannot be opened is refused in one sentence`() throws {
        let whole = try AnnexASamples.layoutOf2019()
        var encrypted = whole
        // Bit 0 of the flags of the first local header and of the directory's.
        encrypted[6] |= 1
        let files: [(String, [UInt8], String)] = [
            ("old.xls", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0], "save it as .xlsx"),
            ("cut.xlsx", Array(whole.prefix(20_000)), "cut short"),
            ("locked.xlsx", encrypted, "encrypted"),
            ("plan.pdf", Array("%PDF-1.7".utf8), "PDF"),
            ("empty.csv", [], "No list"),
            ("picture.csv", [0x89, 0x50, 0x4E, 0x47, 0, 0, 1, 2, 3, 0, 0, 0, 7], "plain text"),
            ("text.csv", Array("Dear all, please find the list attached.\n".utf8), "No list"),
            ("nothing.zip", archive(["a.md": "x"]), "neither CSV"),
            ("nested.zip", archive(["a.csv": "PK\u{3}\u{4}"]), "cut short"),
        ]
        for (name, bytes, words) in files {
            let refusal = #expect(throws: UnusableFile.self) { try AnnexASamples.read(bytes, named: name) }
            let sentence = refusal?.sentence ?? ""
            #expect(sentence.contains(words), "\(name): \(sentence)")
            #expect(sentence.hasSuffix(".") && !sentence.contains("\n"))
        }
    }

    @Test func `past the limits nothing is read`() throws {
        let rows: [[AnnexASamples.Cell]] =
            [["Child Unique ID", "Date of Contact", "Contact Source"]]
            + (0..<300).map { [.number("\($0)"), "1/1/2026", "Police"] }
        let book = AnnexASamples.workbook([("Contacts", rows)])
        var limits = ReturnLimits()
        limits.cells = 899
        #expect(throws: UnusableFile.self) {
            try AnnexAReader.read([ReturnSource(name: "", bytes: book)], limits: limits)
        }
        limits.cells = 900
        #expect(
            try AnnexAReader.read([ReturnSource(name: "", bytes: book)], limits: limits).file[.contacts]?.rows
                == 300)
        limits.fileBytes = book.count - 1
        #expect(throws: UnusableFile.self) {
            try AnnexAReader.read([ReturnSource(name: "", bytes: book)], limits: limits)
        }
        // A thousandfold: 20 MB of noughts in 20 kB.
        var bomb = ArchiveWriter()
        bomb.add("List 1.csv", [UInt8](repeating: 0x30, count: 20 << 20))
        limits = ReturnLimits()
        limits.expandedBytes = 16 << 20
        let refusal = #expect(throws: UnusableFile.self) {
            try AnnexAReader.read([ReturnSource(name: "", bytes: bomb.finish())], limits: limits)
        }
        #expect(refusal?.sentence.contains("16 MB") == true)
    }

    @Test func `markup that Excel never writes is refused`() throws {
        for evil in [
            "<!DOCTYPE x [<!ENTITY a \"b\">]><worksheet><sheetData/></worksheet>",
            "<worksheet><sheetData><row r=\"1\"><c><v><![CDATA[1]]></v></c></row></sheetData></worksheet>",
            "<worksheet><sheetData><row r=\"1\"><c t=\"s\"><v>99</v></c></row></sheetData></worksheet>",
            "<worksheet><sheetData><row r=\"1\"><c><v>1</v>", "<worksheet>", "x",
        ] {
            let book = AnnexASamples.workbook([("Contacts", [])], sheet: evil)
            #expect(throws: UnusableFile.self, "\(evil)") { try AnnexASamples.read(book) }
        }
    }

    @Test func `damage anywhere in a file gives a reading or a sentence`() throws {
        let header: [AnnexASamples.Cell] = ["Child Unique ID", "Date of Contact", "Contact Source"]
        let whole = AnnexASamples.workbook(
            [("Contacts", [header, [1, .serial(44090), "Police"]])], shared: ["a"])
        for place in stride(from: 0, to: whole.count, by: 3) {
            for change in [0x01, 0x80, 0xFF] as [UInt8] {
                var damaged = whole
                damaged[place] ^= change
                _ = try? AnnexASamples.read(damaged)
            }
            _ = try? AnnexASamples.read(Array(whole[..<place]))
        }
        let csv = Array(
            "sep=;\n\"Child Unique ID\";Date of Contact;\"Contact \"\"Source\"\"\"\n1;1/1/26;\"x\ny\"\n".utf8)
        for place in csv.indices {
            for byte in [0x00, 0x0A, 0x22, 0x3B, 0xC3, 0xFF] as [UInt8] {
                var damaged = csv
                damaged[place] = byte
                _ = try? AnnexASamples.read(damaged, named: "Contacts.csv")
            }
        }
    }

    private func archive(_ files: [String: String]) -> [UInt8] {
        var archive = ArchiveWriter()
        for (name, text) in files { archive.add(name, text.utf8) }
        return archive.finish()
    }
}
