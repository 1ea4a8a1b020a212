import Kernel
import PlanChecks
import PlanFormat
import Testing

struct NumberingTests {
    private func areas(_ references: String...) -> Plan {
        Sample.plan(
            references.map {
                Sample.area($0, "Theme \($0)", actions: [Sample.action("\($0)(a)", "Rewrite form \($0)")])
            })
    }

    @Test func `a number used twice, and one left out`() {
        #expect(found("C01", in: areas("1", "2", "2", "3")).map(\.message) == ["Two areas are numbered 2."])
        #expect(
            found("C01", in: areas("2.1", "2.3")).map(\.message) == [
                "2.2 is missing: the numbers go from 2.1 to 2.3."
            ])
    }

    @Test func `a sequence that begins anywhere and starts again per section is well`() {
        #expect(found("C01", in: areas("2.1", "2.2", "4.1", "4.2", "8.1")).isEmpty)
        #expect(found("C01", in: areas("1.0", "2.0", "3.0")).isEmpty)
    }

    private func labels(_ labels: String...) -> Plan {
        Sample.plan(
            Sample.area(
                actions: labels.map { Sample.action("1(\($0))", "Rewrite form number \($0)", label: $0) }))
    }

    @Test func `labels within an area`() {
        #expect(found("C01", in: labels("i", "ii", "ii")).map(\.message) == ["Two actions are labelled ii."])
        #expect(found("C01", in: labels("a", "c")).map(\.message) == ["The labels go from a to c."])
        #expect(
            found("C01", in: labels("iv")).map(\.message) == [
                "iv stands alone: those before it are missing here."
            ])
        #expect(found("C01", in: labels("a", "b", "c")).isEmpty)
        #expect(found("C01", in: labels("i", "ii", "iii", "iv", "v")).isEmpty)
    }

    @Test func `a numbered paragraph left out of running text`() {
        let document = Sample.document(
            "2.1 The audit was made.", "Staff were asked.", "2.3 It was analysed.", "3.1 Next steps.")
        let findings = found("C01", in: Sample.plan(Sample.area()), document: document)
        #expect(findings.map(\.subject) == ["Paragraph 2.3"])
        #expect(findings.first?.message.contains("Paragraph 2.2 is missing") == true)
    }

    @Test func `lists that start again are well, one that skips is not`() {
        let plan = Sample.plan(Sample.area())
        let again = Sample.document("1. One", "2. Two", "Then:", "1. One", "2. Two", "3. Three")
        #expect(found("C01", in: plan, document: again).isEmpty)
        #expect(found("C01", in: plan, document: Sample.document("1. One", "2. Two", "4. Four")).count == 1)
    }

    @Test func `a comma for a stop`() {
        let table = Sample.table([
            ["Area", "Jan"], ["2.1", "x"], ["2.2", "x"], ["2,3", "x"], ["2.4", "x"],
        ])
        let findings = found(
            "C01", in: Sample.plan(Sample.area()), document: Sample.document(tables: [table]))
        #expect(findings.map(\.marked) == [["2,3"]])
    }
}
