import Documents
import Kernel
import PlanChecks
import PlanFormat
import Testing

struct PlaceholderTests {
    @Test(arguments: ["To be agreed with partners.", "TBC", "To be confirmed"])
    func `a promise of an action is none`(text: String) {
        #expect(found("C03", in: Sample.plan(Sample.action("1.1", text))).count == 1)
    }

    @Test func `an area without actions is a heading only`() {
        #expect(found("C03", in: Sample.plan(Sample.area("1", actions: []))).map(\.subject) == ["Area 1"])
    }

    @Test func `a grid with nothing in it`() {
        var table = Sample.table([
            ["Area", "Jan", "Feb", "Mar"], ["2.1", "", "", ""], ["2.2", "", "", ""], ["2.3", "", "", ""],
        ])
        let plan = Sample.plan(Sample.area())
        #expect(found("C03", in: plan, document: Sample.document(tables: [table])).count == 1)
        table.rows[1].cells[2].fill = "336699"
        #expect(found("C03", in: plan, document: Sample.document(tables: [table])).isEmpty)
    }

    @Test(arguments: [
        "Targets to be agreed by the board in May are published", "Agree the protocol with partners",
    ])
    func `an action that mentions agreeing is an action`(text: String) {
        #expect(found("C03", in: Sample.plan(Sample.action("1.1", text))).isEmpty)
    }
}
