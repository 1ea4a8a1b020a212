import Kernel
import PlanChecks
import PlanFormat
import Testing

struct PersonalDataTests {
    private func found(_ text: String) -> [CheckFinding] {
        PlanChecksTests.found("E03", in: Sample.plan(Sample.action("1.1", text)))
    }

    // 943 476 5919 is the NHS's own example number; its check digit is right.
    @Test(arguments: [
        ("Review the case of 943 476 5919 first", "943 476 5919"),
        ("Close case number 104522", "case number 104522"),
        ("Learn from Child J and her review", "Child J"),
        ("The boy, born on 4 May 2019, was seen", "born on 4 May 2019"),
        ("Visit the 2 Traveller children each week", "2 Traveller children"),
        ("Support Jo Marsh through capability", "Jo Marsh through capability"),
    ])
    func `what leads to one child or one worker is an error`(text: String, marked: String) {
        let findings = found(text)
        #expect(findings.map(\.marked) == [[marked]])
        #expect(findings.first?.severity == .error)
    }

    @Test(arguments: [
        ("Write to jo.marsh@ashmere.example", "jo.marsh@ashmere.example"),
        ("Ring 01632 960 123 for a place", "01632 960 123"),
        ("Meet at the centre, ZX1 4QP", "ZX1 4QP"),
    ])
    func `an address or a number is a warning`(text: String, marked: String) {
        let findings = found(text)
        #expect(findings.map(\.marked) == [[marked]])
        #expect(findings.first?.severity == .warning)
    }

    @Test(arguments: [
        "Visit all 120 disabled children each month", "Child protection plans have dated steps",
        "Child I spoke to was well",
        "Audit 943 476 5918 things", "Jo Marsh leads on performance", "Two children’s homes are registered",
        "Appoint 3 practice leads by May 2027", "Call 999 in an emergency",
        "Under section 47 of the Act of 1989",
    ])
    func `ordinary words and numbers are left alone`(text: String) {
        #expect(found(text).isEmpty)
    }
}
