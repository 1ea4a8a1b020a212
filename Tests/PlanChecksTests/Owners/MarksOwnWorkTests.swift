import Kernel
import PlanChecks
import PlanFormat
import Testing

struct MarksOwnWorkTests {
    private func plan(_ lead: String, monitoring text: String, by names: [String]) -> Plan {
        var area = Sample.area(actions: [Sample.action(leads: [lead])])
        var monitoring = Plan.Monitoring(text: text)
        monitoring.by = names
        area.monitoring = [monitoring]
        return Sample.plan(area)
    }

    @Test func `a head of access who audits access marks their own work`() {
        let findings = found(
            "O06", in: plan("Head of Access", monitoring: "Monthly audit", by: ["Head of Access"]))
        #expect(findings.map(\.marked) == [["Head of Access"]])
        #expect(findings.first?.severity == .error)
    }

    @Test func `a post in brackets is the same person`() {
        let findings = found(
            "O06",
            in: plan("Maya Okonkwo (Head of Access)", monitoring: "Monthly audit", by: ["Head of Access"]))
        #expect(findings.count == 1)
    }

    @Test(arguments: [
        "Managers will audit four files a month within their own teams",
        "Audits by the Head of Access will show that visits are on time",
    ])
    func `the words of the criterion may say so`(text: String) {
        let plan = Sample.plan(
            Sample.action(leads: ["Maya Okonkwo (Head of Access)"]), Sample.criterion(text, of: "1.1"))
        #expect(found("O06", in: plan).count == 1)
    }

    @Test func `somebody else who checks is right`() {
        #expect(
            found("O06", in: plan("Head of Access", monitoring: "Monthly audit", by: ["Head of Quality"]))
                .isEmpty)
        let plan = Sample.plan(
            Sample.action(leads: ["Maya Okonkwo (Head of Access)"]),
            Sample.criterion("Audits by the Head of Quality show that 85% of visits are on time", of: "1.1"))
        #expect(found("O06", in: plan).isEmpty)
    }
}
