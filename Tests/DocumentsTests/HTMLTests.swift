import Kernel
import Testing

@testable import Documents

struct HTMLTests {
    private func read(_ html: String) throws -> Document {
        try DocumentReader.read(Array(html.utf8), named: "plan.html")
    }

    private func paragraphs(_ document: Document) -> [Paragraph] {
        document.blocks.compactMap { if case .paragraph(let paragraph) = $0 { paragraph } else { nil } }
    }

    private func table(_ document: Document) throws -> Table {
        try #require(
            document.blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }.first)
    }

    @Test func `spans, headers, fills and nested tables keep their places`() throws {
        let table = try table(
            try read(
                """
                <style>.late { background: #f00 } </style>
                <table><caption>Actions</caption><thead><tr><th>Area<th rowspan=2>Action<th colspan=2>When
                <tr><th>A<th>Start<th>Finish</thead>
                <tr><td rowspan=2 bgcolor=yellow>1.1 Files<td class=late>Write<br/>it<td>Jan<td>Feb
                <tr><td>Check <b>it</b><td colspan=2><table><tr><td>in<td>ner</table>after</table>
                """))
        // The grid as html.spec.whatwg.org's table model forms it, drawn by hand.
        let grid = table.rows.map { $0.cells.map { [$0.column, $0.columnSpan, $0.rowSpan] } }
        #expect(
            grid == [
                [[0, 1, 1], [1, 1, 2], [2, 2, 1]], [[0, 1, 1], [2, 1, 1], [3, 1, 1]],
                [[0, 1, 2], [1, 1, 1], [2, 1, 1], [3, 1, 1]], [[1, 1, 1], [2, 2, 1]],
            ])
        #expect(table.rows.map(\.isHeader) == [true, true, false, false])
        #expect(table.caption == "Actions")
        #expect(table.rows[2].cells.map(\.fill) == ["FFFF00", "FF0000", nil, nil])
        #expect(table.rows[2].cells[1].paragraphs.map(\.text.string) == ["Write", "it"])
        #expect(table.rows[3].cells[1].tables[0].rows[0].cells.map(\.text) == ["in", "ner"])
        #expect(table.rows[3].cells[1].text == "after")
        #expect(table.rows[3].cells[1].place == Place(table: 1, row: 4, column: 3))
    }

    @Test func `lists carry the numerals that a browser prints`() throws {
        let seen = paragraphs(
            try read(
                "<ol type=a start=3><li>third<li value=7>seventh<ol type=i><li>deep</ol></ol><ul><li>dot</ul>"
            ))
        #expect(seen.map(\.text.string) == ["third", "seventh", "deep", "dot"])
        #expect(
            seen.map(\.role) == [
                .item(numeral: "c.", level: 0), .item(numeral: "g.", level: 0),
                .item(numeral: "i.", level: 1),
                .item(numeral: nil, level: 0),
            ])
    }

    @Test func `Word's own HTML gives its items and their numerals`() throws {
        let seen = paragraphs(
            try read(
                """
                <p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><![if !supportLists]><span \
                style='mso-list:Ignore'>iv.<span>&nbsp;&nbsp;</span></span><![endif]>Audit files</p>
                """))
        #expect(seen.map(\.text.string) == ["Audit files"])
        #expect(seen.map(\.role) == [.item(numeral: "iv.", level: 1)])
    }

    @Test func `what is deleted, hidden or scripted is no part of the words, and deletions are noted`() throws
    {
        let document = try read(
            """
            <html><head><title>A &amp; B</title><script>"<p>no</p>"</script></head><body><h2>The <em>plan</em></h2>
            <p>Cost &pound;5<del> or six</del><ins> only</ins></p><p style="display:none">unseen</p>
            """)
        #expect(document.title == "A & B")
        #expect(paragraphs(document).map(\.text.string) == ["The plan", "Cost £5 only"])
        #expect(paragraphs(document)[0].role == .heading(level: 2))
        #expect(document.notes.map(\.message).contains("Text marked as deleted was left out: 2 words."))
    }

    @Test(arguments: ["<table><tr><td>", "<div>", "<ul><li>"])
    func `markup nested ten thousand deep is refused in a sentence, or read`(_ opening: String) {
        let html = String(repeating: opening, count: 10_000) + "x"
        var limits = ReadingLimits.standard
        limits.seconds = 300  // what counts, not the clock of a busy machine
        do {
            let document = try DocumentReader.read(Array(html.utf8), named: "deep.html", limits: limits)
            #expect(document.blocks.count == 1)
        } catch {
            #expect(error.reason == .tooLarge)
        }
    }
}
