import Kernel
import PlanChecks
import PlanFormat
import Testing

struct CheckReportTests {
    @Test func `the first release has the 42 checks of the catalogue's core`() {
        let core = [
            "O01", "O02", "O03", "O04", "O05", "O06", "O09", "O10", "D01", "D02", "D03", "D04", "D05", "D06",
            "D07", "D08", "D09", "D11", "D12", "M01", "M02", "M04", "M05", "M06", "M07", "M11", "M12", "N01",
            "N02", "N03", "N05", "C01", "C02", "C03", "C04", "C05", "C08", "C09", "C10", "E01", "E03", "G01",
        ]
        #expect(CheckReport.all.map { $0.id } == core)
        #expect(core.count == 42)
    }

    @Test func `an error comes before a warning, and an earlier action before a later one`() {
        let plan = Sample.plan(
            Sample.area(actions: [
                Sample.action("1.1", "Draft the visiting standard", leads: ["Practice Team"]),
                Sample.action("1.2", "Coach managers in supervision", leads: []),
                Sample.action("1.3", "Publish the new rota", leads: []),
            ]))
        let report = CheckReport.run(on: CheckInput(plan: plan))
        #expect(report.findings.map(\.check).prefix(3) == ["O01", "O01", "O02"])
        #expect(report.findings.map(\.subject).prefix(2) == ["Action 1.2", "Action 1.3"])
    }

    @Test func `checks that lack what they need say so`() {
        var plan = Sample.plan(Sample.area())
        plan.date = nil
        plan.baseYear = nil
        let report = CheckReport.run(on: CheckInput(plan: plan))
        #expect(Set(report.notRun.map(\.check)) == ["C09", "D04", "D07", "D08"])
    }

    @Test func `an empty plan has no findings but that it names no version`() {
        let report = CheckReport.run(on: CheckInput(plan: Plan()))
        #expect(report.findings.map(\.check) == ["G01"])
    }
}
