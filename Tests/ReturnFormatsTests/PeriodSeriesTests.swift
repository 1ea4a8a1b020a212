import ReturnFormats
import Testing

struct PeriodSeriesTests {
    @Test(arguments: [
        "period,value\n2026-01,71\n2026-02,68.5\n", "Period;Value\r\n2026-01;71\r\n2026-02;68.5",
        "\u{FEFF}area,period,value\nNorth,2026-01,71%\nNorth,2026-02, 68.5 \n\n",
        "\"period\"\t\"value\"\r2026-01\t\"71\"\r2026-02\t6.85e1\r",
    ])
    func `values are read by period, however the file separates them`(text: String) throws {
        let series = try PeriodSeries.read(Array(text.utf8))
        #expect(series.points.map(\.period) == ["2026-01", "2026-02"])
        #expect(series.points.map(\.value) == [71, 68.5])
        #expect(!series.wasReordered)
    }

    @Test func `a period without a value is missing, not nought`() throws {
        let series = try PeriodSeries.read(Array("period,value\n2026-01,71\n2026-02,\n2026-03,0\n".utf8))
        #expect(series.points.map(\.value) == [71, nil, 0])
    }

    @Test(arguments: [
        ("2026-03,2026-01,2026-02", "2026-01,2026-02,2026-03"), ("10,9,8", "8,9,10"),
        ("2026,2024,2025", "2024,2025,2026"),
        ("01/03/2026,28/02/2026,31/12/2025", "31/12/2025,28/02/2026,01/03/2026"),
        ("week c,week a,week b", "week c,week a,week b"),
    ])
    func `periods that say when they were are put in order`(written: String, ordered: String) throws {
        let rows = written.split(separator: ",").map { "\($0),1\n" }.joined()
        let series = try PeriodSeries.read(Array(("period,value\n" + rows).utf8))
        #expect(series.points.map(\.period).joined(separator: ",") == ordered)
        #expect(series.wasReordered == (written != ordered))
    }

    @Test(arguments: [
        ("", "It is empty."), (" \r\n\t", "It is empty."), ("\u{FEFF}", "It is empty."),
        ("period,value\n", "It has a heading and no value under it."),
        (
            "month,value\n2026-01,4\n",
            "Its first line must name the columns period and value: period is missing from “month”, “value”."
        ),
        (
            "2026-01,4\n",
            "Its first line must name the columns period and value: period and value are missing from “2026-01”, “4”."
        ),
        (
            "period,value\n2026-01,71\n\n2026-02,about 70\n",
            "Line 4: “about 70” is not a number. Write a figure such as 71.5, or leave it empty where there is none."
        ),
        ("period,value\n2026-01,71\n2026-01,72\n", "Line 3 gives “2026-01” again, which stands on line 2."),
        ("period,value\n,71\n", "Line 2 has a value and no period."),
        ("a\0b", "It is not plain text: save it as CSV (UTF-8)."),
    ])
    func `what cannot be used is said in one sentence`(text: String, sentence: String) {
        #expect(throws: UnusableFile(sentence)) { try PeriodSeries.read(Array(text.utf8)) }
    }

    @Test(arguments: ["nan", "inf", "0x10", "1e999", "1,5", "--1", "%", "١"])
    func `only a figure is a number`(text: String) {
        #expect(throws: UnusableFile.self) {
            try PeriodSeries.read(Array("period,value\n1,\"\(text)\"\n".utf8))
        }
    }
}
