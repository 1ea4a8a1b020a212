import Kernel
import PlanChecks
import PlanFormat
import Testing

struct MethodAsCriterionTests {
    private func found(_ text: String) -> [CheckFinding] {
        PlanChecksTests.found("M05", in: Sample.plan(Sample.action(), Sample.criterion(text)))
    }

    @Test(arguments: [
        "Monitored through audit.", "Evidenced by audit", "Monitored through audit process. Ongoing.",
        "Performance information will evidence compliance. Ongoing.",
        "Audit demonstrates improvement in key areas identified.",
        "Monitoring within the unit will provide evidence.", "Through audit activity",
    ])
    func `a way of looking is no result`(text: String) {
        let findings = found(text)
        #expect(findings.count == 1)
        #expect(findings.first?.severity == .error)
    }

    @Test(arguments: [
        "Audits show that plans are understood by parents", "85% of audited plans are graded good",
        "Audit of pathway plans shows a focus on education and work",
        "Children are seen alone at every visit",
        "Quarterly survey: nine families in ten say that they were helped",
    ])
    func `a method with its result is well`(text: String) {
        #expect(found(text).isEmpty)
    }
}
