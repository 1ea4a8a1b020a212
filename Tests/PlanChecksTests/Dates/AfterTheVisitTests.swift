import Kernel
import PlanChecks
import PlanFormat
import Testing

struct AfterTheVisitTests {
    private let plan = Sample.plan(Sample.action(due: .by("December 2026", "2026-12")))

    @Test func `a date after the inspectors return cannot be shown to them`() {
        var dates = CheckInput.InspectionDates()
        dates.inspectorsReturn = Day("2026-07-06")
        #expect(found("D08", in: plan, dates: dates).map(\.marked) == [["December 2026"]])
        dates.inspectorsReturn = Day("2027-07-06")
        #expect(found("D08", in: plan, dates: dates).isEmpty)
    }

    @Test func `the date that the document names will do`() {
        var plan = plan
        plan.keyDates = [.init(what: "The inspectors will return", date: PartialDate("2026-07"))]
        #expect(found("D08", in: plan).count == 1)
        plan.keyDates = [.init(what: "Inspection", date: PartialDate("2026-07"))]
        #expect(found("D08", in: plan).isEmpty)
    }
}
