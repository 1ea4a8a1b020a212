import Kernel
import PlanChecks
import PlanFormat
import Testing

struct ImpossibleDateTests {
    @Test func `a finish before its start is impossible`() {
        let plan = Sample.plan(Sample.action(due: .range("June 2027 – May 2027", "2027-06", "2027-05")))
        #expect(found("D04", in: plan).count == 1)
    }

    @Test func `a date before the plan's own is impossible`() {
        let findings = found("D04", in: Sample.plan(Sample.action(due: .by("March 2026", "2026-03"))))
        #expect(findings.count == 1)
        #expect(findings.first?.severity == .error)
    }

    @Test func `a start a year before the inspection answers nothing that it found`() {
        var plan = Sample.plan(Sample.action(due: .range("May 2025 – Jan 2027", "2025-05", "2027-01")))
        plan.keyDates = [.init(what: "Inspection", date: PartialDate("2026-05"))]
        #expect(found("D04", in: plan).first?.message.contains("12 months before") == true)
    }

    @Test func `the inspection's record wins over the plan`() {
        var dates = CheckInput.InspectionDates()
        dates.inspectionEnded = Day("2026-10-16")
        let plan = Sample.plan(Sample.action(due: .by("September 2026", "2026-09")))
        #expect(found("D04", in: plan).isEmpty)
        #expect(found("D04", in: plan, dates: dates).count == 1)
    }

    @Test func `what is complete may lie before, and work begun a little early is well`() {
        #expect(
            found("D04", in: Sample.plan(Sample.action(due: .by("March 2026", "2026-03"), status: .complete)))
                .isEmpty)
        let early = Plan.Timescale.range("July 2026 – Jan 2027", "2026-07", "2027-01")
        #expect(found("D04", in: Sample.plan(Sample.action(due: early))).isEmpty)
    }
}
