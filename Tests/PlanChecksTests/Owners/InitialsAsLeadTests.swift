import Kernel
import PlanChecks
import PlanFormat
import Testing

struct InitialsAsLeadTests {
    @Test(arguments: ["JT", "J.T.", "JT to draft the form", "Bev"])
    func `initials or a first name alone will mean nothing later`(lead: String) {
        #expect(found("O09", in: Sample.plan(Sample.action(leads: [lead]))).count == 1)
    }

    @Test func `whose initials they are is said where the plan names one such person`() {
        var plan = Sample.plan(Sample.action(leads: ["JT"]))
        plan.collectives = [.init(name: "All team managers", members: ["Jo Tarrant", "Priya Nair"])]
        #expect(found("O09", in: plan).first?.message.contains("JT may be Jo Tarrant") == true)
    }

    @Test func `initials at the head of an action are found`() {
        let findings = found("O09", in: Sample.plan(Sample.action("1.1", "JT to draft the visit form")))
        #expect(findings.map(\.marked) == [["JT"]])
    }

    @Test(arguments: ["AD", "DCS", "J. Tarrant", "Jo Tarrant", "HR", "QXU", "Police"])
    func `posts, names and units are no initials`(lead: String) {
        #expect(found("O09", in: Sample.plan(Sample.action(leads: [lead]))).isEmpty)
    }
}
