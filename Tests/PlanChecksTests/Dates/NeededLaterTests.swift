import Kernel
import PlanChecks
import PlanFormat
import Testing

struct NeededLaterTests {
    private func plan(_ first: String, _ firstDue: String, _ second: String, _ secondDue: String) -> Plan {
        Sample.plan(
            Sample.area(actions: [
                Sample.action("1.1", first, due: .by(firstDue, firstDue)),
                Sample.action("1.2", second, due: .by(secondDue, secondDue)),
            ]))
    }

    @Test func `a count before the definition that it uses is noted, as a guess`() {
        let findings = found(
            "D12",
            in: plan(
                "Define what an unallocated case is", "2027-05",
                "Report unallocated cases weekly to the board", "2027-01"))
        #expect(findings.map(\.severity) == [.information])
        #expect(findings.first?.message.contains("guess") == true)
    }

    @Test func `an action that names what it waits for, and is due before it, is noted`() {
        let findings = found(
            "D12", in: plan("Publish the standard", "2027-05", "Coach managers once 1.1 is done", "2027-01"))
        #expect(findings.map(\.references) == [["1.1", "1.2"]])
    }

    @Test func `the right order is well`() {
        #expect(
            found(
                "D12",
                in: plan(
                    "Define what an unallocated case is", "2027-01", "Report unallocated cases to the board",
                    "2027-05")
            ).isEmpty)
    }
}
