import Kernel
import PlanChecks
import PlanFormat
import Testing

struct LeadsPerActionTests {
    private func plan(_ actions: Int, leads: [String], cell: Place? = Place(table: 1, row: 2, column: 3))
        -> Plan
    {
        Sample.plan(
            Sample.area(
                actions: (1...actions).map { number in
                    Sample.action("1.\(number)", "Rewrite form number \(number)", leads: leads, cell: cell)
                }))
    }

    @Test func `four actions and three leads of one cell do not pair up`() {
        let findings = found("O10", in: plan(4, leads: ["A. Khan", "B. Lee", "C. Moss"]))
        #expect(findings.map(\.subject) == ["Area 1"])
        #expect(findings.first?.message.hasPrefix("4 actions and 3 leads") == true)
    }

    @Test func `one lead for all, or as many as there are actions, pair up`() {
        #expect(found("O10", in: plan(4, leads: ["A. Khan"])).isEmpty)
        #expect(found("O10", in: plan(2, leads: ["A. Khan", "B. Lee"])).isEmpty)
    }

    @Test func `rows that each have the same two leads of their own are another fault`() {
        #expect(found("O10", in: plan(4, leads: ["A. Khan", "B. Lee"], cell: nil)).isEmpty)
    }
}
