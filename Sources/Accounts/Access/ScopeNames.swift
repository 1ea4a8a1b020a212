import Kernel
import Markup
import Site

/// The names of what access can reach, for pages and for the choice of a scope.
struct ScopeNames: Sendable {
    let nodes: [Named<Node>]
    let plans: [Named<PlanRecord>]
    let samples: [Named<Sample>]

    static let empty = ScopeNames(nodes: [], plans: [], samples: [])

    static func read(_ feature: AccountsFeature, _ authority: ID<Authority>, _ day: Day) async throws
        -> ScopeNames
    {
        ScopeNames(
            nodes: try await feature.neighbours.nodes(authority, day),
            plans: try await feature.neighbours.plans(authority),
            samples: try await feature.neighbours.samples(authority))
    }

    /// `the whole authority`, `North Area`, `the plan “…”`.
    func words(_ scope: Scope) -> String {
        switch scope {
        case .authority: "the whole authority"
        case .node(let id): nodes.first { $0.id == id }?.name ?? "a part of the organisation that is no more"
        case .plan(let id):
            plans.first { $0.id == id }.map { "the plan “\($0.name)”" } ?? "a plan that is no more"
        case .sample(let id):
            samples.first { $0.id == id }.map { "the sample of “\($0.name)”" } ?? "a drawn sample"
        }
    }

    /// The same, from what a form or an event holds.
    func words(formValue: String) -> String {
        let parts = formValue.split(separator: ":", maxSplits: 1)
        guard parts.count == 2, let id = ID<Scope>(parts[1]),
            let scope = Scope(kind: String(parts[0]), identity: id.rawValue)
        else { return formValue == "authority" ? words(.authority) : formValue }
        return words(scope)
    }

    var choices: [Choice] {
        [Choice("authority", "The whole authority")]
            + nodes.map {
                Choice(Scope.node($0.id).formValue, String(repeating: "– ", count: $0.depth) + $0.name)
            }
            + plans.map { Choice(Scope.plan($0.id).formValue, "The plan “\($0.name)”") }
            + samples.map { Choice(Scope.sample($0.id).formValue, "The sample of “\($0.name)”") }
    }

    /// The scope of a form; nil when it is none of the choices.
    func scope(_ formValue: String) -> Scope? {
        if formValue == "authority" { return .authority }
        if let node = nodes.first(where: { Scope.node($0.id).formValue == formValue }) {
            return .node(node.id)
        }
        if let sample = samples.first(where: { Scope.sample($0.id).formValue == formValue }) {
            return .sample(sample.id)
        }
        return plans.first { Scope.plan($0.id).formValue == formValue }.map { .plan($0.id) }
    }
}
