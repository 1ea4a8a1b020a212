import Kernel
import PlanChecks
import PlanFormat
import Testing

struct NoVersionTests {
    @Test func `a plan without version, date or owner`() {
        var plan = Sample.plan(Sample.area())
        #expect(found("G01", in: plan).isEmpty)
        plan.version = nil
        plan.owners = []
        #expect(
            found("G01", in: plan).map(\.message) == [
                "The plan does not say its version or who answers for it."
            ])
    }

    @Test func `a draft in use`() {
        var plan = Sample.plan(Sample.area())
        plan.title = "Draft inspection plan"
        let findings = found("G01", in: plan)
        #expect(findings.map(\.marked) == [["Draft"]])
        #expect(findings.first?.severity == .warning)
    }
}
