import Kernel
import PlanChecks
import PlanFormat
import Testing

struct ScopeMismatchTests {
    private func found(_ action: String, _ criterion: String) -> [CheckFinding] {
        PlanChecksTests.found(
            "M11", in: Sample.plan(Sample.action("1.1", action), Sample.criterion(criterion, of: "1.1")))
    }

    @Test func `all of them in the action and some in the measure is noted, as a guess`() {
        let findings = found(
            "Ensure all looked after children have an assessment", "Permanent children have an assessment")
        #expect(findings.map(\.marked) == [["all looked after children", "Permanent children"]])
        #expect(findings.first?.severity == .information)
        #expect(findings.first?.message.contains("guess") == true)
    }

    @Test func `two ages in one row are noted`() {
        #expect(
            found("Write plans for young people aged 16+", "Plans for those of 14+ name a worker").count == 1)
    }

    @Test func `the same words for the same people are well`() {
        #expect(found("Ensure all children have a plan", "All children have a plan").isEmpty)
        #expect(found("Write plans for young people aged 16+", "Young people of 16+ have a plan").isEmpty)
    }
}
