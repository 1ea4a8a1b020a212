import Kernel
import Storage

/// How much of a round's result somebody may see as it is.
enum ResultViewer: Sendable {
    /// Every count.
    case inner
    /// The cases of their own units as they are; of all others what anybody may see.
    case own(Set<ID<Node>>)
    /// What anybody may see: no small count, and nothing from which one could be worked out.
    case outer

    /// Who manages a part of the organisation, and so the cases in it.
    private static let managers: Set<Role> = [.teamManager, .actionLead]

    static func of(_ officer: Officer, _ round: Round, in tree: UnitTree, on today: Day) -> ResultViewer {
        let inner = officer.scopes(for: Role.innerCircle)
        if tree.isWithin(inner, round.node, on: today) { return .inner }
        var roots: Set<ID<Node>> = []
        for case .node(let node) in inner.union(officer.scopes(for: managers)) { roots.insert(node) }
        let own = tree.below(roots.filter { tree.kind($0, on: today) != "authority" }, on: today)
        if own.contains(round.node) { return .inner }
        return own.isEmpty ? .outer : .own(own)
    }
}
