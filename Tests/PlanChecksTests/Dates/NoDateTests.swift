import Kernel
import PlanChecks
import PlanFormat
import Testing

struct NoDateTests {
    @Test func `an action without a date cannot be late`() {
        let plan = Sample.plan(
            Sample.area(actions: [
                Sample.action("1.1"), Sample.action("1.2", "Coach managers in supervision", due: nil),
            ]))
        #expect(found("D01", in: plan).map(\.subject) == ["Action 1.2"])
    }

    @Test func `a date in its own words or its criterion is a date`() {
        let criterion = Sample.criterion("Relevant managers are coached by March 2027", of: "1.2")
        let inCriterion = Sample.plan(Sample.action("1.2", "Coach managers", due: nil), criterion)
        #expect(found("D01", in: inCriterion).isEmpty)
        let inWords = Sample.plan(Sample.action("1.2", "Coach managers by 5 May 2027", due: nil))
        #expect(found("D01", in: inWords).isEmpty)
    }

    @Test func `words in place of a date are another fault`() {
        #expect(found("D01", in: Sample.plan(Sample.action(due: .words("Ongoing", .ongoing)))).isEmpty)
    }
}
