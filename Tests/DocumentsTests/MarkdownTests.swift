import Kernel
import Testing

@testable import Documents

struct MarkdownTests {
    @Test func `headings, lists, tables and emphasis of a Markdown plan are read`() throws {
        let text = """
            Ashmere plan
            ============

            > A *draft* for [the board](https://ashmere.example/board).

            ## Actions ##

            | Area | What we will do |
            |:-----|-----------------|
            | 1.1 | a) Audit<br>b) Train **all** |

            1. First
               1. Deeper
            2. Second \\*not bold\\*

            <table><tr><td rowspan="2">Area 2</td><td>One</td></tr><tr><td>Two</td></tr></table>
            """
        let document = try DocumentReader.read(Array(text.utf8), named: "plan.md")
        #expect(document.format == .markdown)
        let paragraphs = document.blocks.compactMap {
            if case .paragraph(let paragraph) = $0 { paragraph } else { nil }
        }
        #expect(
            paragraphs.map(\.text.string) == [
                "Ashmere plan", "A draft for the board.", "Actions", "First", "Deeper", "Second *not bold*",
            ])
        #expect(
            paragraphs.map(\.role) == [
                .heading(level: 1), .plain, .heading(level: 2), .item(numeral: "1.", level: 0),
                .item(numeral: "1.", level: 1), .item(numeral: "2.", level: 0),
            ])
        let tables = document.blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
        #expect(tables.count == 2)
        #expect(tables[0].rows[0].isHeader)
        #expect(tables[0].rows[1].cells[1].paragraphs.map(\.text.string) == ["a) Audit", "b) Train all"])
        #expect(tables[1].rows[0].cells[0].rowSpan == 2)
        #expect(tables[1].place.table == 2)
    }
}
