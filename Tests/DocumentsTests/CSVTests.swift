import Kernel
import Testing

@testable import Documents

struct CSVTests {
    private func rows(_ text: String, cells: Int = 200_000) throws -> [[String]] {
        var limits = ReadingLimits.standard
        limits.cells = cells
        limits.seconds = 300  // what counts, not the clock of a busy machine
        let blocks = try DocumentReader.read(Array(text.utf8), named: "plan.csv", limits: limits).blocks
        return blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }.flatMap { table in
            table.rows.map { $0.cells.map(\.text) }
        }
    }

    /// Expected values: Python 3's `csv.reader` on the same text, white space at the ends of fields aside.
    @Test(arguments: [
        ("a,b\n1,\"x, \"\"y\"\"\"\n", [["a", "b"], ["1", "x, \"y\""]]),
        ("a;b\r\n\"1;2\";3,5\r\n", [["a", "b"], ["1;2", "3,5"]]),
        ("a\tb\n1\t\n", [["a", "b"], ["1", ""]]),
        ("a|b|c\n1|2\n", [["a", "b", "c"], ["1", "2"]]),
        ("a,b\n\"two\nlines\",2", [["a", "b"], ["two\nlines", "2"]]),
        ("a,b\n5\" pipe,say \"hi\"\n", [["a", "b"], ["5\" pipe", "say \"hi\""]]),
    ])
    func `fields are cut as Python's csv module cuts them`(_ text: String, _ expected: [[String]]) throws {
        #expect(try rows(text) == expected)
    }

    @Test func `lines above the table are paragraphs, and each line of a field is one of its own`() throws {
        let text = "Ashmere plan,,\nJune 2026,,\n\nArea,Action,By\n1,\"Train\nand test\",May\n"
        let blocks = try DocumentReader.read(Array(text.utf8), named: "plan.csv").blocks
        guard blocks.count == 3, case .table(let table) = blocks[2] else {
            Issue.record("two paragraphs and a table expected")
            return
        }
        #expect(table.rows.count == 2)
        #expect(table.rows[1].cells[1].paragraphs.map(\.text.string) == ["Train", "and test"])
        #expect(table.rows[1].cells[1].place == Place(table: 1, row: 2, column: 2, line: 5))
        #expect(table.rows[0].place.line == 4)
    }

    @Test func `Excel's own line says what separates`() throws {
        #expect(try rows("sep=;\nname;value, net\n\"a\";2\n") == [["name", "value, net"], ["a", "2"]])
    }

    @Test func `a million empty cells cost nothing, and more full ones than the limit are refused`() throws {
        let empty = String(repeating: String(repeating: ",", count: 99) + "\n", count: 10_000) + "a,b\n"
        #expect(try rows(empty) == [["a", "b"]])
        let full = String(repeating: String(repeating: "1,", count: 99) + "1\n", count: 21)
        let refusal = #expect(throws: Unreadable.self) { try rows(full, cells: 2_000) }
        #expect(refusal?.reason == .tooLarge)
    }
}
