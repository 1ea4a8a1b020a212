import Kernel
import PlanChecks
import PlanFormat
import Testing

struct ColumnsDriftTests {
    private let plan = Sample.plan(Sample.area())

    @Test func `headings that change from table to table`() {
        let tables = [
            Sample.table([["Action", "Timescale", "Lead officer"], ["One", "May 2027", "A. Khan"]]),
            Sample.table(
                [["Action", "By when", "Senior leads"], ["Two", "May 2027", "A. Khan"]], number: 2),
        ]
        let findings = found("C08", in: plan, document: Sample.document(tables: tables))
        #expect(findings.count == 1)
        #expect(findings.first?.message == "2 columns change their names between tables.")
    }

    @Test func `a column of two things`() {
        let table = Sample.table([
            ["Action", "Timescale", "How measured and by whom"], ["One", "May 2027", "Audit, A. Khan"],
        ])
        #expect(found("C08", in: plan, document: Sample.document(tables: [table])).count == 1)
    }

    @Test func `a status among the dates`() {
        let mixed = Sample.plan(
            Sample.area(actions: [
                Sample.action("1.1"),
                Sample.action("1.2", "Coach managers", due: .words("In place", .inPlace)),
            ]))
        #expect(found("C08", in: mixed).map(\.marked) == [["In place"]])
    }

    @Test func `the same headings throughout are well`() {
        let rows = [["Action", "Timescale", "Lead"], ["One", "May 2027", "A. Khan"]]
        let tables = [Sample.table(rows), Sample.table(rows, number: 2)]
        #expect(found("C08", in: plan, document: Sample.document(tables: tables)).isEmpty)
    }
}
