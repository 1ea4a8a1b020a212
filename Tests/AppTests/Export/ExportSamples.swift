import Documents
import Kernel
import PlanFormat
import PlanReading
import Storage

@testable import App
@testable import Plans

/// Plans to take away and read back.
enum ExportSamples {
    static var example: Plan { read(Array(ExamplePlan.text.utf8), named: ExamplePlan.fileName) }

    static func read(_ bytes: [UInt8], named name: String) -> Plan {
        guard let document = try? DocumentReader.read(bytes, named: name) else { return Plan() }
        return PlanReader.read(document).plan
    }

    /// The plan as it comes back out of its own file.
    static func backAgain(
        _ plan: Plan, _ format: PlanExport.Format, extent: PlanExport.Extent = .whole
    ) async throws -> Plan {
        read(
            try await PlanExport.bytes(of: plan, as: format, extent: extent), named: "plan.\(format.rawValue)"
        )
    }

    /// The interchange format's text without what belongs to one document: places, and questions about it.
    static func words(_ plan: Plan) -> String {
        var plan = plan
        plan.findings = []
        for index in plan.figures.indices { plan.figures[index].place = nil }
        for index in plan.attachments.indices { plan.attachments[index].place = nil }
        return plan.json.text(pretty: true)
    }

    /// The first lines of the interchange format in which the plan that came back is another; nil where it is
    /// the same.
    static func difference(_ back: Plan, from plan: Plan) -> String? {
        let (one, two) = (words(back).split(separator: "\n"), words(plan).split(separator: "\n"))
        guard one != two else { return nil }
        let start = zip(one, two).prefix { $0.0 == $0.1 }.count
        return "came back as\n\(one.dropFirst(start - 2).prefix(8).joined(separator: "\n"))\nand was\n"
            + two.dropFirst(start - 2).prefix(8).joined(separator: "\n")
    }

    /// Every awkward thing that a plan may hold, in an invented authority's words.
    static var awkward: Plan {
        var plan = Plan()
        plan.title = "Fernleigh’s “next steps” plan: practice & people <2026>"
        plan.version = "3.2"
        plan.date = PartialDate("2026-04")
        plan.status = "draft"
        plan.owners = ["Asha Verma, Director", "O'Neill & Co"]
        plan.updateFrequency = .fourWeekly
        plan.baseYear = 2026
        plan.areas = areas
        rest(&plan)
        return plan
    }

    private static var areas: [Plan.Area] {
        var first = Plan.Area(reference: "(a) 1", section: "Risks", title: "=SUM(A1:A9) is no formula")
        first.sources = ["a", "letter of 3 May"]
        first.changes = [
            Plan.Item(label: "i", text: "Fewer handovers"), Plan.Item(text: "(b) is not a label"),
        ]
        first.evidence = [Plan.Item(text: "@home survey"), Plan.Item(text: "- minutes")]
        first.monitoring = [
            monitoring("Sample 20% of files each month", .monthly, percent: 20),
            monitoring("Read by nobody in particular", .twoMonthly, quota: 4, by: ["Lee Marsh", "Dana Roy"]),
            monitoring("Weekly in words only", nil),
        ]
        first.actions = [
            action(
                "1.1", "a", "Spend £104,000 on “practice leads”", ["Lee Marsh", "Dana Roy / team"],
                .by("2026-06-12")),
            action(
                "1.1", "b", "+44 is how the number begins; see 2.1", [],
                .words("Sept – Jan", .range, "2025-09", "2026-01")),
            action(
                nil, nil, "-5% is the aim, isn't it?", ["Head of Service (Access), interim"],
                .words("ongoing", .ongoing)),
            action(
                "1.4", nil, "As above", ["All Group Managers"],
                .words("13 April 2026 – 12 June 2026", .range, "2026-04-13", "2026-06-12")),
        ]
        first.actions[1].seeAlso = ["2.1"]
        first.actions[3].status = .inPlace
        first.criteria = [
            Plan.Criterion(label: "a", text: "95% by 31 October 2026", kind: .success, action: "1.1"),
            Plan.Criterion(text: "Shared by all of them", kind: .success),
            Plan.Criterion(text: "[square] brackets", kind: .impact, action: "1.1"),
            Plan.Criterion(text: "Said late, belongs early", kind: .success, action: "1.1"),
            Plan.Criterion(text: "Halfway", kind: .progress, action: "1.4"),
            Plan.Criterion(text: "Children say so", kind: .outcome),
        ]
        var bare = Plan.Area(title: "Leadership")
        bare.criteria = [Plan.Criterion(text: "A sentence", kind: .outcome)]
        var twin = Plan.Area(title: "Leadership")
        twin.actions = [
            action(
                "x", nil, "Publish the rota", ["Dana Roy"],
                .words("from March 2026 onwards", .onwards, "2026-03")),
            action("y", nil, "Review", [], .words("June and December 2026", .points, "2026-06", "2026-12")),
            action("z", nil, "Understood by hand", [], .words("when the system allows", .by, nil, "2027")),
        ]
        return [first, bare, twin]
    }

