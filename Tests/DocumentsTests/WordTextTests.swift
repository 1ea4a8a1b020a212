import Kernel
import Testing

@testable import Documents

struct WordTextTests {
    typealias Sample = WordSample

    private func run(_ text: String, _ properties: String = "") -> String {
        "<w:r><w:rPr>\(properties)</w:rPr><w:t xml:space=\"preserve\">\(text)</w:t></w:r>"
    }

    @Test func `runs keep their words and their marks, white space folded`() throws {
        let body =
            "<w:p>\(run("Train  "))\(run("all staff", "<w:b/>"))\(run(" by ", "<w:b w:val=\"0\"/>"))"
            + "\(run("May", "<w:color w:val=\"ff0000\"/><w:strike/>"))<w:r><w:br/><w:tab/><w:t>now</w:t></w:r></w:p>"
        let document = try Sample.read(body)
        guard case .paragraph(let paragraph) = try #require(document.blocks.first) else { return }
        let expected = Text(
            "Train all staff by May\nnow",
            marks: [.init(.bold, 6..<15), .init(.strikethrough, 19..<22), .init(.colour("FF0000"), 19..<22)])
        #expect(paragraph.text == expected)
    }

    @Test func `tracked changes are taken as accepted, and counted`() throws {
        let body = """
            <w:p>\(run("Lead: "))<w:del>\(run("Jo Marsh"))</w:del><w:ins>\(run("Lee Ford"))</w:ins></w:p>\
            <w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>\(run("Due "))</w:p><w:p>\(run("in May"))</w:p>\
            <w:moveFrom><w:p>\(run("Moved"))</w:p></w:moveFrom><w:p><w:moveTo>\(run("Moved"))</w:moveTo></w:p>
            """
        let document = try Sample.read(body)
        #expect(document.lines == ["Lead: Lee Ford", "Due in May", "Moved"])
        #expect(
            document.notes.map(\.message) == [
                "Tracked changes were taken as accepted: 1 insertion, 2 deletions and 1 move."
            ])
    }

    @Test func `a field shows its result, not its instruction`() throws {
        let field = """
            <w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE \\@ "d"</w:instrText></w:r>\
            <w:r><w:fldChar w:fldCharType="separate"/></w:r>\(run("3 May 2026"))<w:r><w:fldChar w:fldCharType="end"/></w:r>
            """
        #expect(try Sample.read("<w:p>\(run("On "))\(field)</w:p>").lines == ["On 3 May 2026"])
    }

    @Test func `hidden text, prompts and a table of contents are left out`() throws {
        let prompt =
            "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>\(run("Click to enter"))</w:sdtContent></w:sdt>"
        let contents = """
            <w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>\
            <w:sdtContent>\(Sample.paragraph("Area 1 … 3"))</w:sdtContent></w:sdt>
            """
        let control = "<w:sdt><w:sdtContent>\(Sample.paragraph("Kept"))</w:sdtContent></w:sdt>"
        let body = "\(contents)<w:p>\(run("Seen"))\(run("unseen", "<w:vanish/>"))\(prompt)</w:p>\(control)"
        let document = try Sample.read(body)
        #expect(document.lines == ["Seen", "Kept"])
        #expect(
            document.notes.map(\.message) == [
                "1 piece of hidden text was left out.", "1 table of contents was left out.",
            ])
    }

    @Test func `properties of a control that stand outside any control are no harm`() throws {
        let stray = "<w:sdtPr><w:showingPlcHdr/></w:sdtPr>"
        #expect(try Sample.read(stray + Sample.paragraph("Plan")).lines == ["Plan"])
    }

    @Test func `symbols are read as what they show`() throws {
        let body = """
            <w:p><w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>\(run("&#xF0FB;", "<w:rFonts w:ascii=\"Wingdings\"/>"))\
            \(run("co"))<w:r><w:noBreakHyphen/></w:r>\(run("ord"))<w:r><w:softHyphen/></w:r>\(run("inate"))</w:p>
            """
        #expect(try Sample.read(body).lines == ["✓✗co-ordinate"])
    }

    @Test func `a footnote stands after the block that refers to it`() throws {
        let notes = """
            <w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>\
            <w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r>\(run(" Subject to funding"))</w:p></w:footnote>
            """
        let body =
            "<w:p>\(run("Hire staff"))<w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>\(Sample.paragraph("Next"))"
        let document = try Sample.read(body, ["footnotes": notes])
        #expect(document.lines == ["Hire staff", "Subject to funding", "Next"])
        guard case .paragraph(let note) = document.blocks[1] else { return }
        #expect(note.role == .footnote(mark: "1"))
    }

    @Test func `a text box is read once, after the paragraph that anchors it`() throws {
        let box = "<w:txbxContent>\(Sample.paragraph("In the box"))</w:txbxContent>"
        let body = """
            <w:p>\(run("Before"))<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>\(box)</w:drawing></mc:Choice>\
            <mc:Fallback><w:pict><v:shape><v:textbox>\(box)</v:textbox></v:shape></w:pict></mc:Fallback>\
            </mc:AlternateContent></w:r></w:p>
            """
        #expect(try Sample.read(body).lines == ["Before", "In the box"])
    }

    @Test func `an embedded file is listed by its caption`() throws {
        let object = """
            <w:object><v:shape alt="Scorecard March 2026"/><o:OLEObject Type="Embed" ProgID="Excel.Sheet.12" r:id="x"/></w:object>
            """
        let document = try Sample.read("<w:p>\(run("See"))<w:r>\(object)</w:r></w:p>")
        #expect(document.attachments.map(\.caption) == ["Scorecard March 2026"])
    }

    @Test func `an icon's own words are its caption`() {
        // A header record with the signature, then one record of text: 12 letters from byte 76.
        func little(_ values: [UInt32]) -> [UInt8] {
            var bytes: [UInt8] = []
            for value in values {
                for index in 0..<4 { bytes.append(UInt8(truncatingIfNeeded: value >> (8 * index))) }
            }
            return bytes
        }
        let header = little([1, 44, 0, 0, 0, 0, 0, 0, 0, 0, 0x464D_4520])
        let record = little([84, 100, 0, 0, 0, 0, 1, 0, 0, 0, 0, 12, 76, 0, 0, 0, 0, 0, 0])
        var words: [UInt8] = []
        for byte in "Scorecard Q3".utf8 { words += [byte, 0] }
        #expect(IconCaption.read(header + record + words) == "Scorecard Q3")
        #expect(IconCaption.read(header + record) == nil)
    }

    @Test func `pages are counted by the breaks that Word noted, a typed break and its echo once`() throws {
        let noted = "<w:r><w:lastRenderedPageBreak/></w:r>"
        let body = """
            <w:p>\(run("One"))<w:r><w:br w:type="page"/></w:r></w:p><w:p>\(noted)\(run("Two"))</w:p>\
            <w:tbl><w:tr>\(Sample.cell("<w:p>\(noted)\(run("Three"))</w:p>"))\(Sample.cell("<w:p>\(noted)\(run("Three"))</w:p>"))</w:tr></w:tbl>\
            <w:p>\(run("Three"))</w:p>
            """
        #expect(try Sample.read(body).blocks.map(\.place.page) == [1, 2, 3, 3])
        #expect(try Sample.read(Sample.paragraph("One")).blocks.map(\.place.page) == [nil])
    }

    @Test func `what python-docx wrote comes back`() throws {
        let document = try DocumentReader.read(
            try SampleFile.bytes("ashmere-plan.docx"), named: "ashmere-plan.docx")
        #expect(document.title == "Improvement plan for children’s services")
        #expect(
            document.lines.dropFirst(3).prefix(3) == [
                "1. Visit every child in time", "2. Write plans that families understand",
                "3. Ask children what changed",
            ])
        let table = try #require(document.tables.first)
        #expect(table.columnCount == 5)
        #expect(table.cell(row: 2, column: 0)?.text == "Children are seen")
        #expect(table.rows[4].cells.map(\.columnSpan) == [5])
    }
}
