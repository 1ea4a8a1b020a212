import Sheets
import Testing

@testable import Documents

struct FileKindTests {
    private func refusal(_ bytes: [UInt8], _ name: String) -> Unreadable? {
        #expect(throws: Unreadable.self) { try DocumentReader.read(bytes, named: name) }
    }

    /// The head of an OLE container whose directory names that stream.
    private func compoundFile(_ stream: String) -> [UInt8] {
        var bytes: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
        bytes += [UInt8](repeating: 0, count: 504)
        for byte in stream.utf8 { bytes += [byte, 0] }
        return bytes
    }

    @Test func `an encrypted Office file is told from an old one, and both say what to do`() {
        let encrypted = refusal(compoundFile("EncryptedPackage"), "plan.docx")
        #expect(encrypted?.reason == .encrypted)
        #expect(
            encrypted?.sentence
                == "plan.docx is encrypted: open it in Office, take the password off, and save it again.")
        #expect(
            refusal(compoundFile("WordDocument"), "plan.doc")?.sentence.hasSuffix("save it as .docx.") == true
        )
        #expect(
            refusal(compoundFile("Workbook"), "plan.xls")?.sentence.hasSuffix("save it as .xlsx.") == true)
    }

    @Test(arguments: ["plan.docx", "plan.xlsx", "plan.pdf"])
    func `plain text under the name of another format is refused`(name: String) {
        #expect(refusal(Array("Action: train staff".utf8), name)?.reason == .notWhatItsNameSays)
    }

    @Test func `a Word document is read under any name`() throws {
        let bytes = WordSample.bytes(WordSample.paragraph("Plan"))
        #expect(try DocumentReader.read(bytes, named: "plan.txt").format == .docx)
    }

    @Test func `an archive that is neither Word nor Excel is refused`() {
        var archive = ArchiveWriter()
        archive.add("holiday.txt", "sun".utf8)
        #expect(refusal(archive.finish(), "plan.docx")?.reason == .notWhatItsNameSays)
        #expect(refusal([], "plan.docx")?.reason == .empty)
    }
}
