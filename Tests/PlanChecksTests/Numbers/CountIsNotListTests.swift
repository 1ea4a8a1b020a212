import Kernel
import PlanChecks
import PlanFormat
import Testing

struct CountIsNotListTests {
    private let plan = Sample.plan(Sample.area())

    @Test func `four aims that list five`() {
        let document = Sample.document(
            "The board has four aims:", "1. Safer children", "2. Better plans", "3. Steady staff",
            "4. Clear records",
            "5. Partners who share")
        let findings = found("N05", in: plan, document: document)
        #expect(findings.map(\.message) == ["It announces 4 and lists 5."])
        #expect(findings.first?.marked == ["four aims"])
    }

    @Test func `two tasks that end as three pieces of work`() {
        let document = Sample.document(
            "The Practice Group has been given two tasks to finish by March 2027. These are:",
            "1. To audit every plan.", "2. To measure caseloads.",
            "A further exercise will look at referrals.",
            "These three pieces of work will be reported monthly.")
        let findings = found("N05", in: plan, document: document)
        #expect(findings.map(\.marked) == [["two tasks", "These three pieces"]])
    }

    @Test func `a list of the announced length is well`() {
        let document = Sample.document(
            "The work has three parts:", "1. Audit", "2. Training", "3. Data", "It began in May.")
        #expect(found("N05", in: plan, document: document).isEmpty)
    }

    @Test func `an action's own list is counted`() {
        let wrong = Sample.plan(
            Sample.action("1.1", "Issue three tools: an audit form, a checklist, a guide, a rota"))
        #expect(found("N05", in: wrong).count == 1)
        let right = Sample.plan(
            Sample.action("1.1", "Issue three tools: an audit form, a checklist and a guide"))
        #expect(found("N05", in: right).isEmpty)
    }
}
