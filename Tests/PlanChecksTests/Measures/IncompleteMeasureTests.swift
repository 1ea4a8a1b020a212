import Kernel
import PlanChecks
import PlanFormat
import Testing

struct IncompleteMeasureTests {
    private func found(_ text: String) -> [CheckFinding] {
        PlanChecksTests.found("M07", in: Sample.plan(Sample.action(), Sample.criterion(text)))
    }

    @Test(arguments: [
        (
            "Proportion of care leavers at 19 years of age is in line with the median",
            "Proportion of care leavers at 19 years of age"
        ),
        ("% of young people is at median", "% of young people"),
        ("Percentage of looked after children", "Percentage of looked after children"),
        ("Achieve 95%", "95%"),
    ])
    func `a proportion needs a state and a base`(text: String, marked: String) {
        let findings = found(text)
        #expect(findings.map(\.marked) == [[marked]])
        #expect(findings.first?.severity == .error)
    }

    @Test(arguments: [
        "Proportion of care leavers in education or work is in line with the median",
        "85% of children are seen alone", "Percentage of families who say that they were helped",
        "90% of visits are on time", "Proportion of children with a plan is above 95%",
    ])
    func `a whole measure is well`(text: String) {
        #expect(found(text).isEmpty)
    }
}
