import Documents
import Kernel
import PlanChecks
import PlanFormat
import Testing

struct EvidenceOutOfReachTests {
    @Test(arguments: ["Report (fin…", "Audit of April (final...", "paper_in_safeguarding_"])
    func `a caption cut short leads nowhere`(caption: String) {
        var plan = Sample.plan(Sample.area())
        plan.attachments = [.init(caption: caption, place: nil)]
        #expect(found("E01", in: plan).map(\.marked) == [[caption]])
    }

    @Test func `an icon in a text has no file behind it; in a Word document it has`() {
        var plan = Sample.plan(Sample.area())
        plan.attachments = [.init(caption: "Audit tool.doc", place: nil)]
        #expect(found("E01", in: plan, document: Document(format: .text)).count == 1)
        #expect(found("E01", in: plan, document: Document(format: .docx)).isEmpty)
    }

    @Test func `complete without evidence, in a plan that has a place for it`() {
        var with = Sample.area("1")
        with.evidence = [Plan.Item(text: "Audit report of May 2026")]
        let without = Sample.area(
            "2", "Drift", actions: [Sample.action("2.1", "Close old cases", status: .complete)])
        #expect(found("E01", in: Sample.plan(with, without)).map(\.subject) == ["Action 2.1"])
        #expect(found("E01", in: Sample.plan(without)).isEmpty)
    }
}
