import Kernel
import Testing

@testable import Documents

struct WordTableTests {
    typealias Sample = WordSample

    @Test func `a cell merged down and one merged across stand once, with their spans`() throws {
        let body = """
            <w:tbl><w:tblGrid><w:gridCol/><w:gridCol/><w:gridCol/></w:tblGrid>
            <w:tr><w:trPr><w:tblHeader/></w:trPr>\(Sample.cell(Sample.paragraph("Plan"), "<w:gridSpan w:val=\"3\"/>"))</w:tr>
            <w:tr>\(Sample.cell(Sample.paragraph("1. Leadership"), "<w:vMerge w:val=\"restart\"/>"))\
            \(Sample.cell(Sample.paragraph("Appoint a lead")))\(Sample.cell(Sample.paragraph("May 2026")))</w:tr>
            <w:tr>\(Sample.cell(Sample.paragraph(""), "<w:vMerge/>"))\
            \(Sample.cell(Sample.paragraph("Meet monthly")))\
            \(Sample.cell(Sample.paragraph("June 2026"), "<w:shd w:val=\"clear\" w:fill=\"ffc000\"/>"))</w:tr>
            </w:tbl>
            """
        let table = try #require(try Sample.read(body).tables.first)
        #expect(table.columnCount == 3)
        #expect(table.rows.map(\.isHeader) == [true, false, false])
        #expect(table.rows[0].cells[0].columnSpan == 3)
        #expect(table.cell(row: 2, column: 0)?.text == "1. Leadership")
        #expect(table.rows[1].cells[0].rowSpan == 2)
        #expect(table.rows[2].cells.map(\.column) == [1, 2])
        #expect(table.rows[2].cells[1].fill == "FFC000")
        #expect(table.rows[2].cells[1].place.description == "table 1, row 3, column 3")
    }

    @Test func `a table in a cell stays in its cell, and tables are numbered in reading order`() throws {
        let inner = Sample.table([["Who", "When"]])
        let body =
            "<w:tbl><w:tr>\(Sample.cell(Sample.paragraph("Before") + inner + Sample.paragraph("After")))</w:tr></w:tbl>"
        let tables = try Sample.read(body + Sample.table([["Next"]])).tables
        #expect(tables.map(\.place.table) == [1, 3])
        let cell = tables[0].rows[0].cells[0]
        #expect(cell.paragraphs.map(\.text.string) == ["Before", "After"])
        #expect(cell.tables.map(\.grid) == [[["Who", "When"]]])
    }

    @Test func `lines of the grid that no row uses are no columns`() throws {
        let wide = "<w:gridSpan w:val=\"2\"/>"
        let row =
            "<w:tr>\(Sample.cell(Sample.paragraph("Action"), wide))\(Sample.cell(Sample.paragraph("Lead")))</w:tr>"
        let table = try #require(try Sample.read("<w:tbl>\(row)\(row)</w:tbl>").tables.first)
        #expect(table.columnCount == 2)
        #expect(table.rows[0].cells.map(\.column) == [0, 1])
    }

    @Test func `a deleted row is gone, and the note says so`() throws {
        let body = """
            <w:tbl><w:tr>\(Sample.cell(Sample.paragraph("Kept")))</w:tr>
            <w:tr><w:trPr><w:del w:id="1"/></w:trPr>\(Sample.cell(Sample.paragraph("Gone")))</w:tr></w:tbl>
            """
        let document = try Sample.read(body)
        #expect(document.tables.first?.grid == [["Kept"]])
        #expect(document.notes.map(\.message) == ["Tracked changes were taken as accepted: 1 deletion."])
    }
}
