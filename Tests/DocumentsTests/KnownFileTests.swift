import Documents
import Sheets
import Testing

/// What a file is, told from its bytes, and what is not taken.
struct KnownFileTests {
    private func kind(_ bytes: [UInt8]) -> KnownFile? { try? KnownFile(bytes) }

    private func archive(_ parts: KeyValuePairs<String, String>) -> [UInt8] {
        var writer = ArchiveWriter()
        for (name, text) in parts { writer.add(name, Array(text.utf8)) }
        return writer.finish()
    }

    private func office(_ kind: String, _ part: String, more: String? = nil) -> [UInt8] {
        var writer = ArchiveWriter()
        let type = "application/vnd.openxmlformats-officedocument.\(kind).main+xml"
        writer.add("[Content_Types].xml", Array("<Types><Override ContentType=\"\(type)\"/></Types>".utf8))
        writer.add(part, Array("<x/>".utf8))
        if let more { writer.add(more, Array("x".utf8)) }
        return writer.finish()
    }

    @Test func `documents, pictures and text are known by what they hold`() {
        #expect(kind(Array("%PDF-1.7\n…".utf8)) == .pdf)
        #expect(kind(office("wordprocessingml.document", "word/document.xml")) == .word)
        #expect(kind(office("spreadsheetml.sheet", "xl/workbook.xml")) == .workbook)
        #expect(kind(office("presentationml.presentation", "ppt/presentation.xml")) == .presentation)
        #expect(kind(archive(["mimetype": "application/vnd.oasis.opendocument.text"])) == .openText)
        #expect(kind([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1]) == .png)
        #expect(kind([0xFF, 0xD8, 0xFF, 0xE0, 0, 0]) == .jpeg)
        #expect(kind([0, 0, 0, 24] + Array("ftypheic".utf8) + [0, 0, 0, 0, 0]) == .heic)
        #expect(kind(Array("Week,Visits\n1,40\n".utf8)) == .text)
        #expect(kind(Array("Si\u{E2}n’s note".utf8)) == .text)
        #expect(kind([0xFF, 0xFE, 0x41, 0x00]) == .text)
    }

    @Test func `what could run is not taken, whatever it is called`() {
        let refused: [[UInt8]] = [
            [], Array("MZ\u{90}\0".utf8), [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1], Array("#!/bin/sh\nrm".utf8),
            Array("<!DOCTYPE html><script>alert(1)</script>".utf8), Array("\n\n  <svg onload=x>".utf8),
            [0xEF, 0xBB, 0xBF] + Array("<html>%PDF-1.7".utf8),
            Array("<\0s\0v\0g\0".utf8), Array("<?xml version=\"1.0\"?><svg/>".utf8),
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0],
            office("wordprocessingml.document", "word/document.xml", more: "word/vbaProject.bin"),
            archive([
                "[Content_Types].xml":
                    "<x ContentType=\"application/vnd.ms-word.document.macroEnabled.main+xml\"/>wordprocessingml.",
                "word/document.xml": "<x/>",
            ]),
            archive(["letter.pdf": "%PDF-1.7"]), archive(["mimetype": "application/epub+zip"]),
            [0x50, 0x4B, 0x03, 0x04, 1, 2, 3], [0, 1, 2, 3, 4],
        ]
        for bytes in refused {
            #expect(kind(bytes) == nil, "\(bytes.prefix(12))")
            do {
                _ = try KnownFile(bytes)
            } catch {
                #expect(error.sentence.hasSuffix("."), "\(error.sentence)")
            }
        }
    }
}