    private static func rest(_ plan: inout Plan) {
        var board = Plan.Group(name: "Improvement Board")
        board.abbreviation = "IB"
        board.purpose = "To hold this plan to account; to close actions."
        board.meets = .sixMonthly
        board.reportsTo = ["Cabinet", "Scrutiny"]
        board.members = [
            Plan.Group.Member(name: "Denise Aldous", post: nil, role: "chair"),
            Plan.Group.Member(name: nil, post: "Head of Access", role: nil),
        ]
        board.tasks = [
            action("T1", "a", "Agree terms", ["Denise Aldous"], .words("end Nov 2026", .by, nil, "2026-11"))
        ]
        plan.groups = [board, Plan.Group(name: "Practice Group")]
        plan.risks = [
            Plan.Risk(text: "Posts stay vacant", contingency: "agency cover"),
            Plan.Risk(text: "=cmd|' /C calc'!A0", contingency: nil),
        ]
        var budget = Plan.Budget()
        budget.lines = [
            Plan.Budget.Line(item: "Training", amount: 18_000.5),
            Plan.Budget.Line(item: "Unpriced", amount: nil),
        ]
        budget.statedTotal = 1_048_576
        plan.budget = budget
        plan.training = [
            Plan.TrainingNeed(audience: "Social workers", needs: ["Thresholds", "Chronologies"])
        ]
        plan.standards = [Plan.Item(label: "1", text: "Seen alone"), Plan.Item(text: "Heard")]
        plan.figures = [Plan.Figure(text: "109 of 459 (22.2%)", count: 109, base: 459, percent: 22.2)]
        plan.keyDates = [
            Plan.KeyDate(what: "Monitoring visit", date: PartialDate("2026-12-09")),
            Plan.KeyDate(what: "End of the board", date: nil),
        ]
        plan.sourceCodes = [Plan.SourceCode(code: "a", text: "The letter")]
        plan.collectives = [Plan.Collective(name: "all Group Managers", members: ["Lee Marsh", "Dana Roy"])]
        plan.attachments = [Plan.Attachment(caption: "Terms of reference.docx", place: nil)]
        plan.abbreviations = [Plan.Abbreviation(short: "IB", long: "Improvement Board")]
    }

    private enum When {
        case by(String)
        case words(String, Plan.Timescale.Kind, String? = nil, String? = nil)
    }

    private static func action(
        _ reference: String?, _ label: String?, _ text: String, _ leads: [String], _ when: When
    ) -> Plan.Action {
        var action = Plan.Action(label: label, text: text, reference: reference)
        action.leads = leads
        action.timescale =
            switch when {
            case .by(let day):
                Plan.Timescale(text: PartialDate(day)?.long ?? "", finish: PartialDate(day), kind: .by)
            case .words(let text, let kind, let start, let finish):
                Plan.Timescale(
                    text: text, start: start.flatMap { PartialDate($0) },
                    finish: finish.flatMap { PartialDate($0) }, kind: kind)
            }
        return action
    }

    private static func monitoring(
        _ text: String, _ frequency: Plan.Frequency?, percent: Double? = nil, quota: Int? = nil,
        by: [String] = []
    ) -> Plan.Monitoring {
        var monitoring = Plan.Monitoring(text: text)
        monitoring.frequency = frequency
        monitoring.samplePercent = percent
        monitoring.quota = quota.map { Plan.Monitoring.Quota(number: $0, per: "supervision session") }
        monitoring.by = by
        return monitoring
    }
}
