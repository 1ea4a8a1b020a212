import Kernel
import Markup
import PlanFormat
import Site
import Storage

/// The action that a page is about, and who looks at it.
struct ActionInQuestion: Sendable {
    let plan: KeptPlan
    let area: KeptPlan.Area
    let action: KeptPlan.Action
    let run: ActionRun
    let doer: Doer
    /// True for who keeps the plan.
    let mayEdit: Bool
    let visit: Visit
    /// What the criteria's own figures say: nobody types it. Nil until every part has read what it shows.
    var moved: ActionFact?

    var planID: ID<PlanRecord> { plan.header.id }
    /// True for the person that answers for the action, or acts for them.
    var isMine: Bool { doer.answers(for: run.accountable) }
}

/// A part of the action's page: updates, dates, evidence. Each reads what it shows in one or two queries.
protocol ActionPart: Sendable {
    static func read(_ connection: Connection, _ action: ActionInQuestion) throws -> Self
    /// What must be seen first, above everything; at most one of all parts is shown.
    var banner: Banner? { get }
    /// What belongs in the wide column.
    func main(_ action: ActionInQuestion, _ m: inout Markup)
    /// What belongs beside it.
    func beside(_ action: ActionInQuestion, _ m: inout Markup)
    /// What the person who looks may do next, the likeliest first.
    func deeds(_ action: ActionInQuestion) -> [Link]
}

extension ActionPart {
    var banner: Banner? { nil }
    func main(_ action: ActionInQuestion, _ m: inout Markup) {}
    func beside(_ action: ActionInQuestion, _ m: inout Markup) {}
    func deeds(_ action: ActionInQuestion) -> [Link] { [] }
}

/// The parts of the page, in the order in which they stand.
enum ActionParts {
    static let all: [any ActionPart.Type] = [
        ClosingPart.self, CriteriaPart.self, UpdatesPart.self, DatesPart.self, StepsPart.self,
        EvidencePart.self, GuidancePart.self,
    ]
}
