import Testing

@testable import Documents

/// XML that swells, nests or is broken, in a part of a Word document.
struct XMLTests {
    private func read(_ part: [UInt8]) throws -> Document {
        try DocumentReader.read(WordSample.bytes("", document: part), named: "plan.docx")
    }

    private func reason(_ text: String) -> Unreadable.Reason? {
        #expect(throws: Unreadable.self) { try read(Array(text.utf8)) }?.reason
    }

    private func document(_ body: String) -> String {
        "<w:document \(WordSample.names)><w:body>\(body)</w:body></w:document>"
    }

    @Test func `a document type is refused, so entities cannot swell`() {
        let entities = (1...9).map { "<!ENTITY e\($0) \"\(String(repeating: "&e\($0 - 1);", count: 10))\">" }
        let bomb =
            "<!DOCTYPE w [<!ENTITY e0 \"ha\">\(entities.joined())]>"
            + document("<w:p><w:r><w:t>&e9;</w:t></w:r></w:p>")
        #expect(reason(bomb) == .unsafeArchive)
        #expect(reason("<!DOCTYPE w SYSTEM \"file:///etc/passwd\">" + document("")) == .unsafeArchive)
    }

    @Test func `an entity that nothing declares is damage`() {
        #expect(reason(document("<w:p><w:r><w:t>&nbsp;</w:t></w:r></w:p>")) == .damaged)
    }

    @Test func `tables nested ten thousand deep are refused`() {
        let open = String(repeating: "<w:tbl><w:tr><w:tc>", count: 10_000)
        let close = String(repeating: "</w:tc></w:tr></w:tbl>", count: 10_000)
        #expect(reason(document(open + "<w:p/>" + close)) == .tooLarge)
    }

    @Test func `a part cut short is damage`() {
        #expect(reason(String(document(WordSample.paragraph("Plan")).dropLast(20))) == .damaged)
    }

    @Test func `a field of ten megabytes is read`() throws {
        let long = String(repeating: "plan ", count: 2_000_000)
        let text = try read(Array(document(WordSample.paragraph(long)).utf8)).lines
        #expect(text.map(\.utf8.count) == [9_999_999])
    }

    @Test func `UTF-16 is read`() throws {
        let text =
            "<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + document(WordSample.paragraph("£5,000 for Zoë"))
        var bytes: [UInt8] = [0xFF, 0xFE]
        for unit in text.utf16 { bytes += [UInt8(truncatingIfNeeded: unit), UInt8(unit >> 8)] }
        #expect(try read(bytes).lines == ["£5,000 for Zoë"])
    }

    @Test func `the strict names of Office's elements are known`() throws {
        let text = document(WordSample.paragraph("Plan"))
            .replacing(
                "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                with: "http://purl.oclc.org/ooxml/wordprocessingml/main")
        #expect(try read(Array(text.utf8)).lines == ["Plan"])
    }

    @Test func `elements of another namespace are not Word's`() throws {
        let text =
            "<w:document xmlns:w=\"urn:ashmere\"><w:body>\(WordSample.paragraph("Plan"))</w:body></w:document>"
        #expect(try read(Array(text.utf8)).lines == [])
    }
}
