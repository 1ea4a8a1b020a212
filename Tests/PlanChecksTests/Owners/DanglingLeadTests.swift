import Kernel
import PlanChecks
import PlanFormat
import Testing

struct DanglingLeadTests {
    @Test(arguments: [
        ("A. Khan (Head of Access)/", "/"), ("A. Khan and", "and"), ("A. Khan,", ","), ("A. Khan &", "&"),
    ])
    func `a lead that ends in a separator has lost somebody`(lead: String, tail: String) {
        let findings = found("O04", in: Sample.plan(Sample.action(leads: [lead])))
        #expect(findings.map(\.marked) == [[tail]])
    }

    @Test func `the cell it was read from is looked at too`() {
        let table = Sample.table([
            ["Action", "Lead", "Timescale"],
            ["Rewrite the visit form", "A. Khan (Head of Access)/", "31 March 2027"],
        ])
        let plan = Sample.plan(
            Sample.action(leads: ["A. Khan (Head of Access)"], cell: Place(table: 1, row: 2, column: 2)))
        #expect(found("O04", in: plan, document: Sample.document(tables: [table])).count == 1)
    }

    @Test func `a cell that goes on in the row below has lost nobody`() {
        let table = Sample.table([
            ["Action", "Lead", "Timescale"], ["Rewrite the visit form", "A. Khan/", "31 March 2027"],
            ["", "B. Lee", ""],
        ])
        let plan = Sample.plan(
            Sample.action(leads: ["A. Khan", "B. Lee"], cell: Place(table: 1, row: 2, column: 2)))
        #expect(found("O04", in: plan, document: Sample.document(tables: [table])).isEmpty)
    }

    @Test(arguments: ["A. Khan", "Anders Brand", "Head of Access (interim)"])
    func `a whole name ends well`(lead: String) {
        #expect(found("O04", in: Sample.plan(Sample.action(leads: [lead]))).isEmpty)
    }
}
