import Kernel
import PlanChecks
import PlanFormat
import Testing

struct ComparativeTests {
    private func found(_ text: String) -> [CheckFinding] {
        PlanChecksTests.found("M02", in: Sample.plan(Sample.action(), Sample.criterion(text)))
    }

    @Test(arguments: [
        ("Fewer late visits", ["Fewer"]), ("Increase in number of support plans.", ["Increase"]),
        ("High degree of compliance with timescales", ["High degree of"]),
        ("More timely help. Reduced re-referrals.", ["More timely", "Reduced"]),
        ("Increase the share of visits on time to 90%", ["Increase"]),
        ("Improved recording of decisions", ["Improved"]),
    ])
    func `a comparison needs the figure now and the figure to reach`(text: String, marked: [String]) {
        let findings = found(text)
        #expect(findings.map(\.marked) == [marked])
        #expect(findings.first?.severity == .error)
    }

    @Test func `what is missing is said`() {
        #expect(found("Increase visits on time to 90%").first?.message.contains("starts from") == true)
    }

    @Test(arguments: [
        "Increase visits on time from 62% to 90% by June 2027",
        "Fewer late visits: 12 in March 2027 (was 40)",
        "90% of visits are on time", "No more than 5 cases wait", "Numbers going to higher education",
        "The Improvement Board agrees", "Plans of more than 18 months are reviewed",
    ])
    func `a comparison with both figures, or none at all, is well`(text: String) {
        #expect(found(text).isEmpty)
    }
}
