import Documents
import Kernel
import Testing

@testable import PlanReading

struct LabelPhraseTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var paragraphs: [String]
        /// `label|text` or `#reference|text` of each entry; `+` before an entry that continues.
        var expected: [String]
        init(_ paragraphs: [String], _ expected: [String]) {
            (self.paragraphs, self.expected) = (paragraphs, expected)
        }
        var testDescription: String { paragraphs.joined(separator: " ¶ ") }
    }

    private static func told(_ entries: [LabelledText]) -> [String] {
        entries.map { entry in
            let label = entry.label ?? entry.reference.map { "#\($0)" } ?? ""
            return (entry.continues ? "+" : "") + "\(label)|\(entry.text.string)"
        }
    }

    @Test(arguments: [
        Case(["a) First thing", "b) Second thing"], ["a|First thing", "b|Second thing"]),
        Case(["(a) First", "(b) Second"], ["a|First", "b|Second"]),
        Case(["a. first", "b. second"], ["a|first", "b|second"]),
        Case(
            ["i) One", "ii). Two", "iii. Three", "(iv) Four"], ["i|One", "ii|Two", "iii|Three", "iv|Four"]),
        Case(
            ["i) AD ii) SGU iii) AD iv). EH, Early Years"],
            ["i|AD", "ii|SGU", "iii|AD", "iv|EH, Early Years"]),
        Case(
            ["a) Establish a baseline\nb) Each manager to draw up targets"],
            ["a|Establish a baseline", "b|Each manager to draw up targets"]),
        Case(["i) Training.  ii) A panel."], ["i|Training.", "ii|A panel."]),
        Case(
            ["Review the forms: a) the tool b) the guide"],
            ["|Review the forms:", "a|the tool", "b|the guide"]),
        Case(["i) One", "ii) Two", "ii) Two again"], ["i|One", "ii|Two", "ii|Two again"]),
        Case(["As above", "iv) Alone"], ["|As above", "iv|Alone"]),
        Case(["i) One", "More of one.", "ii) Two"], ["i|One", "+|More of one.", "ii|Two"]),
        Case(["1.1 Ensure plans are sound"], ["#1.1|Ensure plans are sound"]),
        Case(["1.1 95% of plans are sound"], ["#1.1|95% of plans are sound"]),
        Case(["2.3 40 files are read each month"], ["#2.3|40 files are read each month"]),
        Case(["3.5 days a week"], ["|3.5 days a week"]),
        Case(
            ["1.1. Ensure plans are sound", "Make further changes"],
            ["#1.1|Ensure plans are sound", "+|Make further changes"]),
        Case(["3.0. There is timely response"], ["#3.0|There is timely response"]),
        Case(["1. First", "2. Second"], ["1|First", "2|Second"]),
        Case(["1) First", "2) Second"], ["1|First", "2|Second"]),
        Case(["4.1(a) Detailed"], ["#4.1(a)|Detailed"]),
        Case(["A) First", "B) Second"], ["a|First", "b|Second"]),
        Case(["A. First", "B. Second"], ["a|First", "b|Second"]),
        Case(["i)", "Text below its label"], ["i|Text below its label"]),
        Case(["h) Eighth", "i) Ninth", "j) Tenth"], ["h|Eighth", "i|Ninth", "j|Tenth"]),
        Case(["1.1 Do this 1.2 Do that"], ["#1.1|Do this", "#1.2|Do that"]),
        Case(["1a Recruit", "1b Train"], ["#1a|Recruit", "#1b|Train"]),
        Case(["1.1: Recruit"], ["#1.1|Recruit"]),
        Case(["1.1 – Recruit"], ["#1.1|Recruit"]), Case(["R1: Improve oversight"], ["#R1|Improve oversight"]),
        Case(["A1 Recruit", "A2 Train"], ["#A1|Recruit", "#A2|Train"]),
        Case(["Recommendation 3: Improve oversight"], ["3|Improve oversight"]),
        Case(["• One\n• Two"], ["|One", "|Two"]),
        Case(["a) One", "• detail", "b) Two"], ["a|One", "+|detail", "b|Two"]),
        Case(["a) One, b) Two and c) Three"], ["a|One,", "b|Two and", "c|Three"]),
        // What is no label.
        Case(["S47 Enquiries"], ["|S47 Enquiries"]), Case(["Q3 2016/17"], ["|Q3 2016/17"]),
        Case(["KS4 Pupils"], ["|KS4 Pupils"]),
        Case(["A. Khan", "T. Lee"], ["|A. Khan", "|T. Lee"]), Case(["e.g. cases"], ["|e.g. cases"]),
        Case(["2 audits per month"], ["|2 audits per month"]), Case(["20.05.2011"], ["|20.05.2011"]),
        Case(["100% of cases"], ["|100% of cases"]), Case(["3.5 FTE posts"], ["|3.5 FTE posts"]),
        Case(["Points (a) and (b) above apply (a) to all"], ["|Points (a) and (b) above apply (a) to all"]),
        Case(["12.5% fewer"], ["|12.5% fewer"]), Case(["I. Jones"], ["|I. Jones"]),
        Case(["2016/17"], ["|2016/17"]),
        Case(["31/03/2026"], ["|31/03/2026"]), Case(["2014. A year"], ["|2014. A year"]),
        Case(["The framework (see section a) is issued"], ["|The framework (see section a) is issued"]),
        Case(["10 November 2014"], ["|10 November 2014"]),
    ])
    func `labels are letters, numerals and numbers that make sense as a run`(sample: Case) {
        let paragraphs = sample.paragraphs.map { Paragraph(Text($0), place: Place()) }
        #expect(Self.told(LabelPhrase.split(paragraphs)) == sample.expected)
    }

    @Test func `a list's own numerals are labels, and a bullet continues what stands before it`() {
        let entries = LabelPhrase.split([
            Paragraph("First", role: .item(numeral: "a)", level: 0), place: Place()),
            Paragraph("detail", role: .item(numeral: nil, level: 1), place: Place()),
            Paragraph("Second", role: .item(numeral: "b)", level: 0), place: Place()),
            Paragraph("Third", role: .item(numeral: "1.3", level: 0), place: Place()),
        ])
        #expect(Self.told(entries) == ["a|First", "+|detail", "b|Second", "#1.3|Third"])
    }

    @Test func `a bare number before a capital is a number where the caller knows that one is due`() {
        #expect(LabelPhrase.lead("2 Ensure that plans", bareNumbers: true).reference == "2")
        #expect(LabelPhrase.lead("2 Ensure that plans").reference == nil)
        #expect(LabelPhrase.lead("2 audits", bareNumbers: true).reference == nil)
    }

    @Test func `marks move with their words`() {
        let text = Text("a) Sample – Head", marks: [.init(.italic, 14..<18)])
        let entry = LabelPhrase.split([Paragraph(text, place: Place())])[0]
        #expect(entry.text == Text("Sample – Head", marks: [.init(.italic, 11..<15)]))
    }
}
