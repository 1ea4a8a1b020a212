import Kernel
import PlanChecks
import PlanFormat
import Testing

struct NoFinishTests {
    @Test(arguments: [
        ("Ongoing", Plan.Timescale.Kind.ongoing, "Ongoing"), ("From May onwards", .onwards, "onwards"),
        ("In place", .inPlace, "In place"), ("Immediate effect", .immediate, "Immediate effect"),
        ("TBC", .unclear, "TBC"), ("Continuous", .ongoing, "Continuous"),
        ("October and ongoing", .onwards, "ongoing"),
    ])
    func `words that never end are no finish`(text: String, kind: Plan.Timescale.Kind, marked: String) {
        let findings = found("D02", in: Sample.plan(Sample.action(due: .words(text, kind))))
        #expect(findings.map(\.marked) == [[marked]])
        #expect(findings.first?.severity == .error)
    }

    @Test func `a finish with a review after it is a finish`() {
        let due = Plan.Timescale.by("31 March 2027, then ongoing review", "2027-03-31")
        #expect(found("D02", in: Sample.plan(Sample.action(due: due))).isEmpty)
    }

    @Test func `what is complete needs no finish`() {
        let action = Sample.action(due: .words("In place", .inPlace), status: .complete)
        #expect(found("D02", in: Sample.plan(action)).isEmpty)
    }
}
