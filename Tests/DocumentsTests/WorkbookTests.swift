import Kernel
import Testing

@testable import Documents

struct WorkbookTests {
    typealias Sample = WorkbookSample

    @Test func `a lone title is text, the table keeps its sheet's row numbers, and edges are cut off`() throws
    {
        let rows =
            Sample.row(2, ["Ashmere action plan"], from: "C") + Sample.row(4, ["Action", "Lead"], from: "C")
            + Sample.row(5, ["Train staff", "Jo Marsh"], from: "C")
        let document = try Sample.read(rows: rows)
        #expect(document.lines == ["Ashmere action plan"])
        #expect(document.blocks[0].place == Place(sheet: "Plan", row: 2))
        let table = try #require(document.tables.first)
        #expect(table.grid == [["Action", "Lead"], ["Train staff", "Jo Marsh"]])
        #expect(table.rows[1].place.row == 5)
        #expect(table.rows[1].cells[1].place.description == "sheet “Plan”, table 1, row 5, column 2")
    }

    @Test func `a blank row parts tables of different shape, and not one table from itself`() throws {
        let wide = ["Ref", "Action", "Lead", "Due"]
        let rows =
            Sample.row(1, wide) + Sample.row(2, ["1", "Train staff", "Jo", "May"])
            + Sample.row(4, ["2", "Audit files", "Lee", "June"]) + Sample.row(6, ["Key", "Red is late"])
        #expect(try Sample.read(rows: rows).tables.map(\.rows.count) == [3, 1])
    }

    @Test func `an area alone between blank rows stays a row of the table that goes on below it`() throws {
        let rows =
            Sample.row(1, ["Action", "Lead", "Due"]) + Sample.row(2, ["Train", "Jo", "May"])
            + Sample.row(4, ["Area 2: Front door"]) + Sample.row(6, ["Audit", "Lee", "June"])
        let tables = try Sample.read(rows: rows).tables
        #expect(tables.map { $0.rows.map(\.place.row) } == [[1, 2, 4, 6]])
    }

    @Test func `a million empty styled cells cost nothing`() throws {
        let cells = (0..<1000).map { _ in "<c s=\"1\"/>" }.joined()
        let rows = (2...1001).map { "<row r=\"\($0)\">\(cells)</row>" }.joined()
        // Cells that hold something count; time on a busy machine is not what is tested.
        var limits = ReadingLimits()
        limits.cells = 2
        limits.seconds = 300
        let bytes = Sample.bytes(rows: Sample.row(1, ["Action", "Lead"]) + rows)
        let document = try DocumentReader.read(bytes, named: "plan.xlsx", limits: limits)
        #expect(document.tables.map(\.grid) == [[["Action", "Lead"]]])
    }

    @Test func `more cells than the limit are refused`() throws {
        var limits = ReadingLimits()
        limits.cells = 3
        let bytes = Sample.bytes(rows: Sample.row(1, ["a", "b"]) + Sample.row(2, ["c", "d"]))
        let error = #expect(throws: Unreadable.self) {
            try DocumentReader.read(bytes, named: "plan.xlsx", limits: limits)
        }
        #expect(error?.reason == .tooLarge)
    }

    @Test func `hidden rows and columns are left out and said so`() throws {
        let rows =
            Sample.row(1, ["Action", "Secret", "Lead"]) + Sample.row(2, ["Train", "x", "Jo"])
            + Sample.row(3, ["Old", "y", "Lee"]).replacing("<row r=\"3\"", with: "<row r=\"3\" hidden=\"1\"")
        let document = try Sample.read(
            rows: rows, before: "<cols><col min=\"2\" max=\"2\" hidden=\"1\"/></cols>")
        #expect(document.tables.first?.grid == [["Action", "Lead"], ["Train", "Jo"]])
        #expect(document.notes.map(\.message) == ["1 hidden row and 1 hidden column were left out."])
    }

    @Test func `merged cells stand once, over visible rows and columns`() throws {
        let rows =
            Sample.row(1, ["Area", "Action", "Lead"]) + Sample.row(2, ["Front door", "Audit", "Jo"])
            + Sample.row(3, [nil, "Report", "Lee"]) + Sample.row(4, ["All done by May"])
        let merged = "<mergeCells><mergeCell ref=\"A2:A3\"/><mergeCell ref=\"A4:C4\"/></mergeCells>"
        let table = try #require(try Sample.read(rows: rows, after: merged).tables.first)
        #expect(table.cell(row: 2, column: 0)?.text == "Front door")
        #expect(table.rows[2].cells.map(\.column) == [1, 2])
        #expect(table.rows[3].cells.map(\.columnSpan) == [3])
    }

    @Test func `what openpyxl wrote comes back: dates, shares, money, colours, hidden things`() throws {
        let document = try DocumentReader.read(
            try SampleFile.bytes("wendle-plan.xlsx"), named: "wendle-plan.xlsx")
        #expect(document.title == "Wendle Borough improvement plan")
        let plan = try #require(document.tables.first)
        let second = plan.rows[2].cells
        #expect(
            second.map(\.text) == [
                "1.2", "Publish the board’s minutes", "Ravi Holt", "1 Feb 2026", "Apr 2026", "46%", "",
                "£0.00",
            ])
        #expect(second[3].value == .day(try #require(Day("2026-02-01"))))
        #expect(second[6].fill == "FFC000")
        #expect(
            plan.rows[3].cells[2].paragraphs.map(\.text.string) == [
                "Audit 20 contacts", "Report to the board",
            ])
        #expect(plan.rows[0].cells.allSatisfy { $0.paragraphs[0].text.isWholly(.bold) })
        let risks = try #require(document.tables.last)
        #expect(risks.rows.map(\.isHeader) == [true, false, false])
        #expect(
            risks.rows[1].cells[2].paragraphs[0].text
                == Text("Pay retention for 12 months", marks: [.init(.bold, 4..<13)]))
        #expect(document.notes.count == 2)
    }
}
