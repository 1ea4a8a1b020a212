import Kernel
import PlanChecks
import PlanFormat
import Testing

struct NoYearTests {
    private func plan(_ due: Plan.Timescale, baseYear: Int? = nil, date: String? = nil) -> Plan {
        var plan = Sample.plan(
            Sample.action(due: due), Sample.criterion("90% of visits are on time (was 62%)"))
        plan.baseYear = baseYear
        plan.date = date.flatMap { PartialDate($0) }
        return plan
    }

    @Test func `a month alone is an error where nothing settles the year`() {
        let findings = found("D03", in: plan(.words("Sept", .unclear)))
        #expect(findings.map(\.severity) == [.error])
        #expect(findings.map(\.marked) == [["Sept"]])
    }

    @Test func `where the document settles the year it is told once, for information`() {
        let findings = found("D03", in: plan(.by("Sept", "2026-09"), baseYear: 2026))
        #expect(findings.map(\.severity) == [.information])
    }

    @Test func `a month with a number reads two ways`() {
        let findings = found("D03", in: plan(.words("April 10", .unclear), baseYear: 2012))
        #expect(findings.map(\.severity) == [.error])
        #expect(findings.first?.message.contains("10 April or April 2010") == true)
    }

    @Test func `the same number is a year where the document writes that year elsewhere`() {
        var plan = plan(.by("Sept 13", "2013-09"), baseYear: 2013)
        #expect(found("D03", in: plan).isEmpty)
        plan.areas[0].title = "Reviewed in June 2014"
        plan.areas[0].actions[0].timescale = .by("March 14", "2014-03")
        #expect(found("D03", in: plan).isEmpty)
    }

    @Test func `a range whose end names the year is settled`() {
        #expect(found("D03", in: plan(.range("Sept – Jan 2027", "2026-09", "2027-01"))).isEmpty)
    }

    @Test func `"may" is no month`() {
        #expect(found("D03", in: plan(.words("As soon as it may be done", .unclear))).isEmpty)
    }
}
