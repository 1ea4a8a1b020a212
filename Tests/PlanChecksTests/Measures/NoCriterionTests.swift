import Kernel
import PlanChecks
import PlanFormat
import Testing

struct NoCriterionTests {
    @Test func `an action of an area without criteria cannot be judged`() {
        let plan = Sample.plan(Sample.area("1"), Sample.area("2", "Cases drift", criteria: []))
        let findings = found("M01", in: plan)
        #expect(findings.count == 1)
        #expect(findings.first?.severity == .error)
    }

    @Test func `one action without its own, where the others have theirs`() {
        let plan = Sample.plan(
            Sample.area(
                actions: [Sample.action("1.1"), Sample.action("1.2", "Coach managers in supervision")],
                criteria: [Sample.criterion("90% of visits are on time (was 62%)", of: "1.1")]))
        #expect(found("M01", in: plan).map(\.subject) == ["Action 1.2"])
    }

    @Test func `a criterion that the area shares will do for all`() {
        let plan = Sample.plan(
            Sample.area(actions: [Sample.action("1.1"), Sample.action("1.2", "Coach managers")]))
        #expect(found("M01", in: plan).isEmpty)
    }
}
