import Kernel
import PlanChecks
import PlanFormat
import Testing

struct OneThingTwoLeadsTests {
    private func plan(_ first: String, _ lead: String, _ second: String, _ other: String) -> Plan {
        var plan = Sample.plan(
            Sample.area("2", "Families wait", actions: [Sample.action("2.4", first, leads: [lead])]),
            Sample.area("4", "Cases drift", actions: [Sample.action("4.2", second, leads: [other])]))
        plan.abbreviations = [
            .init(short: "FSH", long: "Family Support Hub"), .init(short: "AD", long: "Assistant Director"),
        ]
        return plan
    }

    @Test func `one review with two leads`() {
        let findings = found(
            "C05",
            in: plan(
                "Review of the conference service against regulations", "Tom Hallam",
                "Review the conference service",
                "Priya Nair"))
        #expect(findings.map(\.subject) == ["Actions 2.4 and 4.2"])
        #expect(findings.first?.marked == ["Tom Hallam", "Priya Nair"])
    }

    @Test func `the same lead by two names is one`() {
        #expect(
            found("C05", in: plan("Implement the FSH", "AD", "Develop the FSH", "Assistant Director")).isEmpty
        )
    }

    @Test func `another stage may have another lead`() {
        #expect(
            found("C05", in: plan("Recruit to the FSH", "Tom Hallam", "Review the FSH", "Priya Nair")).isEmpty
        )
    }
}
