import Kernel
import PlanChecks
import PlanFormat
import Testing

struct FindingWithoutRowTests {
    private let findings = [
        CheckInput.InspectionFinding(reference: "R1", text: "Visits to children are too often late"),
        CheckInput.InspectionFinding(
            reference: "R2", text: "Private fostering arrangements are not identified"),
    ]

    @Test func `a recommendation that no row answers`() {
        let found = found(
            "C09", in: Sample.plan(Sample.area("1", "Visits to children are late")), findings: findings)
        #expect(found.map(\.subject) == ["Finding R2"])
    }

    @Test func `an area that names it as its source answers it`() {
        var area = Sample.area("1", "Visits to children are late")
        area.sources = ["r2"]
        #expect(found("C09", in: Sample.plan(area), findings: findings).isEmpty)
    }

    @Test func `a source in the legend that no area comes from`() {
        var area = Sample.area()
        area.sources = ["a"]
        var plan = Sample.plan(area)
        plan.sourceCodes = [
            .init(code: "a", text: "Inspection of May 2026"), .init(code: "b", text: "Peer review"),
        ]
        #expect(found("C09", in: plan).map(\.text) == ["Peer review"])
    }
}
