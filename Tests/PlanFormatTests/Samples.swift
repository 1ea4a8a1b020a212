import Kernel
import PlanFormat

enum Sample {
    /// Something under every key of the format; no places where the format has none.
    static var full: Plan {
        var plan = Plan()
        plan.title = "Children’s services improvement plan"
        plan.version = "v3"
        plan.date = PartialDate("2026-09-01")
        plan.status = "draft"
        plan.owners = ["Ruth Ashworth-Bello"]
        plan.updateFrequency = .fourWeekly
        plan.baseYear = 2026
        plan.areas = [area]
        var board = Plan.Group(name: "Improvement Board")
        board.abbreviation = "IB"
        board.purpose = "To hold the plan to account"
        board.meets = .monthly
        board.reportsTo = ["Cabinet"]
        board.members = [
            .init(name: "Dana Whitlock", post: "Chief Executive", role: "chair"), .init(name: nil, post: nil),
        ]
        board.tasks = [Plan.Action(label: "1", text: "Agree the terms of reference")]
        plan.groups = [board]
        plan.risks = [.init(text: "Posts stay vacant", contingency: nil)]
        var budget = Plan.Budget()
        budget.lines = [.init(item: "Cover", amount: 1200.5), .init(item: "Training", amount: nil)]
        budget.statedTotal = 1200.5
        plan.budget = budget
        plan.training = [.init(audience: "Team managers", needs: ["Supervision"])]
        plan.standards = [Plan.Item(label: "1", text: "Records are accurate")]
        plan.figures = [
            .init(text: "12 of 48 (25%)", count: 12, base: 48, percent: 25, place: Place(page: 2, line: 7))
        ]
        plan.keyDates = [.init(what: "Inspectors return", date: PartialDate("2027-06"))]
        plan.sourceCodes = [.init(code: "a", text: "Inspection of May 2026")]
        plan.collectives = [.init(name: "All team managers", members: ["Tom Hallam", "Priya Nair"])]
        plan.attachments = [.init(caption: "Audit tool.docx", place: Place(table: 1, row: 3))]
        plan.abbreviations = [.init(short: "FSH", long: "Family Support Hub")]
        plan.findings = [.init(place: nil, message: "The year was assumed")]
        return plan
    }

    private static var area: Plan.Area {
        var area = Plan.Area(reference: "2.1", section: "Leaders", title: "Plans are vague")
        area.sources = ["a"]
        area.changes = [Plan.Item(label: "a", text: "Plans say who does what")]
        var action = Plan.Action(label: "a", text: "Rewrite the plan form", reference: "2.1(a)")
        action.leads = ["Maya Okonkwo"]
        action.timescale = Plan.Timescale(
            text: "Jan – Mar 2027", start: PartialDate("2027-01"), finish: PartialDate("2027-03"),
            kind: .range)
        action.status = .inPlace
        action.seeAlso = ["3.0"]
        area.actions = [action]
        area.criteria = [.init(label: nil, text: "85% of plans", kind: .impact, action: "2.1(a)")]
        var monitoring = Plan.Monitoring(text: "Sample 20% each month")
        monitoring.frequency = .monthly
        monitoring.samplePercent = 20
        monitoring.quota = .init(number: 4, per: "month")
        monitoring.by = ["Tom Hallam"]
        area.monitoring = [monitoring]
        area.evidence = [Plan.Item(text: "Audit report")]
        return area
    }
}
