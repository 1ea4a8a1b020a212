import Kernel
import PlanChecks
import PlanFormat
import Testing

struct DatesPerActionTests {
    private func plan(_ actions: Int, _ text: String, _ kind: Plan.Timescale.Kind) -> Plan {
        let due = Plan.Timescale(
            text: text, start: PartialDate("2027-01"), finish: PartialDate("2027-05"), kind: kind)
        return Sample.plan(
            Sample.area(
                actions: (1...actions).map { Sample.action("1.\($0)", "Rewrite form \($0)", due: due) }))
    }

    @Test func `four actions and three dates do not pair up`() {
        let findings = found("D11", in: plan(4, "January 2027 March 2027 May 2027", .points))
        #expect(findings.map(\.subject) == ["Area 1"])
        #expect(findings.first?.message.hasPrefix("4 actions and 3 dates") == true)
    }

    @Test func `one date for all, and one action on two dates, are clear`() {
        #expect(found("D11", in: plan(4, "May 2027", .by)).isEmpty)
        #expect(found("D11", in: plan(1, "January 2027 and May 2027", .points)).isEmpty)
        #expect(found("D11", in: plan(3, "January – May 2027", .range)).isEmpty)
    }
}
