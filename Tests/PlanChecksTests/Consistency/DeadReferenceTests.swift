import Kernel
import PlanChecks
import PlanFormat
import Testing

struct DeadReferenceTests {
    private let plan = Sample.plan(Sample.area())

    @Test func `a paragraph and an appendix that are not there`() {
        let document = Sample.document(
            "1.1 The service was inspected.",
            "1.2 Posts are vacant (see Appendix 2 for the numbers of each team in turn).",
            "1.3 The backlog is outlined in paragraph 1.8.")
        let findings = found("C02", in: plan, document: document)
        #expect(findings.map(\.marked) == [["Appendix 2"], ["paragraph 1.8"]])
    }

    @Test func `pointers that lead somewhere are well`() {
        let document = Sample.document(
            "Appendix 1 – Staffing", "1.1 The service was inspected (see paragraph 1.2 below).",
            "1.2 The posts are listed in Appendix 1 with the team that each of them belongs to.",
            "1.3 Enquiries under section 47 are late.")
        #expect(found("C02", in: plan, document: document).isEmpty)
    }

    @Test(arguments: ["As above", "See above", "Ditto"])
    func `a pointer that names nothing`(text: String) {
        let findings = found("C02", in: Sample.plan(Sample.action("1.1", text)))
        #expect(findings.map(\.marked) == [[text]])
    }

    @Test func `"see 3.0 above" holds only where there is a 3.0`() {
        let pointing = Sample.area("4.1", "Assessments", actions: [Sample.action("4.1(a)", "See 3.0 above")])
        #expect(found("C02", in: Sample.plan(Sample.area("3.0", "Referrals"), pointing)).isEmpty)
        #expect(found("C02", in: Sample.plan(Sample.area("2.0", "Referrals"), pointing)).count == 1)
    }
}
