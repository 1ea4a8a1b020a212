import Kernel
import PlanChecks
import PlanFormat
import Testing

struct StatusContradictsTests {
    @Test func `complete, and still to take place`() {
        let plan = Sample.plan(
            Sample.action(status: .complete),
            Sample.criterion("First board to take place in May 2027", of: "1.1"))
        #expect(found("C10", in: plan).map(\.marked) == [["to take place"]])
    }

    @Test func `complete, and due next year`() {
        let plan = Sample.plan(Sample.action(due: .by("May 2027", "2027-05"), status: .complete))
        #expect(found("C10", in: plan, today: "2026-11-21").count == 1)
        #expect(found("C10", in: plan, today: "2027-06-01").isEmpty)
    }

    @Test func `not begun, and told of as done`() {
        let plan = Sample.plan(Sample.action("1.1", "The new form has been launched", status: .notStarted))
        #expect(found("C10", in: plan).count == 1)
    }

    @Test func `a status that fits is well`() {
        let done = Sample.plan(
            Sample.action(due: .by("May 2026", "2026-05"), status: .complete),
            Sample.criterion("Visits are on time in 90% of cases", of: "1.1"))
        #expect(found("C10", in: done, today: "2026-11-21").isEmpty)
        #expect(found("C10", in: Sample.plan(Sample.action(status: .ongoing)), today: "2026-11-21").isEmpty)
    }
}
