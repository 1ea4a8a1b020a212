import Kernel
import PlanChecks
import PlanFormat
import Testing

struct OutputAsOutcomeTests {
    private func found(_ criteria: Plan.Criterion...) -> [CheckFinding] {
        PlanChecksTests.found("M04", in: Sample.plan(Sample.area(criteria: criteria)))
    }

    @Test(arguments: [
        ("Protocol circulated", "circulated"), ("All 64 staff trained in thresholds", "trained"),
        ("Hub established.", "established"), ("New guidance issued to every team", "issued"),
    ])
    func `a thing done is no difference`(text: String, marked: String) {
        let findings = found(Sample.criterion(text))
        #expect(findings.map(\.marked) == [[marked]])
        #expect(findings.first?.severity == .warning)
    }

    @Test func `an output beside an outcome is well`() {
        #expect(
            found(Sample.criterion("Protocol circulated"), Sample.criterion("90% of visits are on time"))
                .isEmpty)
        #expect(
            found(
                Sample.criterion("Protocol circulated", .progress),
                Sample.criterion("Children say that they are listened to", .impact)
            ).isEmpty)
    }

    @Test(arguments: [
        "Children say that they are listened to", "85% of plans have dated steps (was 40%)",
        "Families wait no more than two weeks for help", "Caseloads are no more than 16",
    ])
    func `an outcome is no output`(text: String) {
        #expect(found(Sample.criterion(text)).isEmpty)
    }
}
