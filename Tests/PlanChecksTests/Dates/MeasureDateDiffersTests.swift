import Kernel
import PlanChecks
import PlanFormat
import Testing

struct MeasureDateDiffersTests {
    private let due = Plan.Timescale.by("30 November 2026", "2026-11-30")

    @Test func `evidence due before the action cannot be of it`() {
        let plan = Sample.plan(
            Sample.action("1.1", "Audit all child in need plans", due: due),
            Sample.criterion("Report of the audit of plans presented by October 2026", of: "1.1"))
        let findings = found("D06", in: plan)
        #expect(findings.map(\.marked) == [["30 November 2026", "October 2026"]])
    }

    @Test func `a stage of the action that comes after its date is told`() {
        let plan = Sample.plan(
            Sample.action("1.1", "Review frontline supervision capacity", due: due),
            Sample.criterion("Review of supervision capacity completed by January 2027", .progress, of: "1.1")
        )
        #expect(found("D06", in: plan).count == 1)
    }

    @Test func `an impact measured after the action is right`() {
        let plan = Sample.plan(
            Sample.action("1.1", "Audit all child in need plans", due: due),
            Sample.criterion("85% of plans have dated steps by June 2027 (was 40%)", .impact, of: "1.1"))
        #expect(found("D06", in: plan).isEmpty)
    }

    @Test func `two stages of which one falls on the date are well`() {
        let plan = Sample.plan(
            Sample.action("1.1", "Rewrite the supervision policy", due: due),
            Sample.criterion("Policy agreed by October 2026 and in use from November 2026", of: "1.1"))
        #expect(found("D06", in: plan).isEmpty)
    }
}
