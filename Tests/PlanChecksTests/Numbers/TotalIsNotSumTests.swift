import Kernel
import PlanChecks
import PlanFormat
import Testing

struct TotalIsNotSumTests {
    @Test func `a budget whose total is not the sum of its lines`() {
        var plan = Sample.plan(Sample.area())
        var budget = Plan.Budget()
        budget.lines = [
            .init(item: "Cover", amount: 40), .init(item: "Training", amount: 25),
            .init(item: "Audit", amount: 30),
        ]
        budget.statedTotal = 85
        plan.budget = budget
        let findings = found("N01", in: plan)
        #expect(findings.map(\.message) == ["The rows add up to £95, not £85."])
        plan.budget?.statedTotal = 95
        #expect(found("N01", in: plan).isEmpty)
    }

    @Test func `a table's total row is added up, column by column`() {
        let table = Sample.table([
            ["Team", "Cases", "Share"], ["Duty", "40", "42%"], ["Care", "25", "26%"],
            ["Leaving care", "30", "32%"],
            ["Total", "85", "100%"],
        ])
        let findings = found(
            "N01", in: Sample.plan(Sample.area()), document: Sample.document(tables: [table]))
        #expect(findings.map(\.marked) == [["85"]])
        #expect(findings.first?.message == "The rows add up to 95, not 85.")
    }

    @Test func `a total that is the sum is well`() {
        let table = Sample.table([
            ["Team", "£"], ["Duty", "1,250"], ["Care", "2,000"], ["Total", "3,250"],
        ])
        #expect(
            found("N01", in: Sample.plan(Sample.area()), document: Sample.document(tables: [table])).isEmpty)
    }
}
