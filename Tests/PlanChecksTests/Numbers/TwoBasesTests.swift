import Documents
import Kernel
import PlanChecks
import PlanFormat
import Testing

struct TwoBasesTests {
    private func found(_ lines: [String]) -> [CheckFinding] {
        var document = Document(format: .text)
        for (number, line) in lines.enumerated() {
            document.blocks.append(.paragraph(Paragraph(Text(line), place: Place(line: number + 1))))
        }
        return PlanChecksTests.found("N03", in: Sample.plan(Sample.area()), document: document)
    }

    @Test func `a percentage may imply another total than the one stated`() {
        let findings = found([
            "There are now 125 children listed for neglect, representing 25% of the register.",
            "The current number on the register (580) is higher than last spring.",
        ])
        #expect(findings.count == 1)
        #expect(findings.first?.message == "125 at 25% implies about 500; the text states 580.")
    }

    @Test func `two totals for the same people in one breath`() {
        #expect(
            found(["Of the staff, 12 of 48 managers were trained and 30 of 52 managers were not."]).count == 1
        )
    }

    @Test func `one total, or two with their dates, are well`() {
        #expect(found(["12 of 48 managers were trained. 30 of 48 managers were coached."]).isEmpty)
        #expect(found(["In May 12 of 48 managers were trained. In June 30 of 52 managers were."]).isEmpty)
        #expect(
            found([
                "There are now 145 children listed, representing 25% of the register.",
                "The register stands at 580.",
            ])
            .isEmpty)
    }
}
