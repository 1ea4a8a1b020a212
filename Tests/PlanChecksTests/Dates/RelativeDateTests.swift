import Kernel
import PlanChecks
import PlanFormat
import Testing

struct RelativeDateTests {
    @Test(arguments: [
        ("It is now six months since the inspection.", "now six months"),
        ("The other two will be in post in the next 2-3 weeks.", "in the next 2-3 weeks"),
        ("The form will be ready within the next month.", "within the next month"),
        ("The team began three months ago.", "three months ago"),
    ])
    func `a relative date in an undated text loses its meaning`(text: String, marked: String) {
        var plan = Plan()
        plan.title = "Progress report"
        let findings = found("D09", in: plan, document: Sample.document(text))
        #expect(findings.map(\.marked) == [[marked]])
    }

    @Test func `in a text that bears a date it can be worked out`() {
        let text = "The other two will be in post in the next 2 weeks."
        #expect(found("D09", in: Sample.plan(Sample.area()), document: Sample.document(text)).isEmpty)
    }

    @Test(arguments: [
        "Conferences are held within 15 working days.", "Visits every four weeks.",
        "Reviewed within six months of birth.",
        "The programme lasts for 12 months.",
    ])
    func `a limit is no relative date`(text: String) {
        #expect(found("D09", in: Plan(), document: Sample.document(text)).isEmpty)
    }
}
