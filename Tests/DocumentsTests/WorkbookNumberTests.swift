import Kernel
import Testing

@testable import Documents

/// Expected values are what Excel and LibreOffice Calc show for the same number and format.
struct WorkbookNumberTests {
    @Test(arguments: [
        ("General", 0.2, "0.2"), ("General", 1234567.0, "1234567"), ("General", 0.1 + 0.2, "0.3"),
        ("General", 1.0 / 3.0, "0.333333333"), ("General", 123456789012.0, "1.23457E+11"),
        ("General", -0.5, "-0.5"), ("0%", 0.2, "20%"), ("0%", 0.455, "46%"), ("0.0%", 0.4567, "45.7%"),
        ("#,##0", 1234567.4, "1,234,567"), ("#,##0.00", 1.005, "1.01"), ("\"£\"#,##0.00", 999.5, "£999.50"),
        ("[$£-809]#,##0", 12500.0, "£12,500"), ("0;(0)", -7.0, "(7)"), ("0;-0;\"none\"", 0.0, "none"),
        ("000", 7.0, "007"), ("0.##", 2.5, "2.5"), ("#,##0,\"k\"", 12500.0, "13k"),
        ("0\" weeks\"", 6.0, "6 weeks"),
    ])
    func `numbers show as their format has it`(code: String, value: Double, shown: String) {
        #expect(NumberFormat(code).show(value, .from1900).text == shown)
    }

    @Test(arguments: [
        ("dd/mm/yyyy", 46112.0, "31 Mar 2026"), ("mmm-yy", 46112.0, "Mar 2026"),
        ("d-mmm", 46112.0, "31 Mar 2026"),
        ("yyyy", 46112.0, "2026"), ("[$-809]dd mmmm yyyy;@", 46112.0, "31 Mar 2026"),
        ("dd/mm/yyyy hh:mm", 46112.604166666664, "31 Mar 2026 14:30"), ("h:mm", 0.604166666666667, "14:30"),
        ("[h]:mm", 1.5, "36:00"), ("dddd\\, d\\ mmmm\\ yyyy", 46112.0, "31 Mar 2026"),
        // Excel believes that 1900 was a leap year: 59 is 28 February, 61 is 1 March.
        ("dd/mm/yyyy", 59.0, "28 Feb 1900"), ("dd/mm/yyyy", 61.0, "1 Mar 1900"),
    ])
    func `dates show as days that people write`(code: String, value: Double, shown: String) {
        #expect(NumberFormat(code).show(value, .from1900).text == shown)
    }

    @Test func `a workbook may count from 1904`() {
        #expect(SerialDate.day(44650, .from1904)?.description == "2026-03-31")
        #expect(SerialDate.day(60, .from1900) == nil)
    }

    @Test(arguments: [
        ("4472C4", 0.7999816888943144, "DAE3F3"), ("4472C4", -0.249977111117893, "2F5597"),
        ("FFFFFF", -0.5, "808080"),
    ])
    func `a tint moves lightness alone`(colour: String, tint: Double, shown: String) {
        // As LibreOffice has them; a step either way, for Office rounds on its way.
        let ours = Int(WorkbookColours.tinted(colour, tint), radix: 16) ?? 0
        let theirs = Int(shown, radix: 16) ?? 0
        for shift in [0, 8, 16] { #expect(abs((ours >> shift & 0xFF) - (theirs >> shift & 0xFF)) <= 1) }
    }
}
