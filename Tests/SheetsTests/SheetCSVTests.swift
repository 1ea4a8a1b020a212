import Kernel
import Sheets
import Testing

struct SheetCSVTests {
    private static func csv(_ rows: [[Sheet.Cell]], _ columns: [Sheet.Column]) async throws -> String {
        let sheet = Sheet("List", columns: columns) { rows }
        let pages = try await SheetPages(sheet, standing: "As it stood")
        return String(decoding: try await pages.bytes(as: .csv), as: UTF8.self)
    }

    @Test(arguments: ["=1+1", "+44 20", "-5 degrees", "@SUM(A1)", "\t=1", "\r=1"])
    func `words that a spreadsheet would take for a formula get an apostrophe`(words: String) async throws {
        let text = try await Self.csv([[.text(words)]], [Sheet.Column("Words")])
        #expect(text.contains("'" + words))
    }

    @Test func `numbers below nought, days and quoted words stand as programs read them`() async throws {
        let text = try await Self.csv(
            [
                [
                    .number(-3), .day(Day("2026-11-20")!), "She said “yes”, \"no\"\nand left", .number(12.5),
                    .empty,
                ]
            ],
            ["A", "B", "C", "D", "E"].map { Sheet.Column($0) })
        #expect(
            text == "\u{FEFF}A,B,C,D,E\r\n-3,2026-11-20,\"She said “yes”, \"\"no\"\"\nand left\",12.5,\r\n")
    }
}
