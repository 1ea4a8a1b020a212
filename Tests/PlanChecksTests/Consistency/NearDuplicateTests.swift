import Kernel
import PlanChecks
import PlanFormat
import Testing

struct NearDuplicateTests {
    @Test func `the same action in two areas`() {
        let text = "Coach every team manager in reflective supervision"
        let plan = Sample.plan(
            Sample.area("1", actions: [Sample.action("1.1", text)]),
            Sample.area("2", "Drift", actions: [Sample.action("2.1", text + ".")]))
        #expect(found("C04", in: plan).map(\.subject) == ["Actions 1.1 and 2.1"])
    }

    @Test func `a paragraph of the introduction that stands in the conclusion again`() {
        let text =
            "The first phase has laid the ground for change across the whole service, and every manager has met the board "
            + "to agree the standard of work that families should expect from us."
        let document = Sample.document("1.2 " + text, "1.3 Other words.", "5.1 " + text)
        let findings = found("C04", in: Sample.plan(Sample.area()), document: document)
        #expect(findings.map(\.subject) == ["Paragraph 1.2 and paragraph 5.1"])
    }

    @Test func `short or different actions are not the same`() {
        let plan = Sample.plan(
            Sample.area(actions: [
                Sample.action("1.1", "Publish the visiting standard"),
                Sample.action("1.2", "Publish the audit standard"),
                Sample.action("1.3", "Agree it"), Sample.action("1.4", "Agree it"),
            ]))
        #expect(found("C04", in: plan).isEmpty)
    }

    @Test func `a page's header is no duplicate`() {
        let header =
            "Draft plan for the experience and progress of children who need help and protection in this county from "
            + "early help to care, with actions for each of the teams that serve them"
        let document = Sample.document(header, "One.", header, "Two.", header)
        #expect(found("C04", in: Sample.plan(Sample.area()), document: document).isEmpty)
    }
}
