import Kernel
import PlanChecks
import PlanFormat
import Testing

struct NoLeadTests {
    @Test func `an action without a lead is nobody's`() {
        let plan = Sample.plan(
            Sample.area(actions: [
                Sample.action("1.1"), Sample.action("1.2", "Review the protocol with partners", leads: []),
            ]))
        let findings = found("O01", in: plan)
        #expect(findings.map(\.subject) == ["Action 1.2"])
        #expect(findings.map(\.text) == ["Lead: (blank)"])
        #expect(findings.first?.severity == .error)
    }

    @Test(arguments: ["tbc", "TBA", "Vacant", "To be appointed", "–"])
    func `a placeholder names nobody`(lead: String) {
        #expect(found("O01", in: Sample.plan(Sample.action(leads: [lead]))).count == 1)
    }

    @Test func `a plan that names no lead at all is told of once`() {
        let actions = ["1.1", "1.2", "1.3", "1.4"].map { (number: String) in
            Sample.action(number, "Rewrite form \(number)", leads: [])
        }
        let findings = found("O01", in: Sample.plan(Sample.area(actions: actions)))
        #expect(findings.map(\.subject) == ["Whole plan"])
        #expect(findings.first?.references == ["1.1", "1.2", "1.3", "1.4"])
    }

    @Test(arguments: ["Maya Okonkwo", "Head of Safeguarding", "AD", "T. Hallam (Service Manager)"])
    func `a person or a post is somebody`(lead: String) {
        #expect(found("O01", in: Sample.plan(Sample.action(leads: [lead]))).isEmpty)
    }

    @Test func `a pointer to another row, and what is complete, need no lead`() {
        #expect(found("O01", in: Sample.plan(Sample.action("1.1", "As above", leads: []))).isEmpty)
        #expect(found("O01", in: Sample.plan(Sample.action(leads: [], status: .complete))).isEmpty)
    }
}
