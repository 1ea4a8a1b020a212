import Kernel
import PlanChecks
import PlanFormat
import Testing

struct PastDueTests {
    @Test func `a date that has passed without a word is told`() {
        let plan = Sample.plan(Sample.action(due: .by("31 October 2026", "2026-10-31")))
        let findings = found("D07", in: plan, today: "2026-11-21")
        #expect(findings.map(\.marked) == [["31 October 2026"]])
        #expect(findings.first?.message.contains("overdue by 3 weeks") == true)
    }

    @Test func `complete, or due at the end of this month, is not late`() {
        let done = Sample.plan(Sample.action(due: .by("31 October 2026", "2026-10-31"), status: .complete))
        #expect(found("D07", in: done, today: "2026-11-21").isEmpty)
        let month = Sample.plan(Sample.action(due: .by("November 2026", "2026-11")))
        #expect(found("D07", in: month, today: "2026-11-21").isEmpty)
    }

    @Test func `a plan that is past nearly all its dates is told of once`() {
        let actions = (1...6).map {
            Sample.action("1.\($0)", "Rewrite form \($0)", due: .by("Oct 2026", "2026-10"))
        }
        let findings = found("D07", in: Sample.plan(Sample.area(actions: actions)), today: "2027-11-21")
        #expect(findings.map(\.subject) == ["Whole plan"])
        #expect(findings.first?.references.count == 6)
    }
}
