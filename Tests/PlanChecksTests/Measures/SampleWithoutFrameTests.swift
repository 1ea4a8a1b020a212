import Kernel
import PlanChecks
import PlanFormat
import Testing

struct SampleWithoutFrameTests {
    private func plan(_ text: String, percent: Double? = nil, frequency: Plan.Frequency? = nil) -> Plan {
        var area = Sample.area()
        var monitoring = Plan.Monitoring(text: text)
        monitoring.samplePercent = percent
        monitoring.frequency = frequency
        area.monitoring = [monitoring]
        return Sample.plan(area)
    }

    @Test(arguments: ["Random sample of cases per month", "Dip some files", "Sample files for completeness"])
    func `a sample without a size cannot be drawn again`(text: String) {
        let findings = found("M12", in: plan(text))
        #expect(findings.count == 1)
        #expect(findings.first?.message.contains("how many") == true)
    }

    @Test func `a sample with its size, list and period is well`() {
        let text = "Sample 20% of conference minutes each month, drawn at random"
        #expect(found("M12", in: plan(text, percent: 20, frequency: .monthly)).isEmpty)
    }

    @Test func `running text is looked at too`() {
        let document = Sample.document("A random sample of the self-audited cases was examined.")
        #expect(found("M12", in: Sample.plan(Sample.area()), document: document).count == 1)
        let whole = Sample.document("A random sample of 40 of the 320 cases was examined.")
        #expect(found("M12", in: Sample.plan(Sample.area()), document: whole).isEmpty)
    }
}
