import Kernel
import PlanChecks
import PlanFormat
import Testing

struct SeveralLeadsTests {
    @Test func `two people each can think that the other has it`() {
        let findings = found("O03", in: Sample.plan(Sample.action(leads: ["A. Khan", "B. Lee"])))
        #expect(findings.map(\.text) == ["Leads: A. Khan, B. Lee"])
        #expect(findings.first?.marked == ["A. Khan", "B. Lee"])
    }

    @Test func `one person written twice, or with somebody contributing, is one lead`() {
        #expect(
            found("O03", in: Sample.plan(Sample.action(leads: ["A. Khan", "A. Khan (Head of Access)"])))
                .isEmpty)
        #expect(
            found("O03", in: Sample.plan(Sample.action(leads: ["A. Khan", "B. Lee contributing"]))).isEmpty)
    }

    @Test func `a lead and a blank are one lead`() {
        #expect(found("O03", in: Sample.plan(Sample.action(leads: ["A. Khan", "tbc"]))).isEmpty)
    }
}
