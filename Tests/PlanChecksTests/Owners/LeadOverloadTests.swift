import Kernel
import PlanChecks
import PlanFormat
import Testing

struct LeadOverloadTests {
    private func plan(_ leads: [String]) -> Plan {
        Sample.plan(
            Sample.area(
                actions: leads.enumerated().map { number, lead in
                    Sample.action("1.\(number + 1)", "Rewrite form number \(number)", leads: [lead])
                }))
    }

    @Test func `one person with seven of ten actions leads too much`() {
        let others = ["Tom Hallam", "Priya Nair", "Jo Marsh"]
        let findings = found("O05", in: plan(Array(repeating: "Maya Okonkwo", count: 7) + others))
        #expect(findings.map(\.text) == ["Maya Okonkwo leads 7 of 10 open actions"])
        #expect(findings.first?.marked == ["7 of 10"])
        #expect(findings.first?.references.count == 7)
    }

    @Test func `six of twenty is what a person can carry`() {
        let others = (1...14).map { "Person\($0) Lowe" }
        #expect(found("O05", in: plan(Array(repeating: "Maya Okonkwo", count: 6) + others)).isEmpty)
    }

    @Test func `what is complete is no load`() {
        var plan = plan(
            Array(repeating: "Maya Okonkwo", count: 8) + ["Tom Hallam", "Priya Nair", "Jo Marsh"])
        for number in 0..<5 { plan.areas[0].actions[number].status = .complete }
        #expect(found("O05", in: plan).isEmpty)
    }

    @Test func `a short plan may be one person's`() {
        #expect(found("O05", in: plan(["Maya Okonkwo", "Maya Okonkwo", "Tom Hallam"])).isEmpty)
    }
}
