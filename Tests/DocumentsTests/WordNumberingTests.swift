import Testing

@testable import Documents

/// Numerals as Word and LibreOffice print them for the same numbering part.
struct WordNumberingTests {
    typealias Sample = WordSample

    private func level(_ number: Int, _ format: String, _ text: String, _ more: String = "") -> String {
        """
        <w:lvl w:ilvl="\(number)"><w:start w:val="1"/><w:numFmt w:val="\(format)"/>\(more)<w:lvlText w:val="\(text)"/></w:lvl>
        """
    }

    private func lines(_ body: String, _ numbering: String, _ styles: String = "") throws -> [String] {
        try Sample.read(body, ["numbering": numbering, "styles": styles]).lines
    }

    private func numerals(_ levels: [Int], _ definition: String) throws -> [String] {
        let body = levels.map { Sample.numbered("x", list: 1, level: $0) }.joined()
        let numbering = """
            <w:abstractNum w:abstractNumId="0">\(definition)</w:abstractNum>\
            <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
            """
        return try lines(body, numbering).map { String($0.dropLast(2)) }
    }

    @Test func `levels count in levels, and start again under each new parent`() throws {
        let definition =
            level(0, "decimal", "%1.") + level(1, "decimal", "%1.%2") + level(2, "lowerRoman", "(%3)")
        let expected = ["1.", "1.1", "1.2", "(i)", "(ii)", "2.", "2.1", "(i)"]
        #expect(try numerals([0, 1, 1, 2, 2, 0, 1, 2], definition) == expected)
    }

    @Test func `a level that never restarts goes on under the next parent`() throws {
        let definition =
            level(0, "upperLetter", "%1") + level(1, "decimal", "%2", "<w:lvlRestart w:val=\"0\"/>")
        #expect(try numerals([0, 1, 1, 0, 1], definition) == ["A", "1", "2", "B", "3"])
    }

    @Test func `legal numbering prints every level in digits`() throws {
        let definition = level(0, "upperRoman", "%1") + level(1, "decimal", "%1.%2", "<w:isLgl/>")
        #expect(try numerals([0, 0, 1], definition) == ["I", "II", "2.1"])
    }

    @Test(arguments: [
        ("lowerLetter", 27, "aa"), ("upperLetter", 2, "B"), ("upperRoman", 49, "XLIX"),
        ("lowerRoman", 4, "iv"),
        ("decimalZero", 9, "09"), ("decimalZero", 10, "10"), ("ordinal", 22, "22nd"), ("ordinal", 13, "13th"),
        ("cardinalText", 21, "Twenty-one"), ("ordinalText", 12, "Twelfth"), ("none", 3, ""),
    ])
    func `counts print in their format`(format: String, value: Int, printed: String) {
        #expect(Numerals.print(value, format) == printed)
    }

    @Test func `a second list of one definition goes on, and one with a start of its own begins again`()
        throws
    {
        let numbering = """
            <w:abstractNum w:abstractNumId="0">\(level(0, "lowerLetter", "%1)"))</w:abstractNum>\
            <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>\
            <w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>\
            <w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/>\
            </w:lvlOverride></w:num>
            """
        let body = [1, 1, 2, 3, 3].map { Sample.numbered("x", list: $0) }.joined()
        #expect(try lines(body, numbering) == ["a) x", "b) x", "c) x", "a) x", "b) x"])
    }

    @Test func `counting runs on from cell to cell, and an automatic number may be all that a cell holds`()
        throws
    {
        let numbering = """
            <w:abstractNum w:abstractNumId="0">\(level(0, "decimal", "%1."))</w:abstractNum>\
            <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
            """
        let rows = ["Train", "Audit"].map {
            "<w:tr>\(Sample.cell(Sample.numbered("", list: 1)))\(Sample.cell(Sample.paragraph($0)))</w:tr>"
        }
        let document = try Sample.read("<w:tbl>\(rows.joined())</w:tbl>", ["numbering": numbering])
        let table = try #require(document.tables.first)
        #expect(table.rows.map { $0.cells[0].paragraphs.map(\.line) } == [["1."], ["2."]])
    }

    @Test func `a style brings its list, at the level that names it, and a number is part of a heading`()
        throws
    {
        let numbering = """
            <w:abstractNum w:abstractNumId="0">\(level(0, "decimal", "%1", "<w:pStyle w:val=\"H1\"/>"))\
            \(level(1, "decimal", "%1.%2", "<w:pStyle w:val=\"H2\"/>"))</w:abstractNum>\
            <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
            """
        let list = "<w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr>"
        let styles = """
            <w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/>\(list)</w:style>\
            <w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/>\(list)</w:style>
            """
        let body = ["H1", "H2", "H2", "H1"].map { Sample.paragraph("Area", "<w:pStyle w:val=\"\($0)\"/>") }
            .joined()
        let document = try Sample.read(body, ["numbering": numbering, "styles": styles])
        #expect(document.lines == ["1 Area", "1.1 Area", "1.2 Area", "2 Area"])
    }

    @Test func `a list that is defined by a numbering style is found through it`() throws {
        let numbering = """
            <w:abstractNum w:abstractNumId="0"><w:styleLink w:val="Promises"/>\(level(0, "upperRoman", "%1."))</w:abstractNum>\
            <w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="Promises"/></w:abstractNum>\
            <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
            """
        let styles = """
            <w:style w:type="numbering" w:styleId="Promises"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
            """
        #expect(try lines(Sample.numbered("x", list: 2), numbering, styles) == ["I. x"])
    }
}
