import Kernel
import PlanChecks
import PlanFormat
import Testing

struct LeadIsGroupTests {
    @Test(arguments: [
        "All Heads", "Practice Team", "Improvement Board", "Police", "Health and Partnerships",
        "Team managers",
        "Human Resources", "QXU", "Early Years and Children’s Centres", "Quality Assurance Service",
    ])
    func `a team, unit, board, partner or plural role is no person`(lead: String) {
        let findings = found("O02", in: Sample.plan(Sample.action(leads: [lead])))
        #expect(findings.count == 1)
        #expect(findings.first?.marked == [lead])
        #expect(findings.first?.severity == .warning)
    }

    @Test(arguments: [
        "Maya Okonkwo", "Head of the Quality Assurance Service", "Assistant Director", "AD",
        "Tom Hallam (Placement Team Manager)", "Priya Nair – Safeguarding Unit", "Principal Social Worker",
        "DCS",
        "A. Khan", "Dr Jane Lowe", "Cllr Ann Pike", "Fiona van der Berg (Head of Access)",
        "Director of Children’s Services", "Team Manager, Duty Team",
    ])
    func `a person or one post is left alone`(lead: String) {
        #expect(found("O02", in: Sample.plan(Sample.action(leads: [lead]))).isEmpty)
    }

    @Test func `an abbreviation that the plan explains as a post is one person`() {
        var plan = Sample.plan(Sample.action(leads: ["HPP"]))
        #expect(found("O02", in: plan).count == 1)
        plan.abbreviations = [.init(short: "HPP", long: "Head of Permanence Planning")]
        #expect(found("O02", in: plan).isEmpty)
    }
}
