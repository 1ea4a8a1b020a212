import Kernel
import PlanChecks
import PlanFormat
import Testing

struct MeasuresAnotherThingTests {
    private func found(_ action: String, _ criterion: String) -> [CheckFinding] {
        PlanChecksTests.found(
            "M06", in: Sample.plan(Sample.action("1.1", action), Sample.criterion(criterion, of: "1.1")))
    }

    @Test func `training judged by the plans in files is noted, as a guess`() {
        let findings = found(
            "Train all duty workers in thresholds",
            "Audit of pathway plans evidences a focus on employment and housing")
        #expect(findings.map(\.severity) == [.information])
        #expect(findings.first?.message.contains("guess") == true)
    }

    @Test func `a criterion that shares no word with its action is noted`() {
        #expect(
            found(
                "Renew the duty rota for out of hours",
                "Foster carers attend more support groups this quarter"
            ).count
                == 1)
    }

    @Test func `a criterion of the same thing is well`() {
        #expect(found("Rewrite the visit form", "90% of visit forms record what the child said").isEmpty)
        #expect(
            found("Train all duty workers in thresholds", "46 of 48 duty workers are confident in thresholds")
                .isEmpty)
    }
}
