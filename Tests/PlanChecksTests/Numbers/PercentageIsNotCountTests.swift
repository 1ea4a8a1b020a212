import Documents
import Kernel
import PlanChecks
import PlanFormat
import Testing

struct PercentageIsNotCountTests {
    private func found(_ lines: String...) -> [CheckFinding] {
        var document = Document(format: .text)
        for (number, line) in lines.enumerated() {
            document.blocks.append(.paragraph(Paragraph(Text(line), place: Place(line: number + 1))))
        }
        return PlanChecksTests.found("N02", in: Sample.plan(Sample.area()), document: document)
    }

    @Test(arguments: [
        ("30 of 90 files (36%) were good.", ["30 of 90", "36%"], "30 of 90 is 33.3%, not 36%."),
        ("36% (30 out of 90) of files were good.", ["30 out of 90", "36%"], "30 of 90 is 33.3%, not 36%."),
        (
            "By March 120 of the 150 visits, 75 per cent, were on time.", ["120 of the 150", "75 per cent"],
            "120 of 150 is 80%, not 75%."
        ),
    ])
    func `a percentage that its own count and base contradict`(
        text: String, marked: [String], message: String
    ) {
        let findings = found(text)
        #expect(findings.map(\.message) == [message])
        #expect(findings.first?.marked == marked)
    }

    @Test func `the base may stand in another paragraph`() {
        let findings = found(
            "As a result there are now 90 children listed for neglect, representing 25% of the register.",
            "The current number on the register (400) is lower than in other counties.")
        #expect(findings.map(\.message) == ["90 of 400 is 22.5%, not 25%. Line 2 gives the base."])
    }

    @Test(arguments: [
        "35 of 42 plans (83%) were good.", "46 of 48 managers (96%) are trained.",
        "Visits on time rose from 62% to 90%.", "12 children waited; 40% of plans were late.",
        "By June 2027 90% of 300 visits will be on time.",
    ])
    func `a percentage that is right, or has no count, is well`(text: String) {
        #expect(found(text).isEmpty)
    }
}
