import Kernel
import Testing

@testable import Documents

/// Plans as people paste them: invented, one kind of mess each.
struct TextTests {
    private func read(_ text: String) throws -> [Block] {
        try DocumentReader.read(Array(text.utf8), named: "plan.txt").blocks
    }

    private func table(_ blocks: [Block], _ number: Int) throws -> Table {
        let tables = blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
        return try #require(tables.count >= number ? tables[number - 1] : nil)
    }

    private func paragraphs(_ blocks: [Block]) -> [Paragraph] {
        blocks.compactMap { if case .paragraph(let paragraph) = $0 { paragraph } else { nil } }
    }

    @Test func `rows with tabs are a table, and an empty first cell is a cell`() throws {
        let blocks = try read(
            "Ashmere County Council\n\nOutcome\tWe will:\tLead\n1. Plans are clear\t1.1 Audit plans\tJo Marsh\n"
                + "\t1.2 Train staff\tLee Ford\n")
        let table = try table(blocks, 1)
        #expect(table.columnCount == 3)
        #expect(table.rows.count == 3)
        #expect(table.rows[2].cells[0].paragraphs.isEmpty)
        #expect(table.rows[2].cells[1].text == "1.2 Train staff")
        #expect(table.rows[2].cells[1].place == Place(table: 1, row: 3, column: 2, line: 5))
    }

    @Test func `a blank line begins a table of its own, also where a row goes on`() throws {
        let blocks = try read("Area\tAction\tLead\n1\tAudit\tJo\n\n\tand report\t\n2\tTrain\tLee\n")
        #expect(try table(blocks, 1).rows.count == 2)
        #expect(try table(blocks, 2).rows.count == 2)
        #expect(try table(blocks, 2).rows[0].cells[1].text == "and report")
    }

    @Test func `tags, entities and emphasis leave the words and say how they looked`() throws {
        let blocks = try read(
            "Area\tAction\n<p><b>1.1 Children &amp; families</b> are *heard*</p> <p>a) Ask</p>\tone<br/>two\n"
        )
        let cells = try table(blocks, 1).rows[1].cells
        #expect(cells[0].paragraphs.map(\.text.string) == ["1.1 Children & families are heard", "a) Ask"])
        #expect(cells[0].paragraphs[0].text.marks == [.init(.bold, 0..<23), .init(.italic, 28..<33)])
        #expect(cells[1].paragraphs.map(\.text.string) == ["one", "two"])
    }

    @Test func `a table with pipes keeps its lists and its escaped pipes`() throws {
        let blocks = try read(
            "| **Area** | Action |\n|---|---|\n| 1 \\| 2 | <ul><li>a) Meet</li><li>b) Write</li></ul> |\n")
        let table = try table(blocks, 1)
        #expect(table.rows[0].isHeader)
        #expect(table.rows[0].cells[0].paragraphs[0].text.isWholly(.bold))
        #expect(table.rows[1].cells[0].text == "1 | 2")
        #expect(
            table.rows[1].cells[1].paragraphs.map(\.role) == [
                .item(numeral: nil, level: 0), .item(numeral: nil, level: 0),
            ])
        #expect(table.rows[1].cells[1].text == "a) Meet\nb) Write")
    }

    @Test func `a cell broken over lines is one cell again`() throws {
        let broken = try read(
            "Area\tAction\tBy\n1\tAudit every file\nand report it\tMay\n2\tTrain\tin June and\nin July\n")
        let table = try table(broken, 1)
        #expect(
            table.rows.map { $0.cells.map(\.text) } == [
                ["Area", "Action", "By"], ["1", "Audit every file and report it", "May"],
                ["2", "Train", "in June and in July"],
            ])
    }

    @Test func `headings, items and their numerals are told from prose`() throws {
        let blocks = try read(
            """
            IMPROVEMENT PLAN

            1. Introduction

            - 1.1 The service was inspected in May and its plan must be sent by
            the autumn.
            - 1.2 A board meets to

            hear of progress every month.

            1. Keep files
              - (a) up to date
              - (b) in order
            2. Meet
            **Who answers**
            """)
        let seen = paragraphs(blocks).map { ($0.text.string, $0.role) }
        let expected: [(String, Paragraph.Role)] = [
            ("IMPROVEMENT PLAN", .heading(level: 1)), ("1. Introduction", .heading(level: 2)),
            (
                "The service was inspected in May and its plan must be sent by the autumn.",
                .item(numeral: "1.1", level: 0)
            ),
            ("A board meets to hear of progress every month.", .item(numeral: "1.2", level: 0)),
            ("Keep files", .item(numeral: "1.", level: 0)), ("up to date", .item(numeral: "(a)", level: 1)),
            ("in order", .item(numeral: "(b)", level: 1)),
            ("Meet", .item(numeral: "2.", level: 0)),
            ("Who answers", .heading(level: 2)),
        ]
        #expect(seen.elementsEqual(expected, by: ==))
    }
}

/// What looks like markup or a list and is neither.
struct TextTrapTests {
    private func lines(_ text: String) throws -> [String] {
        try DocumentReader.read(Array(text.utf8), named: "plan.txt").blocks.compactMap {
            if case .paragraph(let paragraph) = $0 { paragraph.text.string } else { nil }
        }
    }

    @Test(arguments: [
        "Cost is 5*3 and 2*4 pounds, see the note*.", "5 < 6 and <18 years", "Under_score_name stays",
        "4.5 million pounds",
        "31.03.2026 was the date", "See A. Smith & Sons",
    ])
    func `signs that only look like markup stay`(_ text: String) throws {
        #expect(try lines(text + "\n") == [text])
    }

    @Test func `words broken over lines are whole again, and compound words keep their hyphen`() throws {
        let text =
            "The team keeps its col-\numns of figures and its multi-\nagency meetings through all of\nthe year.\n"
        #expect(
            try lines(text) == [
                "The team keeps its columns of figures and its multi-agency meetings through all of the year."
            ])
    }
}
