import Kernel
import PlanChecks
import PlanFormat
import Testing

struct OneThingTwoDatesTests {
    private func plan(
        _ first: String, _ firstDue: Plan.Timescale, _ second: String, _ secondDue: Plan.Timescale
    ) -> Plan {
        var plan = Sample.plan(
            Sample.area("2", "Families wait", actions: [Sample.action("2.4", first, due: firstDue)]),
            Sample.area("4", "Cases drift", actions: [Sample.action("4.2", second, due: secondDue)]))
        plan.abbreviations = [.init(short: "FSH", long: "Family Support Hub")]
        return plan
    }

    private let september = Plan.Timescale.by("30 September 2026", "2026-09-30")
    private let december = Plan.Timescale.by("11 December 2026", "2026-12-11")

    @Test(arguments: [
        ("Implementation of FSH.", "Development of the FSH"),
        ("Establish a family support hub (FSH)", "Introduce the FSH"),
        ("Launch the new closure form", "New closure form in use"),
        ("Set up the FSH and the Step Down Panel", "Establishment of Duty Team and Step Down Panel"),
        (
            "Review of frontline supervision capacity",
            "Review of agency spending and frontline supervision capacity"
        ),
        ("Implementation of Family Support Hub (FSH) and Joint Visit Panel.", "Development of FSH"),
    ])
    func `one thing by two names has one date`(first: String, second: String) {
        let findings = found("D05", in: plan(first, september, second, december))
        #expect(findings.map(\.subject) == ["Actions 2.4 and 4.2"])
        #expect(findings.first?.marked == ["30 September 2026", "11 December 2026"])
        #expect(findings.first?.severity == .error)
    }

    @Test(arguments: [
        ("Recruit to the FSH", "Launch the FSH"), ("Review of the FSH", "Implementation of the FSH"),
        ("Implement the recommendations of the supervision review", "Implement the supervision policy"),
        ("Deliver training to managers", "Deliver training to foster carers"),
        ("Launch phase 1 of the duty rota", "Launch phase 2 of the duty rota"),
        ("Open the north duty office", "Open the south duty office"),
        ("Establish a baseline", "Establish a baseline of missed reviews"),
        ("Publish the threshold guidance", "Publish the visiting guidance"),
    ])
    func `another stage, or another thing, may have another date`(first: String, second: String) {
        #expect(found("D05", in: plan(first, september, second, december)).isEmpty)
    }

    @Test func `the same date twice is no conflict`() {
        #expect(found("D05", in: plan("Implement the FSH", september, "Develop the FSH", september)).isEmpty)
        let month = Plan.Timescale.by("September 2026", "2026-09")
        #expect(found("D05", in: plan("Implement the FSH", september, "Develop the FSH", month)).isEmpty)
    }

    @Test func `a dated milestone in another row's criterion counts`() {
        var plan = plan("Implementation of the FSH", december, "Rewrite the closure form", september)
        plan.areas[1].criteria = [Sample.criterion("FSH opened by September 2026.")]
        let findings = found("D05", in: plan)
        #expect(findings.map(\.marked) == [["11 December 2026", "September 2026"]])
    }
}
